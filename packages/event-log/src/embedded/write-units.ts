import { partitionOf } from '../partition-of.ts';
import type { Commit, Position, Unit } from '../port.ts';
import type { Environment } from './environment.ts';
import { packedLength, packSegment, segmentBytes, segmentKey, type SegmentRecord } from './segment.ts';
import type { TopicState, TopicTable } from './topic-table.ts';

/** A segment as it is to be kept, under its key. */
export type KeptSegment = readonly [key: Buffer, value: Buffer];

/** One unit of the port, a group's progress, or segments that lose records: all go through the same queue. */
export type Work = Unit & { readonly commits?: { readonly group: string; readonly of: readonly Commit[] }; readonly segments?: readonly KeptSegment[] };

type Segment = { readonly records: SegmentRecord[]; length: number; lastOffset: bigint };
type Lane = { readonly topicId: number; readonly partition: number; next: bigint; readonly segments: Segment[] };
/** The lanes of a topic by partition; not every one has one. */
type TopicLanes = { readonly state: TopicState; readonly lanes: Lane[] };

export const groupKey = (group: string, topic: string, partition: number): string => `${group}\n${topic}\n${partition}`;
export const compactedKey = (topic: string, key: string): string => `${topic}\n${key}`;

/** Keeps a group of units in one LMDB transaction. Ends move on only when it is on the disk. */
export const writeUnits = async (environment: Environment, table: TopicTable, works: readonly Work[]): Promise<readonly (readonly Position[])[]> => {
  const topics = new Map<string, TopicLanes>();
  const added = new Set<string>();

  const lanesOf = (topic: string): TopicLanes => {
    let known = topics.get(topic);
    if (known === undefined) topics.set(topic, (known = { state: table.find(topic) ?? (added.add(topic), table.add(topic)), lanes: [] }));
    return known;
  };
  const laneOf = (topic: string, key: string): Lane => {
    const { state, lanes } = lanesOf(topic);
    const partition = partitionOf(key, state.partitions);
    return (lanes[partition] ??= { topicId: state.id, partition, next: state.ends[partition] ?? 0n, segments: [] });
  };

  const place = ({ append }: Work): Position[] =>
    append.map((record) => {
      const lane = laneOf(record.topic, record.key);
      const offset = lane.next;
      lane.next += 1n;
      const length = packedLength(record);
      let segment = lane.segments.at(-1);
      if (segment === undefined || segment.length + length > segmentBytes) lane.segments.push((segment = { records: [], length: 0, lastOffset: 0n }));
      segment.records.push(record);
      segment.length += length;
      segment.lastOffset = offset;
      return { partition: lane.partition, offset };
    });

  try {
    const positions = works.map(place);
    // Everything is packed before the transaction is opened: nothing in it can throw half-way.
    const written = [...topics].flatMap(([topic, { lanes }]) => Object.values(lanes).map((lane) => ({ topic, ...lane })));
    const packed = written.flatMap(({ topicId, partition, segments }) =>
      segments.map(({ records, length, lastOffset }) => [segmentKey(topicId, partition, lastOffset), packSegment(records, length)] as const),
    );
    await environment.root.batch(() => {
      for (const topic of added) void environment.topics.put(topic, table.stored(topic));
      for (const [key, value] of packed) void environment.segments.put(key, value);
      for (const { puts = [], commits, segments = [] } of works) {
        for (const [key, value] of segments) void environment.segments.put(key, value);
        for (const { topic, key, value } of puts) {
          if (value === null) void environment.compacted.remove(compactedKey(topic, key));
          else void environment.compacted.put(compactedKey(topic, key), Buffer.from(value.buffer, value.byteOffset, value.byteLength));
        }
        for (const { topic, partition, offset } of commits?.of ?? []) void environment.groups.put(groupKey(commits?.group ?? '', topic, partition), offset.toString());
      }
    });
    for (const { topic, partition, next } of written) table.moveEnd(topic, partition, next);
    return positions;
  } catch (error) {
    for (const topic of added) table.remove(topic);
    throw error;
  }
};
