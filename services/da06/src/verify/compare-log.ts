import { deadLetterTopic, topics } from '@da06/events';
import { readAll, type EventLog } from '@da06/event-log';
import { z } from 'zod';
import type { FindEvents, Verification } from './compare.ts';

const WithId = z.looseObject({ id: z.string() });
const DeadLetter = z.looseObject({ data: z.looseObject({ topic: z.string(), partition: z.int(), offset: z.string() }) });

const parse = (value: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8'));
  } catch {
    return undefined;
  }
};

const placeOf = (place: { topic: string; partition: number; offset: bigint | string }): string => `${place.topic}/${place.partition}/${place.offset}`;

/** Places of records that were set aside: not in the tables, and not lost. */
const deadPlaces = async (log: EventLog): Promise<Set<string>> => {
  const places = new Set<string>();
  for (const topic of Object.values(topics)) {
    for await (const chunk of readAll(log, deadLetterTopic(topic))) {
      for (const { value } of chunk) {
        const letter = DeadLetter.safeParse(parse(value));
        if (letter.success) places.add(placeOf(letter.data.data));
      }
    }
  }
  return places;
};

/** The log against the tables: every event of the log is shown once, or was set aside as a dead letter (`rejected`). */
export const compareLog = async (log: EventLog, findEvents: FindEvents): Promise<Verification> => {
  const dead = await deadPlaces(log);
  const doubled = new Set<string>();
  const known = { receipts: 0, found: 0, missing: 0, rejected: 0 };
  for (const topic of Object.values(topics)) {
    for await (const chunk of readAll(log, topic)) {
      const events = chunk.map((record) => ({ record, id: WithId.safeParse(parse(record.value)).data?.id.toLowerCase() }));
      const seen = await findEvents([...new Set(events.flatMap(({ id }) => id ?? []))]);
      for (const { record, id } of events) {
        const rows = id === undefined ? 0 : (seen.get(id)?.rows ?? 0);
        known.receipts += 1;
        if (rows > 0) known.found += 1;
        else if (dead.has(placeOf(record))) known.rejected += 1;
        else known.missing += 1;
        if (rows > 1 && id !== undefined) doubled.add(id);
      }
    }
  }
  return { receipts: known.receipts, found: known.found, missing: known.missing, twice: doubled.size, rejected: known.rejected };
};
