import type { AppError } from '@da06/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimContract } from './contract-claim.ts';
import { consumerContract } from './contract-consume.ts';
import type { LogUnderTest } from './log-under-test.ts';
import { partitionOf } from './partition-of.ts';
import type { Append, EventLog, LogRecord } from './port.ts';

const topic = 'stays';
const text = (bytes: Uint8Array | undefined): string | undefined => (bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8'));
const record = (key: string, value: string, of = topic): Append => ({ topic: of, key, value: Buffer.from(value) });
const seen = (records: readonly LogRecord[]): [bigint, string, string | undefined][] => records.map(({ offset, key, value }) => [offset, key, text(value)]);
const all = { from: 0n, limit: 1_000_000 };

const allOf = async (log: EventLog): Promise<readonly LogRecord[]> => (await Promise.all(Array.from({ length: log.partitions(topic) }, (_, partition) => log.read({ topic, partition, ...all })))).flat();

/**
 * What every log must do, whatever it is made of. Run it with vitest beside each adapter.
 * `createLog` makes a fresh place for each test.
 */
export const eventLogContract = (name: string, createLog: () => LogUnderTest): void => {
  const withLog = async (work: (log: EventLog, place: LogUnderTest) => Promise<void>, partitions: Readonly<Record<string, number>> = {}): Promise<void> => {
    const place = createLog();
    const log = await place.open(partitions);
    try {
      await work(log, place);
    } finally {
      await log.close();
    }
  };

  describe(`${name} as a log`, () => {
    it('gives records back in the order they were appended, with their keys and the bytes of their values', () =>
      withLog(async (log) => {
        const values = ['một', '', 'ba'.repeat(200_000), '\u0000\u001f'];
        const positions = await log.commitUnit({ append: values.map((value, index) => record(`khách/${index}`, value)) });
        expect(positions).toEqual(values.map((_, index) => ({ partition: 0, offset: BigInt(index) })));
        expect(seen(await log.read({ topic, partition: 0, ...all }))).toEqual(values.map((value, index) => [BigInt(index), `khách/${index}`, value]));
      }));

    it('keeps records of one key in one partition and in their order', () =>
      withLog(
        async (log) => {
          const keys = Array.from({ length: 40 }, (_, index) => `ks-${index % 10}/R`);
          for (let round = 0; round < 3; round += 1) await log.commitUnit({ append: keys.map((key, index) => record(key, `${round}.${index}`)) });
          const records = await allOf(log);
          expect(records).toHaveLength(120);
          for (const key of new Set(keys)) {
            const own = records.filter((one) => one.key === key);
            expect(new Set(own.map(({ partition }) => partition))).toEqual(new Set([partitionOf(key, 4)]));
            const rounds = own.map(({ value }) => text(value)?.split('.').map(Number) ?? []);
            expect(rounds).toEqual(rounds.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
          }
        },
        { [topic]: 4 },
      ));

    it('reads from any position, as many as asked, and nothing past the end', () =>
      withLog(async (log) => {
        for (const from of [0, 7, 20]) await log.commitUnit({ append: Array.from({ length: from === 0 ? 7 : from === 7 ? 13 : 5 }, (_, index) => record('k', String(from + index))) });
        await fc.assert(
          fc.asyncProperty(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), async (from, limit) => {
            const expected = Array.from({ length: 25 }, (_, index) => String(index)).slice(from, from + limit);
            const found = await log.read({ topic, partition: 0, from: BigInt(from), limit });
            expect(seen(found).map(([offset, , value]) => [Number(offset), value])).toEqual(expected.map((value, index) => [from + index, value]));
          }),
        );
      }));

    it('ends a reading with the record that passes the bytes asked for, and always gives one', () =>
      withLog(async (log) => {
        await log.commitUnit({ append: Array.from({ length: 10 }, () => record('k', 'x'.repeat(100))) });
        for (const [maxBytes, count] of [[1, 1], [100, 1], [101, 2], [950, 10], [5000, 10]] as const) {
          expect(await log.read({ topic, partition: 0, ...all, maxBytes })).toHaveLength(count);
        }
      }));

    it('tells the next offset of each partition, and zero for a topic that was never written', () =>
      withLog(
        async (log) => {
          expect(await log.ends(topic)).toEqual([0n, 0n, 0n]);
          expect(await log.ends('never')).toEqual([0n]);
          expect(await log.read({ topic: 'never', partition: 0, ...all })).toEqual([]);
          const positions = await log.commitUnit({ append: Array.from({ length: 30 }, (_, index) => record(`k${index}`, 'v')) });
          const ends = [0, 1, 2].map((partition) => BigInt(positions.filter((position) => position.partition === partition).length));
          expect(await log.ends(topic)).toEqual(ends);
        },
        { [topic]: 3 },
      ));

    it('gives units of many callers at once positions without gap or repeat, and keeps each unit together', () =>
      withLog(async (log) => {
        const units = await Promise.all(Array.from({ length: 50 }, (_, unit) => log.commitUnit({ append: [0, 1, 2].map((part) => record(`u${unit}`, `${unit}.${part}`)) })));
        const offsets = units.flatMap((positions) => positions.map(({ offset }) => Number(offset)));
        expect(offsets.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, index) => index));
        const values = seen(await log.read({ topic, partition: 0, ...all })).map(([, , value]) => value);
        for (const [unit, positions] of units.entries()) for (const [part, { offset }] of positions.entries()) expect(values[Number(offset)]).toBe(`${unit}.${part}`);
      }));

    it('keeps everything over a close: records, ends, live values, positions of groups', async () => {
      const place = createLog();
      const before = await place.open({ [topic]: 2 });
      await before.commitUnit({ append: Array.from({ length: 9 }, (_, index) => record(`k${index}`, `v${index}`)), puts: [{ topic: 'keys', key: 'a', value: Buffer.from('1') }] });
      await before.commit('reader', [{ topic, partition: 1, offset: 2n }]);
      const [records, ends] = [seen(await allOf(before)), await before.ends(topic)];
      await before.close();
      const after = await place.open({ [topic]: 2 });
      try {
        expect(seen(await allOf(after))).toEqual(records);
        expect(await after.ends(topic)).toEqual(ends);
        expect(text(after.get('keys', 'a'))).toBe('1');
        expect(await after.committed('reader', topic)).toEqual([0n, 2n]);
        const [position] = await after.commitUnit({ append: [record('k0', 'later')] });
        expect(position?.offset).toBe(ends[position?.partition ?? 0]);
      } finally {
        await after.close();
      }
    });

    it('never changes the partitions of a topic that has records', async () => {
      const place = createLog();
      const before = await place.open({ [topic]: 4 });
      await before.commitUnit({ append: [record('k', 'v')] });
      await before.close();
      const after = await place.open({ [topic]: 7 });
      expect(after.partitions(topic)).toBe(4);
      await after.close();
    });

    it('refuses a key it cannot keep without keeping anything of its unit', () =>
      withLog(async (log) => {
        for (const key of ['', 'x'.repeat(1025)]) {
          await expect(log.commitUnit({ append: [record('good', 'v'), record(key, 'v')] })).rejects.toThrow(RangeError);
          await expect(log.commitUnit({ append: [record('good', 'v')], puts: [{ topic: 'keys', key, value: Buffer.from('v') }] })).rejects.toThrow(RangeError);
        }
        expect(await log.ends(topic)).toEqual([0n]);
      }));

    it('answers log.closed once it is closed, after keeping what was under way', async () => {
      const place = createLog();
      const log = await place.open({});
      const underWay = log.commitUnit({ append: [record('k', 'v')] });
      await log.close();
      await expect(underWay).resolves.toHaveLength(1);
      await expect(log.commitUnit({ append: [record('k', 'v')] })).rejects.toMatchObject({ code: 'log.closed' } satisfies Partial<AppError>);
      await expect(log.read({ topic, partition: 0, ...all })).rejects.toMatchObject({ code: 'log.closed' });
    });
  });

  describe(`${name} with compacted topics`, () => {
    it('keeps the last value of each key, apart from other topics', () =>
      withLog(async (log) => {
        const put = (of: string, key: string, value: string | null) => log.commitUnit({ append: [], puts: [{ topic: of, key, value: value === null ? null : Buffer.from(value) }] });
        await put('keys', 'b', '1');
        await put('keys', 'a', '1');
        await put('keys', 'a', '2');
        await put('keys2', 'a', 'other');
        expect([...log.entries('keys')].map(([key, value]) => [key, text(value)])).toEqual([['a', '2'], ['b', '1']]);
        await put('keys', 'a', null);
        expect(log.get('keys', 'a')).toBeUndefined();
        expect(text(log.get('keys2', 'a'))).toBe('other');
        expect([...log.entries('keys')].map(([key]) => key)).toEqual(['b']);
        expect([...log.entries('keys3')]).toEqual([]);
      }));

    it('changes them in one unit with records: the last change of a key in a unit holds', () =>
      withLog(async (log) => {
        await log.commitUnit({ append: [record('k', 'event')], puts: [{ topic: 'keys', key: 'a', value: Buffer.from('1') }, { topic: 'keys', key: 'a', value: Buffer.from('2') }] });
        expect(text(log.get('keys', 'a'))).toBe('2');
        expect(await log.ends(topic)).toEqual([1n]);
      }));
  });

  consumerContract(name, createLog);
  claimContract(name, createLog);

  describe(`${name} with groups`, () => {
    it('remembers how far each group came, apart from other groups, also back again', () =>
      withLog(
        async (log) => {
          await log.commit('a', [{ topic, partition: 0, offset: 5n }, { topic, partition: 1, offset: 2n ** 60n }]);
          await log.commit('b', [{ topic, partition: 0, offset: 1n }]);
          expect(await log.committed('a', topic)).toEqual([5n, 2n ** 60n]);
          expect(await log.committed('b', topic)).toEqual([1n, 0n]);
          await log.commit('a', [{ topic, partition: 0, offset: 0n }]);
          expect(await log.committed('a', topic)).toEqual([0n, 2n ** 60n]);
        },
        { [topic]: 2 },
      ));

    it('calls listeners after an append is readable, until they leave', () =>
      withLog(async (log) => {
        const ends: Promise<readonly bigint[]>[] = [];
        const leave = log.onAppend(() => ends.push(log.ends(topic)));
        await log.commitUnit({ append: [record('k', 'v')] });
        leave();
        expect(await Promise.all(ends)).toEqual([[1n]]);
        await log.commitUnit({ append: [record('k', 'v')] });
        expect(ends).toHaveLength(1);
      }));
  });
};
