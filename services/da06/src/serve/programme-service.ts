import { AppError } from '@da06/errors';
import { createHybridClock } from '@da06/events';
import { loadLocality } from '@da06/reference';
import { createAuth, createMetrics, followKeys } from '@da06/service-kit';
import { existsSync } from 'node:fs';
import { readAdminKey } from '../data-folder/admin-key.ts';
import { dataPaths } from '../data-folder/paths.ts';
import { createClosers } from '../parts/closers.ts';
import { warnWhenExposed } from '../parts/exposed.ts';
import { makeProgramme } from '../parts/make-programme.ts';
import { openDoor } from '../parts/open-door.ts';
import { openLog } from '../parts/open-log.ts';
import { openWarehouse } from '../parts/open-warehouse.ts';
import { patiently, serviceWaitMs } from '../parts/patiently.ts';
import { createServiceDoor } from '../parts/service-door.ts';
import type { CreateService } from './service.ts';

/**
 * The programme alone. Of several such processes one decides; the others send requests on to it, and one of them takes over when it is
 * gone. The system's own indicators are counted where CLICKHOUSE_URL is set.
 * @throws AppError `config.invalid` without Kafka, or without the administrator's key of the installation.
 */
export const createProgrammeService: CreateService = (config, { logger, onFatal }) => {
  const paths = dataPaths(config.data);
  const closers = createClosers();

  const start = async (): Promise<{ url: string }> => {
    if (config.kafka === undefined) throw new AppError('config.invalid', { detail: 'The programme of its own needs KAFKA_BROKERS: the embedded log belongs to one process (npm start does everything).' });
    if (!existsSync(paths.adminKey)) throw new AppError('config.invalid', { detail: `${paths.adminKey} is missing: give every service the keys of one installation (da06 migrate makes them, DA06_DATA names their folder).` });
    warnWhenExposed(config.hostname, logger);
    const locality = loadLocality(config.localityDir);
    const metrics = createMetrics({ processMetrics: true });
    const { log } = await openLog(config, { logger, clientId: 'da06-programme', waitMs: serviceWaitMs, withKeys: false });
    closers.add(() => log.close());
    const warehouse = config.clickhouse === undefined ? undefined : await openWarehouse(config);
    closers.add(async () => warehouse?.close());
    const { keys, ...following } = followKeys(log, { onError: (error) => logger.warn({ code: error instanceof AppError ? error.code : 'internal' }, 'the keys cannot be followed; trying again') });
    await patiently(following.start, { forMs: serviceWaitMs, logger });
    closers.add(following.stop);
    let url = '';
    const programme = makeProgramme(config, { locality, log, warehouse, sequence: createHybridClock({ now: Date.now }), authenticate: createAuth({ keys, adminKey: readAdminKey(paths.adminKey) }).authenticate, url: () => url, logger, metrics, onFatal });
    const server = await openDoor(config, 8082, createServiceDoor({ metrics, ready: programme.ready, lag: () => Promise.resolve(0), next: programme.fetch }));
    ({ url } = server);
    closers.add(() => programme.stop());
    closers.add(() => server.close());
    await programme.start();
    return { url };
  };
  return { start, stop: closers.closeAll };
};
