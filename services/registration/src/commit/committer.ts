import { AppError } from '@da06/errors';
import type { EventLog } from '@da06/event-log';
import { topics } from '@da06/events';
import { createOverlay, createRecordedView, type RecordedView } from '../refs/overlay.ts';
import type { RefsIndex } from '../refs/refs-index.ts';
import { createUnit, type Unit, type UnitDeps } from './unit.ts';

export type CommitterDeps = UnitDeps & {
  readonly log: EventLog;
  readonly refs: RefsIndex;
  /** Brings the index to the log's end: at start, and after a unit whose fate is not known. */
  readonly catchUp: () => Promise<void>;
  readonly onUnit?: (unit: { readonly events: number; readonly jobs: number; readonly seconds: number }) => void;
  /** Called when the index could not be written; it is derived, so the log's answer stands, and it catches up before the next unit. */
  readonly onIndexError: (error: unknown) => void;
  /** Records that may wait at most; beyond it requests are turned away (503). */
  readonly maxWaiting?: number;
};

export type Committer = {
  /** Decides and records in the order of calls; resolves when it is durable. `weight` = its number of records. */
  readonly submit: <T>(stage: (unit: Unit) => T, weight?: number) => Promise<T>;
  /** Decides as `submit` would now, and records nothing. */
  readonly preview: <T>(stage: (unit: Unit) => T) => T;
  /** The index with what is recorded but not yet in it. */
  readonly view: RecordedView;
  /** Takes nothing more (`service.not-ready`: a request that comes late is sent again); resolves when nothing waits and the index is written. */
  readonly end: () => Promise<void>;
};

type Job = { readonly stage: (unit: Unit) => unknown; readonly weight: number; readonly resolve: (value: never) => void; readonly reject: (error: unknown) => void };

/** Events of one transaction, at most: bounds the memory and the time others wait. */
const unitWeight = 20_000;

/**
 * The one writer of stays. Requests that wait share a transaction and its flush (group commit). Decisions of a unit stand on an overlay
 * that is kept only when the log has it: after a failure nothing is remembered.
 */
export const createCommitter = (deps: CommitterDeps): Committer => {
  const { log, refs, maxWaiting = 200_000 } = deps;
  const queue: Job[] = [];
  let waiting = 0;
  let active = false;
  let running: Promise<void> = Promise.resolve();
  let indexing: Promise<void> = Promise.resolve();
  let doubtful = false;
  let ended = false;
  const recorded = createRecordedView(refs);
  const positions = [...refs.positions()];

  const take = (): Job[] => {
    let weight = 0;
    let count = 0;
    while (count < queue.length && (count === 0 || weight + (queue[count]?.weight ?? 0) <= unitWeight)) {
      weight += queue[count]?.weight ?? 0;
      count += 1;
    }
    waiting -= weight;
    return queue.splice(0, count);
  };

  /** One write after the other: when one fails, none after it may move the positions past what is missing. */
  const writeIndex = (unit: Unit): void => {
    const { changes } = unit.overlay;
    const upTo = [...positions];
    recorded.add(changes);
    indexing = indexing.then(async () => {
      if (doubtful) return;
      try {
        await refs.write(changes, upTo);
        recorded.remove(changes);
      } catch (error) {
        doubtful = true;
        deps.onIndexError(error);
      }
    });
  };

  /** Something of others lies before this unit in the log (a redriven event, an import): the index reads both from there. */
  const leaveIndex = ({ overlay }: Unit): void => {
    recorded.add(overlay.changes);
    doubtful = true;
  };

  const runUnit = async (jobs: readonly Job[]): Promise<void> => {
    const started = performance.now();
    const unit = createUnit(recorded, deps);
    const settled = stageAll(unit, jobs);
    try {
      if (unit.append.length > 0) {
        const placed = await log.commitUnit({ append: unit.append, puts: unit.puts });
        if (place(unit, placed, positions)) writeIndex(unit);
        else leaveIndex(unit);
      }
    } catch (error) {
      doubtful = true;
      const failure = error instanceof AppError ? error : new AppError('service.overloaded', { retryable: true, cause: error });
      for (const { job } of settled) job.reject(failure);
      return;
    }
    for (const { job, value } of settled) job.resolve(value as never);
    deps.onUnit?.({ events: unit.append.length, jobs: jobs.length, seconds: (performance.now() - started) / 1000 });
  };

  const makeSure = async (): Promise<void> => {
    if (!doubtful) return;
    await indexing;
    await deps.catchUp();
    recorded.reset();
    positions.splice(0, positions.length, ...refs.positions());
    doubtful = false;
  };

  /** Clears `active` in the same step as it finds the queue empty, so that no job is left waiting for a loop that has ended. */
  const loop = async (): Promise<void> => {
    active = true;
    while (queue.length > 0) {
      const jobs = take();
      try {
        await makeSure();
        await runUnit(jobs);
      } catch (error) {
        for (const job of jobs) job.reject(error);
      }
    }
    active = false;
  };

  return {
    submit: <T>(stage: (unit: Unit) => T, weight = 1) =>
      new Promise<T>((resolve, reject) => {
        if (ended) {
          reject(new AppError('service.not-ready', { retryable: true }));
          return;
        }
        if (waiting + weight > maxWaiting && queue.length > 0) {
          reject(new AppError('service.overloaded', { retryable: true }));
          return;
        }
        queue.push({ stage, weight, resolve: resolve, reject });
        waiting += weight;
        if (!active) running = loop();
      }),
    preview: (stage) => stage(createUnit(recorded, deps)),
    view: recorded,
    end: async () => {
      ended = true;
      while (active) await running;
      await indexing;
    },
  };
};

/** Stages each job on a layer of its own, so that one that throws leaves nothing behind; a job that is alone needs none. */
const stageAll = (unit: Unit, jobs: readonly Job[]): { readonly job: Job; readonly value: unknown }[] =>
  jobs.flatMap((job) => {
    const events = unit.append.length;
    const puts = unit.puts.length;
    const layer = jobs.length === 1 ? unit : { ...unit, overlay: createOverlay(unit.overlay) };
    try {
      const value = job.stage(layer);
      if (layer !== unit) layer.overlay.mergeInto(unit.overlay);
      return [{ job, value }];
    } catch (error) {
      unit.append.length = events;
      unit.refKeys.length = events;
      unit.puts.length = puts;
      if (layer === unit) unit.overlay.clear();
      job.reject(error);
      return [];
    }
  });

/** Notes in each state where its events lie, and how far the stays' partitions are known; false when the log holds what is not known. */
const place = (unit: Unit, placed: readonly { readonly partition: number; readonly offset: bigint }[], positions: number[]): boolean => {
  const { refs } = unit.overlay.changes;
  let complete = true;
  unit.append.forEach(({ topic }, index) => {
    const at = placed[index];
    if (at === undefined || topic !== topics.stays) return;
    if (Number(at.offset) !== (positions[at.partition] ?? 0)) complete = false;
    positions[at.partition] = Number(at.offset) + 1;
    const key = unit.refKeys[index] ?? '';
    const state = key === '' ? undefined : refs.get(key);
    if (state !== undefined) state.offsets = state.offsets.length === 0 ? [Number(at.offset)] : [...state.offsets, Number(at.offset)];
  });
  return complete;
};
