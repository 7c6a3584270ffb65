import { createProjector, projectionLag } from '@da06/projector';
import type { Projector } from '@da06/projector';
import { createMetrics } from '@da06/service-kit';
import type { Logger } from '@da06/service-kit';
import type { SystemSealer } from '@da06/vault';
import type { Config } from '../config.ts';
import { openLog } from '../parts/open-log.ts';
import { openWarehouse } from '../parts/open-warehouse.ts';
import { openSystemVault } from '../parts/system-vault.ts';
import { createOperations, noBackup } from './local.ts';
import type { Operations } from './operations.ts';

/**
 * The operations on a Kafka log and a ClickHouse server, from a process beside the services. A rebuild takes the whole projection over
 * for its time: the projectors wait, and go on after it.
 */
export const openCluster = async (config: Config, logger: Logger): Promise<{ readonly operations: Operations; readonly close: () => Promise<void> }> => {
  const { log } = await openLog(config, { logger, clientId: 'da06-cli', waitMs: 0, withKeys: false });
  const warehouse = await openWarehouse(config);
  const vault = (): SystemSealer => openSystemVault(config.data);

  const withProjector = async <T>(work: (projector: Projector) => Promise<T>): Promise<T> => {
    let fatal: (error: unknown) => void = () => {};
    const failed = new Promise<never>((_, reject) => (fatal = reject));
    const projector = createProjector({ log, warehouse, vault: vault(), clock: { now: Date.now }, logger, metrics: createMetrics(), onFatal: (error) => fatal(error), shared: true, exclusive: true, options: config.projection });
    await projector.start();
    try {
      return await Promise.race([work(projector), failed]);
    } finally {
      await projector.stop();
    }
  };
  return {
    operations: createOperations({ log, warehouse, vault, logger, lag: () => projectionLag(log), withProjector, backup: () => Promise.reject(noBackup()) }),
    close: async () => {
      await warehouse.close();
      await log.close();
    },
  };
};
