import type { EventLog } from '@da06/event-log';
import type { Logger, Metrics } from '@da06/service-kit';
import type { Vault } from '@da06/vault';
import type { Warehouse } from '@da06/warehouse';
import { AppError } from '@da06/errors';
import { defaultLimits, type ProjectorLimits } from './config.ts';
import { createDeadLetterOffice } from './dead-letters/record.ts';
import type { Refused } from './door/decode.ts';
import { createProjectorMetrics } from './metrics.ts';
import { createNightsKeeper } from './nights/nights-keeper.ts';
import { createPipeline } from './projection/pipeline.ts';
import { pause, untilDone } from './projection/retry.ts';
import { projectedTopics, projectorGroup } from './topics.ts';

export type ProjectorDeps = {
  readonly log: EventLog;
  readonly warehouse: Pick<Warehouse, 'insertEvents' | 'recomputeNights' | 'recomputeFigures' | 'recomputeSpells'>;
  readonly vault: Pick<Vault, 'sealSystem'>;
  readonly clock: { readonly now: () => number };
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Called once when the projection stops by itself: too many dead letters in a row, or an error of ours. The process should end. */
  readonly onFatal: (error: unknown) => void;
  readonly options?: Partial<ProjectorLimits>;
  /** Several processes project this log: guest-nights and spells are marked as due, and recomputed by one of them. Otherwise this process does. */
  readonly shared?: boolean;
  /** Takes all of the log for this process while it runs; the others wait (a rebuild). */
  readonly exclusive?: boolean;
};

export type Projector = {
  readonly start: () => Promise<void>;
  /** Ends after the batches in hand; what is not done then is projected again at the next start. */
  readonly stop: () => Promise<void>;
  /** Whether the end that the log had at the start is projected. */
  readonly ready: () => boolean;
  /** Records that are not yet projected and committed, and marks of nights not yet recounted. */
  readonly lag: () => Promise<number>;
  /** Whether all of the log is projected by this process alone. */
  readonly ownsAll: () => boolean;
  /**
   * Runs work while nothing is projected: every batch taken over before is done, and the group's places say how far.
   * @throws AppError `warehouse.unavailable` when other processes keep a part of the log.
   */
  readonly hold: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs work while no other batch is taken over: what it appends is projected at once afterwards, which costs a fraction of many small batches. What was taken over before is projected meanwhile. */
  readonly gather: <T>(work: () => Promise<T>) => Promise<T>;
};

/**
 * Follows the log into the tables. Three outcomes for a record: projected; tried again while the engine cannot; set aside as a dead
 * letter. The place in the log is remembered only after the engine has acknowledged the events and the nights that follow from them.
 */
