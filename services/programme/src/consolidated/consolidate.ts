import { definitions } from './definitions.ts';
import { indicatorLines } from './indicator-lines.ts';
import type { Completeness, ConsolidatedDuty, ConsolidatedInput, ConsolidatedModel, ConsolidatedMonth, ConsolidatedReport, LeadLine, ModelLine, ModelStatus, ModelText, Totals } from './types.ts';

/** What the standing agency sends on of a month: every model, what is late, blocked or silent, who reported, and what changed since the month before. Pure. */
export const consolidate = (input: ConsolidatedInput): ConsolidatedReport => {
  const { asOf, today, issuer, plan, month, previous } = input;
  const models = input.models.map((model) => lineOf(model, month));
  const numbers = (is: (line: ModelLine) => boolean): readonly number[] => models.filter(is).map(({ model }) => model);
  const steps = stepsDoneIn(input);
  return {
    asOf, today, issuer, plan,
    period: month.period,
    previousPeriod: previous.period,
    simulated: input.models.some(({ simulated }) => simulated) || [...month.duties, ...previous.duties].some(({ simulated }) => simulated),
    completeness: completenessOf(month.duties),
    completenessBefore: completenessOf(previous.duties),
    totals: totalsOf(models, steps.length),
    models,
    lists: { overdue: numbers(isOverdue), bornOverdue: numbers(isBornOverdue), endedLate: numbers(({ lateness }) => lateness === 'ended-late'), blocked: numbers(isBlocked), silent: numbers(isSilent) },
    byLead: byLead(models, month.duties),
    change: {
      statuses: input.models.flatMap(({ model, now, before }) => (before === null || before.status === now.status ? [] : [{ model, before: before.status, now: now.status }])),
      steps,
    },
    indicators: indicatorLines(input.indicators, month, previous),
    reports: reportsOf(month.duties, previous.duties),
    definitions,
  };
};

const asksNothing: ReadonlySet<ModelStatus> = new Set<ModelStatus>(['not-mentioned', 'no-subject', 'not-deployable']);
const endings: ReadonlySet<ModelStatus> = new Set<ModelStatus>(['in-operation', 'completed', 'launched', 'trained']);

const isAsked = ({ status }: ModelLine): boolean => !asksNothing.has(status);
const hasEnded = ({ status }: ModelLine): boolean => endings.has(status);
const isUnderWay = ({ status }: ModelLine): boolean => status === 'in-progress';
const isBlocked = ({ status }: ModelLine): boolean => status === 'blocked';
const isOverdue = ({ lateness }: ModelLine): boolean => lateness === 'overdue';
const isBornOverdue = ({ lateness }: ModelLine): boolean => lateness === 'born-overdue';
const isSilent = ({ health }: ModelLine): boolean => health === 'silent';

const lineOf = ({ before, steps: _steps, now, ...model }: ConsolidatedModel, month: ConsolidatedMonth): ModelLine => ({ ...model, ...now, lastStatus: before?.status ?? null, texts: textsOf(model, month) });

const textsOf = ({ model, leads }: Pick<ConsolidatedModel, 'model' | 'leads'>, { duties }: ConsolidatedMonth): readonly ModelText[] => {
  const texts = duties.flatMap(({ reporter, nameVi, content }) => (content?.models ?? []).filter((entry) => entry.model === model && entry.text !== '').map(({ text }) => ({ reporter, nameVi, text })));
  const isLead = ({ reporter }: ModelText): boolean => leads.some(({ code }) => code === reporter);
  return [...texts.filter(isLead), ...texts.filter((text) => !isLead(text))];
};

const stepsDoneIn = ({ models, month }: ConsolidatedInput): ConsolidatedReport['change']['steps'] =>
  models.flatMap(({ model, steps }) => steps.flatMap(({ step, vi, completedOn }) => (completedOn?.startsWith(`${month.period}-`) === true ? [{ model, step, vi, completedOn }] : [])));

const completenessOf = (duties: readonly ConsolidatedDuty[]): Completeness => {
  const count = (...statuses: ConsolidatedDuty['status'][]): number => duties.filter(({ status }) => statuses.includes(status)).length;
  return { expected: duties.length, in: count('in'), late: count('late'), missing: count('missing'), open: count('due', 'not-yet') };
};

const sum = (models: readonly ModelLine[], of: (line: ModelLine) => number): number => models.reduce((total, line) => total + of(line), 0);

const totalsOf = (models: readonly ModelLine[], stepsDoneInMonth: number): Totals => {
  const asked = models.filter(isAsked);
  const count = (is: (line: ModelLine) => boolean): number => asked.filter(is).length;
  return {
    models: models.length, asked: asked.length, ended: count(hasEnded), underWay: count(isUnderWay), notBegun: count(({ status }) => status === 'planned' || status === 'waiting-c06'),
    blocked: count(isBlocked), overdue: count(isOverdue), bornOverdue: count(isBornOverdue), silent: count(isSilent), steps: sum(models, ({ steps }) => steps), stepsDone: sum(models, ({ stepsDone }) => stepsDone), stepsDoneInMonth,
  };
};

/** A model with several leads counts with each of them. */
const byLead = (models: readonly ModelLine[], duties: readonly ConsolidatedDuty[]): readonly LeadLine[] => {
  const agencies = new Map(models.flatMap(({ leads }) => leads).map((agency) => [agency.code, agency]));
  const lines = [...agencies.values()].map((agency): LeadLine => {
    const own = models.filter((line) => isAsked(line) && line.leads.some(({ code }) => code === agency.code));
    const count = (is: (line: ModelLine) => boolean): number => own.filter(is).length;
    return {
      ...agency, models: own.length, ended: count(hasEnded), underWay: count(isUnderWay), blocked: count(isBlocked), overdue: count(isOverdue), bornOverdue: count(isBornOverdue), silent: count(isSilent),
      steps: sum(own, ({ steps }) => steps), stepsDone: sum(own, ({ stepsDone }) => stepsDone), report: duties.find(({ reporter }) => reporter === agency.code)?.status ?? null,
    };
  });
  return lines.filter((line) => line.models > 0).sort((one, other) => other.models - one.models || one.vi.localeCompare(other.vi, 'vi'));
};

const reportsOf = (duties: readonly ConsolidatedDuty[], before: readonly ConsolidatedDuty[]): ConsolidatedReport['reports'] =>
  duties.map(({ content, ...duty }) => ({ ...duty, nothing: content?.nothing === true, statusBefore: before.find(({ reporter }) => reporter === duty.reporter)?.status ?? null }));
