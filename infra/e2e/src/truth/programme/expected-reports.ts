import { assignmentsAt, newestOf } from './assignments.ts';
import { dataAs, endOf, grouped, textOf, toldUpTo, type Fact, type Told } from './facts.ts';

type Value = { readonly code: string; readonly value: number; readonly target: number | null; readonly remark: string };
type Report = { readonly period: string; readonly request: string; readonly reporter: string; readonly dueOn: string; readonly nothing: boolean; readonly models: readonly { readonly model: number; readonly text: string; readonly indicators: readonly Value[] }[]; readonly channel: string; readonly simulated: boolean };

/** A report with all its versions; the first decides what was due and whether it was late. */
export type Filed = Pick<Report, 'period' | 'request' | 'reporter' | 'dueOn' | 'simulated'> & { readonly firstAt: number; readonly late: boolean; readonly versions: readonly (Told & { readonly report: Report })[]; readonly current: Report };

export const filedReports = (facts: readonly Fact[], asOf: number): Filed[] =>
  grouped(toldUpTo(facts, asOf, /^report\.(?:submitted|amended)$/), ({ data }) => [data['period'], data['request'], data['reporter']].map(textOf).join('/')).map((told) => {
    const versions = told.map((one) => ({ ...one, report: dataAs<Report>(one) }));
    const first = versions[0];
    const current = versions.at(-1)?.report;
    if (first === undefined || current === undefined) throw new Error('A report without a version.');
    const { period, request, reporter, dueOn } = first.report;
    return { period, request, reporter, dueOn, simulated: current.simulated, firstAt: first.at, late: first.at >= endOf(dueOn), versions, current };
  });

/** Rows of the view `reports`. */
export const expectedReports = (facts: readonly Fact[], asOf: number): object[] => {
  const assignments = assignmentsAt(facts, asOf);
  return filedReports(facts, asOf).flatMap(({ versions, late, dueOn, ...key }) =>
    versions.map(({ report, version, id, at }, index) => ({
      period: key.period, request: key.request, reporter: key.reporter, reporter_name: newestOf(assignments, key.reporter)?.nameVi ?? '', revision: version, current: index === versions.length - 1, nothing: report.nothing,
      models: report.models.map(({ model }) => model), channel: report.channel, due_at: endOf(dueOn), recorded_at: at, late, event_id: id, simulated: report.simulated,
    })),
  );
};

/** Rows of the view `report_texts`. */
export const expectedTexts = (facts: readonly Fact[], asOf: number): object[] =>
  filedReports(facts, asOf).flatMap(({ period, request, reporter, versions }) =>
    versions.flatMap(({ report, version }, index) => report.models.map(({ model, text }) => ({ period, request, reporter, revision: version, current: index === versions.length - 1, no: model, text }))),
  );

/** Rows of the view `indicator_values`. */
export const expectedValues = (facts: readonly Fact[], asOf: number): object[] => {
  const assignments = assignmentsAt(facts, asOf);
  const entered = filedReports(facts, asOf).flatMap(({ period, request, reporter, late, versions, current }) =>
    current.models.flatMap(({ model, indicators }) =>
      indicators.map(({ code, value, target, remark }) => ({
        code, no: model, period, request, reporter, unit_uid: newestOf(assignments, reporter)?.kind === 'unit' ? reporter : '', value, target: target ?? 0, has_target: target !== null, remark, source: 'entered',
        revision: versions.at(-1)?.version, late, recorded_at: versions.at(-1)?.at, simulated: current.simulated,
      })),
    ),
  );
  const counted = grouped(toldUpTo(facts, asOf, /^indicator\.observed$/), ({ data }) => [data['code'], data['period'], data['unit']].map(textOf).join('/')).map((told) => {
    const { data, at } = told.at(-1) as Told;
    return {
      code: data['code'], no: data['model'], period: data['period'], request: '', reporter: '', unit_uid: data['unit'], value: data['value'], target: 0, has_target: false, remark: '', source: 'counted',
      revision: told.length, late: false, recorded_at: at, simulated: data['simulated'],
    };
  });
  return [...entered, ...counted];
};
