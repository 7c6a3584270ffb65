import { createEmbeddedLog } from '@da06/event-log';
import { topics } from '@da06/events';
import { createLogger, createMetrics } from '@da06/service-kit';
import { fixedClock, recordOf, removeFolder, tempFolder, type AnyEvent } from '@da06/testkit';
import { createVault } from '@da06/vault';
import { createEmbeddedWarehouse } from '@da06/warehouse';
import { join } from 'node:path';
import { createProjector, type ProjectorDeps } from './projector.ts';

/** The real log and the real engine in a folder of their own: one for each test file, since a process holds one engine. */
export const openStack = async () => {
  const folder = tempFolder();
  const log = createEmbeddedLog({ path: join(folder, 'log'), partitions: { [topics.stays]: 4 } });
  const warehouse = await createEmbeddedWarehouse({ path: join(folder, 'clickhouse') });
  await warehouse.migrate();
  const vault = createVault({ masterKey: Buffer.alloc(32, 1), hashKey: Buffer.alloc(32, 2), store: log });
  const clock = fixedClock();
  const logger = createLogger({ name: 'projector-test', level: 'silent' });
  return {
    log, warehouse, vault, clock, logger,
    append: async (...events: readonly AnyEvent[]): Promise<void> => {
      await log.commitUnit({ append: events.map(recordOf) });
    },
    /** A projector on this log; `fatal` collects what stopped it. */
    projector: (given: Partial<ProjectorDeps> = {}) => {
      const fatal: unknown[] = [];
      const made = createProjector({ log, warehouse, vault, clock, logger, metrics: createMetrics(), onFatal: (error) => fatal.push(error), ...given, options: { lingerMs: 0, backOff: () => 20, ...given.options } });
      return { ...made, fatal };
    },
    close: async (): Promise<void> => {
      await log.close();
      await warehouse.close();
      removeFolder(folder);
    },
  };
};
export type Stack = Awaited<ReturnType<typeof openStack>>;

/** Waits until everything in the log is projected. */
export const caughtUp = async (projector: { readonly lag: () => Promise<number> }, timeoutMs = 20_000): Promise<void> => {
  const until = performance.now() + timeoutMs;
  while ((await projector.lag()) > 0) {
    if (performance.now() > until) throw new Error(`Still ${await projector.lag()} records behind.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
