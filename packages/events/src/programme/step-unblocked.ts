import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { StepUnblockedV1 } from './step-unblocked.v1.ts';

/** The current version of `vn.da06.step.unblocked`. */
export const stepUnblockedType = 'vn.da06.step.unblocked.v1';
export const StepUnblockedData = StepUnblockedV1;
export type StepUnblockedData = z.infer<typeof StepUnblockedData>;
export type StepUnblocked = EventOf<typeof stepUnblockedType, StepUnblockedData>;
