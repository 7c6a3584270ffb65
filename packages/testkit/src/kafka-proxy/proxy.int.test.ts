import { startNativeKafka } from '@da06/kafka';
import kafkajs from 'kafkajs';
import type { Kafka } from 'kafkajs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { kafkaForTests } from '../backends/kafka.ts';
import { startKafkaProxy } from './proxy.ts';
import type { KafkaProxy } from './proxy.ts';

// The proxy needs a broker that advertises it, so that the shared one does not do; where there is no native one, its reason was printed.
const kafka = await kafkaForTests();

const started = async (): Promise<{ proxy: KafkaProxy; direct: Kafka; through: Kafka }> => {
  const proxy = await startKafkaProxy();
  const broker = await startNativeKafka({ advertisedPort: proxy.port });
  onTestFinished(async () => {
    await proxy.close();
    await broker.stop();
  });
  proxy.leadTo(broker.behindProxy ?? '');
  const clientOf = (address: string): Kafka => new kafkajs.Kafka({ clientId: 'test', brokers: [address], logLevel: kafkajs.logLevel.NOTHING });
  return { proxy, direct: clientOf(broker.brokers), through: clientOf(`127.0.0.1:${proxy.port}`) };
};

const valuesOf = async (client: Kafka, topic: string, count: number): Promise<string[]> => {
  const consumer = client.consumer({ groupId: 'reader' });
  const values: string[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const run = consumer.run({
      eachMessage: ({ message }) => {
        values.push(message.value?.toString() ?? '');
        if (values.length === count) resolve();
        return Promise.resolve();
      },
    });
    run.catch(reject);
  });
  await consumer.disconnect();
  return values;
};

describe.skipIf(kafka?.how !== 'native')('a proxy before a broker', () => {
  it('loses the answer of a batch that the broker has stored: the client sends again, and the record is in the log twice', async () => {
    const { proxy, direct, through } = await started();
    const admin = direct.admin();
    await admin.connect();
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic: 'lost', numPartitions: 1, replicationFactor: 1 }] });
    const producer = through.producer({ idempotent: false });
    await producer.connect();
    const send = (value: string): Promise<unknown> => producer.send({ topic: 'lost', acks: -1, messages: [{ value, partition: 0 }] });

    await send('before');
    const dropped = proxy.dropAfterProduce();
    await send('disputed');
    await dropped;
    await send('after');
    expect(proxy.dropped()).toBe(1);

    expect(await valuesOf(direct, 'lost', 4)).toEqual(['before', 'disputed', 'disputed', 'after']);
    await producer.disconnect();
    await admin.disconnect();
  });

  it('passes everything on without an order, also batches of megabytes', async () => {
    const { proxy, direct, through } = await started();
    const admin = direct.admin();
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: true,
      topics: [{ topic: 'large', numPartitions: 1, replicationFactor: 1, configEntries: [{ name: 'max.message.bytes', value: String(16 * 1024 * 1024) }] }],
    });
    const producer = through.producer();
    await producer.connect();
    const value = 'x'.repeat(8 * 1024 * 1024);
    await producer.send({ topic: 'large', acks: -1, messages: [{ value, partition: 0 }] });
    await producer.disconnect();
    await admin.disconnect();
    const [found] = await valuesOf(through, 'large', 1);
    expect(found === value).toBe(true);
    expect(proxy.dropped()).toBe(0);
  });
});
