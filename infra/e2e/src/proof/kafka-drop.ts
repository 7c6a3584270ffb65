import { applyTopics, createKafkaLog, readAll } from '@da06/event-log';
import { topics } from '@da06/events';
import { startNativeKafka, topicSettings } from '@da06/kafka';
import { createLogger } from '@da06/service-kit';
import { startKafkaProxy } from '@da06/testkit';
import { join } from 'node:path';
import { tempFolder } from '../harness/temp.ts';

export type DropRound = { readonly dropped: number; readonly acknowledged: number; readonly refused: number; readonly lost: number; readonly repeated: number };

/**
 * Units appended through a proxy that, for every second one, hands the batch to the broker, waits until it is stored, and then closes the
 * connection instead of giving the answer. Whatever was acknowledged must be in the log; it may be there twice, which changes no table.
 */
export const dropRound = async ({ units, random }: { readonly units: number; readonly random: () => number }): Promise<DropRound> => {
  const folder = tempFolder('drop');
  const proxy = await startKafkaProxy();
  const broker = await startNativeKafka({ advertisedPort: proxy.port });
  proxy.leadTo(broker.behindProxy ?? '');
  const logger = createLogger({ name: 'proof', level: 'silent' });
  try {
    await applyTopics({ connection: { brokers: [broker.brokers] }, topics: topicSettings });
    const log = await createKafkaLog({ connection: { brokers: [`localhost:${proxy.port}`] }, clientId: 'proof-drop', cachePath: join(folder.path, 'cache'), compacted: [], logger });
    const acknowledged = new Set<string>();
    let refused = 0;
    const append = async (unit: number): Promise<void> => {
      const keys = Array.from({ length: 1 + Math.floor(random() * 400) }, (_, part) => `u${unit}/${part}`);
      try {
        await log.commitUnit({ append: keys.map((key) => ({ topic: topics.stays, key, value: Buffer.from(`value of ${key}`) })) });
        for (const key of keys) acknowledged.add(key);
      } catch {
        refused += 1;
      }
    };
    for (let unit = 0; unit < units; unit += 2) {
      const lost = proxy.dropAfterProduce();
      // Two at a time: the second waits behind the one whose answer is lost.
      await Promise.all([append(unit), append(unit + 1), lost]);
    }
    const found = new Map<string, number>();
    for await (const records of readAll(log, topics.stays)) for (const { key } of records) found.set(key, (found.get(key) ?? 0) + 1);
    await log.close();
    return { dropped: proxy.dropped(), acknowledged: acknowledged.size, refused, lost: [...acknowledged].filter((key) => !found.has(key)).length, repeated: [...found.values()].filter((count) => count > 1).length };
  } finally {
    await proxy.close();
    await broker.stop();
    folder.remove();
  }
};
