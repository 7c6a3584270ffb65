import type { EventLog } from './port.ts';

/** One log on a place of its own, empty at first. `open` opens it again after `close`: what was kept must still be there. */
export type LogUnderTest = { readonly open: (partitions: Readonly<Record<string, number>>) => Promise<EventLog> };
