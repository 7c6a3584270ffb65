import type { Indicator, Model, MonthlyDuty, Report, ReportBody } from './answers.ts';
import { numberIn, typed } from './numbers.ts';

/** A line of the form: an indicator with what was said of it, and last month. */
export type Line = { readonly indicator: Indicator; readonly value: string; readonly target: string; readonly note: string; readonly before: number | undefined };
export type Section = {
  readonly model: Model;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly filled: boolean;
  /** Last month's report spoke of it, and this month's is not there yet. */
  readonly awaited: boolean;
};
export type Draft = { readonly nothing: boolean; readonly sections: readonly Section[] };

export type Known = {
  readonly duty: Pick<MonthlyDuty, 'reporter'> & Partial<Pick<MonthlyDuty, 'kind'>>;
  readonly models: readonly Model[];
  readonly indicators: readonly Indicator[];
  readonly report: Report | null;
  readonly before: Report | null;
  /** Models that were put into the form by hand. */
  readonly added: readonly number[];
};

/** Whether a reporter has a part in a model by what the list of models tells; doing one step of it shows only in the model itself, so others can be added. */
const hasPart = ({ leads, coordinating }: Model, { reporter, kind }: Known['duty']): boolean =>
  kind === 'unit' || leads.some(({ code, collective }) => collective || code === reporter) || coordinating.some(({ code }) => code === reporter);

/** Models that something can be reported of. */
export const reportable = (models: readonly Model[]): readonly Model[] => models.filter(({ standing, status }) => standing === 'deployable' && status !== 'not-deployable');

/** The form as it is opened: what was reported already, last month beside it. */
export const draftOf = ({ duty, models, indicators, report, before, added }: Known): Draft => ({
  nothing: report?.nothing ?? false,
  sections: reportable(models).flatMap((model) => {
    const said = report?.models.find(({ no }) => no === model.no);
    if (said === undefined && !hasPart(model, duty) && !added.includes(model.no)) return [];
    const lines = indicators.filter((one) => one.model === model.no).map((indicator): Line => {
      const told = said?.indicators.find(({ code }) => code === indicator.code);
      const last = before?.models.find(({ no }) => no === model.no)?.indicators.find(({ code }) => code === indicator.code);
      return { indicator, value: typed(told?.value ?? null), target: typed(told?.target ?? last?.target ?? null), note: told?.note ?? '', before: last?.value };
    });
    return [{ model, text: said?.text ?? '', lines, filled: said !== undefined || added.includes(model.no), awaited: report === null && before?.models.some(({ no }) => no === model.no) === true }];
  }),
});

/** Names of the form's fields. */
export const fieldName = {
  nothing: 'nothing',
  text: (model: number): string => `${String(model)}/text`,
  value: (code: string): string => `${code}/value`,
  target: (code: string): string => `${code}/target`,
  note: (code: string): string => `${code}/note`,
};

/** What is wrong before it is sent: the server would refuse the whole. */
type FieldFault = 'not-a-number' | 'value-missing';
export type Written = {
  readonly body: ReportBody;
  /** The field that a JSON Pointer into the body means. */
  readonly fields: ReadonlyMap<string, string>;
  readonly faults: ReadonlyMap<string, FieldFault>;
};

/** The report that the form's fields say. A model without a text or a value is left out; a target that was only carried over from last month says nothing by itself. */
export const written = (draft: Draft, valueOf: (field: string) => string): Written => {
  const fields = new Map<string, string>([['/nothing', fieldName.nothing], ['/models', fieldName.nothing]]);
  const faults = new Map<string, FieldFault>();
  if (valueOf(fieldName.nothing) !== '') return { body: { nothing: true, models: [] }, fields, faults };
  const models: ReportBody['models'][number][] = [];
  for (const { model, lines } of draft.sections) {
    const at = `/models/${String(models.length)}`;
    const text = valueOf(fieldName.text(model.no)).trim();
    const indicators: ReportBody['models'][number]['indicators'][number][] = [];
    for (const { indicator: { code, source }, target: carried } of lines) {
      if (source === 'counted') continue;
      const [value, target, note] = [valueOf(fieldName.value(code)).trim(), valueOf(fieldName.target(code)).trim(), valueOf(fieldName.note(code)).trim()];
      if (value === '') {
        if (note !== '' || (target !== '' && target !== carried)) faults.set(fieldName.value(code), 'value-missing');
        continue;
      }
      const [number, aim] = [numberIn(value), target === '' ? null : numberIn(target)];
      if (number === undefined) faults.set(fieldName.value(code), 'not-a-number');
      if (aim === undefined) faults.set(fieldName.target(code), 'not-a-number');
      const here = `${at}/indicators/${String(indicators.length)}`;
      for (const [part, name] of [['code', fieldName.value(code)], ['value', fieldName.value(code)], ['target', fieldName.target(code)], ['note', fieldName.note(code)]] as const) fields.set(`${here}/${part}`, name);
      indicators.push({ code, value: number ?? 0, target: aim ?? null, note });
    }
    if (text === '' && indicators.length === 0) continue;
    for (const part of ['', '/no', '/text']) fields.set(`${at}${part}`, fieldName.text(model.no));
    models.push({ no: model.no, text, indicators });
  }
  return { body: { nothing: false, models }, fields, faults };
};