export const createProjector = (deps: ProjectorDeps): Projector => {
  const { log, logger } = deps;
  const limits = { ...defaultLimits, ...deps.options };
  const metrics = createProjectorMetrics(deps.metrics, () => lag());
  const { shared = false, exclusive = false } = deps;
  const stopping = new AbortController();
  const record = createDeadLetterOffice(deps);
  let caughtUp = false;
  let fatal = false;
  let turn: Promise<unknown> = Promise.resolve();

  const onRetry = (error: unknown, attempt: number): void => {
    metrics.retries.inc();
    logger.warn({ code: error instanceof AppError ? error.code : 'internal', attempt }, 'projection waits: see "When the projection waits"');
  };
  const setAside = async (refused: readonly Refused[]): Promise<void> => {
    await record(refused);
    for (const { record: { topic, partition, offset }, code } of refused) {
      metrics.deadLetters.inc({ code });
      logger.error({ topic, partition, offset: String(offset), code }, 'dead letter: see "Dead letters"');
    }
  };
  const retried = <T>(work: () => Promise<T>): Promise<T> => untilDone(work, { backOff: limits.backOff, onRetry, signal: stopping.signal });
  const onError = (error: unknown, attempt: number): void => {
    if (error instanceof AppError && error.retryable) onRetry(error, attempt);
    else endFatally(error);
  };
  const nights = shared
    ? createNightsKeeper({
        log, warehouse: deps.warehouse, logger, untilDone: retried, onError, onFatal: (error) => endFatally(error), backOff: limits.backOff, exclusive,
        onRecomputed: (seconds) => metrics.stageSeconds.observe({ stage: 'recompute' }, seconds),
      })
    : undefined;
  const pipeline = createPipeline({
    target: { insertEvents: deps.warehouse.insertEvents, recomputeNights: nights?.markNights ?? deps.warehouse.recomputeNights, recomputeFigures: deps.warehouse.recomputeFigures, recomputeSpells: nights?.markSpells ?? deps.warehouse.recomputeSpells },
    limits,
    setAside,
    untilDone: retried,
    onStage: (stage, seconds) => metrics.stageSeconds.observe({ stage: nights !== undefined && stage === 'recompute' ? 'mark' : stage }, seconds),
    onProjected: (events) => metrics.events.inc(events),
    onFailure: (error) => endFatally(error),
  });

  /** Batches and pauses take turns. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const endFatally = (error: unknown): void => {
    if (fatal || stopping.signal.aborted) return;
    fatal = true;
    logger.fatal({ code: error instanceof AppError ? error.code : 'internal', err: error }, 'projection stopped: see "When the projection stops"');
    void consumer.stop();
    void nights?.stop();
    deps.onFatal(error);
  };
  const consumer = log.consume({
    group: projectorGroup, topics: projectedTopics, maxRecords: limits.maxRecords, maxBytes: limits.maxBytes,
    handler: (batch, done) => pipeline.take(batch.records, done), inTurn,
    onError,
    onFatal: (error) => endFatally(error),
    backOff: limits.backOff,
    linger: limits.lingerMs,
    exclusive,
  });
  const lag = async (): Promise<number> => (await consumer.lag()) + ((await nights?.lag()) ?? 0);
  const ownsAll = (): boolean => consumer.ownsAll() && nights?.ownsAll() !== false;
  const owned = async (): Promise<void> => {
    const until = performance.now() + ownershipMs;
    while (!ownsAll()) {
      if (performance.now() > until) throw new AppError('warehouse.unavailable', { retryable: true, detail: 'Other projectors hold a part of the log.' });
      await pause(50, stopping.signal);
    }
  };
  /** Nights that were marked as due are recounted by this process too, when it owns everything. */
  const recounted = async (): Promise<void> => {
    while (nights !== undefined && (await nights.lag()) > 0 && !fatal) await pause(20, stopping.signal);
  };
  const watchCatchUp = async (ends: ReadonlyMap<string, readonly bigint[]>): Promise<void> => {
    for (const [topic, end] of ends) {
      while (!(await log.committed(projectorGroup, topic)).every((at, partition) => at >= (end[partition] ?? 0n))) {
        if (stopping.signal.aborted || fatal) return;
        await pause(50, stopping.signal);
      }
    }
    caughtUp = true;
  };

  return {
    start: async () => {
      const ends = new Map<string, readonly bigint[]>();
      for (const topic of projectedTopics) ends.set(topic, await log.ends(topic));
      await Promise.all([consumer.start(), nights?.start()]);
      void watchCatchUp(ends).catch(endFatally);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all([consumer.stop(), nights?.stop()]);
      await pipeline.settle().catch((error: unknown) => logger.warn({ code: error instanceof AppError ? error.code : 'internal' }, 'stopped with events not yet projected'));
    },
    ready: () => caughtUp && !fatal,
    lag,
    ownsAll,
    gather: inTurn,
    hold: async (work) => {
      await owned();
      return await inTurn(async () => {
        await pipeline.settle();
        await recounted();
        return await work();
      });
    },
  };
};

/** How long a pause waits for the group to give this process everything. */
const ownershipMs = 60_000;
