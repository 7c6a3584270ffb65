import { startNativeKafka, topicSettings } from '@da06/kafka';
import { kafkaForTests, spawned, tempFolder } from '@da06/testkit';
import kafkajs from 'kafkajs';
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { manifestsDir, root } from '../paths.ts';

type Acl = { readonly resource: { readonly type: 'topic' | 'transactionalId'; readonly name: string; readonly patternType: 'literal' }; readonly operations: readonly ('Describe' | 'Read' | 'Write')[] };
type KafkaUser = { readonly kind: string; readonly metadata: { readonly name: string }; readonly spec: { readonly authorization: { readonly acls: readonly Acl[] } } };

const user = 'da06-programme';
const wanted = parseAllDocuments(readFileSync(join(manifestsDir, 'kafka.yaml'), 'utf8'))
  .map((document) => document.toJS() as KafkaUser)
  .find(({ kind, metadata }) => kind === 'KafkaUser' && metadata.name === user);
const resourceTypes = { topic: kafkajs.AclResourceTypes.TOPIC, transactionalId: kafkajs.AclResourceTypes.TRANSACTIONAL_ID };
const operations = { Describe: kafkajs.AclOperationTypes.DESCRIBE, Read: kafkajs.AclOperationTypes.READ, Write: kafkajs.AclOperationTypes.WRITE };
const rights = (wanted?.spec.authorization.acls ?? []).flatMap(({ resource, operations: allowed }) =>
  allowed.map((operation) => ({
    resourceType: resourceTypes[resource.type], resourceName: resource.name, resourcePatternType: kafkajs.ResourcePatternTypes.LITERAL,
    principal: `User:${user}`, host: '*', operation: operations[operation], permissionType: kafkajs.AclPermissionTypes.ALLOW,
  })),
);

/** A broker where nobody may do anything but who comes without a login, and the programme's user what the manifest says. */
const guardedBroker = async () => {
  const [dataPath, login] = [join(tempFolder(onTestFinished), 'kafka'), { username: user, password: randomBytes(12).toString('hex') }];
  const broker = await startNativeKafka({ dataPath, login });
  onTestFinished(() => broker.stop());
  appendFileSync(join(dataPath, 'server.properties'), 'authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer\nsuper.users=User:ANONYMOUS\n');
  await broker.restart();
  const admin = new kafkajs.Kafka({ brokers: [broker.brokers], logLevel: kafkajs.logLevel.NOTHING }).admin();
  await admin.connect();
  onTestFinished(() => admin.disconnect());
  await admin.createTopics({ topics: topicSettings.map(({ name, partitions }) => ({ topic: name, numPartitions: partitions })) });
  await admin.createAcls({ acl: rights });
  return { secured: broker.secured ?? expect.fail('no door with a login'), login };
};

const possible = (await kafkaForTests())?.how === 'native';

it.skipIf(!possible)('the programme takes in the plan with the rights on Kafka that the manifest gives it and a folder that holds admin.key alone, and may write nothing else', { timeout: 180_000 }, async () => {
  expect(rights).toHaveLength(10);
  const { secured, login } = await guardedBroker();
  const folder = tempFolder(onTestFinished);
  const [data, ca] = [join(folder, 'data'), join(folder, 'ca.pem')];
  mkdirSync(data);
  writeFileSync(join(data, 'admin.key'), 'made-up-for-this-test\n');
  writeFileSync(ca, secured.ca);
  const settings = { DA06_DATA: data, PORT: '0', KAFKA_BROKERS: secured.brokers, KAFKA_TLS: '1', KAFKA_CA_FILE: ca, KAFKA_SASL_MECHANISM: 'plain', KAFKA_USERNAME: login.username, KAFKA_PASSWORD: login.password };
  const da06 = (args: readonly string[], more: Readonly<Record<string, string>> = {}) => spawned('node', ['infra/setup/run.mjs', 'services/da06/src/main.ts', ...args], { cwd: root, env: { ...process.env, ...settings, ...more } });
  const programme = da06(['serve', 'programme']);
  onTestFinished(async () => void (await programme.kill('SIGTERM')));
  const { url } = JSON.parse(await programme.sees(/^\{"service".*\}$/m, 60_000)) as { url: string };
  const load = da06(['plan', 'load'], { DA06_URL: url });
  expect(await load.ended, load.errors()).toBe(0);
  expect(JSON.parse(load.output())).toMatchObject({ models: 43, steps: 128 });
  expect(readdirSync(data)).toEqual(['admin.key']);

  const producer = new kafkajs.Kafka({ brokers: [secured.brokers], ssl: { ca: [secured.ca] }, sasl: { mechanism: 'plain', ...login }, logLevel: kafkajs.logLevel.NOTHING, retry: { retries: 0 } }).producer();
  await producer.connect();
  onTestFinished(() => producer.disconnect());
  for (const topic of ['da06.registry', 'da06.residence-registration', 'da06.vault']) await expect(producer.send({ topic, messages: [{ value: 'never' }] }), topic).rejects.toThrow(/not authorized/i);
});
