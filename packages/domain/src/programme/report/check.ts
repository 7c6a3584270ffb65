import { fault, type Code, type Fault } from '@da06/errors';
import type { ModelPlan, ModelState } from '../model/state.ts';
import { findPersonal } from '../text/find-personal.ts';
import type { Assignment } from './duty.ts';
import type { ReportContent } from './state.ts';

/** What a report needs to know of an indicator; the definitions of a locality pack fit. */
export type IndicatorRule = {
  readonly code: string;
  readonly model: number;
  /** A count is whole and not negative, a share lies between 0 and 100, an amount is not negative. */
  readonly kind: 'count' | 'share' | 'amount';
  /** `counted` = the system counts it itself: nobody enters it. */
  readonly source: 'entered' | 'counted';
};

/** What is known beside the report itself. */
export type ReportKnowledge = {
  /** The state of a model; undefined = no plan has it. */
  readonly model: (number: number) => ModelState | undefined;
  readonly indicator: (code: string) => IndicatorRule | undefined;
};

/**
 * Every fault of a report's content, with pointers into `{nothing, models: [{model, text, indicators: [{code, value, target, remark}]}]}`
 * (`/models/0/indicators/1/value`). Empty = it can be taken.
 */
export const checkReport = (content: ReportContent, by: Pick<Assignment, 'reporter' | 'kind'>, known: ReportKnowledge): readonly Fault[] => {
  if (content.nothing) return content.models.length > 0 ? [fault('/models', 'report.nothing-with-models')] : [];
  if (content.models.length === 0) return [fault('/models', 'report.empty')];
  return content.models.flatMap((entry, index) => {
    const at = `/models/${index}`;
    const before = content.models.slice(0, index).some(({ model }) => model === entry.model);
    const code = before ? 'report.model-twice' : modelFault(entry.model, by, known);
    return [
      ...(code === undefined ? [] : [fault(`${at}/model`, code, entry.model)]),
      ...(entry.text.trim() === '' && entry.indicators.length === 0 ? [fault(at, 'report.empty')] : []),
      ...personalFault(`${at}/text`, entry.text),
      ...indicatorFaults(`${at}/indicators`, entry, known),
    ];
  });
};

/** Whether a model is a reporter's to speak of: a unit's always, an agency's if it leads it at some time, coordinates it or does a step of it, or if all agencies lead it together. */
export const hasPartIn = (plan: ModelPlan, by: Pick<Assignment, 'reporter' | 'kind'>): boolean =>
  by.kind === 'unit' || plan.leads.some(({ collective }) => collective) || [...plan.leads, ...plan.coordinating, ...plan.steps.flatMap(({ actors }) => actors)].some(({ code }) => code === by.reporter);

const modelFault = (number: number, by: Pick<Assignment, 'reporter' | 'kind'>, known: ReportKnowledge): Code | undefined => {
  const state = known.model(number);
  const plan = state?.plan;
  if (plan === undefined || plan === null) return 'model.unknown';
  if (plan.standing === 'not-mentioned' || plan.standing === 'no-subject') return 'model.no-subject';
  if (plan.standing === 'not-deployable' || state?.notDeployable !== null) return 'model.not-deployable';
  return hasPartIn(plan, by) ? undefined : 'report.model-not-own';
};

const indicatorFaults = (at: string, { model, indicators }: ReportContent['models'][number], known: ReportKnowledge): readonly Fault[] =>
  indicators.flatMap(({ code, value, target, remark }, index) => {
    const here = `${at}/${index}`;
    const rule = known.indicator(code);
    if (rule === undefined || rule.model !== model) return [fault(`${here}/code`, 'indicator.unknown', code)];
    const twice = indicators.slice(0, index).some((other) => other.code === code);
    return [
      ...(rule.source === 'counted' ? [fault(`${here}/code`, 'indicator.counted', code)] : []),
      ...(twice ? [fault(`${here}/code`, 'indicator.twice', code)] : []),
      ...numberFault(`${here}/value`, value, rule.kind),
      ...(target === null ? [] : numberFault(`${here}/target`, target, rule.kind)),
      ...personalFault(`${here}/remark`, remark),
    ];
  });

const numberFault = (pointer: string, value: number, kind: IndicatorRule['kind']): readonly Fault[] => {
  if (!Number.isFinite(value) || value < 0 || (kind === 'share' && value > 100) || (kind === 'count' && value > Number.MAX_SAFE_INTEGER)) return [fault(pointer, 'indicator.out-of-range', value)];
  return kind === 'count' && !Number.isInteger(value) ? [fault(pointer, 'indicator.not-whole', value)] : [];
};

/** The text itself is not given back: it may hold a person's number. */
const personalFault = (pointer: string, text: string): readonly Fault[] => (findPersonal(text) ? [fault(pointer, 'text.personal')] : []);
