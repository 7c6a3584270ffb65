import { vaultTopic } from '@da06/vault';
import type { EventLog } from '@da06/event-log';

/**
 * Takes the keys of persons out of a restored log whose master key is lost: nobody can open them, and what is sealed from now on lies under a
 * new one. Every identity of before then says that it is erased. The backup still has them, should the master key be found.
 */
export const closeIdentities = async (log: Pick<EventLog, 'entries' | 'commitUnit'>): Promise<number> => {
  const ids = Array.from(log.entries(vaultTopic), ([id]) => id);
  for (let from = 0; from < ids.length; from += 1_000) {
    await log.commitUnit({ append: [], puts: ids.slice(from, from + 1_000).map((key) => ({ topic: vaultTopic, key, value: null })) });
  }
  return ids.length;
};
