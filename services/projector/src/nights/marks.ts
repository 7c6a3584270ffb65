import type { Append } from '@da06/event-log';
import { nightsDueTopic } from '@da06/events';
import type { Touched } from '@da06/warehouse';
import { z } from 'zod';

const Marks = z.array(z.object({ facility: z.string(), ref: z.string(), person: z.string() }));

/** So many stays a record: small beside what a broker takes, large enough that a record's own cost is lost in it. */
const staysARecord = 1_000;

/** Records that say whose guest-nights are due. They lie in one partition, whose holder recounts. */
export const marksOf = (touched: readonly Touched[]): Append[] => {
  const records: Append[] = [];
  for (let from = 0; from < touched.length; from += staysARecord) {
    records.push({ topic: nightsDueTopic, key: 'due', value: Buffer.from(JSON.stringify(touched.slice(from, from + staysARecord))) });
  }
  return records;
};

/** Reads one record; undefined when it holds something else. */
export const readMarks = (value: Uint8Array): readonly Touched[] | undefined => {
  try {
    return Marks.parse(JSON.parse(Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8')));
  } catch {
    return undefined;
  }
};
