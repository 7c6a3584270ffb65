import type { Append } from '@da06/event-log';
import { nightsDueTopic } from '@da06/events';
import { z } from 'zod';
import type { Due } from '../door/due.ts';

const Stays = z.array(z.object({ facility: z.string(), ref: z.string(), person: z.string() }));
const Records = z.array(z.object({ register: z.string(), ref: z.string(), person: z.string() }));

/** So many a record of the log: small beside what a broker takes, large enough that a record's own cost is lost in it. */
const marksARecord = 1_000;

/** Records that say whose guest-nights, or whose spells, are due: never both in one. They lie in one partition, whose holder recomputes. */
export const marksOf = (due: readonly object[]): Append[] => {
  const records: Append[] = [];
  for (let from = 0; from < due.length; from += marksARecord) {
    records.push({ topic: nightsDueTopic, key: 'due', value: Buffer.from(JSON.stringify(due.slice(from, from + marksARecord))) });
  }
  return records;
};

/** Reads one record; undefined when it holds something else. */
export const readMarks = (value: Uint8Array): Due | undefined => {
  const told = parsed(value);
  const stays = Stays.safeParse(told);
  if (stays.success) return { stays: stays.data, records: [] };
  const records = Records.safeParse(told);
  return records.success ? { stays: [], records: records.data } : undefined;
};

const parsed = (value: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8'));
  } catch {
    return undefined;
  }
};
