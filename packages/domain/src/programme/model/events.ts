import type { ModelMarkedNotDeployable, ModelPutInOperation, ModelScheduled, ModelUnitChosen, StepBlocked, StepCompleted, StepReopened, StepStarted, StepUnblocked } from '@da06/events';

/** What the fold needs of an event of a model's stream; every envelope of `@da06/events` fits. */
export type ModelEvent = { readonly type: string; readonly streamversion?: number | undefined; readonly data: object };

type Needed<Event extends { type: string; data: object }> = Event extends unknown ? Pick<Event, 'type' | 'data'> : never;
export type StepEvent = Needed<StepStarted | StepCompleted | StepBlocked | StepUnblocked | StepReopened>;
export type KnownModelEvent = StepEvent | Needed<ModelScheduled | ModelUnitChosen | ModelPutInOperation | ModelMarkedNotDeployable>;
