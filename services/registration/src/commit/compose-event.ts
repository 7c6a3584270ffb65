import type { Append } from '@da06/event-log';
import { topics } from '@da06/events';

const source = '/da06/registration';

/** Turns texts into bytes that lie side by side in few large buffers: a buffer for each would cost more than writing it. */
export type Arena = (text: string) => Buffer;

const largestChunk = 128 * 1024;

export const createArena = (): Arena => {
  let chunk = Buffer.alloc(0);
  let used = 0;
  let size = 4 * 1024;
  return (text) => {
    const most = text.length * 3; // UTF-8 takes at most 3 bytes a UTF-16 unit
    if (used + most > chunk.length) {
      chunk = Buffer.allocUnsafe(Math.max(most, size));
      size = Math.min(largestChunk, size * 2);
      used = 0;
    }
    const from = used;
    used += chunk.write(text, from);
    return chunk.subarray(from, used);
  };
};

/** What an envelope needs beside its type and data; times as ISO instants. */
export type Envelope = { readonly id: string; readonly subject: string; readonly time: string; readonly recordedtime: string; readonly sequence: string; readonly actor: string };

export type StayParts = {
  readonly type: string;
  /** Members of the data that take-in wrote, without braces. */
  readonly dataJson: string;
  /** Members that only the committer knows, likewise. */
  readonly decided: string;
};

/**
 * An event of a stay as bytes. Its parts are JSON already, and its ids, subject and actor hold no character that JSON escapes,
 * so it is put together as text: parsing and writing it again would cost more than everything else the committer does.
 */
export const composeStay = (arena: Arena, envelope: Envelope, { type, dataJson, decided }: StayParts): Append =>
  record(arena, topics.stays, envelope, type, `{${dataJson},${decided}}`);

/** Any other event as bytes. */
export const composeEvent = (arena: Arena, { topic, type, data }: { readonly topic: string; readonly type: string; readonly data: object }, envelope: Envelope): Append =>
  record(arena, topic, envelope, type, JSON.stringify(data));

const record = (arena: Arena, topic: string, envelope: Envelope, type: string, data: string): Append => ({
  topic,
  key: envelope.subject,
  value: arena(
    `{"specversion":"1.0","id":"${envelope.id}","source":"${source}","type":"${type}","subject":"${envelope.subject}","time":"${envelope.time}","datacontenttype":"application/json",` +
      `"recordedtime":"${envelope.recordedtime}","sequence":"${envelope.sequence}","actor":"${envelope.actor}","data":${data}}`,
  ),
});
