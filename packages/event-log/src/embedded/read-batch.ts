import type { Batch, Commit, EventLog, LogRecord } from '../port.ts';

/** Where reading goes on: the next offset of each partition of each topic. */
export type Positions = ReadonlyMap<string, bigint[]>;

export type BatchLimits = { readonly maxRecords: number; readonly maxBytes: number };

/**
 * Reads what comes next, up to the limits. `turn` says with which partition to begin: with a full batch from the first one every
 * time, the others would wait until the first had nothing left. Where all that is left was removed, `after` tells the end without a record.
 */
export const readBatch = async (log: Pick<EventLog, 'read' | 'ends'>, positions: Positions, limits: BatchLimits, turn: number): Promise<Batch> => {
  const lanes = [...positions].flatMap(([topic, offsets]) => offsets.map((from, partition) => ({ topic, partition, from })));
  const records: LogRecord[] = [];
  const after: Commit[] = [];
  let bytes = 0;
  for (let index = 0; index < lanes.length; index += 1) {
    const lane = lanes[(index + turn) % lanes.length];
    const limit = limits.maxRecords - records.length;
    if (lane === undefined || limit <= 0 || bytes >= limits.maxBytes) break;
    // Before the read: what is appended between the two must not be taken for removed.
    const end = (await log.ends(lane.topic))[lane.partition] ?? 0n;
    const found = await log.read({ ...lane, limit, maxBytes: limits.maxBytes - bytes });
    const last = found.at(-1);
    if (last === undefined) {
      if (lane.from < end) after.push({ topic: lane.topic, partition: lane.partition, offset: end });
      continue;
    }
    for (const record of found) {
      records.push(record);
      bytes += record.value.byteLength;
    }
    after.push({ topic: lane.topic, partition: lane.partition, offset: last.offset + 1n });
  }
  return { records, after };
};
