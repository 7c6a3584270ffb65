import { applyTopics, createKafkaLog } from '@da06/event-log';
import { createHybridClock, keyIssuedType, topics, type KeyRole } from '@da06/events';
import { topicSettings } from '@da06/kafka';
import { createLogger, hashKey } from '@da06/service-kit';
import { clickhouseForTests, kafkaForTests, tempFolder } from '@da06/testkit';
import { createServerWarehouse } from '@da06/warehouse';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig, type Config } from '../config.ts';
import { adminKeyOf } from '../data-folder/admin-key.ts';
import { dataPaths, makeDataFolder } from '../data-folder/paths.ts';
import { createConsoleService } from './console-service.ts';

const brokers = (await kafkaForTests())?.brokers;
const logger = createLogger({ name: 'test', level: 'silent' });
const settings = (data: string): Config => readConfig({ DA06_DATA: data, PORT: '0' }, '/');
const start = (config: Config): Promise<{ readonly url: string }> => {
  const service = createConsoleService(config, { logger, onFatal: (error) => expect.fail(String(error)) });
  onTestFinished(() => service.stop());
  return service.start();
};

it('a console of its own needs a cluster, a server, and the key of the installation', async () => {
  const data = join(tempFolder(onTestFinished), 'data');
  const kafka = { connection: { brokers: ['127.0.0.1:1'] } };
  const clickhouse = { url: 'http://127.0.0.1:1', username: 'x', password: 'x' };
  await expect(start(settings(data))).rejects.toMatchObject({ code: 'config.invalid', detail: expect.stringContaining('KAFKA_BROKERS') as string });
  await expect(start({ ...settings(data), kafka })).rejects.toMatchObject({ code: 'config.invalid', detail: expect.stringContaining('CLICKHOUSE_URL') as string });
  await expect(start({ ...settings(data), kafka, clickhouse })).rejects.toMatchObject({ code: 'config.invalid', detail: expect.stringContaining('admin.key') as string });
});

describe.skipIf(brokers === undefined)('a console on a broker and a server', () => {
  it('knows keys that others issue, opens boards by their role, and stops while somebody listens', { timeout: 180_000 }, async () => {
    const connection = { brokers: (brokers ?? '').split(',') };
    const topicPrefix = `console-${randomUUID().slice(0, 8)}.`;
    const data = join(tempFolder(onTestFinished), 'data');
    makeDataFolder(dataPaths(data));
    const admin = adminKeyOf(dataPaths(data).adminKey, randomBytes);
    const server = await clickhouseForTests();
    onTestFinished(server.stop);
    const clickhouse = { url: server.url, username: server.username, password: server.password };
    const warehouse = await createServerWarehouse(clickhouse);
    await warehouse.migrate();
    await warehouse.close();
    await applyTopics({ connection, topicPrefix, topics: topicSettings });
    const log = await createKafkaLog({ connection, topicPrefix, clientId: 'test', cachePath: '', compacted: [], logger });
    onTestFinished(() => log.close());
    const clock = createHybridClock({ now: Date.now });
    const issue = (id: string, role: KeyRole): Promise<unknown> => {
      const at = new Date().toISOString();
      const event = { specversion: '1.0', id: randomUUID(), source: '/test', type: keyIssuedType, subject: id, time: at, datacontenttype: 'application/json', recordedtime: at, sequence: clock.next(), actor: 'admin:admin', data: { id, name: id, role, facilities: [], agency: '', unit: '', hash: hashKey(`da06_${role}`) } };
      return log.commitUnit({ append: [{ topic: topics.registry, key: id, value: Buffer.from(JSON.stringify(event)) }] });
    };
    await issue('k1', 'wall');

    const service = createConsoleService({ ...settings(data), kafka: { connection, topicPrefix, compression: 'gzip' }, clickhouse }, { logger, onFatal: (error) => expect.fail(String(error)) });
    onTestFinished(() => service.stop());
    const { url } = await service.start();
    const get = (path: string, key?: string): Promise<Response> => fetch(url + path, { headers: { 'x-forwarded-for': '203.0.113.7', ...(key !== undefined && { authorization: `Bearer ${key}` }) } });
    const statuses = await Promise.all([get('/console/boards/tong-quan'), get('/console/boards/tong-quan', 'da06_wall'), get('/console/boards/an-ninh', 'da06_wall'), get('/console/boards/an-ninh', admin), get('/readyz'), get('/console/overview')]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 200, 403, 200, 200, 200]);
    expect(await (await get('/console/overview')).json()).toMatchObject({ facilities: 0, stays: 0, lag: null, asOf: null });

    const live = await get('/console/live', 'da06_wall');
    const lines: string[] = [];
    const heard = (async () => {
      for await (const bytes of live.body ?? []) lines.push(Buffer.from(bytes as Uint8Array).toString());
    })();
    await expect.poll(() => lines).toEqual([expect.stringMatching(/^\{"asOf":null,"lag":null,"at":\d+\}\n$/)]);
    await service.stop();
    await heard;
  });
});
