import type { LogRecord } from '../port.ts';
import { abortedOf } from './aborted.ts';
import type { AbortedTransaction, RawRecord } from './kafkajs.ts';
import type { Link } from './link.ts';

/** One partition and the next offset to read of it; `topic` is the name without prefix. */
export type FetchLane = { readonly topic: string; readonly partition: number; readonly from: bigint };

export type FetchOptions = {
  /** How long a broker waits for the first new record. */
  readonly waitMs: number;
  /** Bytes of all records, as they lie on the broker. One batch of records comes whole although it is larger. */
  readonly maxBytes: number;
};

export type Fetched = FetchLane & { readonly records: readonly LogRecord[]; /** The next offset, also past records that hold nothing. */ readonly next: bigint; /** Whether an offset is missing, the first asked for included. In a compacted topic that is no loss. */ readonly gap: boolean };

/**
 * Reads what comes next in some partitions; partitions without news are left out.
 */
export const fetchLanes = (link: Link, full: (topic: string) => string, lanes: readonly FetchLane[], { waitMs, maxBytes }: FetchOptions): Promise<readonly Fetched[]> =>
  link.run([...new Set(lanes.map(({ topic }) => full(topic)))], async (cluster) => {
    const byLeader = new Map<string, FetchLane[]>();
    for (const lane of lanes) {
      const [leader = ''] = Object.keys(cluster.findLeaderForPartitions(full(lane.topic), [lane.partition]));
      byLeader.set(leader, [...(byLeader.get(leader) ?? []), lane]);
    }
    // All leaders are waited for, so each may wait only a little where there are several.
    const maxWaitTime = byLeader.size > 1 ? Math.min(waitMs, 100) : waitMs;
    const answers = [...byLeader].map(async ([nodeId, own]) => {
      const broker = await cluster.findBroker({ nodeId });
      const topics = own.map(({ topic, partition, from }) => ({ topic: full(topic), partitions: [{ partition, fetchOffset: String(from), maxBytes }] }));
      const { responses } = await broker.fetch({ replicaId: -1, isolationLevel: 1, maxWaitTime, minBytes: 1, maxBytes, topics });
      return responses.flatMap(({ topicName, partitions }) =>
        partitions.flatMap(({ partition, messages, abortedTransactions }): Fetched[] => {
          const lane = own.find((one) => full(one.topic) === topicName && one.partition === partition);
          return lane === undefined ? [] : [unpack(lane, messages, abortedTransactions ?? [])];
        }),
      );
    });
    return (await Promise.all(answers)).flat().filter(({ next, from }) => next > from);
  });

/** The value of a record that has none: in a compacted topic its key is removed. Told by identity. */
export const tombstone: Uint8Array = new Uint8Array(0);

/** A batch of records comes whole: those before the offset asked for are dropped, and those of transactions that were aborted. */
const unpack = (lane: FetchLane, messages: readonly RawRecord[], abortedTransactions: readonly AbortedTransaction[]): Fetched => {
  const { topic, partition, from } = lane;
  const records: LogRecord[] = [];
  let next = from;
  let gap = false;
  const isAborted = abortedOf(abortedTransactions);
  for (const message of messages) {
    const { key, value } = message;
    const offset = BigInt(message.offset);
    const holdsNothing = isAborted(message) || message.isControlRecord;
    if (offset < from) continue;
    gap ||= offset !== next;
    next = offset + 1n;
    if (!holdsNothing) records.push({ topic, partition, offset, key: key?.toString('utf8') ?? '', value: value ?? tombstone });
  }
  return { ...lane, records, next, gap };
};
