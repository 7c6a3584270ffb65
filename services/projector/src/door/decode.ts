import type { Code } from '@da06/errors';
import type { LogRecord } from '@da06/event-log';
import { parseEvent } from '@da06/events';
import { createRowEncoder } from '@da06/warehouse';
import { setImmediate } from 'node:timers/promises';
import { dueBy, dueOfStay, type Due } from './due.ts';

/** A record that passed the door: its row for the engine, and what is to be recomputed after it. */
export type Accepted = { readonly record: LogRecord; readonly row: Uint8Array; readonly due: Due };
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
 * The door of the tables: reads each record by its schema, older versions upcast, and makes its row. Events of stays as registration writes them are
 * read at once, without the schemas' own cost. What cannot be read, or fits no column, is refused with its code; its neighbours go on.
 */
export const decode = async (records: readonly LogRecord[], refusedBefore = 0): Promise<Decoded> => {
  const accepted: Accepted[] = [];
  const refused: Refused[] = [];
  let refusedInARow = refusedBefore;
  let longestRow = refusedBefore;
  for (const [index, record] of records.entries()) {
    if (index > 0 && index % sliceLength === 0) await setImmediate();
    const read = readRecord(record);
    if (typeof read === 'object') {
      accepted.push(read);
      refusedInARow = 0;
    } else {
      refused.push({ record, code: read });
      refusedInARow += 1;
      longestRow = Math.max(longestRow, refusedInARow);
    }
  }
  return { accepted, refused, refusedInARow, longestRow };
};

const encoder = createRowEncoder();

const readRecord = (record: LogRecord): Accepted | Code => {
  const stay = encoder.quick(record.value);
  if (stay !== undefined) return { record, row: stay.row, due: dueOfStay(stay.facility, stay.ref) };
  const parsed = parseEvent(record.value);
  if (!parsed.ok) return parsed.code;
  const made = encoder.of(parsed.event);
  return made === undefined ? 'warehouse.rejected' : { record, row: made.row, due: dueBy(parsed.event) };
};
