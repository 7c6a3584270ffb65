import type { Append } from '@da06/event-log';
import { topics } from '@da06/events';

const source = '/da06/registration';

/** Writes a text, bytes and another text as one value beside the one before, in few large buffers: a buffer for each would cost more than writing it. */
export type Arena = (head: string, middle: string | Uint8Array, tail: string) => Buffer;

const largestChunk = 128 * 1024;

export const createArena = (): Arena => {
  let chunk = Buffer.alloc(0);
  let size = 4 * 1024;
  let used = 0;
  return (head, middle, tail) => {
    const most = (head.length + middle.length + tail.length) * 3; // UTF-8 takes at most 3 bytes a UTF-16 unit
    if (used + most > chunk.length) {
      chunk = Buffer.allocUnsafe(Math.max(most, size));
      size = Math.min(largestChunk, size * 2);
      used = 0;
    }
    const from = used;
    used += chunk.write(head, used);
    if (typeof middle === 'string') used += chunk.write(middle, used);
    else {
      chunk.set(middle, used);
      used += middle.length;
    }
    used += chunk.write(tail, used);
    return chunk.subarray(from, used);
  };
};

/** What an envelope needs beside its type and data; times as ISO instants. */
export type Envelope = { readonly id: string; readonly subject: string; readonly time: string; readonly recordedtime: string; readonly sequence: string; readonly actor: string };

export type RecordParts = {
  readonly type: string;
  /** Members of the data that take-in wrote, without braces. */
  readonly dataJson: string | Uint8Array;
  /** Members that only the committer knows, likewise. */
  readonly decided: string;
};

/**
 * An event of a stay or of a register's record as bytes. Its parts are JSON already, and its ids, subject and actor hold no character that JSON escapes,
 * so it is put together as text: parsing and writing it again would cost more than everything else the committer does.
 */
export const composeRecord = (arena: Arena, envelope: Envelope, { type, dataJson, decided }: RecordParts): Append => ({
  topic: topics.stays,
  key: envelope.subject,
  value: arena(`${headOf(envelope, type)}{`, dataJson, `,${decided}}}`),
});

/** Any other event as bytes. */
export const composeEvent = (arena: Arena, { topic, type, data }: { readonly topic: string; readonly type: string; readonly data: object }, envelope: Envelope): Append => ({
  topic,
  key: envelope.subject,
  value: arena(headOf(envelope, type), JSON.stringify(data), '}'),
});

/** An event up to its data. */
const headOf = ({ id, subject, time, recordedtime, sequence, actor }: Envelope, type: string): string =>
  `{"specversion":"1.0","id":"${id}","source":"${source}","type":"${type}","subject":"${subject}","time":"${time}","datacontenttype":"application/json",` +
  `"recordedtime":"${recordedtime}","sequence":"${sequence}","actor":"${actor}","data":`;
