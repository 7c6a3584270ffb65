import { daysAfter, daysBetween } from '../days.ts';
import { startOf, stepOf, type ModelOutcome, type ModelPlan, type ModelState, type StepProgress } from './state.ts';

export type ModelStatus = 'not-mentioned' | 'no-subject' | 'not-deployable' | ModelOutcome | 'blocked' | 'in-progress' | 'waiting-c06' | 'planned';
export type Lateness = 'none' | 'conditional' | 'in-time' | 'ended-late' | 'due' | 'overdue' | 'born-overdue';
export type Blocker = { readonly code: 'unit-not-chosen' } | { readonly code: 'step-blocked'; readonly step: number; readonly since: string; readonly cause: string };

/** Where a model stands on a day. Days are local; null = none. */
export type ModelSummary = {
  readonly model: number;
  readonly version: number;
  readonly status: ModelStatus;
  /** What stands in its way, also why it is not deployable is not among it: that is `standingVi` or the mark's cause. */
  readonly blockers: readonly Blocker[];
  readonly lateness: Lateness;
  /** Its last day on time had passed when the plan was issued. */
  readonly bornOverdue: boolean;
  /** Days from the last day on time to its end, or to today; 0 unless it is late. */
  readonly daysLate: number;
  readonly lastDayOnTime: string | null;
  /** `steps` is the sum of the other four. */
  readonly steps: number;
  readonly stepsPlanned: number;
  readonly stepsInProgress: number;
  readonly stepsBlocked: number;
  readonly stepsDone: number;
  /** The first day a step began, or its present unit was chosen. */
  readonly startedOn: string | null;
  readonly endedOn: string | null;
};

/** A step of the plan and how far it is; its cause, agency and remark are of its newest event. */
export type StepSummary = ModelPlan['steps'][number] & {
  /** All of its actors are outside the locality: others close it on their behalf. */
  readonly outside: boolean;
  readonly status: StepProgress['status'];
  readonly startedOn: string | null;
  readonly completedOn: string | null;
  readonly blockedOn: string | null;
  readonly cause: string;
  readonly onBehalfOf: string;
  readonly remark: string;
};

/** The steps of the plan in its order. */
export const describeSteps = (state: ModelState): readonly StepSummary[] =>
  (state.plan?.steps ?? []).map((step) => {
    const { progress, cause, onBehalfOf, remark } = stepOf(state, step.step);
    return {
      ...step,
      outside: step.actors.length > 0 && step.actors.every(({ outside }) => outside),
      status: progress.status,
      startedOn: startOf(progress),
      completedOn: progress.status === 'completed' ? progress.completedOn : null,
      blockedOn: progress.status === 'blocked' ? progress.blockedOn : null,
      cause,
      onBehalfOf,
      remark,
    };
  });

/** Where a model stands on a local day. @throws RangeError while no plan has it: there is nothing to describe. */
export const describeModel = (state: ModelState, today: string): ModelSummary => {
  const { plan } = state;
  if (plan === null) throw new RangeError('No plan has scheduled this model.');
  const steps = describeSteps(state);
  const count = (status: StepProgress['status']): number => steps.filter((step) => step.status === status).length;
  const startedOn = earliest([...steps.map((step) => step.startedOn), state.unit?.chosenOn ?? null]);
  const blockers = asks(state) && state.ended === null ? blockersOf(plan, state, steps) : [];
  return {
    model: plan.model,
    version: state.version,
    status: statusOf(plan, state, { begun: startedOn !== null, blocked: blockers.length > 0 }),
    blockers,
    ...latenessOf(plan, state, { steps, today }),
    steps: steps.length,
    stepsPlanned: count('planned'),
    stepsInProgress: count('in-progress'),
    stepsBlocked: count('blocked'),
    stepsDone: count('completed'),
    startedOn,
    endedOn: state.ended?.on ?? null,
  };
};

const earliest = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).sort()[0] ?? null;

/** Whether anything is asked of the locality. */
const asks = ({ plan, notDeployable }: ModelState): boolean => plan?.standing === 'deployable' && notDeployable === null;

const blockersOf = (plan: ModelPlan, state: ModelState, steps: readonly StepSummary[]): readonly Blocker[] => [
  ...(plan.needsUnit && state.unit === null ? [{ code: 'unit-not-chosen' } as const] : []),
  ...steps.flatMap(({ step, blockedOn, cause }) => (blockedOn === null ? [] : [{ code: 'step-blocked', step, since: blockedOn, cause } as const])),
];

const statusOf = (plan: ModelPlan, state: ModelState, { begun, blocked }: { readonly begun: boolean; readonly blocked: boolean }): ModelStatus => {
  if (plan.standing === 'not-mentioned' || plan.standing === 'no-subject') return plan.standing;
  if (!asks(state)) return 'not-deployable';
  if (state.ended !== null) return state.ended.outcome;
  if (blocked) return 'blocked';
  if (begun) return 'in-progress';
  return plan.waitsForC06 ? 'waiting-c06' : 'planned';
};

type LatenessOf = Pick<ModelSummary, 'lateness' | 'bornOverdue' | 'daysLate' | 'lastDayOnTime'>;

/** "Trước ngày D": the deadline is exclusive, D-1 is the last day on time. */
const latenessOf = (plan: ModelPlan, state: ModelState, { steps, today }: { readonly steps: readonly StepSummary[]; readonly today: string }): LatenessOf => {
  if (plan.deadline === null) return { lateness: 'none', bornOverdue: false, daysLate: 0, lastDayOnTime: null };
  const lastDayOnTime = daysAfter(plan.deadline, -1);
  const facts = { bornOverdue: lastDayOnTime < plan.plan.date, lastDayOnTime };
  if (!asks(state)) return { ...facts, lateness: 'none', daysLate: 0 };
  const late = Math.max(0, daysBetween(lastDayOnTime, state.ended?.on ?? today));
  if (state.ended !== null) return { ...facts, lateness: late === 0 ? 'in-time' : 'ended-late', daysLate: late };
  const open = steps.filter(({ status }) => status !== 'completed');
  if (open.length > 0 && open.every(({ conditional }) => conditional)) return { ...facts, lateness: 'conditional', daysLate: 0 };
  if (late === 0) return { ...facts, lateness: 'due', daysLate: 0 };
  return { ...facts, lateness: facts.bornOverdue ? 'born-overdue' : 'overdue', daysLate: late };
};
