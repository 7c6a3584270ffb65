import { startNativeKafka, topicSettings } from '@da06/kafka';
import { spawned, tempFolder } from '@da06/testkit';
import kafkajs from 'kafkajs';
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { manifestsDir, root } from '../paths.ts';

type Acl = {
  readonly resource: { readonly type: 'topic' | 'transactionalId' | 'group'; readonly name: string; readonly patternType: 'literal' | 'prefix' };
  readonly operations: readonly ('Describe' | 'Read' | 'Write')[];
};
type KafkaUser = { readonly kind: string; readonly metadata: { readonly name: string }; readonly spec: { readonly authorization: { readonly acls: readonly Acl[] } } };

const resourceTypes = { topic: kafkajs.AclResourceTypes.TOPIC, transactionalId: kafkajs.AclResourceTypes.TRANSACTIONAL_ID, group: kafkajs.AclResourceTypes.GROUP };
const patternTypes = { literal: kafkajs.ResourcePatternTypes.LITERAL, prefix: kafkajs.ResourcePatternTypes.PREFIXED };
const operations = { Describe: kafkajs.AclOperationTypes.DESCRIBE, Read: kafkajs.AclOperationTypes.READ, Write: kafkajs.AclOperationTypes.WRITE };

/** What the manifest lets a user of Kafka do. */
export const rightsOf = (user: string) => {
  const wanted = parseAllDocuments(readFileSync(join(manifestsDir, 'kafka.yaml'), 'utf8'))
    .map((document) => document.toJS() as KafkaUser)
    .find(({ kind, metadata }) => kind === 'KafkaUser' && metadata.name === user);
  return (wanted?.spec.authorization.acls ?? []).flatMap(({ resource, operations: allowed }) =>
    allowed.map((operation) => ({
      resourceType: resourceTypes[resource.type], resourceName: resource.name, resourcePatternType: patternTypes[resource.patternType],
      principal: `User:${user}`, host: '*', operation: operations[operation], permissionType: kafkajs.AclPermissionTypes.ALLOW,
    })),
  );
};

/** A broker where nobody may do anything but who comes without a login, and a user what the manifest says. */
const guardedBroker = async (user: string) => {
  const [dataPath, login] = [join(tempFolder(onTestFinished), 'kafka'), { username: user, password: randomBytes(12).toString('hex') }];
  const broker = await startNativeKafka({ dataPath, login });
  onTestFinished(() => broker.stop());
  appendFileSync(join(dataPath, 'server.properties'), 'authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer\nsuper.users=User:ANONYMOUS\n');
  await broker.restart();
  const admin = new kafkajs.Kafka({ brokers: [broker.brokers], logLevel: kafkajs.logLevel.NOTHING }).admin();
  await admin.connect();
  onTestFinished(() => admin.disconnect());
  await admin.createTopics({ topics: topicSettings.map(({ name, partitions }) => ({ topic: name, numPartitions: partitions })) });
  await admin.createAcls({ acl: rightsOf(user) });
  return { secured: broker.secured ?? expect.fail('no door with a login'), login };
};

/** da06 as that user, on a folder that holds these keys alone; and what happens when the user writes to a topic. */
export const guarded = async ({ user, keys, env }: { readonly user: string; readonly keys: Readonly<Record<string, string>>; readonly env: NodeJS.ProcessEnv }) => {
  const { secured, login } = await guardedBroker(user);
  const folder = tempFolder(onTestFinished);
  const [data, ca] = [join(folder, 'data'), join(folder, 'ca.pem')];
  mkdirSync(data);
  for (const [name, key] of Object.entries(keys)) writeFileSync(join(data, name), `${key}\n`, { mode: 0o600 });
  writeFileSync(ca, secured.ca);
  const settings = { DA06_DATA: data, PORT: '0', KAFKA_BROKERS: secured.brokers, KAFKA_TLS: '1', KAFKA_CA_FILE: ca, KAFKA_SASL_MECHANISM: 'plain', KAFKA_USERNAME: login.username, KAFKA_PASSWORD: login.password };
  const da06 = (args: readonly string[], more: Readonly<Record<string, string>> = {}) => spawned('node', ['infra/setup/run.mjs', 'services/da06/src/main.ts', ...args], { cwd: root, env: { ...env, ...settings, ...more } });
  const write = async (topic: string): Promise<unknown> => {
    const producer = new kafkajs.Kafka({ brokers: [secured.brokers], ssl: { ca: [secured.ca] }, sasl: { mechanism: 'plain', ...login }, logLevel: kafkajs.logLevel.NOTHING, retry: { retries: 0 } }).producer();
    await producer.connect();
    return await producer.send({ topic, messages: [{ value: 'never' }] }).finally(() => producer.disconnect());
  };
  return { data, da06, write };
};
