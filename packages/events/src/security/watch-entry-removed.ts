import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { WatchEntryRemovedV1 } from './watch-entry-removed.v1.ts';

/** The current version of `vn.da06.watch-entry.removed`. */
export const watchEntryRemovedType = 'vn.da06.watch-entry.removed.v1';
export const WatchEntryRemovedData = WatchEntryRemovedV1;
export type WatchEntryRemovedData = z.infer<typeof WatchEntryRemovedData>;
export type WatchEntryRemoved = EventOf<typeof watchEntryRemovedType, WatchEntryRemovedData>;
