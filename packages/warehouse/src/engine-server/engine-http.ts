import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openConnection } from '../embedded/connection.ts';
import { engineCode, engineMessage } from '../engine-error.ts';
import { answer, plain, refusal } from '../http/answer.ts';
import { paramValues } from '../http/params.ts';
import { refusalOf, refuse } from '../http/refusal.ts';
import { personLimits } from '../person/limits.ts';
import { quoted, settingsList } from '../sql-text.ts';
import type { Login } from '../server/options.ts';
import { readEngineRequest, type EngineRequest } from './request.ts';
import { createSeats, type Seat, type Seats } from './seats.ts';

export type EngineHttpOptions = {
  /** Data folder of the engine. */
  readonly path: string;
  /** May do everything, also read the files of this process: give its password to services alone. */
  readonly writer: Login;
  /** Is read-only and limited. */
  readonly reader?: Login;
  /** Told of an error that is not the statement's. */
  readonly onError?: (error: unknown) => void;
};

export type EngineHttp = { readonly fetch: (request: Request) => Promise<Response>; readonly close: () => Promise<void> };

/**
 * The embedded engine as a ClickHouse server: its HTTP interface with users, inserts, sessions and settings of a statement, as a fetch handler.
 * For tests of what talks to a server, and for a site where other processes must write. It is not a server: one process, one machine.
 */
export const createEngineHttp = ({ path, writer, reader, onError = () => {} }: EngineHttpOptions): EngineHttp => {
  mkdirSync(path, { recursive: true });
  const inbox = join(path, 'inbox-http');
  rmSync(inbox, { recursive: true, force: true });
  mkdirSync(inbox);
  const open = () => openConnection({ path, inbox });
  // The engine shuts down with its last connection; this one also ends the statements of others.
  const keeper = open();
  const writing = createSeats(open, () => Promise.resolve());
  const reading = createSeats(open, async ({ run }) => {
    await run(`SET ${settingsList(personLimits)}`);
    await run('SET readonly = 1');
  });

  const seatsFor = ({ user, password }: EngineRequest): Seats => {
    if (isLogin(writer, user, password)) return writing;
    if (reader !== undefined && isLogin(reader, user, password)) return reading;
    throw refuse(516, `${user}: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED)`);
  };

  const run = async (seat: Seat, asked: EngineRequest): Promise<Uint8Array> => {
    const { connection } = seat;
    if (seat.database !== asked.database) {
      await connection.run(`USE \`${asked.database.replace(/[\\`]/g, '\\$&')}\``);
      seat.database = asked.database;
    }
    const names = Object.keys(asked.settings);
    if (names.length > 0) await connection.run(setStatement(asked.settings));
    try {
      return await withBody(asked, inbox, (sql) => connection.run(sql, { format: asked.format, ...(Object.keys(asked.params).length === 0 ? {} : { params: paramValues(sql, asked.params) }) }));
    } finally {
      // The engine would keep them for the next statement.
      if (names.length > 0 && asked.settings['readonly'] === undefined) await connection.run(`SET ${names.map((name) => `${name} = DEFAULT`).join(', ')}`);
    }
  };

  const handle = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === '/ping') return plain(200, 'Ok.\n');
    if (pathname !== '/') return plain(404, 'There is no such path.\n');
    const asked = await readEngineRequest(request);
    const seats = seatsFor(asked);
    if (asked.query === '' && asked.body.byteLength === 0) return plain(200, 'Ok.\n');
    const work = async (seat: Seat): Promise<Uint8Array> => {
      const stop = (): void => void keeper.run(`KILL QUERY WHERE Settings['log_comment'] = '${seat.mark}' ASYNC`).catch(onError);
      if (asked.cancel || seats === reading) request.signal.addEventListener('abort', stop);
      try {
        return await run(seat, asked);
      } finally {
        request.signal.removeEventListener('abort', stop);
      }
    };
    // What was made read-only cannot be made anything else again.
    const bytes = await (asked.settings['readonly'] === undefined ? seats.use(asked.session, work) : seats.once(work));
    return answer({ bytes, format: asked.format }, { queryId: asked.queryId ?? randomUUID(), gzip: asked.gzip });
  };

  return {
    fetch: async (request) => {
      try {
        return await handle(request);
      } catch (error) {
        const number = engineCode(error);
        const refused = refusalOf(error) ?? (number === 0 ? undefined : { number, message: engineMessage(error) });
        if (refused === undefined) onError(error);
        return refusal(refused ?? { number: 1001, message: 'The statement could not be run. (STD_EXCEPTION)' });
      }
    },
    close: async () => {
      await Promise.all([writing.close(), reading.close()]);
      await keeper.close();
    },
  };
};

/** `readonly` goes last: after it none can be set. */
const setStatement = ({ readonly, ...others }: Readonly<Record<string, string>>): string => `SET ${settingsList(readonly === undefined ? others : { ...others, readonly })}`;

const isLogin = (login: Login, user: string, password: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return user === login.username && timingSafeEqual(digest(password), digest(login.password));
};

const insertHead = /^(\s*INSERT\s+INTO\s+(?:TABLE\s+)?[\w.`]+(?:\s*\([^)]*\))?)\s+((?:SETTINGS\s.*)?FORMAT\s+\w+\s*)$/is;

/** A statement in the address and bytes in the body are an insert: the bytes go to the engine by a file, packed as they came. */
const withBody = async ({ query, body, packed }: EngineRequest, inbox: string, work: (sql: string) => Promise<Uint8Array>): Promise<Uint8Array> => {
  const head = insertHead.exec(query);
  if (head === null || body.byteLength === 0) return await work([query, new TextDecoder().decode(packed ? gunzipSync(body) : body)].filter((part) => part !== '').join('\n'));
  const file = join(inbox, `${randomUUID()}${packed ? '.gz' : ''}`);
  await writeFile(file, body);
  try {
    return await work(`${head[1] ?? ''} FROM INFILE ${quoted(file)} ${head[2] ?? ''}`);
  } finally {
    await unlink(file);
  }
};
