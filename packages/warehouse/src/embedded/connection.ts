import { Session } from 'chdb';

/** One connection to the engine in this process. It runs a statement at a time: the others wait their turn. */
export type Connection = {
  readonly run: (sql: string, options?: { readonly format?: string; readonly params?: object }) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** Opens a connection on a data folder; several on one folder share the engine and run side by side. */
export const openConnection = (path: string): Connection => {
  const session = new Session(path);
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (sql, { format = 'JSONEachRow', params } = {}) => {
      const started = last.then(async () => {
        const result = params === undefined ? await session.queryAsync(sql, { format }) : await session.queryBindAsync(sql, params, { format });
        return result.bytes();
      });
      last = started.catch(() => undefined);
      return started;
    },
    close: async () => {
      await last;
      session.close();
    },
  };
};

/** Hands out connections that are free; a caller waits when all are taken. */
export const createPool = (connections: readonly Connection[]) => {
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
    use: async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
      const connection = await take();
      try {
        return await work(connection);
      } finally {
        give(connection);
      }
    },
    close: async (): Promise<void> => {
      await Promise.all(connections.map((connection) => connection.close()));
    },
  };
};
