import { kafkaVersion, prepareNativeKafka, singleNodeSettings, startNativeKafka } from '@da06/kafka';
import { readTestConfig } from '../config.ts';
import { freePort } from '../free-port.ts';
import { dockerAnswers } from './docker.ts';
import { sayUsed } from './say.ts';

/** A real broker for tests. Many files share it: topics are kept apart by a prefix of their own. */
export type TestKafka = {
  /** host:port of some brokers, divided by commas, as KAFKA_BROKERS wants them. */
  readonly brokers: string;
  /** Its version; brokers do not tell it, so that of a given address it is not known. */
  readonly version: string;
  readonly how: 'address' | 'container' | 'native';
  readonly stop: () => Promise<void>;
};

/** What the process that keeps the shared broker answers. */
export type SharedKafka = { readonly kafka: Omit<TestKafka, 'stop'> | null };

const nothing = (): Promise<void> => Promise.resolve();

/**
 * The broker that tests run on: that of DA06_TEST_KAFKA, else a container where Docker answers, else a native one. Within a run of vitest
 * all files share one, which starts when the first of them asks. Undefined where neither Docker nor Java 17 is: the reason is on stderr.
 * @throws Error when there is none and DA06_REQUIRE_KAFKA is 1, or one does not start.
 */
export const kafkaForTests = async (): Promise<TestKafka | undefined> => {
  const { shared } = readTestConfig();
  if (shared === undefined) return startKafkaForTests();
  const response = await fetch(`${shared}/kafka`);
  if (!response.ok) throw new Error(await response.text());
  const { kafka } = (await response.json()) as SharedKafka;
  return kafka === null ? undefined : { ...kafka, stop: nothing };
};

/** As `kafkaForTests`, for the one who keeps it: a broker of its own. */
export const startKafkaForTests = async (): Promise<TestKafka | undefined> => {
  const kafka = await choose();
  if (kafka !== undefined) sayUsed(`Kafka ${kafka.version} (${kafka.how}) at ${kafka.brokers}`);
  return kafka;
};

const choose = async (): Promise<TestKafka | undefined> => {
  const { kafka: brokers, kafkaRequired } = readTestConfig();
  if (brokers !== undefined) return { brokers, version: 'of unknown version', how: 'address', stop: nothing };
  if (await dockerAnswers()) return startContainer();
  try {
    await prepareNativeKafka();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (kafkaRequired) throw new Error(`DA06_REQUIRE_KAFKA=1, and there is no Kafka. ${reason}`, { cause });
    sayUsed(`no Kafka, its tests are passed over. ${reason}`);
    return undefined;
  }
  const { version, brokers: native, stop } = await startNativeKafka();
  return { brokers: native, version, how: 'native', stop };
};

const startContainer = async (): Promise<TestKafka> => {
  const { GenericContainer, Wait } = await import('testcontainers');
  // Clients come back by the address that the broker tells them, so that its port on this side has to be known before it starts.
  const port = await freePort();
  const settings = {
    ...singleNodeSettings,
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': '1@localhost:9093',
    listeners: 'PLAINTEXT://:9092,CONTROLLER://:9093',
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
  };
  const container = await new GenericContainer(`apache/kafka:${kafkaVersion}`)
    .withExposedPorts({ container: 9092, host: port })
    .withEnvironment(Object.fromEntries(Object.entries(settings).map(([name, value]) => [`KAFKA_${name.toUpperCase().replaceAll('.', '_')}`, value])))
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
  return { brokers: `127.0.0.1:${port}`, version: kafkaVersion, how: 'container', stop: async () => void (await container.stop()) };
};
