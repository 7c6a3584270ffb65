import { dayNumber, dayText } from '../local-time.ts';
import { assignmentIn, assignmentsAt, dueDayOf, newestOf, type Assignment } from './assignments.ts';
import { filedReports } from './expected-reports.ts';
import { daysBetween, endOf, grouped, monthsFrom, textOf, toldUpTo, type Data, type Fact } from './facts.ts';

/** A row of the view `report_duty`. */
export type DutyRow = {
  readonly period: string; readonly request: string; readonly reporter: string; readonly reporter_name: string; readonly kind: string; readonly receiver: string; readonly due_at: number;
  readonly submitted_at: number; readonly revisions: number; readonly status: string; readonly days_late: number; readonly verified: boolean; readonly simulated: boolean;
};

/** Rows of the view `report_duty`. */
export const expectedDuty = (facts: readonly Fact[], asOf: number): DutyRow[] => {
  const today = dayText(dayNumber(asOf));
  const assignments = assignmentsAt(facts, asOf);
  const filed = filedReports(facts, asOf);
  const row = (key: { readonly period: string; readonly request: string; readonly reporter: string }, by: Assignment | undefined, own: { readonly dueOn: string; readonly open: boolean; readonly simulated: boolean }): DutyRow => {
    const report = filed.find((one) => one.period === key.period && one.request === key.request && one.reporter === key.reporter);
    const dueOn = report?.dueOn ?? own.dueOn;
    const late = report?.late === true;
    const missing = report === undefined && asOf >= endOf(dueOn);
    return {
      ...key, reporter_name: by?.nameVi ?? '', kind: by?.kind ?? '', receiver: by?.receiver ?? '', due_at: endOf(dueOn), submitted_at: report?.firstAt ?? 0, revisions: report?.versions.length ?? 0,
      status: report !== undefined ? (late ? 'late' : 'in') : missing ? 'missing' : own.open ? 'due' : 'not-yet',
      days_late: late ? daysBetween(dueOn, dayText(dayNumber(report.firstAt))) : missing ? daysBetween(dueOn, today) : 0,
      verified: by?.verified ?? false, simulated: report?.simulated ?? own.simulated,
    };
  };
  const monthly = [...new Set(assignments.map(({ reporter }) => reporter))].flatMap((reporter) =>
    monthsFrom('2000-01', today.slice(0, 7)).flatMap((period) => {
      const by = assignmentIn(assignments, reporter, period);
      return by === undefined ? [] : [row({ period, request: '', reporter }, by, { dueOn: dueDayOf(period, by.dueDay), open: period < today.slice(0, 7), simulated: by.simulated })];
    }),
  );
  const asked = grouped(toldUpTo(facts, asOf, /^report\.requested$/), ({ data }) => textOf(data['request'])).flatMap((told) => {
    const { request, reporters, dueOn, simulated } = told.at(-1)?.data as Data & { request: string; reporters: string[]; dueOn: string; simulated: boolean };
    return reporters.map((reporter) => row({ period: '', request, reporter }, newestOf(assignments, reporter), { dueOn, open: true, simulated }));
  });
  return [...monthly, ...asked];
};
