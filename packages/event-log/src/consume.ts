import type { EventLog } from './port.ts';
import { readBatch, type Batch } from './read-batch.ts';
import { createSignal } from './signal.ts';

export type ConsumeOptions = {
  readonly log: EventLog;
  readonly group: string;
  readonly topics: readonly string[];
  readonly maxRecords: number;
  /** Bytes of values after which a batch is closed. */
  readonly maxBytes: number;
  /**
   * Handles a batch. It resolves when the batch is taken over; the next one is read from then on. Only `done` commits the batch,
   * at once or later; batches are to be done in the order they came. What is not done is handed out again by the next start.
   */
  readonly handler: (batch: Batch, done: () => Promise<void>) => Promise<void>;
  /** Told of a failing handler, or of a log that cannot be read, before it is tried again. */
  readonly onError: (error: unknown, attempt: number) => void;
  /** Milliseconds to wait before the next attempt; `attempt` counts from 0. */
  readonly backOff?: (attempt: number) => number;
  /** Milliseconds between looks for records of other processes; those of this one wake the loop. */
  readonly idlePoll?: number;
  /** After a small batch (under a tenth of `maxRecords`) the next is read so many milliseconds after it, or later: many tiny batches cost more than they hasten. */
  readonly linger?: number;
};

export type Consumer = {
  readonly start: () => Promise<void>;
  /** Ends after the batch in hand, without another attempt at it; resolves when the loop has left. */
  readonly stop: () => Promise<void>;
  /** Records behind the end of the log, counted from what is committed. */
  readonly lag: () => Promise<number>;
};

const defaultBackOff = (attempt: number): number => Math.min(10_000, 100 * 2 ** attempt);

/**
 * Reads the topics of a group from where it stands and hands batches to `handler`, one at a time and in order per partition.
 * A failing batch is tried again, the same one, until it is done or the consumer stops: it is never passed over and never committed.
 */
export const consume = (options: ConsumeOptions): Consumer => {
  const { log, group, topics, backOff = defaultBackOff, idlePoll = 500, linger = 0 } = options;
  const next = new Map<string, bigint[]>();
  const appended = createSignal();
  const stopped = createSignal();
  let stopping = false;
  let loop: Promise<void> | undefined;
  let unsubscribe = (): void => {};

  /** Runs `work` until it succeeds, waiting in between; undefined when the consumer stops meanwhile. */
  const untilDone = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    for (let attempt = 0; !stopping; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        options.onError(error, attempt);
        await stopped.wait(backOff(attempt));
      }
    }
    return undefined;
  };

  const run = async (): Promise<void> => {
    let readNext = 0;
    for (let turn = 0; !stopping; turn += 1) {
      const early = readNext - performance.now();
      if (early > 0) await stopped.wait(early);
      appended.reset();
      const batch = await untilDone(() => readBatch(log, next, options, turn));
      if (batch === undefined) return;
      if (batch.records.length === 0) {
        await appended.wait(idlePoll);
        continue;
      }
      readNext = batch.records.length < options.maxRecords / 10 ? performance.now() + linger : 0;
      const handled = await untilDone(async () => {
        await options.handler(batch, () => log.commit(group, batch.after));
        return true;
      });
      if (handled !== true) return;
      for (const { topic, partition, offset } of batch.after) (next.get(topic) ?? [])[partition] = offset;
    }
  };

  return {
    start: async () => {
      for (const topic of topics) next.set(topic, [...(await log.committed(group, topic))]);
      unsubscribe = log.onAppend(appended.raise);
      loop = run();
    },
    stop: async () => {
      stopping = true;
      unsubscribe();
      stopped.raise();
      appended.raise();
      await loop;
    },
    lag: async () => {
      let behind = 0n;
      for (const topic of topics) {
        const [ends, committed] = await Promise.all([log.ends(topic), log.committed(group, topic)]);
        for (const [partition, end] of ends.entries()) behind += end - (committed[partition] ?? 0n);
      }
      return Number(behind);
    },
  };
};
