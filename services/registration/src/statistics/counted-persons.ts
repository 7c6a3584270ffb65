import { canonicalOf, compareFacts, createCurrentRecords, spellsOf, type CurrentRecord, type Link } from '@da06/domain';
import { readAll, type EventLog, type LogRecord } from '@da06/event-log';
import { parseEvent, personLinkedType, topics } from '@da06/events';
import { setImmediate } from 'node:timers/promises';
import type { SealedStatistic } from './sealed-statistics.ts';

/** Records of one place of the log that is read twice: up to the same end both times. */
export type Ends = readonly bigint[];
/** A person who is counted: where, and what the best envelope so far has told. */
export type Counted = { readonly unit: string; code: string; rank: number };
/** An envelope that is to be opened: for whom, and which of that person's it is, the highest counts. */
export type Wanted = { readonly person: Counted; readonly rank: number };
/** Where a record lies. */
export type Place = `${number}/${bigint}`;

const linkType = Buffer.from(`"${personLinkedType}"`);
const recordsAtOnce = 1_000;

/** Each record of residents' and of links, the loop given back between pieces: the log of a province is read while it serves. */
export const eachOfResidents = async (log: EventLog, to: Ends, onRecord: (record: LogRecord) => void): Promise<void> => {
  for await (const records of readAll(log, topics.stays, { to })) {
    for (const [index, record] of records.entries()) {
      if (index % recordsAtOnce === recordsAtOnce - 1) await setImmediate();
      if (record.key.startsWith('residents/') || Buffer.from(record.value.buffer, record.value.byteOffset, record.value.byteLength).includes(linkType)) onRecord(record);
    }
  }
};

export const placeOf = ({ partition, offset }: LogRecord): Place => `${partition}/${offset}`;

/**
 * Who is counted at the end of a day as known now, and the envelopes that can tell of them. Folded from the log, as registration has no tables and the
 * vault is where no tables are; nothing is opened here.
 */
export const findCounted = async (log: EventLog, to: Ends, { countedBy, ofThatSpell }: SealedStatistic, day: string): Promise<{ readonly persons: readonly Counted[]; readonly wanted: ReadonlyMap<Place, Wanted> }> => {
  const current = createCurrentRecords<Place>();
  const links: Link[] = [];
  await eachOfResidents(log, to, (record) => {
    const parsed = parseEvent(record.value);
    if (!parsed.ok) return;
    if (parsed.event.type === personLinkedType) links.push(parsed.event.data as Link);
    else current.add(parsed.event, placeOf(record));
  });
  const persons: Counted[] = [];
  const wanted = new Map<Place, Wanted>();
  let seen = 0;
  for (const unordered of byPerson(current.all().values(), canonicalOf(links))) {
    seen += 1;
    if (seen % recordsAtOnce === 0) await setImmediate();
    const records = unordered.sort((a, b) => compareFacts(a.fact, b.fact));
    const spell = countedBy(spellsOf(records.map(({ fact }) => fact)), day);
    if (spell === undefined) continue;
    const person: Counted = { unit: spell.unit, code: '', rank: -1 };
    persons.push(person);
    for (const [rank, { fact, place }] of records.entries()) if (!ofThatSpell || fact.id === spell.id) wanted.set(place, { person, rank });
  }
  return { persons, wanted };
};

type Telling = CurrentRecord<Place> & { readonly fact: NonNullable<CurrentRecord<Place>['fact']> };

/** The records that say something of each person. */
const byPerson = (records: Iterable<CurrentRecord<Place>>, canonical: (person: string) => string): Iterable<Telling[]> => {
  const persons = new Map<string, Telling[]>();
  for (const record of records) {
    if (record.fact === undefined) continue;
    const person = canonical(record.personKey);
    const of = persons.get(person);
    if (of === undefined) persons.set(person, [record as Telling]);
    else of.push(record as Telling);
  }
  return persons.values();
};
