import { AppError } from '@da06/errors';
import type { LogRecord } from '@da06/event-log';
import type { Warehouse } from '@da06/warehouse';
import type { ProjectorLimits } from '../config.ts';
import { decode, type Decoded, type Refused } from '../door/decode.ts';
import { insertBisecting } from './insert.ts';
import { createDueDays } from './due-days.ts';
import { createDueSet } from './due-set.ts';

/** The tables a pipeline fills: the live ones, or those of a rebuild. */
export type Target = Pick<Warehouse, 'insertEvents' | 'recomputeNights' | 'recomputeFigures' | 'recomputeSpells'>;

export type PipelineOptions = {
  readonly target: Target;
  readonly limits: Pick<ProjectorLimits, 'maxDeadLettersInARow' | 'recomputeAtStays' | 'recomputeAfterMs' | 'figuresAfterMs'>;
  /** Keeps records that cannot be projected; durable when resolved. */
  readonly setAside: (refused: readonly Refused[]) => Promise<void>;
  /** Wraps a call to the engine: tries again while the engine cannot. */
  readonly untilDone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly onStage?: (stage: Stage, seconds: number) => void;
  readonly onProjected?: (events: number) => void;
  /** Told at once when the pipeline has ended by a failure. */
  readonly onFailure?: (error: unknown) => void;
};

type Stage = 'decode' | 'insert' | 'recompute' | 'figures';
type Done = () => Promise<void>;

/**
 * Events into tables. Three stages overlap: a batch is decoded while the one before is inserted, and guest-nights and spells are recomputed
 * behind them, for many batches at once when they come fast; figures of days behind these, for several recomputes at once. `done` of a batch is called, in
 * order, after its insert and after recomputes that each began later than what they read was written. The first failure ends the pipeline: `take` and `settle` throw it.
 */
export const createPipeline = ({ target, limits, setAside, untilDone, onStage, onProjected, onFailure }: PipelineOptions) => {
  const waiting = createDueSet();
  const days = createDueDays();
  let inserted: Done[] = [];
  let oldest = 0;
  let taking = 0;
  let refusedInARow = 0;
  let inserting: Promise<void> = Promise.resolve();
  let recomputing: Promise<void> = Promise.resolve();
  let recomputeRuns = false;
  let failure: unknown;

  const timed = async <T>(stage: Stage, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const result = await work();
    onStage?.(stage, (performance.now() - from) / 1000);
    return result;
  };
  const check = (): void => {
    if (failure !== undefined) throw failure as Error;
  };
  const fail = (error: unknown): void => {
    if (failure !== undefined) return;
    failure = error;
    onFailure?.(error);
  };

  const recompute = async (): Promise<void> => {
    let recounted: Done[] = [];
    let figuresAt = performance.now();
    let figuresTook = 0;
    while (inserted.length > 0) {
      recounted.push(...inserted);
      inserted = [];
      const { stays, records } = waiting.takeAll();
      if (stays.length > 0) days.add(await timed('recompute', () => untilDone(() => target.recomputeNights(stays))));
      if (records.length > 0) await timed('recompute', () => untilDone(() => target.recomputeSpells(records)));
      const began = performance.now();
      // A log that is read from its beginning may touch every day in each batch: then most of the time is left for the batches.
      if (inserted.length > 0 && began - figuresAt < Math.max(limits.figuresAfterMs, figuresTook * 4)) continue;
      const due = days.takeAll();
      if (due.length > 0) await timed('figures', () => untilDone(() => target.recomputeFigures(due)));
      figuresAt = performance.now();
      figuresTook = figuresAt - began;
      for (const done of recounted) await done();
      recounted = [];
    }
  };
  const startRecompute = (): void => {
    if (recomputeRuns) return;
    recomputeRuns = true;
    recomputing = recompute().catch(fail).finally(() => {
      recomputeRuns = false;
    });
  };

  const insert = async ({ accepted }: Decoded, done: Done): Promise<void> => {
    if (accepted.length > 0) {
      const refused = await timed('insert', () => insertBisecting(accepted, { write: (rows) => untilDone(() => target.insertEvents(rows)), maxInARow: limits.maxDeadLettersInARow }));
      if (refused.length > 0) await setAside(refused.map(({ record }) => ({ record, code: 'warehouse.rejected' as const })));
      onProjected?.(accepted.length - refused.length);
    }
    if (inserted.length === 0) oldest = performance.now();
    inserted.push(done);
    for (const { due } of accepted) waiting.add(due);
    if (taking === 0 || waiting.size() >= limits.recomputeAtStays || performance.now() - oldest >= limits.recomputeAfterMs) startRecompute();
  };

  return {
    /** Takes a batch over: resolves when its insert has begun. @throws AppError `dead-letter.too-many`, or what ended the pipeline. */
    take: async (records: readonly LogRecord[], done: Done): Promise<void> => {
      taking += 1;
      try {
        check();
        const decoded = await timed('decode', () => decode(records, refusedInARow));
        if (decoded.longestRow >= limits.maxDeadLettersInARow) throw new AppError('dead-letter.too-many', { context: { inARow: decoded.longestRow } });
        if (decoded.refused.length > 0) await setAside(decoded.refused);
        refusedInARow = decoded.refusedInARow;
        await inserting;
        check();
        inserting = insert(decoded, done).catch(fail);
      } finally {
        taking -= 1;
      }
    },
    /** Resolves when everything taken over is in the tables, recomputed and done. */
    settle: async (): Promise<void> => {
      await inserting;
      await recomputing;
      if (failure === undefined) startRecompute();
      await recomputing;
      check();
    },
  };
};
export type Pipeline = ReturnType<typeof createPipeline>;
