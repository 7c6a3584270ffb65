import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { StepBlockedV1 } from './step-blocked.v1.ts';

/** The current version of `vn.da06.step.blocked`. */
export const stepBlockedType = 'vn.da06.step.blocked.v1';
export const StepBlockedData = StepBlockedV1;
export type StepBlockedData = z.infer<typeof StepBlockedData>;
export type StepBlocked = EventOf<typeof stepBlockedType, StepBlockedData>;
