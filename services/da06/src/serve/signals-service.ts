import { AppError } from '@da06/errors';
import { createHybridClock } from '@da06/events';
import { loadLocality } from '@da06/reference';
import { createAuth, createMetrics, followKeys } from '@da06/service-kit';
import { createVault } from '@da06/vault';
import { existsSync } from 'node:fs';
import { readAdminKey } from '../data-folder/admin-key.ts';
import { dataPaths } from '../data-folder/paths.ts';
import { openKeys } from '../master-key/open-keys.ts';
import { createClosers } from '../parts/closers.ts';
import { warnWhenExposed } from '../parts/exposed.ts';
import { makeSignals } from '../parts/make-signals.ts';
import { openDoor } from '../parts/open-door.ts';
import { openLog } from '../parts/open-log.ts';
import { openWarehouse } from '../parts/open-warehouse.ts';
import { patiently, serviceWaitMs } from '../parts/patiently.ts';
import { createServiceDoor } from '../parts/service-door.ts';
import type { CreateService } from './service.ts';

/**
 * Watch-list, alerts and webhooks alone. Of several such processes one matches and tells subscribers, the others wait and take over. It opens identities, hence needs every key
 * of the installation. Alerts are counted, and rules asked of the tables, where CLICKHOUSE_URL is set; reading is all that needs.
 * @throws AppError `config.invalid` without Kafka, or without the keys of the installation.
 */
export const createSignalsService: CreateService = (config, { logger, onFatal }) => {
  const paths = dataPaths(config.data);
  const closers = createClosers();

  const start = async (): Promise<{ url: string }> => {
    if (config.kafka === undefined) throw new AppError('config.invalid', { detail: 'Signals of their own need KAFKA_BROKERS: the embedded log belongs to one process (npm start does everything).' });
    for (const key of [paths.adminKey, paths.hashKey]) {
      if (!existsSync(key)) throw new AppError('config.invalid', { detail: `${key} is missing: give every service the keys of one installation (da06 migrate makes them, DA06_DATA names their folder).` });
    }
    warnWhenExposed(config.hostname, logger);
    const locality = loadLocality(config.localityDir);
    const metrics = createMetrics({ processMetrics: true });
    const { log } = await openLog(config, { logger, clientId: 'da06-signals', waitMs: serviceWaitMs, withKeys: true });
    closers.add(() => log.close());
    const vault = createVault({ ...(await openKeys({ config, log, logger })), store: log });
    const warehouse = config.clickhouse === undefined ? undefined : await openWarehouse(config);
    closers.add(async () => warehouse?.close());
    const { keys, ...following } = followKeys(log, { onError: (error) => logger.warn({ code: error instanceof AppError ? error.code : 'internal' }, 'the keys cannot be followed; trying again') });
    await patiently(following.start, { forMs: serviceWaitMs, logger });
    closers.add(following.stop);
    const signals = makeSignals(config, { locality, log, warehouse, vault: () => vault, sequence: createHybridClock({ now: Date.now }), authenticate: createAuth({ keys, adminKey: readAdminKey(paths.adminKey) }).authenticate, logger, metrics, onFatal });
    const server = await openDoor(config, 8083, createServiceDoor({ metrics, ready: signals.ready, lag: signals.lag, next: signals.fetch }));
    closers.add(() => signals.stop());
    closers.add(() => server.close());
    await patiently(signals.start, { forMs: serviceWaitMs, logger });
    return { url: server.url };
  };
  return { start, stop: closers.closeAll };
};
