import type { Batch, Consumer, EventLog } from '@da06/event-log';
import { nightsDueTopic } from '@da06/events';
import type { Logger } from '@da06/service-kit';
import type { Touched, Warehouse } from '@da06/warehouse';
import { createTouchedSet } from '../projection/touched-set.ts';
import { marksOf, readMarks } from './marks.ts';

export type NightsKeeperDeps = {
  readonly log: EventLog;
  readonly warehouse: Pick<Warehouse, 'recomputeNights'>;
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
  /** Says that these stays' nights are due; durable when resolved. */
  readonly mark: (touched: readonly Touched[]) => Promise<void>;
};

/** The group whose one partition decides who recounts. */
export const nightsGroup = 'projector-nights';

/** Records of up to 1,000 stays each. */
const maxRecords = 100;
const maxBytes = 16 * 1024 * 1024;

/**
 * Recounting guest-nights when several projectors share the log. Each marks what its events touched, after they are in the tables and before
 * it remembers its place; whoever the group gives the marks' one partition recounts, and remembers its own place after. So every mark is
 * followed by a recount that began after its events were there, whichever process dies in between.
 */
export const createNightsKeeper = (deps: NightsKeeperDeps): NightsKeeper => {
  const recount = async (batch: Batch, done: () => Promise<void>): Promise<void> => {
    const due = createTouchedSet();
    for (const { value, offset } of batch.records) {
      const marks = readMarks(value);
      // A mark is no fact: nothing is lost with one that cannot be read, and a rebuild recounts everything.
      if (marks === undefined) deps.logger.error({ topic: nightsDueTopic, offset: String(offset), code: 'event.unreadable' }, 'a mark of due nights cannot be read: see "Several projectors"');
      else due.add(marks);
    }
    const from = performance.now();
    await deps.untilDone(() => deps.warehouse.recomputeNights(due.takeAll()));
    deps.onRecomputed((performance.now() - from) / 1000);
    await done();
  };
  const consumer = deps.log.consume({
    group: nightsGroup, topics: [nightsDueTopic], maxRecords, maxBytes, handler: recount,
    onError: deps.onError, onFatal: deps.onFatal, backOff: deps.backOff, exclusive: deps.exclusive,
  });
  return {
    ...consumer,
    mark: async (touched) => {
      await deps.log.commitUnit({ append: marksOf(touched) });
    },
  };
};
