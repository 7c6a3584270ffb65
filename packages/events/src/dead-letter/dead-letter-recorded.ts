import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { DeadLetterRecordedV1 } from './dead-letter-recorded.v1.ts';

/** The current version of `vn.da06.dead-letter.recorded`. */
export const deadLetterRecordedType = 'vn.da06.dead-letter.recorded.v1';
export const DeadLetterRecordedData = DeadLetterRecordedV1;
export type DeadLetterRecordedData = z.infer<typeof DeadLetterRecordedData>;
export type DeadLetterRecorded = EventOf<typeof deadLetterRecordedType, DeadLetterRecordedData>;
