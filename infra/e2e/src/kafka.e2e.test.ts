import { topics } from '@da06/events';
import { eventBuilders } from '@da06/testkit';
import { Kafka, logLevel } from 'kafkajs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startCluster } from './harness/cluster.ts';
import type { Cluster } from './harness/cluster.ts';
import { da06, startHost } from './harness/host.ts';
import { facility, facilityId, ndjson, stayOf } from './harness/stays.ts';
import { eventually } from './harness/temp.ts';
import { kafkaRound } from './proof/kafka.ts';
import { signalsKafka } from './proof/signals-kafka.ts';

describe('services on Kafka and a ClickHouse server', () => {
  it('lose nothing accepted and count nothing twice when each is killed, the broker too, and projectors come and go', async () => {
    const round = await kafkaRound({ stays: 10_000, batch: 250, killsOfEach: 1, brokerRestarts: 1, random: Math.random, say: (text) => void process.stderr.write(`${text}\n`) });
    expect(round).toMatchObject({ kills: 3, importCode: 0, lost: 0, twice: 0, verifyCode: 0, stays: 10_000, arrivals: 10_000, rebuiltEqual: true, plantedLossCode: 1 });
    expect(round.receipts).toBeGreaterThanOrEqual(10_000);
  });

  it('raise no alert twice and miss none when the process that matches is killed and another takes over', async () => {
    const round = await signalsKafka({ kills: 2, random: Math.random, say: () => {} });
    expect(round).toMatchObject({ kills: 2, missed: 0, untrue: 0, twice: 0, rowsApart: 0 });
    expect(round.pairs).toBeGreaterThan(0);
  });

  it('set poison aside, sealed and with its cause, while its partition goes on; twenty in a row end the projector with a clear message', async () => {
    const cluster = await startCluster('poison');
    onTestFinished(cluster.close);
    const registration = await cluster.serve('registration');
    const projector = await cluster.serve('projector');
    await cluster.call(registration, 'POST', '/v1/facilities', facility);
    const put = async (n: number): Promise<number> => (await cluster.call(registration, 'PUT', `/v1/facilities/${facilityId}/stays/${String(stayOf(n, { now: Date.now() })['ref'])}`, stayOf(n, { now: Date.now() }))).status;
    expect(await put(1)).toBe(201);
    const event = eventBuilders({ seed: 5 }).checkedIn();
    const [future, unknown] = ['vn.da06.stay.checked-in.v99', 'vn.da06.stay.teleported.v1'].map((type) => JSON.stringify({ ...event, type })) as [string, string];
    await produce(cluster, ['not JSON, Nguyễn Văn Độc', unknown, future, 'x'.repeat(5 * 1024 * 1024)].map((value) => ({ key: 'poison', value })));
    for (let n = 2; n <= 30; n += 1) expect(await put(n)).toBe(201);
    const letters = await eventually('four dead letters', 120_000, async () => {
      const lines = (await cluster.command('dead-letters', 'list')).stdout.split('\n').filter(Boolean);
      return lines.length === 4 ? lines.map((line) => JSON.parse(line) as { causeCode: string; size: number }) : undefined;
    });
    expect(letters.map(({ causeCode }) => causeCode).sort()).toEqual(['event.type-unknown', 'event.type-unknown', 'event.unreadable', 'event.unreadable']);
    expect(Math.max(...letters.map(({ size }) => size))).toBe(5 * 1024 * 1024);
    await eventually('thirty stays', 120_000, async () => ((await cluster.sql<{ n: string }>('SELECT toString(count()) AS n FROM stays'))[0]?.n === '30' ? true : undefined));

    await produce(cluster, Array.from({ length: 20 }, (_, n) => ({ key: 'poison', value: `poison ${n}` })));
    expect(await projector.exited).toBe(1);
    expect(projector.stderr()).toContain('dead-letter.too-many');
    expect((await cluster.command('dead-letters', 'list')).stdout.split('\n').filter(Boolean)).toHaveLength(4);
  });

  it('take over a log that was written embedded: the same content of every view, every receipt found', async () => {
    const cluster = await startCluster('move');
    onTestFinished(cluster.close);
    const [file, receipts, exported] = ['stays.ndjson', 'receipts.jsonl', 'log.ndjson.gz'].map((name) => join(cluster.folder, name)) as [string, string, string];
    const embedded = join(cluster.folder, 'embedded');
    writeFileSync(file, ndjson(3_000, { now: Date.now(), prefix: 'MOVE' }));
    const host = await startHost(embedded);
    await host.call('POST', '/v1/facilities', facility);
    expect((await da06(embedded, ['import', file, '--facility', facilityId, '--receipts', receipts])).code).toBe(0);
    await host.call('PATCH', `/v1/facilities/${facilityId}/stays/MOVE-0000007`, { room: '909' });
    expect((await da06(embedded, ['verify', '--receipts', receipts])).code).toBe(0);
    const before = await contentOf((query) => host.sql(query));
    await host.stop();
    expect((await da06(embedded, ['export-log', exported])).code).toBe(0);

    const moved = { ...cluster.settings, DA06_DATA: embedded };
    expect(await da06(embedded, ['import-log', exported], moved)).toMatchObject({ code: 0 });
    const projector = await cluster.serve('projector', { DA06_DATA: embedded });
    const registration = await cluster.serve('registration', { DA06_DATA: embedded });
    expect(await da06(embedded, ['verify', '--receipts', receipts, '--wait', '60'], moved)).toMatchObject({ code: 0 });
    expect(await contentOf((query) => cluster.sql(query))).toEqual(before);
    const again = await fetch(`${registration.url}/v1/facilities/${facilityId}/stays/MOVE-0000007`, { headers: { authorization: `Bearer ${host.key}` } });
    expect(await again.json()).toMatchObject({ stay: { room: '909' } });
    expect(await projector.stop()).toBe(0);
    expect(await registration.stop()).toBe(0);
  });
});

const produce = async (cluster: Cluster, messages: readonly { key: string; value: string }[]): Promise<void> => {
  const producer = new Kafka({ clientId: 'poison', brokers: cluster.brokers.split(','), logLevel: logLevel.NOTHING }).producer();
  await producer.connect();
  await producer.send({ topic: topics.stays, messages: messages.map(({ key, value }) => ({ key, value, partition: 3 })) });
  await producer.disconnect();
};

/** Count and hash of every view that people query. */
const contentOf = async (sql: (query: string) => Promise<{ name: string; rows: string; hash: string }[]>): Promise<unknown> => {
  const rows: unknown[] = [];
  for (const view of ['stays', 'stay_nights', 'events', 'facilities', 'feed_health', 'dead_letters']) {
    rows.push(...(await sql(`SELECT '${view}' AS name, toString(count()) AS rows, toString(sum(cityHash64(toString(tuple(*))))) AS hash FROM ${view}`)));
  }
  return rows;
};
