import { Session } from 'chdb';
import { randomUUID } from 'node:crypto';
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection, Pool } from '../connection.ts';
import { quoted, settingsList } from '../sql-text.ts';

export type ConnectionOptions = {
  /** Data folder of the engine. */
  readonly path: string;
  /** Folder for bytes on their way in. */
  readonly inbox: string;
};

/** Opens a connection on a data folder; several on one folder share the engine and run side by side. */
export const openConnection = ({ path, inbox }: ConnectionOptions): Connection => {
  const session = new Session(path);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  /** What a statement had written before it failed would come as the answer of the next one, who may be somebody else: it is dropped. */
  const answerOf = async <T>(statement: () => Promise<T>): Promise<T> => {
    try {
      return await statement();
    } catch (error) {
      await session.queryAsync('SELECT 1', { format: 'Null' }).catch(() => undefined);
      throw error;
    }
  };
  return {
    run: (sql, { format = 'JSONEachRow', params } = {}) =>
      inTurn(async () => {
        const result = await answerOf(() => (params === undefined ? session.queryAsync(sql, { format }) : session.queryBindAsync(sql, params, { format })));
        return result.bytes();
      }),
    // By a file: the binding takes text alone.
    insert: (into, rows, { format, settings = {} }) =>
      inTurn(async () => {
        const file = join(inbox, `${randomUUID()}.rows`);
        // In the statement itself: the engine keeps settings that are given beside it for all statements that follow.
        const clause = Object.keys(settings).length === 0 ? '' : `SETTINGS ${settingsList(settings)}`;
        await writeFile(file, rows);
        try {
          await answerOf(() => session.queryAsync(`INSERT INTO ${into} FROM INFILE ${quoted(file)} ${clause} FORMAT ${format}`, {}));
        } finally {
          await unlink(file);
        }
      }),
    close: async () => {
      await last;
      session.close();
    },
  };
};

/** Hands out connections that are free; a caller waits when all are taken. */
export const createPool = (connections: readonly Connection[]): Pool => {
  const free = [...connections];
  const waiting: ((connection: Connection) => void)[] = [];
  const take = (): Promise<Connection> => {
    const connection = free.pop();
    return connection === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(connection);
  };
  const give = (connection: Connection): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(connection);
    else next(connection);
  };
  return {
    use: async (work) => {
      const connection = await take();
      try {
        return await work(connection);
      } finally {
        give(connection);
      }
    },
    close: async () => {
      await Promise.all(connections.map((connection) => connection.close()));
    },
  };
};
