import { rowsOf, type Connection } from './connection.ts';
import { liveDatabase, previousDatabase, rebuildDatabase } from './databases.ts';
import { statementError } from './engine-error.ts';
import { migrate } from './migrate.ts';
import { createTables } from './tables.ts';
import type { RebuildTarget } from './warehouse.ts';

/** Makes the tables of the database for rebuilding, which is there and empty. The connection is closed by `drop`. */
export const openRebuild = async (connection: Connection): Promise<Omit<RebuildTarget, 'contentHashes'>> => {
  const run = async (sql: string): Promise<Uint8Array> => {
    try {
      return await connection.run(sql);
    } catch (cause) {
      throw statementError(cause);
    }
  };
  await migrate(run, rebuildDatabase);
  const { insertEvents, computeAllNights, computeAllSpells } = createTables({ inbox: connection, nights: connection });
  return {
    insertEvents,
    computeAllNights,
    computeAllSpells,
    exchange: async ({ dropPrevious = false } = {}) => {
      const tables = rowsOf<{ name: string }>(await run(`SELECT name FROM system.tables WHERE database = '${rebuildDatabase}' AND name LIKE 'raw\\_%' AND engine LIKE '%MergeTree' ORDER BY name`));
      for (const { name } of tables) await run(`EXCHANGE TABLES ${liveDatabase}.${name} AND ${rebuildDatabase}.${name}`);
      await run(`DROP DATABASE IF EXISTS ${previousDatabase}`);
      if (dropPrevious) return;
      await run(`CREATE DATABASE ${previousDatabase}`);
      for (const { name } of tables) await run(`RENAME TABLE ${rebuildDatabase}.${name} TO ${previousDatabase}.${name}`);
    },
    drop: async () => {
      await run(`DROP DATABASE IF EXISTS ${rebuildDatabase}`);
      await connection.close();
    },
  };
};
