import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { ModelScheduledV1 } from './model-scheduled.v1.ts';

/** The current version of `vn.da06.model.scheduled`. */
export const modelScheduledType = 'vn.da06.model.scheduled.v1';
export const ModelScheduledData = ModelScheduledV1;
export type ModelScheduledData = z.infer<typeof ModelScheduledData>;
export type ModelScheduled = EventOf<typeof modelScheduledType, ModelScheduledData>;
