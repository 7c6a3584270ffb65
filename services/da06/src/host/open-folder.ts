import { AppError } from '@da06/errors';
import { createEmbeddedLog } from '@da06/event-log';
import type { EmbeddedLog } from '@da06/event-log';
import { topics } from '@da06/events';
import { createProjector, projectedTopics, projectorGroup } from '@da06/projector';
import type { Projector } from '@da06/projector';
import { createMetrics } from '@da06/service-kit';
import type { Logger, Metrics } from '@da06/service-kit';
import { createOrLoadKeyFiles, createVault } from '@da06/vault';
import type { LocalityKeys, Vault } from '@da06/vault';
import { createEmbeddedWarehouse } from '@da06/warehouse';
import type { Warehouse } from '@da06/warehouse';
import { randomBytes } from 'node:crypto';
import { adminKeyOf } from '../data-folder/admin-key.ts';
import { takeLock } from '../data-folder/lock.ts';
import { dataPaths, makeDataFolder } from '../data-folder/paths.ts';
import type { DataPaths } from '../data-folder/paths.ts';
import type { Config } from '../config.ts';

/** A data folder that this process holds: its log, vault and engine, and the projection between them. */
export type OpenFolder = {
  readonly paths: DataPaths;
  readonly adminKey: string;
  readonly log: EmbeddedLog;
  /** The secrets the vault was made of: threads of take-in make their own. */
  readonly keys: LocalityKeys;
  readonly vault: Vault;
  readonly warehouse: Warehouse;
  readonly projector: Projector;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly close: () => Promise<void>;
};

export type FolderDeps = { readonly logger: Logger; readonly onFatal?: (error: unknown) => void };

/** Stays go to four partitions by their subject; every other topic has one. Fixed with the first record of a folder. */
const partitions = { [topics.stays]: 4 };

/**
 * Takes the folder, opens everything in it and starts the projection.
 * @throws AppError `data.in-use` when another process holds it.
 */
export const openFolder = async (config: Config, deps: FolderDeps): Promise<OpenFolder> => {
  const paths = dataPaths(config.data);
  makeDataFolder(paths);
  const lock = takeLock(paths.lock);
  const closers: (() => Promise<void>)[] = [() => Promise.resolve(lock.release())];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const { logger } = deps;
    const metrics = createMetrics({ processMetrics: true });
    const adminKey = adminKeyOf(paths.adminKey, randomBytes);
    const keys = createOrLoadKeyFiles(paths.root);
    const log = createEmbeddedLog({ path: paths.log, partitions });
    closers.push(() => log.close());
    const vault = createVault({ ...keys, store: log });
    const warehouse = await openEngine(paths.clickhouse);
    closers.push(() => warehouse.close());
    await warehouse.migrate();
    await projectAnewIfEmpty(log, warehouse, logger);
    const projector = createProjector({ log, warehouse, vault, clock: { now: Date.now }, logger: logger.child({ part: 'projector' }), metrics, onFatal: deps.onFatal ?? (() => {}), options: config.projection });
    await projector.start();
    closers.push(() => projector.stop());
    return { paths, adminKey, keys, log, vault, warehouse, projector, metrics, logger, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** The engine locks its folder too: what our own lock cannot see (another host's process on a shared disk) ends here. */
const openEngine = async (path: string): Promise<Warehouse> => {
  try {
    return await createEmbeddedWarehouse({ path });
  } catch (cause) {
    if (cause instanceof Error && cause.message.includes('CANNOT_OPEN_FILE')) throw new AppError('data.in-use', { cause });
    throw cause;
  }
};

/** Tables that are empty beside a log that was projected are new: after a restore, or when somebody removed them. The log is the truth. */
const projectAnewIfEmpty = async (log: EmbeddedLog, warehouse: Warehouse, logger: Logger): Promise<void> => {
  const [row] = await warehouse.query<{ events: string }>('SELECT toString(count()) AS events FROM da06.raw_events_v1');
  if (row === undefined || row.events !== '0') return;
  for (const topic of projectedTopics) {
    const committed = await log.committed(projectorGroup, topic);
    if (committed.every((offset) => offset === 0n)) continue;
    logger.warn({ topic }, 'the tables are empty: projecting the log from its beginning');
    await log.commit(projectorGroup, committed.map((_, partition) => ({ topic, partition, offset: 0n })));
  }
};
