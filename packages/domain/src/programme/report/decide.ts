import { AppError } from '@da06/errors';
import { commandedOf, type Commanded, type DecidedOf } from '../commanded.ts';
import { monthOf } from '../days.ts';
import { checkReport, type ReportKnowledge } from './check.ts';
import { cleanContent, sameContent } from './content.ts';
import { dutyFor, type Assignment } from './duty.ts';
import type { KnownReportEvent, Report, ReportContent, ReportState } from './state.ts';

/** A report is filed, for the first time or again. `today` = the local day it is asked. */
export type ReportCommand = Commanded &
  Omit<Report, 'dueOn' | 'nothing' | 'models'> &
  ReportContent & {
    readonly command: 'submit';
    readonly today: string;
  };

export type ReportDecision = DecidedOf<KnownReportEvent>;

export type ReportDecisionKnowledge = ReportKnowledge & {
  readonly assignments: readonly Assignment[];
  /** Of the ad-hoc request the command answers: who is asked, and the last day on time. Null for a monthly report. */
  readonly request: { readonly reporters: readonly string[]; readonly dueOn: string } | null;
};

/**
 * The event that a filed report leads to: submitted the first time, amended when it says something else, none when it says the same again.
 * @throws AppError `period.in-future`, `reporter.unknown`, `reporter.not-due`, `report-request.unknown`; or the code of the first fault of
 * its content, all of them in `context.faults`.
 */
export const decideReport = (command: ReportCommand, state: ReportState, known: ReportDecisionKnowledge): readonly ReportDecision[] => {
  const { kind, dueOn } = dueFor(command, known);
  const faults = checkReport(command, { reporter: command.reporter, kind }, known);
  const [first] = faults;
  if (first !== undefined) throw new AppError(first.code, { context: { faults } });
  const content = cleanContent(command);
  if (state.report !== null && sameContent(state.report, content)) return [];
  const { period, request, reporter, channel, today } = command;
  const data = { period, request, reporter, dueOn, ...content, channel, ...commandedOf(command) };
  return [{ type: state.report === null ? 'vn.da06.report.submitted.v1' : 'vn.da06.report.amended.v1', at: today, data }];
};

const dueFor = ({ period, request, reporter, today }: ReportCommand, known: ReportDecisionKnowledge): { readonly kind: Assignment['kind']; readonly dueOn: string } => {
  if (period > monthOf(today)) throw new AppError('period.in-future');
  const any = known.assignments.find((one) => one.reporter === reporter);
  if (any === undefined) throw new AppError('reporter.unknown');
  if (request !== '') {
    if (known.request === null) throw new AppError('report-request.unknown');
    if (!known.request.reporters.includes(reporter)) throw new AppError('reporter.not-due');
    return { kind: any.kind, dueOn: known.request.dueOn };
  }
  const duty = dutyFor(known.assignments, reporter, period);
  if (duty === undefined) throw new AppError('reporter.not-due');
  return { kind: duty.assignment.kind, dueOn: duty.dueOn };
};
