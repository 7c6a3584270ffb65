import { consume, type EventLog } from '@da06/event-log';
import type { Logger, Metrics } from '@da06/service-kit';
import type { Vault } from '@da06/vault';
import type { Warehouse } from '@da06/warehouse';
import { AppError } from '@da06/errors';
import { defaultLimits, type ProjectorLimits } from './config.ts';
import { createDeadLetterOffice } from './dead-letters/record.ts';
import type { Refused } from './door/decode.ts';
import { createProjectorMetrics } from './metrics.ts';
import { createPipeline } from './projection/pipeline.ts';
import { pause, untilDone } from './projection/retry.ts';
import { projectedTopics, projectorGroup } from './topics.ts';

export type ProjectorDeps = {
  readonly log: EventLog;
  readonly warehouse: Pick<Warehouse, 'insertEvents' | 'recomputeNights'>;
  readonly vault: Pick<Vault, 'sealSystem'>;
  readonly clock: { readonly now: () => number };
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Called once when the projection stops by itself: too many dead letters in a row, or an error of ours. The process should end. */
  readonly onFatal: (error: unknown) => void;
  readonly options?: Partial<ProjectorLimits>;
};

export type Projector = {
  readonly start: () => Promise<void>;
  /** Ends after the batches in hand; what is not done then is projected again at the next start. */
  readonly stop: () => Promise<void>;
  /** Whether the end that the log had at the start is projected. */
  readonly ready: () => boolean;
  /** Records that are not yet projected and committed. */
  readonly lag: () => Promise<number>;
  /** Runs work while nothing is projected: every batch taken over before is done, and the group's places say how far. */
  readonly hold: <T>(work: () => Promise<T>) => Promise<T>;
};

/**
 * Follows the log into the tables. Three outcomes for a record: projected; tried again while the engine cannot; set aside as a dead
 * letter. The place in the log is remembered only after the engine has acknowledged the events and the nights that follow from them.
 */
export const createProjector = (deps: ProjectorDeps): Projector => {
  const { log, logger } = deps;
  const limits = { ...defaultLimits, ...deps.options };
  const metrics = createProjectorMetrics(deps.metrics);
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
  const pipeline = createPipeline({
    target: deps.warehouse,
    limits,
    setAside,
    untilDone: (work) => untilDone(work, { backOff: limits.backOff, onRetry, signal: stopping.signal }),
    onStage: (stage, seconds) => metrics.stageSeconds.observe({ stage }, seconds),
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
    deps.onFatal(error);
  };
  const consumer = consume({
    log, group: projectorGroup, topics: projectedTopics, maxRecords: limits.maxRecords, maxBytes: limits.maxBytes,
    handler: (batch, done) =>
      inTurn(() => pipeline.take(batch.records, done)),
    onError: (error, attempt) => {
      if (error instanceof AppError && error.retryable) onRetry(error, attempt);
      else endFatally(error);
    },
    backOff: limits.backOff,
    linger: limits.lingerMs,
  });
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
      await consumer.start();
      void watchCatchUp(ends).catch(endFatally);
    },
    stop: async () => {
      stopping.abort();
      await consumer.stop();
      await pipeline.settle().catch((error: unknown) => logger.warn({ code: error instanceof AppError ? error.code : 'internal' }, 'stopped with events not yet projected'));
    },
    ready: () => caughtUp && !fatal,
    lag: consumer.lag,
    hold: (work) =>
      inTurn(async () => {
        await pipeline.settle();
        return await work();
      }),
  };
};
