import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LogUnderTest } from './log-under-test.ts';
import type { ConsumeOptions, EventLog, LogRecord } from './port.ts';

const topic = 'stays';
const append = (log: EventLog, count: number, from = 0) =>
  log.commitUnit({ append: Array.from({ length: count }, (_, index) => ({ topic, key: `k${from + index}`, value: Buffer.from(String(from + index)) })) });
/** Waits longer than a cluster needs to share out its partitions. */
const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 20_000, interval: 20 });
const keysOf = (records: readonly LogRecord[]) => records.map(({ key }) => key);
const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);

const start = async (log: EventLog, options: Pick<ConsumeOptions, 'handler'> & Partial<ConsumeOptions>) => {
  const unreachable = (error: unknown) => expect.unreachable(String(error));
  const consumer = log.consume({ group: 'g', topics: [topic], maxRecords: 10, maxBytes: 1_000_000, onError: unreachable, onFatal: unreachable, backOff: () => 1, idlePoll: 60_000, ...options });
  await consumer.start();
  onTestFinished(() => consumer.stop());
  return consumer;
};

/** What a consumer of any log must do; part of the log's contract. */
export const consumerContract = (name: string, createLog: () => LogUnderTest): void => {
  const open = async (): Promise<EventLog> => {
    const log = await createLog().open({ [topic]: 3 });
    onTestFinished(() => log.close());
    return log;
  };

  describe(`a consumer of ${name}`, () => {
    it('hands out every record once, in batches of the size asked for, and wakes for what is appended later', async () => {
      const log = await open();
      await append(log, 25);
      const batches: string[][] = [];
      const consumer = await start(log, {
        handler: async ({ records }, done) => {
          batches.push(keysOf(records));
          await done();
        },
      });
      await eventually(() => expect(batches.flat()).toHaveLength(25));
      expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(10);
      await append(log, 1, 25);
      await eventually(() => expect(batches.flat()).toHaveLength(26)); // long before its poll
      expect(batches.flat().toSorted()).toEqual(keys(26).toSorted());
      await eventually(async () => expect(await consumer.lag()).toBe(0));
    });

    it('never commits a batch whose handler fails, tries the same batch again, and passes nothing over', async () => {
      const log = await open();
      await append(log, 5);
      const attempts: string[][] = [];
      const errors: [string, number][] = [];
      await start(log, {
        handler: async ({ records }, done) => {
          attempts.push(keysOf(records));
          if (attempts.length < 4) {
            expect(await log.committed('g', topic)).toEqual([0n, 0n, 0n]);
            throw new Error('not yet');
          }
          await done();
        },
        onError: (error, attempt) => errors.push([(error as Error).message, attempt]),
      });
      await eventually(async () => expect(await log.committed('g', topic)).toEqual(await log.ends(topic)));
      expect(attempts).toHaveLength(4);
      for (const attempt of attempts) expect(attempt).toEqual(attempts[0]);
      expect(errors).toEqual([['not yet', 0], ['not yet', 1], ['not yet', 2]]);
    });

    it('waits out its back-off although records keep coming', async () => {
      const log = await open();
      await append(log, 1);
      let attempts = 0;
      await start(log, { backOff: () => 60_000, onError: () => {}, handler: () => Promise.reject(new Error(`attempt ${(attempts += 1)}`)) });
      await eventually(() => expect(attempts).toBe(1));
      for (let n = 1; n < 20; n += 1) await append(log, 1, n);
      expect(attempts).toBe(1);
    });

    it('hands out again, after a new start, what was taken over and not done', async () => {
      const log = await open();
      await append(log, 12);
      const first: string[] = [];
      const one = await start(log, {
        handler: async ({ records }, done) => {
          if (first.length === 0) await done();
          first.push(...keysOf(records));
        },
      });
      await eventually(() => expect(first).toHaveLength(12));
      expect(await one.lag()).toBe(2);
      await one.stop();
      const second: string[] = [];
      await start(log, { handler: ({ records }) => Promise.resolve(void second.push(...keysOf(records))) });
      await eventually(() => expect(second).toHaveLength(2));
      expect(second).toEqual(first.slice(10));
    });

    it('stops after the batch in hand, and leaves the rest for later', async () => {
      const log = await open();
      await append(log, 30);
      let release = () => {};
      let batches = 0;
      const consumer = await start(log, {
        handler: async (_batch, done) => {
          batches += 1;
          await new Promise<void>((resolve) => (release = resolve));
          await done();
        },
      });
      await eventually(() => expect(batches).toBe(1));
      const stopped = consumer.stop();
      release();
      await stopped;
      expect(batches).toBe(1);
      expect(await consumer.lag()).toBe(20);
    });

    it('stops at once while it waits to try again', async () => {
      const log = await open();
      await append(log, 1);
      let failed = false;
      const consumer = await start(log, { backOff: () => 60_000, onError: () => (failed = true), handler: () => Promise.reject(new Error('no')) });
      await eventually(() => expect(failed).toBe(true));
      await consumer.stop();
      expect(await log.committed('g', topic)).toEqual([0n, 0n, 0n]);
    });

    it('lets no partition wait for the end of another', async () => {
      const log = await open();
      await append(log, 300);
      const partitions: number[] = [];
      await start(log, {
        handler: async ({ records }, done) => {
          partitions.push(...records.map(({ partition }) => partition));
          await done();
        },
      });
      await eventually(() => expect(partitions).toHaveLength(300));
      expect(new Set(partitions.slice(0, 30)).size).toBe(3);
    });
  });
};
