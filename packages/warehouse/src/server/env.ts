import { AppError } from '@da06/errors';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ServerOptions } from './options.ts';

/** The settings of a ClickHouse server, for a service's schema. Without `CLICKHOUSE_URL` none of them counts. */
export const clickhouseEnv = {
  /** Address of its HTTP interface. One server, or a proxy that keeps a session at one: work tables live in a session. */
  CLICKHOUSE_URL: z.url({ protocol: /^https?$/, error: 'an http(s) address' }).optional(),
  CLICKHOUSE_USER: z.string().default('da06_writer'),
  CLICKHOUSE_PASSWORD: z.string().optional(),
  CLICKHOUSE_PASSWORD_FILE: z.string().optional(),
  /** Runs people's queries; without it the writer does, made read-only for each. */
  CLICKHOUSE_READER_USER: z.string().optional(),
  CLICKHOUSE_READER_PASSWORD: z.string().optional(),
  CLICKHOUSE_READER_PASSWORD_FILE: z.string().optional(),
  /** Certificate of the authority that signed the server's, for https. */
  CLICKHOUSE_CA_FILE: z.string().optional(),
  /** gzip takes 13 µs of the processor an event, more than the engine's part is worth on a fast network; between sites it pays. */
  CLICKHOUSE_COMPRESSION: z.enum(['gzip', 'none']).default('none'),
  /** How long a statement may take before it is given up and tried again. */
  CLICKHOUSE_TIMEOUT_MS: z.string().regex(/^\d{3,6}$/, 'milliseconds, 100 to 999999').transform(Number).default(20_000),
};

export type ClickhouseSettings = { readonly [Name in keyof typeof clickhouseEnv]?: z.infer<(typeof clickhouseEnv)[Name]> };

const contentOf = (name: string, path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new AppError('config.invalid', { detail: `${name}: the file ${path} cannot be read.`, cause });
  }
};

const passwordOf = (name: 'CLICKHOUSE_PASSWORD' | 'CLICKHOUSE_READER_PASSWORD', set: ClickhouseSettings): string => {
  const [given, file] = [set[name], set[`${name}_FILE`]];
  if (given !== undefined && file !== undefined) throw new AppError('config.invalid', { detail: `${name} and ${name}_FILE: one of them.` });
  const password = given ?? (file === undefined ? undefined : contentOf(`${name}_FILE`, file).toString('utf8').replace(/\r?\n$/, ''));
  if (password === undefined || password === '') throw new AppError('config.invalid', { detail: `${name} or ${name}_FILE is needed: there is no user without a password.` });
  return password;
};

/** How to reach the server of some settings; `undefined` without `CLICKHOUSE_URL`. @throws AppError `config.invalid` when a password is missing or a file cannot be read. */
export const clickhouseOptions = (set: ClickhouseSettings): ServerOptions | undefined => {
  if (set.CLICKHOUSE_URL === undefined) return undefined;
  return {
    url: set.CLICKHOUSE_URL,
    username: set.CLICKHOUSE_USER ?? 'da06_writer',
    password: passwordOf('CLICKHOUSE_PASSWORD', set),
    ...(set.CLICKHOUSE_READER_USER === undefined ? {} : { reader: { username: set.CLICKHOUSE_READER_USER, password: passwordOf('CLICKHOUSE_READER_PASSWORD', set) } }),
    ...(set.CLICKHOUSE_CA_FILE === undefined ? {} : { ca: contentOf('CLICKHOUSE_CA_FILE', set.CLICKHOUSE_CA_FILE) }),
    compression: set.CLICKHOUSE_COMPRESSION === 'gzip',
    requestTimeoutMs: set.CLICKHOUSE_TIMEOUT_MS ?? 20_000,
  };
};
