import { startNativeKafka } from '@da06/kafka';
import { programArguments, spawned, tempFolder } from '@da06/testkit';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { EventLog } from '../port.ts';
import { brokers as shared, createPlace } from './place.fixture.ts';

const program = fileURLToPath(new URL('./testing/append-until-ended.ts', import.meta.url));
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const topic = 'stays';

const keysOf = async (log: EventLog): Promise<Map<string, number>> => {
  const keys = new Map<string, number>();
  for (let partition = 0; partition < log.partitions(topic); partition += 1) {
    for (let from = 0n; ; ) {
      const records = await log.read({ topic, partition, from, limit: 1_000 });
      const last = records.at(-1);
      if (last === undefined) break;
      from = last.offset + 1n;
      for (const { key, value } of records) {
        expect(value.byteLength).toBe(700);
        keys.set(key, (keys.get(key) ?? 0) + 1);
      }
    }
  }
  return keys;
};

describe.skipIf(shared === undefined)('the log on Kafka', () => {
  it('holds everything a process was told is kept, after that was killed while it appended', async () => {
    const place = createPlace();
    const log = await place.open({ [topic]: 4 });
    onTestFinished(() => log.close());
    const acknowledged = new Map<string, number>();
    for (const [run, wait] of [300, 30, 700].entries()) {
      const child = spawned(process.execPath, [...programArguments(program), shared ?? '', place.prefix, tempFolder(onTestFinished), String(run)]);
      await child.sees(/kept .*\n/);
      await pause(wait);
      await child.kill('SIGKILL');
      for (const [, name = '', records] of child.output().matchAll(/^kept (\S+) (\d+)$/gm)) acknowledged.set(name, Number(records));
    }
    const keys = await keysOf(log);
    expect(acknowledged.size).toBeGreaterThan(20);
    for (const [name, records] of acknowledged) {
      expect(log.get('keys', name)?.toString()).toBe(String(records));
      for (let part = 0; part < records; part += 1) expect(keys.has(`${name}/${part}`), `${name}/${part}`).toBe(true);
    }
    // Of what was not acknowledged some records may be there, but none without what was put with it.
    for (const key of keys.keys()) expect(log.get('keys', key.split('/')[0] ?? '')).toBeDefined();
  });

  it('bears the broker being killed under load: what was acknowledged is there, and its consumer goes on to the end', { timeout: 180_000 }, async () => {
    const kafka = await startNativeKafka();
    onTestFinished(() => kafka.stop());
    const place = createPlace({ on: kafka.brokers });
    const log = await place.open({ [topic]: 4 });
    const seen = new Set<string>();
    const problems: unknown[] = [];
    const reading = await place.another();
    const consumer = reading.consume({
      group: 'g', topics: [topic], maxRecords: 500, maxBytes: 10_000_000,
      handler: async ({ records }, done) => {
        for (const { key } of records) seen.add(key);
        await done();
      },
      onError: (error) => problems.push(error),
      onFatal: (error) => expect.unreachable(String(error)),
    });
    await consumer.start();
    let running = true;
    const acknowledged: string[] = [];
    const append = async (caller: number) => {
      for (let unit = 0; running; unit += 1) {
        const keys = Array.from({ length: 20 }, (_, part) => `${caller}-${unit}/${part}`);
        await log.commitUnit({ append: keys.map((key) => ({ topic, key, value: Buffer.alloc(700) })), puts: [{ topic: 'keys', key: `${caller}-${unit}`, value: Buffer.from('v') }] });
        acknowledged.push(...keys);
      }
    };
    const callers = [0, 1, 2].map(append);
    for (let round = 0; round < 2; round += 1) {
      const before = acknowledged.length;
      await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(before + 500), { timeout: 60_000 });
      await kafka.restart();
    }
    await vi.waitFor(() => expect(seen.size).toBeGreaterThan(1_500), { timeout: 60_000 });
    running = false;
    await Promise.all(callers);
    const held = await keysOf(log);
    for (const key of acknowledged) expect(held.has(key), key).toBe(true);
    await vi.waitFor(async () => expect(await consumer.lag()).toBe(0), { timeout: 60_000 });
    expect(seen.size).toBe(held.size);
    for (const problem of problems) expect(problem).toMatchObject({ code: 'log.unavailable', retryable: true });
    await consumer.stop();
    await Promise.all([log.close(), reading.close()]);
  });

  it('says log.unavailable, to be tried again, when the cluster does not answer in time', { timeout: 180_000 }, async () => {
    const kafka = await startNativeKafka();
    onTestFinished(() => kafka.stop());
    const place = createPlace({ on: kafka.brokers });
    await (await place.open({})).close();
    const log = await place.another({ timeouts: { connectMs: 500, sendMs: 1_500, askMs: 1_500 } });
    await kafka.kill();
    const gone = { code: 'log.unavailable', retryable: true };
    const brief = await place.another({ timeouts: { connectMs: 500 } }).catch((error: unknown) => error);
    expect(brief).toMatchObject(gone);
    await expect(log.ends(topic)).rejects.toMatchObject(gone);
    await expect(log.read({ topic, partition: 0, from: 0n, limit: 1 })).rejects.toMatchObject(gone);
    await expect(log.commitUnit({ append: [{ topic, key: 'k', value: Buffer.from('v') }] })).rejects.toMatchObject(gone);
    await kafka.start();
    await vi.waitFor(() => log.commitUnit({ append: [{ topic, key: 'k', value: Buffer.from('v') }] }), { timeout: 180_000 });
    await log.close();
  });
});
