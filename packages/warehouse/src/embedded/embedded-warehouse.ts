import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentHashSql, hashedViews } from '../content-hash.ts';
import { migrate } from '../migrate.ts';
import { createPersonQueries } from '../person/person-queries.ts';
import type { ContentHash, Params, Warehouse } from '../warehouse.ts';
import { createPool, openConnection, type Connection } from './connection.ts';
import { createTables } from './tables.ts';

export type EmbeddedOptions = {
  /** Data folder of the engine; one process, one folder. */
  readonly path: string;
  /** Connections for our own reading and for people's, each; 3 unless told. */
  readonly readers?: number;
};

const liveDatabase = 'da06';
const rebuildDatabase = 'da06_rebuild';
const previousDatabase = 'da06_previous';

/** Opens the engine in this process on a folder. */
export const createEmbeddedWarehouse = async ({ path, readers = 3 }: EmbeddedOptions): Promise<Warehouse> => {
  mkdirSync(path, { recursive: true });
  const inbox = join(path, 'inbox');
  rmSync(inbox, { recursive: true, force: true });
  mkdirSync(inbox);

  const open = async (database?: string): Promise<Connection> => {
    const connection = openConnection(path);
    if (database !== undefined) await connection.run(`USE ${database}`);
    return connection;
  };
  const writer = await open();
  await writer.run(`CREATE DATABASE IF NOT EXISTS ${liveDatabase}`);
  await writer.run(`USE ${liveDatabase}`);
  const pool = createPool(await Promise.all(Array.from({ length: readers }, () => open(liveDatabase))));
  const persons = await createPersonQueries(await Promise.all(Array.from({ length: readers }, () => open(liveDatabase))));

  /** Bytes go to the engine by a file: it parses them on all cores, at three times the speed of an insert of objects. */
  const withFile = async (bytes: Uint8Array, work: (file: string) => Promise<unknown>): Promise<void> => {
    const file = join(inbox, `${randomUUID()}.jsonl`);
    await writeFile(file, bytes);
    try {
      await work(file);
    } finally {
      await unlink(file);
    }
  };
  const live = createTables({ run: (sql) => writer.run(sql), withFile, database: liveDatabase });

  const read = <Row>(connection: { run: Connection['run'] }, sql: string, params?: Params): Promise<readonly Row[]> =>
    connection.run(sql, params === undefined ? {} : { params }).then((bytes) => rowsOf<Row>(bytes));
  const hashes = (database: string): Promise<readonly ContentHash[]> =>
    pool.use(async (connection) => {
      const found: ContentHash[] = [];
      for (const view of hashedViews) found.push(...(await read<ContentHash>(connection, contentHashSql(database, view))));
      return found;
    });

  return {
    migrate: () => migrate((sql) => writer.run(sql), liveDatabase),
    query: <Row>(sql: string, params?: Params) => pool.use((connection) => read<Row>(connection, sql, params)),
    insertEvents: live.insertEvents,
    recomputeNights: live.recomputeNights,
    contentHashes: () => hashes(liveDatabase),
    openRebuild: async () => {
      const builder = await open();
      await builder.run(`DROP DATABASE IF EXISTS ${rebuildDatabase}`);
      await builder.run(`CREATE DATABASE ${rebuildDatabase}`);
      await builder.run(`USE ${rebuildDatabase}`);
      await migrate((sql) => builder.run(sql), rebuildDatabase);
      const target = createTables({ run: (sql) => builder.run(sql), withFile, database: rebuildDatabase });
      return {
        insertEvents: target.insertEvents,
        computeAllNights: target.computeAllNights,
        contentHashes: () => hashes(rebuildDatabase),
        exchange: async () => {
          const tables = await read<{ name: string }>(builder, `SELECT name FROM system.tables WHERE database = '${rebuildDatabase}' AND name LIKE 'raw\\_%' AND engine LIKE '%MergeTree' ORDER BY name`);
          for (const { name } of tables) await builder.run(`EXCHANGE TABLES ${liveDatabase}.${name} AND ${rebuildDatabase}.${name}`);
          await builder.run(`DROP DATABASE IF EXISTS ${previousDatabase}`);
          await builder.run(`CREATE DATABASE ${previousDatabase}`);
          for (const { name } of tables) await builder.run(`RENAME TABLE ${rebuildDatabase}.${name} TO ${previousDatabase}.${name}`);
        },
        drop: async () => {
          await builder.run(`DROP DATABASE IF EXISTS ${rebuildDatabase}`);
          await builder.close();
        },
      };
    },
    personQuery: persons.query,
    close: async () => {
      await Promise.all([pool.close(), persons.close()]);
      await writer.close();
    },
  };
};

const rowsOf = <Row>(bytes: Uint8Array): Row[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);

