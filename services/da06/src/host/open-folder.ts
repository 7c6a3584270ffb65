import type { EmbeddedLog, EventLog } from '@da06/event-log';
import { createProjector } from '@da06/projector';
import type { Projector } from '@da06/projector';
import { createMetrics } from '@da06/service-kit';
import type { Logger, Metrics } from '@da06/service-kit';
import { createVault, readSecretFile } from '@da06/vault';
import type { LocalityKeys, Vault } from '@da06/vault';
import type { Warehouse } from '@da06/warehouse';
import { randomBytes } from 'node:crypto';
import { adminKeyOf } from '../data-folder/admin-key.ts';
import { takeLock } from '../data-folder/lock.ts';
import { dataPaths, makeDataFolder } from '../data-folder/paths.ts';
import type { DataPaths } from '../data-folder/paths.ts';
import type { Config } from '../config.ts';
import { openKeys } from '../master-key/open-keys.ts';
import { createClosers } from '../parts/closers.ts';
import { openLog } from '../parts/open-log.ts';
import { openWarehouse, prepareTables } from '../parts/open-warehouse.ts';
import { patiently, serviceWaitMs } from '../parts/patiently.ts';

/** Threads of take-in make their vault of the same secrets. */
type Sealing = { readonly keys: LocalityKeys; readonly vault: Vault };

/** A data folder that this process holds: its log, vault and engine, and the projection between them. */
export type OpenFolder = {
  readonly paths: DataPaths;
  readonly adminKey: string;
  readonly log: EventLog;
  /** The same log when it lies in the folder. */
  readonly embedded: EmbeddedLog | undefined;
  /** The secrets the vault is made of, and the vault: both are other ones after a change of the master key. */
  readonly sealing: () => Sealing;
  /** Takes the master key that is in its place now, or the one of a file until it is put there; finishes a change that was interrupted. */
  readonly renewSealing: (masterKeyFile?: string) => Promise<Sealing>;
  readonly warehouse: Warehouse;
  readonly projector: Projector;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly close: () => Promise<void>;
};

export type FolderDeps = { readonly logger: Logger; readonly onFatal?: (error: unknown) => void };

/**
 * Takes the folder, opens everything in it and starts the projection.
 * @throws AppError `data.in-use` when another process holds it.
 */
export const openFolder = async (config: Config, deps: FolderDeps): Promise<OpenFolder> => {
  const paths = dataPaths(config.data);
  makeDataFolder(paths);
  const lock = takeLock(paths.lock);
  const closers = createClosers();
  const close = closers.closeAll;
  closers.add(() => Promise.resolve(lock.release()));
  try {
    const { logger } = deps;
    const metrics = createMetrics({ processMetrics: true });
    const adminKey = adminKeyOf(paths.adminKey, randomBytes);
    const { log, embedded } = await openLog(config, { logger, clientId: 'da06-host', waitMs: serviceWaitMs, withKeys: true });
    closers.add(() => log.close());
    const sealingOf = (keys: LocalityKeys): Sealing => ({ keys, vault: createVault({ ...keys, store: log }) });
    let sealing = sealingOf(await openKeys({ config, log, logger }));
    const renewSealing = async (masterKeyFile?: string): Promise<Sealing> => {
      const masterKey = masterKeyFile === undefined ? undefined : readSecretFile(masterKeyFile);
      sealing = sealingOf(masterKey === undefined ? await openKeys({ config, log, logger }) : { ...sealing.keys, masterKey });
      return sealing;
    };
    const warehouse = await openWarehouse(config);
    closers.add(() => warehouse.close());
    await patiently(() => prepareTables({ log, warehouse, logger }), { forMs: serviceWaitMs, logger });
    const projector = createProjector({ log, warehouse, vault: sealing.vault, clock: { now: Date.now }, logger: logger.child({ part: 'projector' }), metrics, onFatal: deps.onFatal ?? (() => {}), shared: config.kafka !== undefined, options: config.projection });
    await projector.start();
    closers.add(() => projector.stop());
    return { paths, adminKey, sealing: () => sealing, renewSealing, log, embedded, warehouse, projector, metrics, logger, close };
  } catch (error) {
    await close();
    throw error;
  }
};
