import { tempFolder } from '@da06/testkit';
import { open } from 'lmdb';
import { rmSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { EventLog } from '../port.ts';
import { brokers, createPlace } from './place.fixture.ts';

const put = (log: EventLog, key: string, value: string | null) => log.commitUnit({ append: [], puts: [{ topic: 'keys', key, value: value === null ? null : Buffer.from(value) }] });
const live = (log: EventLog) => [...log.entries('keys')].map(([key, value]) => `${key}=${Buffer.from(value).toString()}`);

/** Writes into the copy behind the log's back. */
const meddle = async (path: string, { ghost = false, fresh }: { readonly ghost?: boolean; readonly fresh?: number }) => {
  const root = open({ path, noSubdir: false, maxDbs: 3 });
  if (ghost) await root.openDB<Buffer, string>({ name: 'values', encoding: 'binary' }).put('keys\nghost', Buffer.from('v'));
  if (fresh !== undefined) await root.openDB<string, string>({ name: 'state', encoding: 'string' }).put('fresh', String(fresh));
  await root.close();
};

describe.skipIf(brokers === undefined)('the copy of compacted topics', () => {
  it('has what was put with a record before anybody reads that record, in other processes too', async () => {
    const place = createPlace();
    const log = await place.open({ stays: 3 });
    const reading = await place.another();
    onTestFinished(async () => {
      await Promise.all([log.close(), reading.close()]);
    });
    const missing: string[] = [];
    let seen = 0;
    const consumer = reading.consume({
      group: 'g', topics: ['stays'], maxRecords: 100, maxBytes: 1_000_000, onError: (error) => expect.unreachable(String(error)),
      handler: async ({ records }, done) => {
        for (const { key } of records) {
          seen += 1;
          if (reading.get('keys', key) === undefined) missing.push(key);
        }
        await done();
      },
    });
    await consumer.start();
    for (let unit = 0; unit < 300; unit += 1) await log.commitUnit({ append: [{ topic: 'stays', key: `k${unit}`, value: Buffer.from('v') }], puts: [{ topic: 'keys', key: `k${unit}`, value: Buffer.from('v') }] });
    await vi.waitFor(() => expect(seen).toBe(300), { timeout: 60_000 });
    expect(missing).toEqual([]);
    await consumer.stop();
  });

  it('follows what others put and remove, also while it was closed, and is read again when it is lost', async () => {
    const place = createPlace();
    const log = await place.open({});
    onTestFinished(() => log.close());
    const cachePath = tempFolder(onTestFinished);
    const first = await place.another({ cachePath });
    await put(log, 'a', '1');
    await put(log, 'b', '1');
    await vi.waitFor(() => expect(live(first)).toEqual(['a=1', 'b=1']), { timeout: 60_000 });
    await first.close();
    await put(log, 'a', null);
    await put(log, 'c', '2');
    const second = await place.another({ cachePath });
    expect(live(second)).toEqual(['b=1', 'c=2']);
    await second.close();
    rmSync(cachePath, { recursive: true });
    const third = await place.another({ cachePath });
    expect(live(third)).toEqual(['b=1', 'c=2']);
    await third.close();
  });

  it('is thrown away when it is so old that a removal may have been removed, or belongs to another log', async () => {
    const place = createPlace();
    const log = await place.open({});
    onTestFinished(() => log.close());
    await put(log, 'a', '1');
    const cachePath = tempFolder(onTestFinished);
    await (await place.another({ cachePath })).close();

    await meddle(cachePath, { ghost: true });
    const kept = await place.another({ cachePath });
    expect(live(kept)).toEqual(['a=1', 'ghost=v']);
    await kept.close();

    await meddle(cachePath, { fresh: Date.now() - 13 * 3600_000 });
    const anew = await place.another({ cachePath });
    expect(live(anew)).toEqual(['a=1']);
    await anew.close();

    await meddle(cachePath, { ghost: true });
    const elsewhere = createPlace();
    await (await elsewhere.open({})).close();
    const other = await elsewhere.another({ cachePath });
    expect(live(other)).toEqual([]);
    await other.close();
  });
});
