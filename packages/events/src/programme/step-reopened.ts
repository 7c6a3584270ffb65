import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { StepReopenedV1 } from './step-reopened.v1.ts';

/** The current version of `vn.da06.step.reopened`. */
export const stepReopenedType = 'vn.da06.step.reopened.v1';
export const StepReopenedData = StepReopenedV1;
export type StepReopenedData = z.infer<typeof StepReopenedData>;
export type StepReopened = EventOf<typeof stepReopenedType, StepReopenedData>;
