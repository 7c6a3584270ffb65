import { readAll, type EventLog } from '@da06/event-log';
import { parseEvent, topics, type Envelope } from '@da06/events';
import type { Registry } from './registry.ts';

/** Of the security topic, incidents alone are asked for: the others are not parsed. */
const incident = Buffer.from('"vn.da06.incident.');

/** Reads all of the registry topic, and the incidents, into a registry, which then knows nothing else; it is small beside the stays. Whoever asks it meanwhile meets what it knew before. */
export const readRegistry = async (log: EventLog, registry: Registry): Promise<void> => {
  const events: Envelope[] = [];
  for (const topic of [topics.registry, topics.security]) {
    for await (const records of readAll(log, topic)) {
      for (const { value } of records) {
        if (topic === topics.security && !Buffer.from(value.buffer, value.byteOffset, value.byteLength).includes(incident)) continue;
        const parsed = parseEvent(value);
        if (parsed.ok) events.push(parsed.event);
      }
    }
  }
  registry.clear();
  for (const event of events) registry.apply(event);
};
