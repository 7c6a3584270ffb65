import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { WatchEntryAddedV1 } from './watch-entry-added.v1.ts';

/** The current version of `vn.da06.watch-entry.added`. */
export const watchEntryAddedType = 'vn.da06.watch-entry.added.v1';
export const WatchEntryAddedData = WatchEntryAddedV1;
export type WatchEntryAddedData = z.infer<typeof WatchEntryAddedData>;
export type WatchEntryAdded = EventOf<typeof watchEntryAddedType, WatchEntryAddedData>;
