import { AppError } from '@da06/errors';
import { createProjector } from '@da06/projector';
import { createMetrics } from '@da06/service-kit';
import { createClosers } from '../parts/closers.ts';
import { openLog } from '../parts/open-log.ts';
import { openWarehouse } from '../parts/open-warehouse.ts';
import { openDoor } from '../parts/open-door.ts';
import { patiently, serviceWaitMs } from '../parts/patiently.ts';
import { createServiceDoor } from '../parts/service-door.ts';
import { openSystemVault } from '../parts/system-vault.ts';
import type { CreateService } from './service.ts';

/**
 * Projection alone: its share of the log into the tables. Any number of such processes share the partitions; they need a log and tables
 * that more than one process can open.
 * @throws AppError `config.invalid` without these, or without the keys that registration made.
 */
export const createProjectorService: CreateService = (config, { logger, onFatal }) => {
  const closers = createClosers();

  const start = async (): Promise<{ url: string }> => {
    if (config.kafka === undefined || config.clickhouse === undefined) {
      throw new AppError('config.invalid', { detail: 'A projector of its own needs KAFKA_BROKERS and CLICKHOUSE_URL: the embedded log and engine belong to one process (npm start).' });
    }
    const vault = openSystemVault(config.data);
    const metrics = createMetrics({ processMetrics: true });
    const { log } = await openLog(config, { logger, clientId: 'da06-projector', waitMs: serviceWaitMs, withKeys: false });
    closers.add(() => log.close());
    const warehouse = await openWarehouse(config);
    closers.add(() => warehouse.close());
    await patiently(() => warehouse.migrate(), { forMs: serviceWaitMs, logger });
    const projector = createProjector({ log, warehouse, vault, clock: { now: Date.now }, logger, metrics, onFatal, shared: true, options: config.projection });
    const server = await openDoor(config, 8081, createServiceDoor({ metrics, ready: projector.ready, lag: projector.lag }));
    closers.add(() => server.close());
    closers.add(() => projector.stop());
    await projector.start();
    return { url: server.url };
  };
  return { start, stop: closers.closeAll };
};
