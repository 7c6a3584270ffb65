import type { Batch, Consumer, ConsumeOptions, EventLog } from '../port.ts';
import { createSignal } from '../signal.ts';
import { readBatch } from './read-batch.ts';

type ReadLog = Pick<EventLog, 'read' | 'committed' | 'commit' | 'ends' | 'onAppend'>;

const defaultBackOff = (attempt: number): number => Math.min(10_000, 100 * 2 ** attempt);

/**
 * The consumer of a log that one process writes and reads: a group has one member, so nothing is shared out and a batch is read only
 * when the one before was taken over.
 */
export const consume = (log: ReadLog, options: ConsumeOptions): Consumer => {
  const { group, topics, backOff = defaultBackOff, idlePoll = 500, linger = 0 } = options;
  const next = new Map<string, bigint[]>();
  const appended = createSignal();
  const stopped = createSignal();
  let stopping = false;
  /** Batches that are handed out and not done. */
  let inHand = 0;
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

  const doneWith = (batch: Batch): (() => Promise<void>) => {
    let over = false;
    return async () => {
      await log.commit(group, batch.after);
      if (over) return;
      over = true;
      inHand -= 1;
      appended.raise();
    };
  };

  const run = async (): Promise<void> => {
    let readNext = 0;
    for (let turn = 0; !stopping; turn += 1) {
      const early = readNext - performance.now();
      if (early > 0) await stopped.wait(early);
      appended.reset();
      const batch = await untilDone(() => readBatch(log, next, options, turn));
      if (batch === undefined) return;
      // Places without a record wait for what is in hand: nothing is committed beyond a batch that is not done.
      if (batch.records.length === 0 && (batch.after.length === 0 || inHand > 0)) {
        await appended.wait(idlePoll);
        continue;
      }
      readNext = batch.records.length < options.maxRecords / 10 ? performance.now() + linger : 0;
      if (batch.records.length > 0) inHand += 1;
      const done = doneWith(batch);
      const handled = await untilDone(async () => {
        if (batch.records.length === 0) await log.commit(group, batch.after);
        else await options.handler(batch, done);
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
    ownsAll: () => loop !== undefined && !stopping,
  };
};
