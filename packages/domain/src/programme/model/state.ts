import type { ModelScheduledData } from '@da06/events';
import { withoutCommand, type Commanded } from '../commanded.ts';
import type { KnownModelEvent, ModelEvent, StepEvent } from './events.ts';

/** A model as the plan has it. */
export type ModelPlan = Omit<ModelScheduledData, keyof Commanded>;
export type ModelOutcome = NonNullable<ModelPlan['endKind']>;

/** How far a step is; days are local. A step that was completed without a start was started that day. */
export type StepProgress =
  | { readonly status: 'planned' }
  | { readonly status: 'in-progress'; readonly startedOn: string }
  | { readonly status: 'blocked'; readonly blockedOn: string; /** null = it was blocked before it began. */ readonly startedOn: string | null }
  | { readonly status: 'completed'; readonly startedOn: string; readonly completedOn: string };

/** A step and what its newest event said. */
export type StepState = {
  readonly progress: StepProgress;
  /** The earliest day its next event can be of. Reopening goes back to the start, so that a wrong day of completion can be mended. */
  readonly notBefore: string;
  readonly changedOn: string;
  /** Why it is blocked or was reopened, '' for anything else. */
  readonly cause: string;
  readonly onBehalfOf: string;
  readonly remark: string;
};

export type ModelState = {
  /** The highest streamversion folded in, 0 = nothing is known. What a command's If-Match is compared with. */
  readonly version: number;
  readonly plan: ModelPlan | null;
  /** By the number of the step; steps nothing happened to are not in it. Kept when the plan changes, also of steps it no longer has. */
  readonly steps: Readonly<Record<string, StepState>>;
  readonly unit: { readonly unit: string; readonly chosenOn: string; readonly remark: string } | null;
  readonly ended: { readonly outcome: ModelOutcome; readonly on: string; readonly remark: string } | null;
  /** Marked by a command. A plan that schedules the model anew lifts it: the newest of the two speaks. */
  readonly notDeployable: { readonly on: string; readonly cause: string; readonly remark: string } | null;
  /** Whether the newest event is of the demonstration. */
  readonly simulated: boolean;
};

export const initialModel: ModelState = { version: 0, plan: null, steps: {}, unit: null, ended: null, notDeployable: null, simulated: false };

/**
 * The state after one more event of the model's stream. Total: events of other types change nothing but the version, and one whose
 * streamversion is not above the held one changes nothing at all, so that deliveries can repeat. Without a streamversion (just decided)
 * it is the next. Data were checked where the event was read.
 */
export const evolveModel = (state: ModelState, event: ModelEvent): ModelState => {
  const version = event.streamversion ?? state.version + 1;
  return version <= state.version ? state : { ...apply(state, event as KnownModelEvent), version };
};

const apply = (state: ModelState, event: KnownModelEvent): ModelState => {
  switch (event.type) {
    case 'vn.da06.model.scheduled.v1':
      return { ...state, plan: withoutCommand(event.data), notDeployable: null, simulated: event.data.simulated };
    case 'vn.da06.model.unit-chosen.v1':
      return { ...state, unit: { unit: event.data.unit, chosenOn: event.data.at, remark: event.data.remark }, simulated: event.data.simulated };
    case 'vn.da06.model.put-in-operation.v1':
      return { ...state, ended: { outcome: event.data.outcome, on: event.data.at, remark: event.data.remark }, simulated: event.data.simulated };
    case 'vn.da06.model.marked-not-deployable.v1':
      return { ...state, notDeployable: { on: event.data.at, cause: event.data.cause, remark: event.data.remark }, simulated: event.data.simulated };
    case 'vn.da06.step.reopened.v1':
      return { ...withStep(state, event), ended: null };
    case 'vn.da06.step.started.v1':
    case 'vn.da06.step.completed.v1':
    case 'vn.da06.step.blocked.v1':
    case 'vn.da06.step.unblocked.v1':
      return withStep(state, event);
    default:
      return state;
  }
};

const untouched: StepState = { progress: { status: 'planned' }, notBefore: '', changedOn: '', cause: '', onBehalfOf: '', remark: '' };

/** A step's state, also of one nothing happened to yet. */
export const stepOf = (state: ModelState, step: number): StepState => state.steps[step] ?? untouched;

const withStep = (state: ModelState, event: StepEvent): ModelState => {
  const { step, at, onBehalfOf, remark, simulated } = event.data;
  const progress = progressAfter(stepOf(state, step).progress, event);
  const notBefore = event.type === 'vn.da06.step.reopened.v1' ? (startOf(progress) ?? at) : at;
  const cause = 'cause' in event.data ? event.data.cause : '';
  return { ...state, steps: { ...state.steps, [step]: { progress, notBefore, changedOn: at, cause, onBehalfOf, remark } }, simulated };
};

const progressAfter = (before: StepProgress, { type, data: { at } }: StepEvent): StepProgress => {
  const startedOn = startOf(before);
  switch (type) {
    case 'vn.da06.step.started.v1':
      return { status: 'in-progress', startedOn: at };
    case 'vn.da06.step.completed.v1':
      return { status: 'completed', startedOn: startedOn ?? at, completedOn: at };
    case 'vn.da06.step.blocked.v1':
      return { status: 'blocked', blockedOn: at, startedOn };
    case 'vn.da06.step.unblocked.v1':
      return startedOn === null ? { status: 'planned' } : { status: 'in-progress', startedOn };
    case 'vn.da06.step.reopened.v1':
      return { status: 'in-progress', startedOn: startedOn ?? at };
  }
};

/** The day a step began, null if it has not. */
export const startOf = (progress: StepProgress): string | null => (progress.status === 'planned' ? null : progress.startedOn);
