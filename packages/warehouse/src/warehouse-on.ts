import type { Connection, Engine } from './connection.ts';
import { rowsOf } from './connection.ts';
import { contentHashSql, hashedViews } from './content-hash.ts';
import { liveDatabase, rebuildDatabase } from './databases.ts';
import { statementError } from './engine-error.ts';
import { migrate } from './migrate.ts';
import { createPersonQueries } from './person/person-queries.ts';
import { openRebuild } from './rebuild.ts';
import { createTables } from './tables.ts';
import type { ContentHash, Params, Warehouse } from './warehouse.ts';

/** Reading every row of a view takes longer than a statement of the moment may. */
const patient = 30;

/** A recompute reads and writes more than an insert. */
const nightsPatience = 3;

/** The warehouse over an engine, wherever that runs: the statements are the same. */
export const warehouseOn = async (engine: Engine): Promise<Warehouse> => {
  const inbox = await engine.open(liveDatabase);
  const nights = await engine.open(liveDatabase, nightsPatience);
  const live = createTables({ inbox, nights });
  const persons = createPersonQueries(engine.persons);

  const read = async <Row>({ run }: Connection, sql: string, params?: Params): Promise<readonly Row[]> => {
    try {
      return rowsOf<Row>(await run(sql, params === undefined ? {} : { params }));
    } catch (cause) {
      throw statementError(cause);
    }
  };
  /** Work that may take minutes, on a connection of its own. */
  const apart = async <T>(database: string, work: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = await engine.open(database, patient);
    try {
      return await work(connection);
    } catch (cause) {
      throw statementError(cause);
    } finally {
      await connection.close();
    }
  };
  const hashes = (database: string): Promise<readonly ContentHash[]> =>
    apart(database, async (connection) => {
      const found: ContentHash[] = [];
      for (const view of hashedViews) found.push(...(await read<ContentHash>(connection, contentHashSql(database, view))));
      return found;
    });

  return {
    migrate: async () => {
      await apart('default', ({ run }) => run(`CREATE DATABASE IF NOT EXISTS ${liveDatabase}`));
      await apart(liveDatabase, ({ run }) => migrate(run, liveDatabase));
    },
    query: <Row>(sql: string, params?: Params) => engine.readers.use((connection) => read<Row>(connection, sql, params)),
    insertEvents: live.insertEvents,
    recomputeNights: live.recomputeNights,
    recomputeFigures: live.recomputeFigures,
    recomputeSpells: live.recomputeSpells,
    contentHashes: () => hashes(liveDatabase),
    openRebuild: async () => {
      await apart('default', async ({ run }) => {
        await run(`DROP DATABASE IF EXISTS ${rebuildDatabase}`);
        await run(`CREATE DATABASE ${rebuildDatabase}`);
      });
      return { ...(await openRebuild(await engine.open(rebuildDatabase, patient))), contentHashes: () => hashes(rebuildDatabase) };
    },
    personQuery: persons,
    close: async () => {
      await Promise.all([inbox.close(), nights.close()]);
      await engine.close();
    },
  };
};
