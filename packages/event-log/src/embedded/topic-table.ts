import type { Environment } from './environment.ts';
import { highestOffset, lastOffsetOf, segmentKey } from './segment.ts';

export type TopicState = { readonly id: number; readonly partitions: number; readonly ends: bigint[] };

/** The topics of a log: their number in keys, their partitions, and the next offset of each partition. */
export type TopicTable = {
  readonly find: (topic: string) => TopicState | undefined;
  readonly partitions: (topic: string) => number;
  /** Gives a new topic the next number; it is kept with the topic's first record. */
  readonly add: (topic: string) => TopicState;
  readonly remove: (topic: string) => void;
  /** What is kept of a topic. */
  readonly stored: (topic: string) => string;
  readonly moveEnd: (topic: string, partition: number, end: bigint) => void;
};

export type TopicTableOptions = { readonly environment: Environment; readonly wanted: Readonly<Record<string, number>>; readonly readOnly: boolean };

/** Reads the table. A folder that is only read may be written by another process meanwhile, so there it is looked up each time. */
export const createTopicTable = ({ environment: { segments, topics }, wanted, readOnly }: TopicTableOptions): TopicTable => {
  const states = new Map<string, TopicState>();

  const lookUp = (topic: string): TopicState | undefined => {
    const stored = topics.get(topic);
    if (stored === undefined) return undefined;
    const [id = 0, partitions = 1] = stored.split(' ').map(Number);
    return { id, partitions, ends: Array.from({ length: partitions }, (_, partition) => endOf(id, partition)) };
  };
  const endOf = (id: number, partition: number): bigint => {
    const downwards = { start: segmentKey(id, partition, highestOffset), end: segmentKey(id, partition, 0n), inclusiveEnd: true, reverse: true, limit: 1 } as const;
    for (const key of segments.getKeys(downwards)) return lastOffsetOf(key) + 1n;
    return 0n;
  };

  const find = (topic: string): TopicState | undefined => {
    if (readOnly) return lookUp(topic);
    const known = states.get(topic) ?? lookUp(topic);
    if (known !== undefined) states.set(topic, known);
    return known;
  };
  const partitions = (topic: string): number => find(topic)?.partitions ?? wanted[topic] ?? 1;

  return {
    find,
    partitions,
    add: (topic) => {
      for (const name of topics.getKeys()) find(name);
      const count = partitions(topic);
      const state = { id: 1 + Math.max(0, ...[...states.values()].map(({ id }) => id)), partitions: count, ends: Array.from({ length: count }, () => 0n) };
      states.set(topic, state);
      return state;
    },
    remove: (topic) => void states.delete(topic),
    stored: (topic) => {
      const { id, partitions: count } = states.get(topic) as TopicState;
      return `${id} ${count}`;
    },
    moveEnd: (topic, partition, end) => {
      (states.get(topic) as TopicState).ends[partition] = end;
    },
  };
};
