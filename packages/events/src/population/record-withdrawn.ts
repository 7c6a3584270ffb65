import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { RecordWithdrawnV1 } from './record-withdrawn.v1.ts';

/** The current version of `vn.da06.record.withdrawn`. */
export const recordWithdrawnType = 'vn.da06.record.withdrawn.v1';
export const RecordWithdrawnData = RecordWithdrawnV1;
export type RecordWithdrawnData = z.infer<typeof RecordWithdrawnData>;
export type RecordWithdrawn = EventOf<typeof recordWithdrawnType, RecordWithdrawnData>;
