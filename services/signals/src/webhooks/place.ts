import { readAll, type EventLog } from '@da06/event-log';
import { parseEvent, topics, type Envelope } from '@da06/events';

/** The topic of alerts has one partition, so that all of them have one order. */
export const partition = 0;

/** Events that a subscription can be about, or is made of: most of a log are others. */
const marks = ['"vn.da06.alert.', '"vn.da06.webhook.'].map((text) => Buffer.from(text));

/** The first place whose event is the one that is looked for, else the end. */
export const placeOf = async (log: EventLog, isIt: (event: Envelope) => boolean): Promise<bigint> => {
  for await (const records of readAll(log, topics.security)) {
    for (const { value, offset } of records) {
      const event = eventOf(value);
      if (event !== undefined && isIt(event)) return offset;
    }
  }
  return (await log.ends(topics.security))[partition] ?? 0n;
};

/** An event of an alert or a subscription; undefined for any other, and for what cannot be read: that is the projector's to set aside. */
export const eventOf = (value: Uint8Array): Envelope | undefined => {
  const text = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (!marks.some((mark) => text.includes(mark))) return undefined;
  const parsed = parseEvent(value);
  return parsed.ok ? parsed.event : undefined;
};
