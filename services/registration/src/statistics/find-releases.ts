import { readAll, type EventLog } from '@da06/event-log';
import { compareOrder } from '@da06/domain';
import { parseEvent, statisticReleasedType, topics, type StatisticReleased } from '@da06/events';
import type { Statistic } from './sealed-statistics.ts';

/** The newest release of a statistic for each day, the latest day first. Read from the log each time: they are few, and another process may have made them. */
export const findReleases = async (log: EventLog, statistic: Statistic): Promise<readonly StatisticReleased[]> => {
  const type = Buffer.from(`"${statisticReleasedType}"`);
  const newest = new Map<string, StatisticReleased>();
  for await (const records of readAll(log, topics.registry)) {
    for (const { value } of records) {
      const parsed = Buffer.from(value.buffer, value.byteOffset, value.byteLength).includes(type) ? parseEvent(value) : undefined;
      if (parsed?.ok !== true || parsed.event.type !== statisticReleasedType) continue;
      const event = parsed.event as StatisticReleased;
      const known = newest.get(event.data.asOf);
      if (event.data.statistic === statistic && (known === undefined || compareOrder(orderOf(known), orderOf(event)) < 0)) newest.set(event.data.asOf, event);
    }
  }
  return [...newest.values()].sort((a, b) => (a.data.asOf < b.data.asOf ? 1 : -1));
};

const orderOf = ({ sequence, id }: StatisticReleased): Parameters<typeof compareOrder>[0] => [0, sequence, id];
