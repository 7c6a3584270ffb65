import { createEmbeddedLog } from '@da06/event-log';
import { createHybridClock, parseEvent, topics, type Envelope } from '@da06/events';
import { loadLocality } from '@da06/reference';
import { createRegistration } from '@da06/registration';
import { createLogger, createMetrics } from '@da06/service-kit';
import type { Transport } from '@da06/simulator';
import { fixedClock, tempFolder } from '@da06/testkit';
import { createVault } from '@da06/vault';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const adminKey = 'da06_test-administrator';

/** Registration on a real log in a temporary folder, which receives each sending at its own time. */
export const receivingRegistration = async (): Promise<{ readonly transport: Transport; readonly events: () => Promise<Envelope[]> }> => {
  const folder = tempFolder(onTestFinished);
  const clock = fixedClock('2020-01-01T00:00:00.000Z');
  const log = createEmbeddedLog({ path: join(folder, 'log'), partitions: { [topics.stays]: 4 } });
  const vault = createVault({ masterKey: Buffer.alloc(32, 1), hashKey: Buffer.alloc(32, 2), store: log });
  const registration = createRegistration({
    log, vault, locality: loadLocality(), adminKey, refsPath: join(folder, 'refs'), receiptKeysPath: join(folder, 'receipt-keys'), clock, sequence: createHybridClock({ now: clock.now }),
    logger: createLogger({ name: 'test', level: 'silent' }), metrics: createMetrics(),
  });
  await registration.start();
  onTestFinished(async () => {
    await registration.stop();
    await log.close();
  });
  return {
    transport: async ({ at, method, path, contentType, body }) => {
      clock.set(at);
      return await registration.fetch(new Request(`http://localhost${path}`, { method, headers: { authorization: `Bearer ${adminKey}`, 'content-type': contentType }, ...(body !== '' && { body }) }));
    },
    events: async () => {
      const events: Envelope[] = [];
      for (let partition = 0; partition < log.partitions(topics.stays); partition += 1) {
        for (const { value } of await log.read({ topic: topics.stays, partition, from: 0n, limit: 100_000 })) {
          const parsed = parseEvent(value);
          if (!parsed.ok) throw new Error(parsed.code);
          events.push(parsed.event);
        }
      }
      return events;
    },
  };
};
