import type { EventLog } from '@da06/event-log';
import { projectedTopics, projectorGroup } from '@da06/projector';
import type { Tables } from '@da06/signals';
import { newestReceipt, ruleHits } from '@da06/warehouse';
import type { Warehouse } from '@da06/warehouse';

/** The tables as rules are asked of them, over a log whose projection says how far they are. */
export const askTables = (log: Pick<EventLog, 'ends' | 'committed'>, warehouse: Pick<Warehouse, 'query'>): Tables => {
  let awaited: ReadonlyMap<string, readonly bigint[]> | undefined;

  const current = async (): Promise<boolean> => {
    // Of a log that never rests the end is never projected: where it was at an earlier call is.
    awaited ??= new Map(await Promise.all(projectedTopics.map(async (topic) => [topic, await log.ends(topic)] as const)));
    for (const [topic, ends] of awaited) {
      const committed = await log.committed(projectorGroup, topic);
      if (ends.some((end, partition) => (committed[partition] ?? 0n) < end)) return false;
    }
    awaited = undefined;
    return true;
  };
  return { current, newest: () => newestReceipt(warehouse), hits: (question) => ruleHits(warehouse, question) };
};
