import { kafkaEnv, kafkaOptions } from '@da06/event-log';
import type { KafkaOptions } from '@da06/event-log';
import { projectorEnv } from '@da06/projector';
import { AppError } from '@da06/errors';
import { isNetwork, parseConfig } from '@da06/service-kit';
import { masterKeyFile } from '@da06/vault';
import type { MasterKeySource } from '@da06/vault';
import { clickhouseEnv, clickhouseOptions } from '@da06/warehouse';
import type { ServerOptions } from '@da06/warehouse';
import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.string().regex(/^\d{1,5}$/, 'a port number from 0 to 65535').transform(Number).pipe(z.number().max(65_535, 'a port number from 0 to 65535'));

const httpUrl = z.url({ protocol: /^https?$/, error: 'an http(s) address' });

const networks = z.string().transform((text) => text.split(',').map((part) => part.trim())).refine((parts) => parts.every(isNetwork), 'addresses, or networks as 172.16.0.0/12, separated by commas');

/** Every setting of contracts.md, "Calling". */
const Environment = z.object({
  DA06_DATA: z.string().default('./data'),
  DA06_HOST: z.string().default('127.0.0.1'),
  DA06_TRUSTED_PROXY: networks.default([]),
  PORT: port.optional(),
  DA06_CLICKHOUSE_PORT: port.default(8123),
  DA06_DEMO: z.enum(['0', '1']).optional(),
  DA06_LOCALITY: z.string().optional(),
  DA06_MASTER_KEY_FILE: z.string().optional(),
  DA06_MASTER_KEY: z.string().regex(/^[0-9a-fA-F]{64}$/, '64 hex digits').optional(),
  DA06_RETENTION_IDENTITY_MONTHS: z.string().regex(/^\d{1,4}$/, 'a number of months from 1 to 1200').transform(Number).pipe(z.number().min(1).max(1200, 'a number of months from 1 to 1200')).optional(),
  DA06_PROGRAMME_URL: httpUrl.optional(),
  DA06_SIGNALS_SWEEP_SECONDS: z.string().regex(/^\d{1,5}$/, 'seconds from 1 to 86400').transform(Number).pipe(z.number().min(1, 'seconds from 1 to 86400').max(86_400, 'seconds from 1 to 86400')).default(60),
  DA06_URL: httpUrl.optional(),
  DA06_KEY: z.string().optional(),
  ...kafkaEnv,
  ...clickhouseEnv,
  ...projectorEnv,
  /** Set by npm: the folder the command was called from. */
  INIT_CWD: z.string().optional(),
});

/** Every name that is read from the environment. */
export const settingNames: readonly string[] = Object.keys(Environment.shape);

export type Config = {
  /** Absolute path of the data folder. */
  readonly data: string;
  readonly hostname: string;
  /** Networks of proxies whose X-Forwarded-For counts; this machine's own always does. */
  readonly proxies: readonly string[];
  /** Undefined = the command's own: 8080, 8081 of a projector, 8082 of the programme, 8083 of signals, 8084 of the console. */
  readonly port: number | undefined;
  /** 0 = the ClickHouse HTTP interface is off. */
  readonly clickhousePort: number;
  /** Undefined = the log lies in the data folder. */
  readonly kafka: KafkaOptions | undefined;
  /** Undefined = the engine runs in this process, on the data folder. */
  readonly clickhouse: ServerOptions | undefined;
  readonly localityDir: string | undefined;
  /** Whether `start` loads the demonstration into a data folder that is empty, and goes on with it. */
  readonly demonstration: boolean;
  /** `<data>/master.key` unless told. */
  readonly masterKey: MasterKeySource;
  /** Undefined = as the locality pack says. */
  readonly identityMonths: number | undefined;
  /** Limits of the projection that an administrator may set. */
  readonly projection: { readonly maxRecords: number; readonly maxDeadLettersInARow: number };
  /** Where other processes of the programme reach this one; undefined = where it listens. */
  readonly programmeUrl: string | undefined;
  /** Seconds between two looks whether rules are to be asked of the tables again. */
  readonly sweepSeconds: number;
  readonly remoteUrl: string | undefined;
  readonly remoteKey: string | undefined;
  /** Relative file arguments are read from here. */
  readonly callerDir: string;
};

/** Reads the environment. @throws AppError `config.invalid` with every problem at once. */
export const readConfig = (env: Readonly<Record<string, string | undefined>> = process.env, cwd = process.cwd()): Config => {
  const set = parseConfig(Environment, env);
  return {
    data: resolve(cwd, set.DA06_DATA),
    hostname: set.DA06_HOST,
    proxies: set.DA06_TRUSTED_PROXY,
    port: set.PORT,
    clickhousePort: set.DA06_CLICKHOUSE_PORT,
    kafka: kafkaOptions(set),
    clickhouse: clickhouseOptions(set),
    localityDir: set.DA06_LOCALITY === undefined ? undefined : resolve(cwd, set.DA06_LOCALITY),
    demonstration: demonstrationOf(set),
    masterKey: masterKeyOf(set, cwd),
    identityMonths: set.DA06_RETENTION_IDENTITY_MONTHS,
    projection: { maxRecords: set.DA06_PROJECTOR_BATCH, maxDeadLettersInARow: set.DA06_MAX_DEAD_LETTERS },
    programmeUrl: set.DA06_PROGRAMME_URL?.replace(/\/+$/, ''),
    sweepSeconds: set.DA06_SIGNALS_SWEEP_SECONDS,
    remoteUrl: set.DA06_URL?.replace(/\/+$/, ''),
    remoteKey: set.DA06_KEY,
    callerDir: set.INIT_CWD ?? cwd,
  };
};

/** It is made for one machine and the locality that comes with it: elsewhere it is off. */
const demonstrationOf = (set: z.output<typeof Environment>): boolean => {
  const fits = set.KAFKA_BROKERS === undefined && set.CLICKHOUSE_URL === undefined && set.DA06_LOCALITY === undefined;
  if (set.DA06_DEMO === '1' && !fits) throw new AppError('config.invalid', { detail: 'DA06_DEMO=1: the demonstration needs the log and the tables of the data folder (no KAFKA_BROKERS, no CLICKHOUSE_URL) and the locality that comes with it (no DA06_LOCALITY).' });
  return fits && set.DA06_DEMO !== '0';
};

const masterKeyOf = (set: z.output<typeof Environment>, cwd: string): MasterKeySource => {
  const { DA06_MASTER_KEY: key, DA06_MASTER_KEY_FILE: file } = set;
  if (key === undefined) return { file: file === undefined ? masterKeyFile(resolve(cwd, set.DA06_DATA)) : resolve(cwd, file) };
  if (file !== undefined) throw new AppError('config.invalid', { detail: 'DA06_MASTER_KEY and DA06_MASTER_KEY_FILE: set one of them.' });
  return { key: Buffer.from(key, 'hex') };
};
