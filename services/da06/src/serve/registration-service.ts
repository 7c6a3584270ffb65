import { AppError } from '@da06/errors';
import { createHybridClock } from '@da06/events';
import { loadLocality } from '@da06/reference';
import { createMetrics } from '@da06/service-kit';
import { createVault } from '@da06/vault';
import { randomBytes } from 'node:crypto';
import { adminKeyOf } from '../data-folder/admin-key.ts';
import { removeHostFile, writeHostFile } from '../data-folder/host-file.ts';
import { takeLock } from '../data-folder/lock.ts';
import { dataPaths, makeDataFolder } from '../data-folder/paths.ts';
import { openKeys } from '../master-key/open-keys.ts';
import { createClosers } from '../parts/closers.ts';
import { makeRegistration } from '../parts/make-registration.ts';
import { openLog } from '../parts/open-log.ts';
import { warnWhenExposed } from '../parts/exposed.ts';
import { openDoor } from '../parts/open-door.ts';
import { createServiceDoor } from '../parts/service-door.ts';
import { patiently, serviceWaitMs } from '../parts/patiently.ts';
import type { CreateService } from './service.ts';

/** Registration alone: takes requests and appends to the log. One process: it is the one writer of stays, and it holds the data folder. @throws AppError `config.invalid` without Kafka. */
export const createRegistrationService: CreateService = (config, { logger }) => {
  const paths = dataPaths(config.data);
  const closers = createClosers();

  const start = async (): Promise<{ url: string }> => {
    if (config.kafka === undefined) throw new AppError('config.invalid', { detail: 'Registration of its own needs KAFKA_BROKERS: nobody could project an embedded log that this process holds (npm start does both).' });
    warnWhenExposed(config.hostname, logger);
    makeDataFolder(paths);
    const lock = takeLock(paths.lock);
    closers.add(() => Promise.resolve(lock.release()));
    const locality = loadLocality(config.localityDir);
    const metrics = createMetrics({ processMetrics: true });
    const { log } = await openLog(config, { logger, clientId: 'da06-registration', waitMs: serviceWaitMs, withKeys: true });
    closers.add(() => log.close());
    const keys = await openKeys({ config, log, logger });
    const vault = createVault({ ...keys, store: log });
    const registration = makeRegistration(config, { locality, log, vault, keys, adminKey: adminKeyOf(paths.adminKey, randomBytes), logger, metrics, sequence: createHybridClock({ now: Date.now }) });
    const server = await openDoor(config, 8080, createServiceDoor({ metrics, ready: registration.ready, lag: () => Promise.resolve(0), next: registration.fetch }));
    closers.add(() => registration.stop());
    closers.add(() => server.close());
    closers.add(() => Promise.resolve(removeHostFile(paths.hostFile)));
    await patiently(() => registration.start(), { forMs: serviceWaitMs, logger });
    writeHostFile(paths.hostFile, { pid: process.pid, url: server.url, clickhouseUrl: null });
    return { url: server.url };
  };
  return { start, stop: closers.closeAll };
};
