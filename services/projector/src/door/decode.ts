import type { Code } from '@da06/errors';
import type { LogRecord } from '@da06/event-log';
import { parseEvent } from '@da06/events';
import type { Touched } from '@da06/warehouse';
import { setImmediate } from 'node:timers/promises';
import { touchedBy } from './touched.ts';

/** A record that passed the door: the bytes that go to the engine, and what it touches. */
export type Accepted = { readonly record: LogRecord; readonly line: Uint8Array; readonly touched: readonly Touched[] };
export type Refused = { readonly record: LogRecord; readonly code: Code };
export type Decoded = {
  readonly accepted: readonly Accepted[];
  readonly refused: readonly Refused[];
  /** How many refused records stand together at the end, with those of the batches before. */
  readonly refusedInARow: number;
  /** The most that ever stood together. */
  readonly longestRow: number;
};

/** The event loop is given back after so many records: the same process answers requests. */
const sliceLength = 500;

/**
 * The door of the tables: reads each record by its schema. Bytes of current versions pass through as they are; older versions
 * are upcast and written anew. What cannot be read is refused with its code, its neighbours go on.
 */
export const decode = async (records: readonly LogRecord[], refusedBefore = 0): Promise<Decoded> => {
  const accepted: Accepted[] = [];
  const refused: Refused[] = [];
  let refusedInARow = refusedBefore;
  let longestRow = refusedBefore;
  for (const [index, record] of records.entries()) {
    if (index > 0 && index % sliceLength === 0) await setImmediate();
    const parsed = parseEvent(record.value);
    if (parsed.ok) {
      accepted.push({ record, line: parsed.upcast ? Buffer.from(JSON.stringify(parsed.event)) : record.value, touched: touchedBy(parsed.event) });
      refusedInARow = 0;
    } else {
      refused.push({ record, code: parsed.code });
      refusedInARow += 1;
      longestRow = Math.max(longestRow, refusedInARow);
    }
  }
  return { accepted, refused, refusedInARow, longestRow };
};
