import { parseEvent, publishedTypes, topics } from '@da06/events';
import { readAll, type EventLog } from '@da06/event-log';

/** Whether nothing has come to a log: it holds no event but what a start publishes. */
export const isUntouched = async (log: EventLog): Promise<boolean> => {
  for (const topic of Object.values(topics)) {
    if (topic !== topics.registry && (await log.ends(topic)).some((end) => end > 0n)) return false;
  }
  for await (const records of readAll(log, topics.registry)) {
    for (const { value } of records) {
      const parsed = parseEvent(value);
      if (!parsed.ok || !publishedTypes.has(parsed.event.type)) return false;
    }
  }
  return true;
};
