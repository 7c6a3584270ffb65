import { applyTopics, createKafkaLog } from '@da06/event-log';
import { createHybridClock, keyIssuedType, keyRevokedType, topics } from '@da06/events';
import { topicSettings } from '@da06/kafka';
import { createLogger, hashKey } from '@da06/service-kit';
import { kafkaForTests, tempFolder } from '@da06/testkit';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readConfig } from '../config.ts';
import type { Config } from '../config.ts';
import { adminKeyOf } from '../data-folder/admin-key.ts';
import { dataPaths, makeDataFolder } from '../data-folder/paths.ts';
import { createProgrammeService } from './programme-service.ts';

const brokers = (await kafkaForTests())?.brokers;
const logger = createLogger({ name: 'test', level: 'silent' });
const eventually = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 60_000, interval: 50 });
const settings = (data: string): Config => readConfig({ DA06_DATA: data, PORT: '0' }, '/');

/** An installation on a broker: its topics, its folder of keys, and services that are stopped in the end. */
const installation = async () => {
  const [data, topicPrefix] = [join(tempFolder(onTestFinished), 'data'), `${randomBytes(6).toString('hex')}.`];
  const connection = { brokers: (brokers ?? '').split(',') };
  await applyTopics({ connection, topicPrefix, topics: topicSettings });
  const paths = dataPaths(data);
  makeDataFolder(paths);
  const admin = adminKeyOf(paths.adminKey, randomBytes);
  const log = await createKafkaLog({ connection, topicPrefix, clientId: 'test', cachePath: '', compacted: [], logger });
  onTestFinished(() => log.close());
  const clock = createHybridClock({ now: Date.now });
  const registry = async (type: string, of: { readonly id: string }): Promise<void> => {
    const at = new Date().toISOString();
    const event = { specversion: '1.0', id: randomUUID(), source: '/test', type, subject: of.id, time: at, datacontenttype: 'application/json', recordedtime: at, sequence: clock.next(), actor: 'admin:admin', data: of };
    await log.commitUnit({ append: [{ topic: topics.registry, key: of.id, value: Buffer.from(JSON.stringify(event)) }] });
  };
  return {
    log, admin,
    issue: (id: string, key: string) => registry(keyIssuedType, { id, name: id, role: 'standing', facilities: [], agency: '', unit: '', hash: hashKey(key) } as { id: string }),
    revoke: (id: string) => registry(keyRevokedType, { id }),
    serve: async () => {
      const service = createProgrammeService({ ...settings(data), kafka: { connection, topicPrefix, compression: 'gzip' } }, { logger, onFatal: (error) => expect.fail(String(error)) });
      onTestFinished(() => service.stop());
      const { url } = await service.start();
      const call = (method: string, path: string, { key = admin, body, headers = {} }: { key?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<Response> =>
        fetch(url + path, { method, headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) });
      return { service, call };
    },
  };
};

it('a programme of its own needs a cluster, and the keys of the installation', async () => {
  const data = join(tempFolder(onTestFinished), 'data');
  const start = (config: Config): Promise<unknown> => createProgrammeService(config, { logger, onFatal: () => {} }).start();
  await expect(start(settings(data))).rejects.toMatchObject({ code: 'config.invalid', detail: expect.stringContaining('KAFKA_BROKERS') as string });
  await expect(start({ ...settings(data), kafka: { connection: { brokers: ['127.0.0.1:1'] } } })).rejects.toMatchObject({ code: 'config.invalid', detail: expect.stringContaining('admin.key') as string });
});

describe.skipIf(brokers === undefined)('two processes of the programme on a broker', () => {
  it('decide as one: what one is asked the other may decide, one of two officers is first, and one takes over from the other', { timeout: 180_000 }, async () => {
    const { serve, log } = await installation();
    const [first, second] = [await serve(), await serve()];
    expect(await (await second.call('POST', '/v1/plan')).json()).toMatchObject({ models: 43, steps: 128 });
    const complete = ({ call }: typeof first, version: number, step = 1, key = '') => call('POST', `/v1/models/9/steps/${step}/complete`, { body: { onBehalfOf: '' }, headers: { 'if-match': `"${version}"`, ...(key !== '' && { 'idempotency-key': key }) } });
    const answers = await Promise.all([complete(first, 1), complete(second, 1)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const decidedByFirst = await (await complete(first, 2, 2, 'k1')).text();
    await first.service.stop();
    await eventually(async () => expect((await second.call('GET', '/v1/models/9')).status).toBe(200));
    const again = await complete(second, 2, 2, 'k1');
    expect([again.status, await again.text()]).toEqual([200, decidedByFirst]);
    const records = await log.read({ topic: topics.steps, partition: 0, from: 0n, limit: 1_000 });
    expect(records.filter(({ value }) => value.toString().includes('step.completed'))).toHaveLength(2);
  });

  it('know a key soon after it is issued, and no longer soon after it is revoked', { timeout: 180_000 }, async () => {
    const { serve, issue, revoke } = await installation();
    const { call } = await serve();
    const status = async (): Promise<number> => (await call('GET', '/v1/models', { key: 'da06_officer' })).status;
    expect(await status()).toBe(401);
    await issue('key-1', 'da06_officer');
    await eventually(async () => expect(await status()).toBe(200));
    await revoke('key-1');
    await eventually(async () => expect(await status()).toBe(401));
  });
});
