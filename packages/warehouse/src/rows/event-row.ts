import type { Envelope } from '@da06/events';
import { millisAt } from './instant.ts';
import { createRowWriter, type RowWriter } from './row-writer.ts';
import { createStayReader } from './stay-reader.ts';
import { writeStay } from './stay-row.ts';

/** The row of an event for `raw_inbox_v2`, and the stay or record that it belongs to. */
export type EventRow = { readonly row: Uint8Array; readonly facility: string; readonly ref: string };

/** More than a row can be longer than its event: names of groups and the orders of registers. */
const spare = 2_048;
const none = 0;
const textEncoder = new TextEncoder();

/**
 * Makes rows of `raw_inbox_v2` in RowBinary, column by column in its order: what the tables need of an event, and nothing else of it (the sealed identity
 * stays outside).
 */
export const createRowEncoder = () => {
  const to = createRowWriter();
  const readStay = createStayReader();

  const stayRow = (value: Uint8Array, wellFormed: boolean): EventRow | undefined => {
    const stay = readStay(value, wellFormed);
    if (stay === undefined) return undefined;
    to.begin(stay.bytes().length * 2 + spare);
    const { facility, ref } = writeStay(to, stay);
    return { row: to.finish(), facility, ref };
  };
  return {
    /**
     * The row of an event of a stay straight from the log's bytes, at a sixth of the cost of parsing it: what is read so, its schema lets in. Undefined for
     * everything else: ask the schemas, and then `of`.
     */
    quick: (value: Uint8Array): EventRow | undefined => stayRow(value, false),
    /** The row of an event that passed its schema. Undefined when it fits no column, such as a departure on the 30th of February. */
    of: (event: Envelope): EventRow | undefined => {
      const stay = event.type.startsWith('vn.da06.stay.');
      return stay ? stayRow(textEncoder.encode(JSON.stringify(event)), true) : otherRow(to, event);
    },
  };
};
export type RowEncoder = ReturnType<typeof createRowEncoder>;

/** The row of an event that is not of a stay: its data go along as JSON, without what is sealed and what was found on it, with the version of its stream, which no data have a field of that name for. */
const otherRow = (to: RowWriter, { id, type, subject, time, recordedtime, sequence, streamversion, data }: Envelope): EventRow | undefined => {
  const named = type.startsWith('vn.da06.facility.') ? data['id'] : data['facility'];
  const facility = typeof named === 'string' ? named : '';
  const ref = typeof data['ref'] === 'string' ? data['ref'] : '';
  const texts = [type, subject, facility, ref, JSON.stringify({ ...data, sealed: undefined, faults: undefined, streamversion })].map((text) => textEncoder.encode(text));
  const [idBytes, timeBytes, recordedBytes, sequenceBytes] = [id, time, recordedtime, sequence].map((text) => textEncoder.encode(text)) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const times = [millisAt(timeBytes, 0), millisAt(recordedBytes, 0)];
  if (times.some(Number.isNaN)) return undefined;
  const text = (bytes: Uint8Array): void => to.text(bytes, 0, bytes.length);
  to.begin(texts.reduce((sum, { length }) => sum + length, spare));
  to.uuid(idBytes, 0);
  for (const one of texts.slice(0, 4)) text(one);
  for (const one of times) to.i64(one);
  to.copy(sequenceBytes, 0, sequenceBytes.length);
  // Codes, registration number, whole, groups, person: none.
  for (let column = 0; column < 5; column += 1) to.varint(none);
  to.i64(none);
  to.i64(none);
  to.u8(none);
  text(texts[4] ?? new Uint8Array());
  return { row: to.finish(), facility, ref };
};
