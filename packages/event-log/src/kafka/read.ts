import { AppError } from '@da06/errors';
import type { EventLog, LogRecord } from '../port.ts';
import { isOutOfRange } from './failures.ts';
import { fetchLanes, type Fetched } from './fetch.ts';
import type { Link } from './link.ts';
import { listOffsets } from './offsets.ts';
import type { TopicMap } from './topic-map.ts';

/** A fetch takes at most so many bytes as they lie on the broker; what was fetched beyond what was asked for waits for the next call. */
const fetchBytes = 4 * 1024 * 1024;

/** Reading by position, without a group. What one call fetched too much is kept for the next, as long as that goes on where the last one ended. */
export const createReader = (link: Link, topics: TopicMap): EventLog['read'] => {
  let ahead: { topic: string; partition: number; next: bigint; records: readonly LogRecord[] } | undefined;

  const fetchAt = async (topic: string, partition: number, from: bigint): Promise<Fetched | undefined> => {
    try {
      const [fetched] = await fetchLanes(link, topics.full, [{ topic, partition, from }], { waitMs: 0, maxBytes: fetchBytes });
      if (fetched?.gap === true) throw new AppError('log.offset-out-of-range', { detail: 'Records are missing in between.', context: { topic, partition, offset: String(from) } });
      return fetched;
    } catch (error) {
      if (!isOutOfRange(error)) throw error;
      const end = (await listOffsets(link, topics, topic, 'end'))[partition] ?? 0n;
      if (from >= end) return undefined;
      throw new AppError('log.offset-out-of-range', { cause: error, context: { topic, partition, offset: String(from) } });
    }
  };

  return async ({ topic, partition, from, limit, maxBytes = Number.POSITIVE_INFINITY }) => {
    const found: LogRecord[] = [];
    let bytes = 0;
    let next = from;
    /** Takes what may be taken; tells whether that is all that was asked for. */
    const take = (records: readonly LogRecord[], after: bigint): boolean => {
      for (const [index, record] of records.entries()) {
        if (found.length >= limit || bytes >= maxBytes) {
          ahead = { topic, partition, next: record.offset, records: records.slice(index) };
          return true;
        }
        found.push(record);
        bytes += record.value.byteLength;
        next = record.offset + 1n;
      }
      next = after;
      return found.length >= limit || bytes >= maxBytes;
    };

    if (limit <= 0) return found;
    const kept = ahead;
    if (kept?.topic === topic && kept.partition === partition && kept.next === from) {
      ahead = undefined;
      if (take(kept.records, (kept.records.at(-1)?.offset ?? from) + 1n)) return found;
    }
    for (;;) {
      const fetched = await fetchAt(topic, partition, next);
      if (fetched === undefined || take(fetched.records, fetched.next)) return found;
    }
  };
};
