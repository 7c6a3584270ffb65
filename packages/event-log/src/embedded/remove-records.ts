import { setImmediate } from 'node:timers/promises';
import type { Environment } from './environment.ts';
import { countOf, highestOffset, isRemoved, lastOffsetOf, packedLength, packSegment, removedRecord, segmentKey, unpackSegment, type SegmentRecord } from './segment.ts';
import type { TopicTable } from './topic-table.ts';
import type { KeptSegment } from './write-units.ts';

export type Removal = {
  readonly topics: readonly string[];
  /** Whether a record goes. Its value is a view: it must not be kept. */
  readonly goes: (record: { readonly topic: string; readonly key: string; readonly value: Uint8Array }) => boolean;
  readonly onProgress?: (done: number, total: number) => void;
};

type Place = { readonly environment: Environment; readonly table: TopicTable };

/** What one transaction rewrites at most, in bytes: appends wait behind it. */
const transactionBytes = 4 * 1024 * 1024;
const segmentsBetweenPauses = 200;

/** Writes segments anew without the records that go. Appends go on meanwhile; what they add is not looked at. */
export const removeRecords = async ({ environment, table, keep }: Place & { readonly keep: (segments: readonly KeptSegment[]) => Promise<unknown> }, { topics, goes, onProgress }: Removal): Promise<number> => {
  const all = topics.flatMap((topic) => keysOf({ environment, table }, topic).map((key) => ({ topic, key })));
  let waiting: KeptSegment[] = [];
  let bytes = 0;
  let removed = 0;
  const write = async (): Promise<void> => {
    if (waiting.length > 0) await keep(waiting);
    waiting = [];
    bytes = 0;
  };

  for (const [index, { topic, key }] of all.entries()) {
    const segment = environment.segments.get(key);
    if (segment === undefined) continue;
    const records = [...unpackSegment(segment, 0)];
    const kept = records.map((record): SegmentRecord => (!isRemoved(record) && goes({ topic, ...record }) ? removedRecord : record));
    const gone = kept.filter((record, place) => record !== records[place]).length;
    if (gone > 0) {
      const packed = packSegment(kept, kept.reduce((sum, record) => sum + packedLength(record), 0));
      waiting.push([key, packed]);
      removed += gone;
      bytes += packed.byteLength;
    }
    if (bytes >= transactionBytes) await write();
    if (index % segmentsBetweenPauses === segmentsBetweenPauses - 1) {
      onProgress?.(index + 1, all.length);
      await setImmediate();
    }
  }
  await write();
  onProgress?.(all.length, all.length);
  return removed;
};

/** The keys first: a walk over the values would hold on to pages that the changes want to use again. */
const keysOf = ({ environment, table }: Place, topic: string): Buffer[] => {
  const state = table.find(topic);
  if (state === undefined) return [];
  return [...environment.segments.getKeys({ start: segmentKey(state.id, 0, 0n), end: segmentKey(state.id + 1, 0, 0n) })].map((key) => Buffer.from(key));
};

export const countRemoved = ({ environment, table }: Place, { topic, partition, from, to }: { readonly topic: string; readonly partition: number; readonly from: bigint; readonly to: bigint }): number => {
  const state = table.find(topic);
  if (state === undefined) return 0;
  let count = 0;
  for (const { key, value } of environment.segments.getRange({ start: segmentKey(state.id, partition, from), end: segmentKey(state.id, partition, highestOffset) })) {
    let offset = lastOffsetOf(key) - BigInt(countOf(value)) + 1n;
    if (offset >= to) break;
    for (const record of unpackSegment(value, 0)) {
      if (offset >= from && offset < to && isRemoved(record)) count += 1;
      offset += 1n;
    }
  }
  return count;
};
