import { readAll, type EventLog } from '@da06/event-log';
import { parseEvent, topics, type Envelope } from '@da06/events';
import type { Registry } from './registry.ts';

/** Reads all of the registry topic into a registry, which then knows nothing else; it is small beside the stays. Whoever asks it meanwhile meets what it knew before. */
export const readRegistry = async (log: EventLog, registry: Registry): Promise<void> => {
  const events: Envelope[] = [];
  for await (const records of readAll(log, topics.registry)) {
    for (const { value } of records) {
      const parsed = parseEvent(value);
      if (parsed.ok) events.push(parsed.event);
    }
  }
  registry.clear();
  for (const event of events) registry.apply(event);
};
