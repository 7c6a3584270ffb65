import type { EventLog } from '@da06/event-log';
import { nightsDueTopic } from '@da06/events';
import { nightsGroup } from './nights/nights-keeper.ts';
import { projectedTopics, projectorGroup } from './topics.ts';

/** Records that no query sees yet, seen from beside the projectors that share a log: neither projected nor recounted. */
export const projectionLag = async (log: EventLog): Promise<number> => {
  const behind = async (group: string, topic: string): Promise<number> => {
    const [ends, committed] = await Promise.all([log.ends(topic), log.committed(group, topic)]);
    return ends.reduce((sum, end, partition) => sum + Number(end - (committed[partition] ?? 0n)), 0);
  };
  // Marks come after their events: counted in this order, none slips between.
  let lag = 0;
  for (const topic of projectedTopics) lag += await behind(projectorGroup, topic);
  return lag + (await behind(nightsGroup, nightsDueTopic));
};
