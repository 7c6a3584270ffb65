import { AppError } from '@da06/errors';
import type { Batch, Commit, LogRecord } from '../port.ts';
import { isOutOfRange } from './failures.ts';
import { fetchLanes, type FetchLane } from './fetch.ts';
import type { Link } from './link.ts';
import { pause } from './pause.ts';

export type LaneReaderOptions = {
  /** For this reader alone. */
  readonly link: Link;
  readonly full: (topic: string) => string;
  /** Where to begin, by partition. */
  readonly lanes: readonly FetchLane[];
  readonly maxRecords: number;
  readonly maxBytes: number;
};

/** Reads some partitions at once and cuts what comes into batches, in order within each partition. */
export type LaneReader = {
  /** Waits for records, as long as a broker is asked to wait; resolves also when none came. @throws AppError `log.offset-out-of-range` */
  readonly fill: (waitMs: number) => Promise<void>;
  /** What is there, up to the limits. Where nothing is left but places without a record, as after a transaction, it tells their end without one. */
  readonly take: () => Batch;
  /** Ends a `fill` that waits. */
  readonly close: () => void;
};

type Lane = { readonly topic: string; readonly partition: number; /** The next offset to fetch. */ next: bigint; /** How far it was taken. */ taken: bigint; waiting: readonly LogRecord[] };

/** Compressed records grow several times when they are unpacked, and all that is fetched is held until it is taken. */
const fetchBytesOf = (maxBytes: number): number => Math.max(256 * 1024, Math.min(8 * 1024 * 1024, Math.ceil(maxBytes / 2)));

export const createLaneReader = ({ link, full, lanes: begin, maxRecords, maxBytes }: LaneReaderOptions): LaneReader => {
  const lanes: Lane[] = begin.map(({ topic, partition, from }) => ({ topic, partition, next: from, taken: from, waiting: [] }));
  const closed = new AbortController();
  let turn = 0;

  const fetchMore = async (waitMs: number): Promise<boolean> => {
    const empty = lanes.filter(({ waiting }) => waiting.length === 0);
    if (empty.length === 0) return false;
    const wanted = empty.map(({ topic, partition, next }) => ({ topic, partition, from: next }));
    const fetched = await fetchLanes(link, full, wanted, { waitMs, maxBytes: fetchBytesOf(maxBytes) }).catch((error: unknown) => {
      if (!isOutOfRange(error)) throw error;
      const { partition } = error;
      throw new AppError('log.offset-out-of-range', { cause: error, context: { topic: error.topic, partition, offset: String(wanted.find((lane) => full(lane.topic) === error.topic && lane.partition === partition)?.from) } });
    });
    for (const { topic, partition, from, records, next, gap } of fetched) {
      if (gap) throw new AppError('log.offset-out-of-range', { detail: 'Records are missing in between.', context: { topic, partition, offset: String(from) } });
      const lane = empty.find((one) => one.topic === topic && one.partition === partition) as Lane;
      lane.next = next;
      lane.waiting = records;
    }
    return fetched.length > 0;
  };

  const waitingNow = (): { records: number; bytes: number } => {
    let [records, bytes] = [0, 0];
    for (const { waiting } of lanes) {
      records += waiting.length;
      for (const { value } of waiting) bytes += value.byteLength;
    }
    return { records, bytes };
  };
  const isFull = (): boolean => {
    const { records, bytes } = waitingNow();
    return records >= maxRecords || bytes >= maxBytes;
  };

  return {
    close: () => {
      closed.abort();
      link.close();
    },
    fill: async (waitMs) => {
      // A member without a share, as when there are more members than partitions, asks no broker; without a wait its loop would never let go.
      if (lanes.length === 0) await pause(waitMs, closed.signal);
      // What is there already is not kept waiting, but larger batches cost less: whatever else is there goes with it.
      let wait = waitingNow().records > 0 ? 0 : waitMs;
      while (!isFull() && (await fetchMore(wait))) wait = 0;
    },
    take: () => {
      const records: LogRecord[] = [];
      const after: Commit[] = [];
      let bytes = 0;
      for (let index = 0; index < lanes.length && records.length < maxRecords && bytes < maxBytes; index += 1) {
        const lane = lanes[(index + turn) % lanes.length] as Lane;
        let count = 0;
        while (count < lane.waiting.length && records.length < maxRecords && bytes < maxBytes) {
          const record = lane.waiting[count] as LogRecord;
          records.push(record);
          bytes += record.value.byteLength;
          count += 1;
        }
        lane.waiting = lane.waiting.slice(count);
        const offset = lane.waiting[0]?.offset ?? lane.next;
        if (offset === lane.taken) continue;
        lane.taken = offset;
        after.push({ topic: lane.topic, partition: lane.partition, offset });
      }
      // Another partition begins the next time: the others would wait until the first had nothing left.
      turn += 1;
      return { records, after };
    },
  };
};
