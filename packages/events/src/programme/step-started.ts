import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { StepStartedV1 } from './step-started.v1.ts';

/** The current version of `vn.da06.step.started`. */
export const stepStartedType = 'vn.da06.step.started.v1';
export const StepStartedData = StepStartedV1;
export type StepStartedData = z.infer<typeof StepStartedData>;
export type StepStarted = EventOf<typeof stepStartedType, StepStartedData>;
