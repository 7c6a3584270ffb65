import { freePort } from '@da06/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProgram } from './process.ts';
import { eventually } from './temp.ts';

export type RunningHost = {
  readonly url: string;
  readonly clickhouseUrl: string;
  readonly key: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to readiness. */
  readonly startedInMs: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Asks it to stop; resolves to its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Resolves when stdout holds this text. */
  readonly prints: (text: string) => Promise<unknown>;
  /** SIGKILL; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  /** POST or PUT of bytes as they are. */
  readonly send: (method: string, path: string, bytes: Uint8Array, contentType: string) => Promise<Response>;
  /** A query's rows through the ClickHouse interface, as JSON, one a line. */
  readonly lines: (query: string) => Promise<string>;
  /** The same rows, read. */
  readonly sql: <Row>(query: string) => Promise<Row[]>;
};

const entry = 'services/da06/src/main.ts';

/** Starts a host as `npm start` does, on free ports and a data folder, without a demonstration unless told, and waits until it is ready. */
export const startHost = async (data: string, settings: Readonly<Record<string, string>> = {}): Promise<RunningHost> => {
  const started = performance.now();
  const clickhousePort = settings['DA06_CLICKHOUSE_PORT'] ?? String(await freePort());
  const program = startProgram(entry, ['start'], { DA06_DATA: data, PORT: '0', DA06_CLICKHOUSE_PORT: clickhousePort, DA06_DEMO: '0', ...settings });
  const file = await eventually('host.json', 120_000, async () => {
    if (program.hasEnded()) throw new Error(`The host ended: ${program.stderr()}`);
    const found = readHostFile(data);
    if (found === undefined || found.pid !== program.pid) return undefined;
    const ready = await fetch(`${found.url}/readyz`).catch(() => undefined);
    return ready?.status === 200 ? found : undefined;
  });
  const key = readFileSync(join(data, 'admin.key'), 'utf8').trim();
  const lines = async (query: string): Promise<string> => {
    const response = await fetch(`${file.clickhouseUrl}/?database=da06&default_format=JSONEachRow`, { method: 'POST', body: query });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text;
  };
  return {
    ...file,
    key,
    startedInMs: performance.now() - started,
    stdout: program.stdout,
    stderr: program.stderr,
    stop: program.stop,
    prints: (text) => eventually(`“${text}” printed`, 120_000, () => (program.stdout().includes(text) ? true : undefined)),
    kill: program.kill,
    call: (method, path, body, headers) =>
      fetch(`${file.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, ...(typeof body === 'string' || body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    send: (method, path, bytes, contentType) => fetch(`${file.url}${path}`, { method, headers: { authorization: `Bearer ${key}`, 'content-type': contentType }, body: new Uint8Array(bytes) }),
    lines,
    sql: async <Row>(query: string) => (await lines(query)).split('\n').filter(Boolean).map((line) => JSON.parse(line) as Row),
  };
};

const readHostFile = (data: string): { pid: number; url: string; clickhouseUrl: string } | undefined => {
  try {
    return JSON.parse(readFileSync(join(data, 'host.json'), 'utf8')) as { pid: number; url: string; clickhouseUrl: string };
  } catch {
    return undefined;
  }
};

export type CommandResult = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs `da06 …` as its own process against a data folder. */
export const startCommand = (data: string, args: readonly string[], settings: Readonly<Record<string, string>> = {}): { kill: () => Promise<void>; done: Promise<CommandResult> } => {
  const { kill, stdout, stderr, exited } = startProgram(entry, args, { DA06_DATA: data, PORT: '0', DA06_CLICKHOUSE_PORT: '0', ...settings });
  return { kill, done: exited.then((code) => ({ code, stdout: stdout(), stderr: stderr() })) };
};

export const da06 = (data: string, args: readonly string[], settings?: Readonly<Record<string, string>>): Promise<CommandResult> => startCommand(data, args, settings).done;
