import { startNativeKafka, type NativeKafka } from '@da06/kafka';
import { kafkaForTests, tempFolder } from '@da06/testkit';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyTopics } from './apply-topics.ts';
import { kafkaOptions } from './env.ts';
import { createKafkaLog } from './kafka-log.ts';

const topic = { name: 'stays', partitions: 3, cleanup: 'delete', retentionMs: -1, maxMessageBytes: 1_000_000 } as const;
const quiet = { debug: () => {}, warn: () => {}, error: () => {} };

// Where there is no Java for a broker of its own, the shared one says so.
const possible = (await kafkaForTests())?.how === 'native';

describe.skipIf(!possible)('a broker with TLS and a login', () => {
  const folder = tempFolder(afterAll);
  const login = { username: 'da06', password: 'made-up-for-this-test' };
  let broker: NativeKafka;
  beforeAll(async () => {
    broker = await startNativeKafka({ login });
    writeFileSync(join(folder, 'ca.pem'), broker.secured?.ca ?? '');
    writeFileSync(join(folder, 'password'), `${login.password}\n`);
  });
  afterAll(() => broker.stop());

  const options = (more: Readonly<Record<string, string>> = {}) =>
    kafkaOptions({ KAFKA_BROKERS: broker.secured?.brokers, KAFKA_TLS: '1', KAFKA_CA_FILE: join(folder, 'ca.pem'), KAFKA_SASL_MECHANISM: 'plain', KAFKA_USERNAME: login.username, KAFKA_PASSWORD_FILE: join(folder, 'password'), ...more });
  const open = (more?: Readonly<Record<string, string>>) =>
    createKafkaLog({ ...(options(more) ?? { connection: { brokers: [] } }), clientId: 'test', cachePath: join(folder, 'cache'), compacted: [], logger: quiet });

  it('is written, claimed, read and consumed by what the settings say', async () => {
    await applyTopics({ connection: options()?.connection ?? { brokers: [] }, topics: [topic] });
    const log = await open();
    await log.commitUnit({ append: [{ topic: 'stays', key: 'k', value: Buffer.from('khách') }] });
    const read = (await Promise.all([0, 1, 2].map((partition) => log.read({ topic: 'stays', partition, from: 0n, limit: 10 })))).flat();
    expect(read.map(({ value }) => Buffer.from(value).toString('utf8'))).toEqual(['khách']);
    const seen: string[] = [];
    const consumer = log.consume({ group: 'g', topics: ['stays'], maxRecords: 10, maxBytes: 1_000_000, onError: (error) => seen.push(String(error)), handler: async ({ records }, done) => {
      seen.push(...records.map(({ key }) => key));
      await done();
    } });
    await consumer.start();
    await expect.poll(() => seen, { timeout: 60_000 }).toEqual(['k']);
    const owner = await log.claim({ owner: 'programme', records: [] });
    await owner.append([{ topic: 'stays', key: 'claimed', value: Buffer.from('v') }]);
    await expect.poll(() => seen, { timeout: 60_000 }).toEqual(['k', 'claimed']);
    await log.close();
  });

  it('lets nobody in with another password, and says so at once', async () => {
    await expect(open({ KAFKA_PASSWORD: 'another' })).rejects.toMatchObject({ code: 'log.unavailable', retryable: false });
  });

  it('is not trusted without its certificate', async () => {
    await expect(createKafkaLog({ connection: { brokers: [broker.secured?.brokers ?? ''], ssl: true, sasl: { mechanism: 'plain', ...login } }, clientId: 'test', cachePath: join(folder, 'cache'), compacted: [], logger: quiet })).rejects.toMatchObject({ code: 'log.unavailable' });
  });
});
