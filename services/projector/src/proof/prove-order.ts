import { parseEvent, type Envelope } from '@da06/events';
import type { LogRecord } from '@da06/event-log';
import { createRandom, cut, duplicated, permuted, randomLog, recordOf, redriven, type LogCounts, type Random } from '@da06/testkit';
import type { Warehouse } from '@da06/warehouse';
import { defaultLimits } from '../config.ts';
import { createPipeline } from '../projection/pipeline.ts';
import { differences, type Difference } from './differences.ts';
import { emptyTables, engineRows, wholeViews } from './engine-rows.ts';
import { referenceRows } from './reference.ts';

/** Logs go over the end of a month, so that some is told of it when it is over. */
const beforeMonthEnd = '2026-03-24T01:00:00.000Z';

export type OrderProofOptions = {
  /** Migrated, and for this proof alone: its tables are emptied. */
  readonly warehouse: Pick<Warehouse, 'insertEvents' | 'recomputeNights' | 'recomputeFigures' | 'recomputeSpells' | 'query'>;
  readonly logs: number;
  readonly eventsPerLog: number;
  readonly seed: number;
  /** Logs that share the tables at a time; each has facilities of its own. */
  readonly logsAtATime?: number;
  /** False = without the figures of residents and workers, which follow from views that are compared; for a quick look. */
  readonly withFigures?: boolean;
  /** In how many of the ways each log comes in, from the first; all unless told. Two tell an event that was lost in the first. */
  readonly inWays?: number;
  readonly onProgress?: (logsDone: number) => void;
  /** Brings records into the tables; by the pipeline, batch by batch, unless told. */
  readonly deliver?: (records: readonly LogRecord[]) => Promise<void>;
};

export type OrderProof = { readonly logs: number; readonly events: number; readonly ways: readonly string[]; readonly rows: number; readonly counts: LogCounts; readonly differences: readonly Difference[] };

/** The log of a proof at a place among its logs. */
export const logOf = ({ seed, eventsPerLog }: Pick<OrderProofOptions, 'seed' | 'eventsPerLog'>, place: number): ReturnType<typeof randomLog> => randomLog({ seed: seed + place, events: eventsPerLog, prefix: `o${place}`, start: beforeMonthEnd });

type Way = { readonly name: string; readonly order: (records: readonly LogRecord[], random: Random) => LogRecord[]; readonly largestBatch: number };

/** The ways in which the same log comes in. The first is that of the log itself; the others must end in the same rows. */
const ways: readonly Way[] = [
  { name: 'in order', order: (records) => [...records], largestBatch: 4_000 },
  { name: 'permuted', order: permuted, largestBatch: 2_000 },
  { name: 'duplicated', order: (records, random) => duplicated(permuted(records, random), random), largestBatch: 2_000 },
  { name: 'redriven', order: redriven, largestBatch: 1_000 },
  { name: 'cut', order: (records, random) => duplicated(records, random, 0.05), largestBatch: 300 },
];

/**
 * The order proof of the tables: random logs, each brought in permuted, duplicated, redriven and in other batches, give the same whole
 * rows of every view, of the programme's and of closed months also as known at two instants within the log; and the views `stays` and `stay_nights` are what the pure rules of the domain say.
 */
export const proveOrder = async (options: OrderProofOptions): Promise<OrderProof> => {
  const { warehouse, logsAtATime = 50, withFigures = true } = options;
  const taken = ways.slice(0, options.inWays);
  const random = createRandom(options.seed);
  const found: Difference[] = [];
  const counts: LogCounts = { events: 0, amendments: 0, cancellations: 0, early: 0, links: 0, facilityChanges: 0, programme: 0, population: 0, compliance: 0, incidents: 0, security: 0 };
  let rows = 0;
  for (let first = 0; first < options.logs; first += logsAtATime) {
    const logs = Array.from({ length: Math.min(logsAtATime, options.logs - first) }, (_, index) => logOf(options, first + index));
    for (const log of logs) for (const name of Object.keys(counts) as (keyof LogCounts)[]) counts[name] += log.counts[name];
    const records = logs.flatMap(({ events }) => events.map(asRecord)).sort(bySequence);
    const expected = { views: new Map<string, readonly string[]>(), reference: referenceRows(records.map(parsed)) };
    const instants = [0.3, 0.7].map((share) => parsed(records[Math.floor(records.length * share)] as LogRecord).recordedtime);
    for (const way of taken) {
      await emptyTables(warehouse);
      const ordered = way.order(records, random);
      if (options.deliver === undefined) await project(warehouse, cut(ordered, random, way.largestBatch), random);
      else await options.deliver(ordered);
      const views = await wholeViews(warehouse, instants, { withFigures });
      if (way === taken[0]) {
        expected.views = new Map(views);
        for (const view of views.values()) rows += view.length;
        const own = await engineRows(warehouse);
        found.push(...differences(expected.reference.stays, own.stays, { view: 'stays', way: 'pure rules' }), ...differences(expected.reference.nights, own.nights, { view: 'stay_nights', way: 'pure rules' }));
      }
      for (const [view, lines] of views) found.push(...differences(expected.views.get(view) ?? [], lines, { view, way: way.name }));
    }
    options.onProgress?.(first + logs.length);
  }
  return { logs: options.logs, events: counts.events, ways: taken.map(({ name }) => name), rows, counts, differences: found };
};

const project = async (warehouse: OrderProofOptions['warehouse'], batches: readonly (readonly LogRecord[])[], random: Random): Promise<void> => {
  const pipeline = createPipeline({
    target: warehouse,
    limits: defaultLimits,
    setAside: (refused) => Promise.reject(new Error(`refused: ${refused.map(({ code }) => code).join(' ')}`)),
    untilDone: (work) => work(),
  });
  for (const batch of batches) {
    await pipeline.take(batch, () => Promise.resolve());
    // Sometimes the log is followed to its end here, and nights are recomputed between any two batches.
    if (random.chance(0.5)) await pipeline.settle();
  }
  await pipeline.settle();
};

const asRecord = (event: Parameters<typeof recordOf>[0]): LogRecord => ({ ...recordOf(event), partition: 0, offset: 0n });
const sequenceIn = (record: LogRecord): string => parsed(record).sequence;
const bySequence = (a: LogRecord, b: LogRecord): number => (sequenceIn(a) < sequenceIn(b) ? -1 : 1);
const parsed = ({ value }: LogRecord): Envelope => {
  const result = parseEvent(value);
  if (!result.ok) throw new Error(`The log generator made an event that does not pass the door: ${result.code}`);
  return result.event;
};
