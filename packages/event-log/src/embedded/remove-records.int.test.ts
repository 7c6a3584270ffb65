import { tempFolder } from '@da06/testkit';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import type { LogRecord } from '../port.ts';
import { consume } from './consume.ts';
import { createEmbeddedLog, type EmbeddedLog } from './embedded-log.ts';

const partitions = { stays: 3, other: 1 };
const open = (path: string): EmbeddedLog => createEmbeddedLog({ path, partitions });
const allOf = async (log: EmbeddedLog): Promise<LogRecord[]> => {
  const records: LogRecord[] = [];
  for (const [topic, count] of Object.entries(partitions)) for (let partition = 0; partition < count; partition += 1) records.push(...(await log.read({ topic, partition, from: 0n, limit: 100_000 })));
  return records.map((record) => ({ ...record, value: Buffer.from(record.value) }));
};
const goes = ({ key }: { readonly key: string }): boolean => key.startsWith('demo-');
/** A consumer's view: everything it is handed until it has nothing left, and its lag then. */
const consumed = async (log: EmbeddedLog, group: string): Promise<{ readonly seen: string[]; readonly lag: number }> => {
  const seen: string[] = [];
  const consumer = log.consume({
    group, topics: Object.keys(partitions), maxRecords: 7, maxBytes: 1_000_000, onError: (error) => expect(error).toBeUndefined(),
    handler: async ({ records }, done) => {
      seen.push(...records.map(({ topic, partition, offset }) => `${topic} ${partition} ${offset}`));
      await done();
    },
  });
  await consumer.start();
  await expect.poll(() => consumer.lag(), { interval: 5, timeout: 60_000 }).toBe(0);
  await consumer.stop();
  return { seen, lag: await consumer.lag() };
};

const Units = fc.array(fc.array(fc.record({ demo: fc.boolean(), name: fc.integer({ min: 0, max: 9 }), bytes: fc.uint8Array({ maxLength: 40 }) }), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 });

it('removing records leaves every other one where it was, byte for byte, to readers, consumers and the next opening', async () => {
  await fc.assert(
    fc.asyncProperty(Units, fc.boolean(), async (units, tailGoes) => {
      const path = tempFolder(onTestFinished);
      let log = open(path);
      for (const [n, unit] of [...units, ...(tailGoes ? [[{ demo: true, name: 0, bytes: new Uint8Array(3) }]] : [])].entries()) {
        await log.commitUnit({ append: unit.map(({ demo, name, bytes }) => ({ topic: n % 3 === 2 ? 'other' : 'stays', key: `${demo ? 'demo-' : 'ks-'}${name}`, value: bytes })) });
      }
      const before = await allOf(log);
      const ends = await log.ends('stays');
      const removed = await log.removeRecords({ topics: Object.keys(partitions), goes });
      const kept = before.filter((record) => !goes(record));
      expect(removed).toBe(before.length - kept.length);
      for (const reopened of [false, true]) {
        if (reopened) {
          await log.close();
          log = open(path);
        }
        expect(await allOf(log)).toEqual(kept);
        expect(await log.ends('stays')).toEqual(ends);
      }
      const { seen, lag } = await consumed(log, 'g');
      expect([seen.sort(), lag]).toEqual([kept.map(({ topic, partition, offset }) => `${topic} ${partition} ${offset}`).sort(), 0]);
      expect(ends.reduce((sum, to, partition) => sum + log.countRemoved({ topic: 'stays', partition, from: 0n, to }), 0)).toBe(before.filter((record) => record.topic === 'stays' && goes(record)).length);
      expect(await log.removeRecords({ topics: Object.keys(partitions), goes })).toBe(0);
      const [position] = await log.commitUnit({ append: [{ topic: 'stays', key: 'ks-0', value: Buffer.from('later') }] });
      expect(position?.offset).toBe(ends[position?.partition ?? 0]);
      await log.close();
    }),
    { numRuns: 12 },
  );
});

it('places of removed records are not committed past a batch that is in hand', async () => {
  const log = open(tempFolder(onTestFinished));
  onTestFinished(() => log.close());
  let looks = 0;
  // The record is not seen by the consumer even before it is removed.
  const watched = { ...log, ends: (topic: string) => ((looks += 1), log.ends(topic)), read: async (at: Parameters<EmbeddedLog['read']>[0]) => (await log.read(at)).filter((record) => !goes(record)) };
  const inHand: (() => Promise<void>)[] = [];
  const consumer = consume(watched, { group: 'g', topics: ['other'], maxRecords: 7, maxBytes: 1_000_000, idlePoll: 1, onError: (error) => expect(error).toBeUndefined(), handler: (_batch, done) => Promise.resolve(void inHand.push(done)) });
  await consumer.start();
  onTestFinished(() => consumer.stop());
  await log.commitUnit({ append: [{ topic: 'other', key: 'ks-1', value: Buffer.from('v') }] });
  await expect.poll(() => inHand.length, { interval: 1 }).toBe(1);
  await log.commitUnit({ append: [{ topic: 'other', key: 'demo-1', value: Buffer.from('v') }] });
  await log.removeRecords({ topics: ['other'], goes });
  const from = looks;
  await expect.poll(() => looks, { interval: 1 }).toBeGreaterThan(from + 3);
  expect(await log.committed('g', 'other')).toEqual([0n]);
  for (const done of inHand) await done();
  await expect.poll(() => log.committed('g', 'other'), { interval: 1 }).toEqual([2n]);
});

it('takes segments larger than one transaction, while appends go on', async () => {
  const log = open(tempFolder(onTestFinished));
  onTestFinished(() => log.close());
  for (let n = 0; n < 60; n += 1) await log.commitUnit({ append: Array.from({ length: 40 }, (_, k) => ({ topic: 'stays', key: `${k % 2 === 0 ? 'demo-' : 'ks-'}${k}`, value: Buffer.alloc(5_000, n) })) });
  const appending = Promise.all(Array.from({ length: 50 }, (_, n) => log.commitUnit({ append: [{ topic: 'stays', key: `ks-${n}`, value: Buffer.alloc(100) }] })));
  expect(await log.removeRecords({ topics: ['stays'], goes })).toBe(1_200);
  await appending;
  const left = await allOf(log);
  expect([left.length, left.filter(goes).length]).toEqual([1_250, 0]);
});
