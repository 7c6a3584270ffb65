import type { AppError } from '@da06/errors';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LogUnderTest } from './log-under-test.ts';
import type { Append, EventLog, LogRecord } from './port.ts';

const [steps, reports] = ['stays', 'never'];
const record = (topic: string, key: string): Append => ({ topic, key, value: Buffer.from(key) });
const claims = (instance: string): Append[] => [record(steps, instance), record(reports, instance)];
const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 20_000, interval: 20 });
const keysIn = async (log: EventLog, topic: string): Promise<string[]> => (await log.read({ topic, partition: 0, from: 0n, limit: 1_000_000 })).map(({ key }) => key);
const notOwner = { code: 'log.not-owner' } satisfies Partial<AppError>;

/** What a claim of any log must do; part of the log's contract. */
export const claimContract = (name: string, createLog: () => LogUnderTest): void => {
  const open = async (): Promise<EventLog> => {
    const log = await createLog().open({});
    onTestFinished(() => log.close());
    return log;
  };

  describe(`a claim of ${name}`, () => {
    it('writes its records, and lets its owner append to several topics at once, all of a call or nothing', async () => {
      const log = await open();
      const ownership = await log.claim({ owner: 'programme', records: claims('first') });
      const positions = await ownership.append([record(steps, 'a'), record(reports, 'b'), record(steps, 'c')]);
      for (const bad of ['', 'x'.repeat(1025)]) await expect(ownership.append([record(steps, 'good'), record(reports, bad)])).rejects.toThrow(RangeError);
      await ownership.append([record(reports, 'd')]);
      await eventually(async () => expect(await keysIn(log, reports)).toEqual(['first', 'b', 'd']));
      const read = await log.read({ topic: steps, partition: 0, from: 0n, limit: 10 });
      expect(read.map(({ key }) => key)).toEqual(['first', 'a', 'c']);
      expect(read.map(({ offset }) => offset)).toEqual([ownership.claimed[0]?.offset, positions[0]?.offset, positions[2]?.offset]);
      expect(read.map(({ value }) => Buffer.from(value).toString())).toEqual(['first', 'a', 'c']);
    });

    it('takes the right from the owner before: its append fails, and nothing of it can be read', async () => {
      const log = await open();
      const first = await log.claim({ owner: 'programme', records: claims('first') });
      await first.append([record(steps, 'a')]);
      const second = await log.claim({ owner: 'programme', records: claims('second') });
      await expect(first.append([record(steps, 'late'), record(reports, 'late')])).rejects.toMatchObject(notOwner);
      await expect(first.append([record(steps, 'later')])).rejects.toMatchObject(notOwner);
      await second.append([record(steps, 'b'), record(reports, 'b')]);
      await eventually(async () => expect(await keysIn(log, steps)).toEqual(['first', 'a', 'second', 'b']));
      await eventually(async () => expect(await keysIn(log, reports)).toEqual(['first', 'second', 'b']));
    });

    it('lies after everything that was decided before it, also what was under way when it came', async () => {
      const log = await open();
      const first = await log.claim({ owner: 'programme', records: claims('first') });
      const underWay = Array.from({ length: 20 }, (_, n) => first.append([record(steps, `n${n}`)]).then(() => `n${n}`, () => undefined));
      const second = await log.claim({ owner: 'programme', records: claims('second') });
      const kept = (await Promise.all(underWay)).filter((key) => key !== undefined);
      const end = second.claimed[0]?.offset ?? -1n;
      const before: LogRecord[] = [];
      await eventually(async () => {
        before.splice(0, before.length, ...(await log.read({ topic: steps, partition: 0, from: 0n, limit: 1_000_000 })).filter(({ offset }) => offset <= end));
        expect(before.at(-1)?.offset).toBe(end);
      });
      expect(before.map(({ key }) => key)).toEqual(['first', ...kept, 'second']);
      expect(await keysIn(log, steps)).toEqual(['first', ...kept, 'second']);
    });

    it('keeps appends in the order of their calls', async () => {
      const log = await open();
      const ownership = await log.claim({ owner: 'programme', records: [] });
      expect(ownership.claimed).toEqual([]);
      const keys = Array.from({ length: 30 }, (_, n) => `n${n}`);
      await Promise.all(keys.map((key) => ownership.append([record(steps, key)])));
      await eventually(async () => expect(await keysIn(log, steps)).toEqual(keys));
    });

    it('of one name is no matter of another, and is over once it is released or the log is closed', async () => {
      const log = await open();
      const one = await log.claim({ owner: 'one', records: [] });
      const other = await log.claim({ owner: 'other', records: [] });
      await one.append([record(steps, 'a')]);
      await one.release();
      await one.release();
      await expect(one.append([record(steps, 'late')])).rejects.toMatchObject(notOwner);
      await other.append([record(reports, 'b')]);
      await eventually(async () => expect(await keysIn(log, reports)).toEqual(['b']));
      await eventually(async () => expect(await keysIn(log, steps)).toEqual(['a']));
      await log.close();
      await expect(other.append([record(reports, 'late')])).rejects.toMatchObject({ code: 'log.closed' });
      await expect(log.claim({ owner: 'one', records: [] })).rejects.toMatchObject({ code: 'log.closed' });
    });

    it('wakes those who wait for records, and brings a group to the end of the log: its lag is nought', async () => {
      const log = await open();
      const seen: string[] = [];
      const consumer = log.consume({
        group: 'g', topics: [steps, reports], maxRecords: 10, maxBytes: 1_000_000, idlePoll: 60_000, backOff: () => 1,
        onError: (error) => expect.unreachable(String(error)), onFatal: (error) => expect.unreachable(String(error)),
        handler: async ({ records }, done) => {
          seen.push(...records.map(({ key }) => key));
          await done();
        },
      });
      await consumer.start();
      onTestFinished(() => consumer.stop());
      const ownership = await log.claim({ owner: 'programme', records: claims('first') });
      const keys = Array.from({ length: 25 }, (_, n) => `n${n}`);
      for (const key of keys) await ownership.append([record(steps, key)]);
      await eventually(() => expect(seen.filter((key) => key !== 'first')).toEqual(keys));
      await eventually(async () => expect(await consumer.lag()).toBe(0));
      for (const topic of [steps, reports]) expect(await log.committed('g', topic)).toEqual(await log.ends(topic));
    });
  });
};
