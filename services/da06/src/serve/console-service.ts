import { createConsole } from '@da06/console';
import { AppError } from '@da06/errors';
import { createMetrics, followKeys, hashKey, isLoopback } from '@da06/service-kit';
import { existsSync } from 'node:fs';
import { readAdminKey } from '../data-folder/admin-key.ts';
import { dataPaths } from '../data-folder/paths.ts';
import { overviewOf } from '../host/overview.ts';
import { createClosers } from '../parts/closers.ts';
import { readVisibleCounts } from '../parts/counts.ts';
import { warnWhenExposed } from '../parts/exposed.ts';
import { openDoor } from '../parts/open-door.ts';
import { openLog } from '../parts/open-log.ts';
import { openWarehouse } from '../parts/open-warehouse.ts';
import { patiently, serviceWaitMs } from '../parts/patiently.ts';
import { createServiceDoor } from '../parts/service-door.ts';
import type { CreateService } from './service.ts';

/**
 * The console alone, as many processes as wanted: each only reads. Keys come from the log, figures from the tables; reading is all that it needs of either.
 * @throws AppError `config.invalid` without Kafka, without a ClickHouse server, or without the administrator's key of the installation.
 */
export const createConsoleService: CreateService = (config, { logger }) => {
  const paths = dataPaths(config.data);
  const closers = createClosers();

  const start = async (): Promise<{ url: string }> => {
    if (config.kafka === undefined || config.clickhouse === undefined) throw new AppError('config.invalid', { detail: 'The console of its own needs KAFKA_BROKERS, for keys, and CLICKHOUSE_URL, for figures (npm start does everything).' });
    if (!existsSync(paths.adminKey)) throw new AppError('config.invalid', { detail: `${paths.adminKey} is missing: give every service the keys of one installation (da06 migrate makes them, DA06_DATA names their folder).` });
    warnWhenExposed(config.hostname, logger);
    const metrics = createMetrics({ processMetrics: true });
    const { log } = await openLog(config, { logger, clientId: 'da06-console', waitMs: serviceWaitMs, withKeys: false });
    closers.add(() => log.close());
    const warehouse = await openWarehouse(config);
    closers.add(() => warehouse.close());
    const { keys, ...following } = followKeys(log, { onError: (error) => logger.warn({ code: error instanceof AppError ? error.code : 'internal' }, 'the keys cannot be followed; trying again') });
    await patiently(following.start, { forMs: serviceWaitMs, logger });
    closers.add(following.stop);
    const adminHash = hashKey(readAdminKey(paths.adminKey));
    let url = '';
    const boards = createConsole({
      warehouse, onLoopback: isLoopback(config.hostname), metrics, clock: { now: Date.now }, logger,
      roleOfKey: (key) => {
        // Compared by hash: the time a comparison takes tells nothing about the key.
        const hashed = hashKey(key);
        return hashed === adminHash ? 'admin' : keys.byHash(hashed)?.role;
      },
      overview: async () => overviewOf({ ...(await readVisibleCounts(warehouse)), url, clickhouseUrl: null, adminKeyPath: paths.adminKey, demonstration: 'off', lag: null }),
    });
    const server = await openDoor(config, 8084, createServiceDoor({ metrics, ready: () => true, lag: () => Promise.resolve(0), next: boards.fetch }));
    ({ url } = server);
    closers.add(() => server.close());
    closers.add(() => Promise.resolve(boards.stop()));
    return { url };
  };
  return { start, stop: closers.closeAll };
};
