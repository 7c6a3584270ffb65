import { loadLocality } from '@da06/reference';
import type { Registration } from '@da06/registration';
import { createClickHouseHttp } from '@da06/warehouse';
import type { Config } from '../config.ts';
import { removeHostFile, writeHostFile } from '../data-folder/host-file.ts';
import { createClosers } from '../parts/closers.ts';
import { makeRegistration } from '../parts/make-registration.ts';
import { warnWhenExposed } from '../parts/exposed.ts';
import { openDoor } from '../parts/open-door.ts';
import { listenClickHouse } from './clickhouse-port.ts';
import { hostDescribed } from './documented.ts';
import { createHostOperations } from './host-operations.ts';
import { createFrontDoor } from './front-door.ts';
import { admitTo, createRoleOfKey } from './key-check.ts';
import { openFolder } from './open-folder.ts';
import type { FolderDeps, OpenFolder } from './open-folder.ts';

type HostAddresses = { readonly url: string; readonly clickhouseUrl: string | null; readonly adminKeyPath: string; readonly empty: boolean };

export type Host = {
  /** Opens the doors; resolves when the host is ready. */
  readonly start: () => Promise<HostAddresses>;
  /** Takes no new request, finishes what was begun, flushes and lets the folder go. */
  readonly stop: () => Promise<void>;
  readonly folder: OpenFolder;
};

/**
 * Everything in one process on one data folder: registration, projection, queries.
 * @throws AppError `data.in-use`, `config.invalid`.
 */
export const createHost = async (config: Config, deps: FolderDeps): Promise<Host> => {
  const { logger } = deps;
  const locality = loadLocality(config.localityDir);
  const folder = await openFolder(config, deps);
  const closers = createClosers();
  closers.add(() => folder.close());
  const stop = async (): Promise<void> => {
    removeHostFile(folder.paths.hostFile);
    await closers.closeAll();
  };
  const { log, adminKey, metrics } = folder;
  let registration: Registration;
  try {
    registration = makeRegistration(config, { locality, log, ...folder.sealing(), adminKey, metrics, logger: logger.child({ part: 'registration' }), others: hostDescribed });
  } catch (error) {
    await stop();
    throw error;
  }
  closers.add(() => registration.stop());
  const roleOfKey = createRoleOfKey({ adminKey, registration });

  const start = async (): Promise<HostAddresses> => {
    try {
      warnWhenExposed(config.hostname, logger);
      const queries = createClickHouseHttp({ warehouse: folder.warehouse, onError: (error) => logger.error({ err: error }, 'a query failed by a fault of ours'), admit: admitTo(config.hostname, roleOfKey) });
      const clickhouse = await listenClickHouse(config, queries, logger);
      if (clickhouse !== undefined) closers.add(() => clickhouse.close());
      const addresses: { url: string; clickhouseUrl: string | null; adminKeyPath: string } = { url: '', clickhouseUrl: clickhouse?.url ?? null, adminKeyPath: folder.paths.adminKey };
      const operations = createHostOperations({ config, folder, locality, registration, onFatal: deps.onFatal ?? (() => {}) });
      const door = createFrontDoor({ folder, registration, operations, roleOfKey, addresses, logger });
      const server = await openDoor(config, 8080, door.fetch);
      closers.add(() => server.close());
      addresses.url = server.url;
      writeHostFile(folder.paths.hostFile, { pid: process.pid, url: server.url, clickhouseUrl: addresses.clickhouseUrl });
      await registration.start();
      logger.info({ url: server.url, clickhouseUrl: addresses.clickhouseUrl }, 'ready');
      return { ...addresses, empty: (await door.counts()).stays === 0 };
    } catch (error) {
      await stop();
      throw error;
    }
  };
  return { start, stop, folder };
};
