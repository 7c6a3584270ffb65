import { ClickHouseLogLevel, createClient, type ClickHouseClient } from '@clickhouse/client';
import { AppError } from '@da06/errors';
import { randomUUID } from 'node:crypto';
import type { Connection, Engine, Pool, Settings } from '../connection.ts';
import { liveDatabase } from '../databases.ts';
import { personLimits } from '../person/limits.ts';
import { warehouseOn } from '../warehouse-on.ts';
import type { Warehouse } from '../warehouse.ts';
import type { Login, ServerOptions } from './options.ts';
import { ask } from './statement.ts';

/** So long a server keeps the temporary tables of a session that is not used, in seconds. */
const sessionSeconds = 300;

/** Connections that stay open to the server for one user. */
const sockets = 16;

/**
 * The warehouse on a ClickHouse server, by its HTTP interface. Nothing is asked of the server yet: it need not be there. Every method throws
 * AppError `warehouse.unavailable` (retryable) while the server cannot be reached, does not answer in time or cannot just now, and
 * `warehouse.denied` when it refuses the user.
 */
export const createServerWarehouse = (options: ServerOptions): Promise<Warehouse> => {
  const { requestTimeoutMs = 20_000, personSeconds = 30, reader } = options;
  // The server's own limit comes first, with an answer that says so.
  const personTimeoutMs = (personSeconds + 5) * 1_000;
  const clients = new Map<string, ClickHouseClient>();
  const clientOf = (database: string, login: Login = options): ClickHouseClient => {
    const key = JSON.stringify([database, login.username]);
    const client = clients.get(key) ?? connect(options, database, login, login === reader);
    clients.set(key, client);
    return client;
  };

  const open = (database: string, patience = 1): Connection => {
    const client = clientOf(database);
    const timeoutMs = requestTimeoutMs * patience;
    let sessionId = randomUUID();
    let last: Promise<unknown> = Promise.resolve();
    /** A session takes one statement at a time. After a fault it may still be busy with it, so the next statement begins a new one. */
    const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
      const mine = last.then(work).catch((cause: unknown) => {
        sessionId = randomUUID();
        throw cause;
      });
      last = mine.catch(() => undefined);
      return mine;
    };
    const common = { client, timeoutMs };
    const settings = { ...ours(timeoutMs), session_timeout: sessionSeconds };
    return {
      run: (sql, { format = 'JSONEachRow', params } = {}) =>
        inTurn(() => ask({ ...common, sql, sessionId, settings: { ...settings, default_format: format }, ...(params === undefined ? {} : { params }) })),
      insert: (into, rows, { format, settings: more = {} }) =>
        inTurn(async () => {
          await ask({ ...common, sql: `INSERT INTO ${into} FORMAT ${format}`, sessionId, settings: { ...settings, ...more }, body: { bytes: rows, packed: options.compression === true } });
        }),
      close: () => last.then(() => undefined),
    };
  };

  /** Reading needs no session, so statements run side by side. */
  const shared = (client: ClickHouseClient, timeoutMs: number, settings: Settings): Pool => {
    const connection: Connection = {
      run: (sql, { format = 'JSONEachRow', params } = {}) => ask({ client, timeoutMs, sql, settings: { ...settings, wait_end_of_query: 1, default_format: format }, ...(params === undefined ? {} : { params }) }),
      insert: () => Promise.reject(new TypeError('This connection only reads.')),
      close: () => Promise.resolve(),
    };
    return { use: (work) => work(connection), close: () => Promise.resolve() };
  };

  const engine: Engine = {
    open: (database, patience) => Promise.resolve(open(database, patience)),
    readers: shared(clientOf(liveDatabase), requestTimeoutMs, ours(requestTimeoutMs)),
    persons:
      reader === undefined
        ? shared(clientOf(liveDatabase), personTimeoutMs, { ...personLimits, max_execution_time: personSeconds, ...stopWhenGone, readonly: 1 })
        : // A read-only user may change no setting: limits are in its profile.
          checkedOnce(shared(clientOf(liveDatabase, reader), personTimeoutMs, {}), reader.username),
    close: async () => {
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
  return warehouseOn(engine);
};

/** The server itself gives up what nobody waits for any more. Whole numbers are numbers in answers, as in the embedded engine. */
const ours = (timeoutMs: number): Settings => ({ max_execution_time: Math.ceil(timeoutMs / 1_000), output_format_json_quote_64bit_integers: 0 });

const stopWhenGone: Settings = { cancel_http_readonly_queries_on_client_close: 1 };

const connect = ({ url, compression = false, ca }: ServerOptions, database: string, { username, password }: Login, readOnly: boolean): ClickHouseClient =>
  createClient({
    url, username, password, database,
    ...(ca === undefined ? {} : { tls: { ca_cert: ca } }),
    application: 'da06',
    max_open_connections: sockets,
    // Every statement has a limit of its own; this one only must not come before it.
    request_timeout: 3_600_000,
    // Shorter than the 3 s that the most impatient servers keep a connection: one that the server just closed would fail a statement.
    keep_alive: { enabled: true, idle_socket_ttl: 2_000 },
    compression: { response: compression && !readOnly, request: false },
    log: { level: ClickHouseLogLevel.OFF },
  });

/** @throws AppError `warehouse.denied` when people's user could write. */
const checkedOnce = (pool: Pool, username: string): Pool => {
  let checked: Promise<void> | undefined;
  const check = async (): Promise<void> => {
    const answer = await pool.use(({ run }) => run("SELECT getSetting('readonly')", { format: 'TSV' }));
    if (new TextDecoder().decode(answer).trim() === '0') throw new AppError('warehouse.denied', { detail: `The user ${username} is not read-only.` });
  };
  return {
    ...pool,
    use: async (work) => {
      checked ??= check().catch((cause: unknown) => {
        checked = undefined;
        throw cause;
      });
      await checked;
      return await pool.use(work);
    },
  };
};
