import { AppError } from '@da06/errors';
import { readAll, type EventLog } from '@da06/event-log';
import type { Logger } from '@da06/service-kit';
import type { ContentHash, Warehouse } from '@da06/warehouse';
import { defaultLimits } from '../config.ts';
import { createPipeline, type Pipeline } from '../projection/pipeline.ts';
import { pause } from '../projection/retry.ts';
import type { Projector } from '../projector.ts';
import { projectedTopics, projectorGroup } from '../topics.ts';

export type RebuildDeps = {
  readonly log: EventLog;
  readonly warehouse: Pick<Warehouse, 'openRebuild' | 'contentHashes'>;
  readonly projector: Pick<Projector, 'hold' | 'lag' | 'ownsAll'>;
  readonly logger: Logger;
  readonly onProgress?: (done: number, total: number) => void;
  /** The log lost records on purpose: the rebuilt tables take the place of the live ones, and these are dropped, whatever they differ in. */
  readonly differenceWanted?: boolean;
};

export type RebuildResult = {
  readonly events: number;
  readonly seconds: number;
  /** Whether the rebuilt content is the live one's; only then was it put in its place. */
  readonly equal: boolean;
  readonly views: readonly (ContentHash & { readonly equal: boolean })[];
};

/** So short a rest of the log is replayed while the live projection waits. */
const shortRest = 20_000;
const catchUpMs = 60_000;

/**
 * Builds every table anew from the log beside the live ones, compares the content of all views, and puts the new tables in place.
 * Queries are answered from the live tables throughout. New events wait only while the last ones are replayed and compared; the live
 * tables stay as they are if anything differs (`equal` false).
 */
export const rebuild = async ({ log, warehouse, projector, logger, onProgress = () => {}, differenceWanted = false }: RebuildDeps): Promise<RebuildResult> => {
  const began = performance.now();
  const target = await warehouse.openRebuild();
  try {
    // What was set aside lies among the dead letters already, and guest-nights and spells are computed once, at the end.
    const pipeline = createPipeline({
      target: { insertEvents: target.insertEvents, recomputeNights: () => Promise.resolve([]), recomputeFigures: () => Promise.resolve(), recomputeSpells: () => Promise.resolve() },
      limits: { ...defaultLimits, maxDeadLettersInARow: Number.POSITIVE_INFINITY },
      setAside: () => Promise.resolve(),
      untilDone: (work) => work(),
    });
    const replay = createReplay(log, pipeline);
    const total = await projectedSoFar(log);
    await replay.toProjected((done) => onProgress(done, Math.max(total, done)));
    await catchUp(projector);
    await replay.toProjected((done) => onProgress(done, Math.max(total, done)));
    return await projector.hold(async () => {
      const events = await replay.toProjected(() => {});
      await pipeline.settle();
      await target.computeAllNights();
      await target.computeAllSpells();
      const live = await warehouse.contentHashes();
      const rebuilt = await target.contentHashes();
      const views = rebuilt.map((one) => ({ ...one, equal: live.some((other) => other.view === one.view && other.rows === one.rows && other.hash === one.hash) }));
      // What another process projected meanwhile would be in the tables that are put aside.
      const equal = views.every((view) => view.equal) && projector.ownsAll();
      if (differenceWanted && projector.ownsAll()) await target.exchange({ dropPrevious: true });
      else if (equal) await target.exchange();
      else logger.error({ views: views.filter((view) => !view.equal).map(({ view }) => view) }, 'the rebuilt tables differ and the live ones are kept: see "Rebuild"');
      onProgress(events, events);
      return { events, seconds: (performance.now() - began) / 1000, equal, views };
    });
  } finally {
    await target.drop();
  }
};

const projectedSoFar = async (log: EventLog): Promise<number> => {
  let sum = 0n;
  for (const topic of projectedTopics) for (const offset of await log.committed(projectorGroup, topic)) sum += offset;
  return Number(sum);
};

/** Replays the log piece by piece, each time up to where the live projection has come: so both hold the same events at last. */
const createReplay = (log: EventLog, pipeline: Pipeline) => {
  const reached = new Map<string, readonly bigint[]>();
  let events = 0;
  return {
    toProjected: async (onDone: (events: number) => void): Promise<number> => {
      for (const topic of projectedTopics) {
        const to = await log.committed(projectorGroup, topic);
        const from = reached.get(topic);
        for await (const records of readAll(log, topic, from === undefined ? { to } : { from, to })) {
          await pipeline.take(records, () => Promise.resolve());
          events += records.length;
          onDone(events);
        }
        reached.set(topic, to);
      }
      return events;
    },
  };
};

const catchUp = async (projector: Pick<Projector, 'lag'>): Promise<void> => {
  const until = performance.now() + catchUpMs;
  while ((await projector.lag()) > shortRest) {
    if (performance.now() > until) throw new AppError('warehouse.unavailable', { retryable: true, detail: 'The live projection does not catch up.' });
    await pause(50, new AbortController().signal);
  }
};
