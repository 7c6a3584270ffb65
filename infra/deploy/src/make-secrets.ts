import { createHash } from 'node:crypto';
import { readingUsers } from './access/users-xml.ts';

/** A line of the environment file. */
export type Secret = { readonly name: string; readonly value: string };

type Random = (length: number) => Uint8Array;

/** 256 bits; letters, digits, `-` and `_` alone, so that neither a shell nor Compose reads anything into them. */
const password = (random: Random): string => Buffer.from(random(32)).toString('base64url');

/** Kafka's own form of an id: 128 bits, never with a leading `-`, which its tools would take for an option. */
const clusterId = (random: Random): string => {
  const id = Buffer.from(random(16)).toString('base64url');
  return id.startsWith('-') ? clusterId(random) : id;
};

/** ClickHouse is given the digest of a password, its clients the password. */
const clickhouseUser = (name: string, random: Random): readonly Secret[] => {
  const value = password(random);
  return [
    { name: `CLICKHOUSE_${name}_PASSWORD`, value },
    { name: `CLICKHOUSE_${name}_PASSWORD_SHA256`, value: createHash('sha256').update(value).digest('hex') },
  ];
};

const services = ['WRITER', 'READER', 'PROGRAMME'];
/** Who reads boards, and agencies: GRAFANA_WALL, AGENCY_YT … */
const readers = readingUsers.map(({ digest }) => digest.replace(/^CLICKHOUSE_(\w+)_PASSWORD_SHA256$/, '$1'));

/** Everything that docker-compose.yml asks for: all of it random, nothing of it known to anyone. */
export const makeSecrets = (random: Random): readonly Secret[] => [
  { name: 'KAFKA_CLUSTER_ID', value: clusterId(random) },
  ...[...services, ...readers].flatMap((name) => clickhouseUser(name, random)),
  { name: 'GRAFANA_ADMIN_PASSWORD', value: password(random) },
  { name: 'GRAFANA_SECRET_KEY', value: password(random) },
];

/** The file as Compose reads it. */
export const secretsText = (secrets: readonly Secret[]): string =>
  ['# Made by `npm run secrets`. Keep it as safe as the data; nobody can make the same one again.', ...secrets.map(({ name, value }) => `${name}=${value}`), ''].join('\n');
