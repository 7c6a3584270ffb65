import type { Append } from '@da06/event-log';
import { topics } from '@da06/events';

const source = '/da06/registration';

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
export const composeStay = (envelope: Envelope, { type, dataJson, decided }: StayParts): Append =>
  record(topics.stays, envelope, type, `{${dataJson},${decided}}`);

/** Any other event as bytes. */
export const composeEvent = (topic: string, type: string, envelope: Envelope, data: object): Append => record(topic, envelope, type, JSON.stringify(data));

const record = (topic: string, envelope: Envelope, type: string, data: string): Append => ({
  topic,
  key: envelope.subject,
  value: Buffer.from(
    `{"specversion":"1.0","id":"${envelope.id}","source":"${source}","type":"${type}","subject":"${envelope.subject}","time":"${envelope.time}","datacontenttype":"application/json",` +
      `"recordedtime":"${envelope.recordedtime}","sequence":"${envelope.sequence}","actor":"${envelope.actor}","data":${data}}`,
  ),
});
