import type { EventLog } from '@da06/event-log';
import { parseEvent, topics } from '@da06/events';
import type { Registry } from './registry.ts';

/** Reads all of the registry topic into a registry, which then knows nothing else; it is small beside the stays. */
export const readRegistry = async (log: EventLog, registry: Registry): Promise<void> => {
  registry.clear();
  const ends = await log.ends(topics.registry);
  for (let partition = 0; partition < ends.length; partition += 1) {
    let from = 0n;
    for (;;) {
      const read = await log.read({ topic: topics.registry, partition, from, limit: 5_000 });
      const last = read.at(-1);
      if (last === undefined) break;
      for (const { value } of read) {
        const parsed = parseEvent(value);
        if (parsed.ok) registry.apply(parsed.event);
      }
      from = last.offset + 1n;
    }
  }
};
