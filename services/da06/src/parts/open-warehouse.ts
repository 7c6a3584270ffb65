import { AppError } from '@da06/errors';
import type { EventLog } from '@da06/event-log';
import { projectedTopics, projectorGroup } from '@da06/projector';
import type { Logger } from '@da06/service-kit';
import { createEmbeddedWarehouse, createServerWarehouse } from '@da06/warehouse';
import type { Warehouse } from '@da06/warehouse';
import type { Config } from '../config.ts';
import { dataPaths } from '../data-folder/paths.ts';

/** Opens the tables that the configuration names: a server's, or those of the engine in this process. @throws AppError `data.in-use`, `warehouse.*`. */
export const openWarehouse = async (config: Config): Promise<Warehouse> =>
  config.clickhouse === undefined ? await openEngine(dataPaths(config.data).clickhouse) : await createServerWarehouse(config.clickhouse);

/** The engine locks its folder too: what our own lock cannot see (another host's process on a shared disk) ends here. */
const openEngine = async (path: string): Promise<Warehouse> => {
  try {
    return await createEmbeddedWarehouse({ path });
  } catch (cause) {
    if (cause instanceof Error && cause.message.includes('CANNOT_OPEN_FILE')) throw new AppError('data.in-use', { cause });
    throw cause;
  }
};

/** Tables that hold a row once any event, any check-in, any facility is projected: one that is empty beside another is a new version. */
const filledSql = `
SELECT toUInt8((SELECT count() FROM da06.raw_events_v2) = 0) AS without_events,
    toUInt8(((SELECT count() FROM da06.raw_check_ins_v1) = 0 OR ((SELECT count() FROM da06.raw_stay_days_v1) > 0 AND (SELECT count() FROM da06.raw_stay_events_v1) > 0))
        AND ((SELECT count() FROM da06.raw_facilities_v1) = 0 OR (SELECT count() FROM da06.raw_facility_events_v1) > 0)) AS complete`;

/**
 * Makes the tables. Tables that are empty beside a log that was projected are new (after a restore, or when somebody removed them, or when a
 * migration made another version of them): then the log is projected from its beginning, for it is the truth. No projector may run meanwhile.
 */
export const prepareTables = async ({ log, warehouse, logger }: { readonly log: EventLog; readonly warehouse: Warehouse; readonly logger: Logger }): Promise<void> => {
  await warehouse.migrate();
  const [filled] = await warehouse.query<{ without_events: number; complete: number }>(filledSql);
  if (filled === undefined || (filled.without_events === 0 && filled.complete === 1)) return;
  for (const topic of projectedTopics) {
    const committed = await log.committed(projectorGroup, topic);
    if (committed.every((offset) => offset === 0n)) continue;
    logger.warn({ topic }, 'the tables are empty: projecting the log from its beginning');
    await log.commit(projectorGroup, committed.map((_, partition) => ({ topic, partition, offset: 0n })));
  }
};
