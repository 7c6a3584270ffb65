import type { EventLog, LogRecord } from '@da06/event-log';
import { topics } from '@da06/events';
import { setImmediate } from 'node:timers/promises';

export type ReadableLog = Pick<EventLog, 'read' | 'ends'>;
export type OnRecords = (done: number, total: number) => void;

/**
 * Shows every record of the stays' topic that is there when it is called. Callers search the bytes before they parse: most records are of
 * nobody who is looked for, and a walk so costs no more than reading the file. The event loop is given back between pieces.
 */
export const walkStays = async (log: ReadableLog, onRecord: (record: LogRecord, bytes: Buffer) => void, onRecords: OnRecords = () => {}): Promise<void> => {
  const ends = await log.ends(topics.stays);
  const total = Number(ends.reduce((sum, end) => sum + end, 0n));
  let done = 0;
  for (const [partition, end] of ends.entries()) {
    for (let from = 0n; from < end; ) {
      const records = await log.read({ topic: topics.stays, partition, from, limit: Math.min(5_000, Number(end - from)), maxBytes: 8 * 1024 * 1024 });
      const last = records.at(-1);
      if (last === undefined) break;
      for (const record of records) if (record.offset < end) onRecord(record, Buffer.from(record.value.buffer, record.value.byteOffset, record.value.byteLength));
      from = last.offset + 1n;
      done += records.length;
      onRecords(done, total);
      await setImmediate();
    }
  }
};
