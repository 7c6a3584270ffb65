import { createOrLoadKeyFiles } from '@da06/vault';
import { existsSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes, wrongUse } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { adminKeyOf } from '../data-folder/admin-key.ts';
import { dataPaths, makeDataFolder } from '../data-folder/paths.ts';
import { openLog } from '../parts/open-log.ts';
import { openWarehouse, prepareTables } from '../parts/open-warehouse.ts';
import { patiently, serviceWaitMs } from '../parts/patiently.ts';

/** Makes what services need before they start: the keys of the installation, and the tables of the server. Harmless when all is there. */
export const migrateCommand = async (context: CliContext): Promise<ExitCode> => {
  const { config, logger } = context;
  if (config.kafka === undefined || config.clickhouse === undefined) throw wrongUse('Only for KAFKA_BROKERS with CLICKHOUSE_URL: everything embedded is made by npm start.');
  const paths = dataPaths(config.data);
  makeDataFolder(paths);
  // While a change of the master key is unfinished, the keys are there: whoever opens the vault finishes it.
  if (!existsSync(paths.erasePending)) createOrLoadKeyFiles(paths.root, config.masterKey);
  adminKeyOf(paths.adminKey, randomBytes);
  const { log } = await openLog(config, { logger, clientId: 'da06-cli', waitMs: serviceWaitMs, withKeys: false });
  const warehouse = await openWarehouse(config);
  try {
    await patiently(() => prepareTables({ log, warehouse, logger }), { forMs: serviceWaitMs, logger });
  } finally {
    await warehouse.close();
    await log.close();
  }
  printJson(context, { data: paths.root, log: log.id, tables: 'ready' });
  return exitCodes.done;
};
