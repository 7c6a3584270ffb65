import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { StepCompletedV1 } from './step-completed.v1.ts';

/** The current version of `vn.da06.step.completed`. */
export const stepCompletedType = 'vn.da06.step.completed.v1';
export const StepCompletedData = StepCompletedV1;
export type StepCompletedData = z.infer<typeof StepCompletedData>;
export type StepCompleted = EventOf<typeof stepCompletedType, StepCompletedData>;
