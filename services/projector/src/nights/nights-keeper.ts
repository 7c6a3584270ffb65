import type { Batch, Consumer, EventLog } from '@da06/event-log';
import { nightsDueTopic } from '@da06/events';
import type { Logger } from '@da06/service-kit';
import type { Touched, TouchedRecord, Warehouse } from '@da06/warehouse';
import { createDueSet } from '../projection/due-set.ts';
import { marksOf, readMarks } from './marks.ts';

export type NightsKeeperDeps = {
  readonly log: EventLog;
  readonly warehouse: Pick<Warehouse, 'recomputeNights' | 'recomputeFigures' | 'recomputeSpells'>;
  readonly logger: Logger;
  /** Wraps a call to the engine: tries again while the engine cannot. */
  readonly untilDone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly onError: (error: unknown, attempt: number) => void;
  readonly onFatal: (error: unknown) => void;
  readonly onRecomputed: (seconds: number) => void;
  readonly backOff: (attempt: number) => number;
  readonly exclusive: boolean;
};

export type NightsKeeper = Consumer & {
  /** Says that these stays' nights, and the figures of their days, are due; durable when resolved. No figures are left for the caller. */
  readonly markNights: (touched: readonly Touched[]) => Promise<readonly []>;
  /** Says that the spells of whomever these records named are due; durable when resolved. */
  readonly markSpells: (touched: readonly TouchedRecord[]) => Promise<void>;
};

/** The group whose one partition decides who recounts. */
export const nightsGroup = 'projector-nights';

/** Records of up to 1,000 stays, or records of registers, each. */
const maxRecords = 100;
const maxBytes = 16 * 1024 * 1024;

/**
 * Recomputing guest-nights with their figures, and spells, when several projectors share the log. Each marks what its events touched, after they are in the tables and before
 * it remembers its place; whoever the group gives the marks' one partition recounts, and remembers its own place after. So every mark is
 * followed by a recount that began after its events were there, whichever process dies in between.
 */
export const createNightsKeeper = (deps: NightsKeeperDeps): NightsKeeper => {
  const recount = async (batch: Batch, done: () => Promise<void>): Promise<void> => {
    const waiting = createDueSet();
    for (const { value, offset } of batch.records) {
      const marks = readMarks(value);
      // A mark is no fact: nothing is lost with one that cannot be read, and a rebuild recounts everything.
      if (marks === undefined) deps.logger.error({ topic: nightsDueTopic, offset: String(offset), code: 'event.unreadable' }, 'a mark of due nights cannot be read: see "Several projectors"');
      else waiting.add(marks);
    }
    const from = performance.now();
    const { stays, records } = waiting.takeAll();
    if (stays.length > 0) {
      const days = await deps.untilDone(() => deps.warehouse.recomputeNights(stays));
      await deps.untilDone(() => deps.warehouse.recomputeFigures(days));
    }
    if (records.length > 0) await deps.untilDone(() => deps.warehouse.recomputeSpells(records));
    deps.onRecomputed((performance.now() - from) / 1000);
    await done();
  };
  const consumer = deps.log.consume({
    group: nightsGroup, topics: [nightsDueTopic], maxRecords, maxBytes, handler: recount,
    onError: deps.onError, onFatal: deps.onFatal, backOff: deps.backOff, exclusive: deps.exclusive,
  });
  const mark = async (due: readonly object[]): Promise<void> => {
    await deps.log.commitUnit({ append: marksOf(due) });
  };
  return {
    ...consumer,
    markNights: async (touched) => {
      await mark(touched);
      return [];
    },
    markSpells: mark,
  };
};
