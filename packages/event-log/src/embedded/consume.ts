import { atOnce, type Batch, type Consumer, type ConsumeOptions, type EventLog } from '../port.ts';
import { createSignal } from '../signal.ts';
import { readBatch } from './read-batch.ts';

type ReadLog = Pick<EventLog, 'read' | 'committed' | 'commit' | 'ends' | 'onAppend'>;

type ReadBatch = { readonly batch: Batch; readonly done: () => Promise<void> };

const defaultBackOff = (attempt: number): number => Math.min(10_000, 100 * 2 ** attempt);

/**
 * The consumer of a log that one process writes and reads: a group has one member, so nothing is shared out and a batch is read only
 * when the one before was taken over.
 */
export const consume = (log: ReadLog, options: ConsumeOptions): Consumer => {
  const { group, topics, backOff = defaultBackOff, idlePoll = 500, linger = 0, inTurn = atOnce } = options;
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
      let read: ReadBatch | undefined;
      const handled = await untilDone(() =>
        inTurn(async () => {
          // Another attempt is at the same batch.
          if (read === undefined) {
            // Its turn may come long after it was asked for.
            if (stopping) return undefined;
            const batch = await readBatch(log, next, options, turn);
            read = { batch, done: doneWith(batch) };
            readNext = batch.records.length < options.maxRecords / 10 ? performance.now() + linger : 0;
            if (batch.records.length > 0) inHand += 1;
          }
          const { batch, done } = read;
          if (batch.records.length > 0) await options.handler(batch, done);
          // Places without a record wait for what is in hand: nothing is committed beyond a batch that is not done.
          else if (batch.after.length === 0 || inHand > 0) return 'nothing';
          else await log.commit(group, batch.after);
          return batch;
        }),
      );
      if (handled === undefined) return;
      if (handled === 'nothing') {
        readNext = 0;
        await appended.wait(idlePoll);
        continue;
      }
      for (const { topic, partition, offset } of handled.after) (next.get(topic) ?? [])[partition] = offset;
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
