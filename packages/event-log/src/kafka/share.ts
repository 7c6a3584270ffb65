import { AppError } from '@da06/errors';
import { createSignal } from '../signal.ts';
import type { Batch, Commit, ConsumeOptions } from '../port.ts';
import { asAppError, isLostMembership, isUnknownTopic } from './failures.ts';
import type { LaneReader } from './lane-reader.ts';
import type { Share } from './membership.ts';
import { pause } from './pause.ts';

export type ShareOptions = {
  readonly options: Pick<ConsumeOptions, 'handler' | 'onError' | 'maxRecords'> & { readonly backOff: (attempt: number) => number; readonly idlePoll: number; readonly linger: number; readonly inTurn: NonNullable<ConsumeOptions['inTurn']> };
  /** Resolves when nobody works on what this process held before. */
  readonly before: Promise<void>;
  /** Finds out where the group stands. @throws AppError `log.offset-out-of-range` */
  readonly open: () => Promise<LaneReader>;
  /** Resolves when what was put before a record can be read. */
  readonly upToDate: () => Promise<void>;
  /** Commits as this member in this generation. */
  readonly commit: (commits: readonly Commit[]) => Promise<void>;
  readonly onProgress: () => void;
  readonly onFatal: (error: unknown) => void;
};

export type RunningShare = Share & {
  /** Resolves when the handler is out of the last batch. */
  readonly left: Promise<void>;
  /** Whether a batch is handed out and not done. */
  readonly busy: () => boolean;
};

/** The codes after which a consumer cannot go on. */
const isFatal = (error: unknown): boolean => error instanceof AppError && (error.code === 'log.offset-out-of-range' || error.code === 'log.topic-missing');

/** So long a topic may be unknown before it counts as lost. */
const unknownTopicMs = 30_000;

/** Reads and hands out the partitions of one generation, from where the group stands to its end. */
export const runShare = (share: ShareOptions): RunningShare => {
  const { handler, onError, maxRecords, backOff, idlePoll, linger, inTurn } = share.options;
  const ending = new AbortController();
  const ended = new AbortController();
  const open = new Set<Batch>();
  const settled = createSignal();
  let committing: Promise<void> = Promise.resolve();
  /** Places without a record that follow batches which are not all done. */
  let passed: readonly Commit[] = [];

  /** Runs `work` until it succeeds; undefined when no attempt is left because the share ends. */
  const untilDone = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    const began = performance.now();
    for (let attempt = 0; !ending.signal.aborted; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        const meaning = asAppError(error);
        if (isFatal(meaning)) {
          // A broker that has just started may not have heard of the topic yet.
          if (!(isUnknownTopic(error) && performance.now() - began < unknownTopicMs)) throw meaning;
          await pause(500, ending.signal);
          continue;
        }
        if (ending.signal.aborted && meaning instanceof AppError && meaning.code === 'log.closed') return undefined;
        share.onProgress();
        onError(meaning, attempt);
        await pause(backOff(attempt), ending.signal);
      }
    }
    return undefined;
  };

  /** A commit that does not get through is tried again for as long as the partitions are ours; the group's own refusal ends that. */
  const commitWhileOurs = async (commits: readonly Commit[]): Promise<void> => {
    for (let attempt = 0; !ended.signal.aborted; attempt += 1) {
      try {
        await share.commit(commits);
        return;
      } catch (error) {
        if (isLostMembership(error)) ended.abort();
        else await pause(Math.min(2_000, 100 * 2 ** attempt), ended.signal);
      }
    }
  };

  const without = (commits: readonly Commit[], newer: readonly Commit[]): Commit[] => commits.filter(({ topic, partition }) => !newer.some((one) => one.topic === topic && one.partition === partition));
  /** Nothing is committed beyond a batch that is not done. */
  const commitPassed = (): void => {
    if (open.size > 0 || passed.length === 0) return;
    const commits = passed;
    passed = [];
    committing = committing.then(() => commitWhileOurs(commits));
  };

  const doneWith = (batch: Batch) => (): Promise<void> => {
    share.onProgress();
    if (!open.has(batch) || ended.signal.aborted) return Promise.resolve();
    // One after the other, so that none overtakes an older one.
    committing = committing.then(() => commitWhileOurs(batch.after)).finally(() => {
      open.delete(batch);
      settled.raise();
      share.onProgress();
      commitPassed();
    });
    return committing;
  };

  const handOut = async (batch: Batch): Promise<void> => {
    open.add(batch);
    passed = without(passed, batch.after);
    const done = doneWith(batch);
    const handled = await untilDone(async () => {
      await inTurn(() => handler(batch, done));
      return true;
    });
    if (handled !== true) open.delete(batch);
    settled.raise();
    share.onProgress();
  };

  const run = async (): Promise<void> => {
    await share.before;
    const reader = await untilDone(share.open);
    if (reader === undefined) return;
    ending.signal.addEventListener('abort', reader.close);
    if (ending.signal.aborted) reader.close();
    let readNext = 0;
    while (!ending.signal.aborted) {
      const early = readNext - performance.now();
      if (early > 0) await pause(early, ending.signal);
      const batch = await untilDone(async () => {
        await reader.fill(idlePoll);
        return reader.take();
      });
      share.onProgress();
      if (batch === undefined) continue;
      if (batch.records.length === 0) {
        passed = [...without(passed, batch.after), ...batch.after];
        commitPassed();
        continue;
      }
      await untilDone(share.upToDate);
      if (ending.signal.aborted) return;
      readNext = batch.records.length < maxRecords / 10 ? performance.now() + linger : 0;
      await handOut(batch);
    }
  };
  const left = run().catch(share.onFatal);

  return {
    left,
    busy: () => open.size > 0,
    finish: async () => {
      ending.abort();
      await left;
      while (open.size > 0 && !ended.signal.aborted) {
        settled.reset();
        await settled.wait(100);
      }
      await committing;
    },
    end: () => {
      ending.abort();
      ended.abort();
      settled.raise();
    },
  };
};
