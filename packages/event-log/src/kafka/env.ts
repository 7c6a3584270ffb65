import { AppError } from '@da06/errors';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { KafkaConnection } from './connection.ts';
import type { KafkaOptions } from './kafka-log.ts';

const flag = z.enum(['0', '1']).default('0');

/** The settings of a Kafka log, for a service's schema. Without `KAFKA_BROKERS` none of them counts. */
export const kafkaEnv = {
  /** host:port of some brokers, divided by commas. */
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^\s,:]+:\d{1,5}(,[^\s,:]+:\d{1,5})*$/, 'host:port, several divided by commas')
    .optional(),
  KAFKA_TLS: flag,
  KAFKA_CA_FILE: z.string().optional(),
  KAFKA_CERT_FILE: z.string().optional(),
  KAFKA_KEY_FILE: z.string().optional(),
  KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  KAFKA_USERNAME: z.string().optional(),
  KAFKA_PASSWORD: z.string().optional(),
  KAFKA_PASSWORD_FILE: z.string().optional(),
  KAFKA_TOPIC_PREFIX: z.string().regex(/^[a-zA-Z0-9._-]*$/, 'letters, digits, dots, hyphens and underscores').default(''),
  KAFKA_COMPRESSION: z.enum(['gzip', 'none']).default('gzip'),
};

export type KafkaSettings = { readonly [Name in keyof typeof kafkaEnv]?: z.infer<(typeof kafkaEnv)[Name]> };

const contentOf = (name: string, path: string | undefined): string | undefined => {
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('config.invalid', { detail: `${name}: the file ${path} cannot be read.`, cause });
  }
};

/** How to reach the cluster of some settings. @throws AppError `config.invalid` when a file cannot be read or a login is only half there. */
export const kafkaConnection = (set: KafkaSettings): KafkaConnection => {
  const brokers = set.KAFKA_BROKERS?.split(',') ?? [];
  const [ca, cert, key] = [contentOf('KAFKA_CA_FILE', set.KAFKA_CA_FILE), contentOf('KAFKA_CERT_FILE', set.KAFKA_CERT_FILE), contentOf('KAFKA_KEY_FILE', set.KAFKA_KEY_FILE)];
  if ((cert === undefined) !== (key === undefined)) throw new AppError('config.invalid', { detail: 'KAFKA_CERT_FILE and KAFKA_KEY_FILE go together.' });
  const files = { ...(ca === undefined ? {} : { ca }), ...(cert === undefined ? {} : { cert }), ...(key === undefined ? {} : { key }) };
  const tls = set.KAFKA_TLS === '1' || Object.keys(files).length > 0;
  const ssl = tls ? { ssl: Object.keys(files).length > 0 ? files : true } : {};
  if (set.KAFKA_SASL_MECHANISM === undefined) return { brokers, ...ssl };
  const username = set.KAFKA_USERNAME;
  const password = set.KAFKA_PASSWORD ?? contentOf('KAFKA_PASSWORD_FILE', set.KAFKA_PASSWORD_FILE)?.replace(/\r?\n$/, '');
  if (username === undefined || password === undefined) throw new AppError('config.invalid', { detail: 'KAFKA_SASL_MECHANISM needs KAFKA_USERNAME and KAFKA_PASSWORD or KAFKA_PASSWORD_FILE.' });
  return { brokers, ...ssl, sasl: { mechanism: set.KAFKA_SASL_MECHANISM, username, password } };
};

/** What `createKafkaLog` needs to know of the environment; undefined when the log is not on Kafka. @throws AppError `config.invalid` */
export const kafkaOptions = (set: KafkaSettings): KafkaOptions | undefined =>
  set.KAFKA_BROKERS === undefined ? undefined : { connection: kafkaConnection(set), topicPrefix: set.KAFKA_TOPIC_PREFIX ?? '', compression: set.KAFKA_COMPRESSION ?? 'gzip' };
