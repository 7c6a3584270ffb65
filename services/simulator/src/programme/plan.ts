import type { ModelScheduledData, ReporterAssignedData } from '@da06/events';

/** What is needed of a locality's plan to live through it; the locality pack has it. */
export type PlanToLive = {
  /** Unix ms: when the plan is loaded. */
  readonly startsAt: number;
  readonly models: readonly PlannedModel[];
  readonly reporters: readonly Pick<ReporterAssignedData, 'reporter' | 'kind' | 'from' | 'to' | 'dueDay'>[];
  readonly indicators: readonly { readonly code: string; readonly model: number; readonly kind: 'count' | 'share' | 'amount'; readonly source: 'entered' | 'counted' }[];
};

export type PlannedModel = Pick<ModelScheduledData, 'model' | 'standing' | 'annex' | 'needsUnit' | 'waitsForC06' | 'leads' | 'steps'>;

/** Units that report in a month, uids. */
export const unitsOf = ({ reporters }: Pick<PlanToLive, 'reporters'>, period: string): readonly string[] =>
  reporters.filter(({ kind, from, to }) => kind === 'unit' && from <= period && (to === null || period <= to)).map(({ reporter }) => reporter);
