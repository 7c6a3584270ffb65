import { partitionOf } from '../partition-of.ts';
import type { Position, Unit } from '../port.ts';
import type { Message } from './kafkajs.ts';
import type { Lane, Send } from './produce.ts';
import type { TopicMap } from './topic-map.ts';

/** What one send takes of a partition and in all, before compression: far below what a topic takes in one batch (16 MiB) and a broker in one request (100 MiB). */
const laneRecords = 1_500;
const laneBytes = 4 * 1024 * 1024;
const sendBytes = 16 * 1024 * 1024;

export type Item = { readonly topic: string; readonly key: string; readonly value: Uint8Array | null };

const bytesOf = (value: Uint8Array | null): Buffer | null => (value === null ? null : Buffer.from(value.buffer, value.byteOffset, value.byteLength));

/** Sends items in their order, in as few sends as the limits allow; each is acknowledged before the next is sent. */
export const sendAll = async (items: readonly Item[], topics: TopicMap, send: Send): Promise<Position[]> => {
  const positions: Position[] = [];
  let lanes = new Map<string, Lane & { readonly messages: Message[]; readonly indexes: number[]; bytes: number }>();
  let total = 0;

  const flush = async (): Promise<void> => {
    const full = [...lanes.values()];
    const offsets = await send(full);
    for (const [lane, { partition, indexes }] of full.entries()) {
      const first = offsets[lane] as bigint;
      for (const [nth, index] of indexes.entries()) positions[index] = { partition, offset: first + BigInt(nth) };
    }
    lanes = new Map();
    total = 0;
  };

  for (const [index, { topic, key, value }] of items.entries()) {
    const partition = partitionOf(key, topics.partitions(topic));
    const name = `${partition} ${topic}`;
    const bytes = value?.byteLength ?? 0;
    const before = lanes.get(name);
    if (total + bytes > sendBytes || (before !== undefined && (before.messages.length >= laneRecords || before.bytes + bytes > laneBytes))) await flush();
    let lane = lanes.get(name);
    if (lane === undefined) lanes.set(name, (lane = { topic: topics.full(topic), partition, messages: [], indexes: [], bytes: 0 }));
    lane.messages.push({ key, value: bytesOf(value) });
    lane.indexes.push(index);
    lane.bytes += bytes;
    total += bytes;
  }
  if (lanes.size > 0) await flush();
  return positions;
};

export type UnitsKept = { readonly positions: readonly (readonly Position[])[]; /** Where the changes of compacted topics stand. */ readonly puts: readonly (Position & { readonly topic: string })[] };

/**
 * Keeps some units: the changes of compacted topics first, and only when those are acknowledged the records. A reader that has a record
 * can therefore count on what was put with it.
 */
export const writeUnits = async (units: readonly Unit[], topics: TopicMap, send: Send): Promise<UnitsKept> => {
  const puts = units.flatMap((unit) => unit.puts ?? []);
  await topics.need([...new Set([...puts, ...units.flatMap(({ append }) => append)].map(({ topic }) => topic))]);
  const putPositions = await sendAll(puts, topics, send);
  const appended = await sendAll(units.flatMap(({ append }) => append), topics, send);
  let from = 0;
  const positions = units.map(({ append }) => appended.slice(from, (from += append.length)));
  return { positions, puts: putPositions.map((position, index) => ({ ...position, topic: puts[index]?.topic ?? '' })) };
};
