import { compareOrder, mergeRegisters, type Link } from '@da06/domain';
import { parseEvent, personLinkedType } from '@da06/events';
import { withAliases } from './aliases.ts';
import { findRecordEvent, isRegisterKey, type SealedRecordEvent } from './register-events.ts';
import { findStayEvent } from './stay-events.ts';
import type { SealedStayEvent } from './stay-events.ts';
import { findTripEvent, heldTripEvent, isTripKey, type SealedTripEvent } from './trip-events.ts';
import { walkStays } from './walk-stays.ts';
import type { OnRecords, ReadableLog } from './walk-stays.ts';

export type PersonPlan = {
  /** The persons that were named with their other papers. */
  readonly persons: ReadonlySet<string>;
  /** Stays of theirs. */
  readonly stays: ReadonlySet<string>;
  /** Records of theirs in the registers of residents and workers. */
  readonly registerRecords: ReadonlySet<string>;
  /** Trips of coaches whose plate is one of them. */
  readonly trips: ReadonlySet<string>;
  /** Keys of every envelope of theirs, and of every envelope of their stays, records and trips. */
  readonly keyIds: ReadonlySet<string>;
  /** Of these, keys that a wrong number of one of the stays shares with its real holder's own records of that request: the envelope is under the holder's. */
  readonly foreign: ReadonlySet<string>;
};

/**
 * What an erasure of persons destroys. A stay or record whose current person is one of them loses every envelope, whoever it was sealed for: before
 * its number was corrected, the person's name lay under the wrong one, and a change without a person under the reference. Three walks that
 * only search bytes: for links, for what ever named one of the persons, and for all events of it.
 */
export const planPersons = async (log: ReadableLog, named: readonly string[], onRecords?: OnRecords): Promise<PersonPlan> => {
  const walk = walkAlong(log, 3, onRecords);
  const links: Link[] = [];
  const linkType = Buffer.from(`"${personLinkedType}"`);
  await walk((_, bytes) => {
    if (!bytes.includes(linkType)) return;
    const parsed = parseEvent(bytes);
    if (parsed.ok && parsed.event.type === personLinkedType) links.push(parsed.event.data as Link);
  });
  const persons = withAliases(named, links);

  const needles = [...persons].map((person) => Buffer.from(`"${person}"`));
  const touched = new Set<string>();
  await walk(({ key }, bytes) => {
    if (needles.some((needle) => bytes.includes(needle))) touched.add(key);
  });

  const [stays, records, trips] = [new Map<string, SealedStayEvent[]>(), new Map<string, SealedRecordEvent[]>(), new Map<string, SealedTripEvent[]>()];
  await walk(({ key }, bytes) => {
    if (!touched.has(key)) return;
    const trip = isTripKey(key) ? findTripEvent(bytes) : undefined;
    if (trip !== undefined) trips.set(key, [...(trips.get(key) ?? []), trip]);
    const stay = findStayEvent(bytes);
    if (stay !== undefined) stays.set(key, [...(stays.get(key) ?? []), stay]);
    const record = isRegisterKey(key) ? findRecordEvent(bytes) : undefined;
    if (record !== undefined) records.set(key, [...(records.get(key) ?? []), record]);
  });
  const ofStays = choose(persons, stays, (events) => mergeRegisters(events).groups.person?.personKey);
  const ofRecords = choose(persons, records, newestPersonOf);
  const ofTrips = choose(persons, trips, (events) => heldTripEvent(events)?.plate);
  const all = [ofStays, ofRecords, ofTrips];
  return {
    persons, stays: ofStays.chosen, registerRecords: ofRecords.chosen, trips: ofTrips.chosen,
    keyIds: new Set(all.flatMap(({ keyIds }) => [...keyIds])), foreign: new Set(all.flatMap(({ foreign }) => [...foreign])),
  };
};

/** Whose a record is: a withdrawal names nobody. */
const newestPersonOf = (events: readonly SealedRecordEvent[]): string | undefined => events.filter(({ personKey }) => personKey !== '').sort((a, b) => compareOrder(a.order, b.order)).at(-1)?.personKey;

type SealedEvent = { readonly sealedBy: string | undefined; readonly keyId: string | undefined };

const choose = <Event extends SealedEvent>(persons: ReadonlySet<string>, events: ReadonlyMap<string, readonly Event[]>, currentPersonOf: (of: readonly Event[]) => string | undefined): { readonly chosen: Set<string>; readonly keyIds: Set<string>; readonly foreign: Set<string> } => {
  const [chosen, keyIds, foreign] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [key, of] of events) {
    const theirs = persons.has(currentPersonOf(of) ?? '');
    for (const { keyId, sealedBy = '' } of of) {
      if (keyId === undefined || !(theirs || persons.has(sealedBy))) continue;
      chosen.add(key);
      keyIds.add(keyId);
      if (!persons.has(sealedBy)) foreign.add(keyId);
    }
  }
  return { chosen, keyIds, foreign };
};

/** Stays and records of others that have an envelope under one of these keys too: it is lost with them. */
export const countSharing = async (log: ReadableLog, { stays, registerRecords, trips, foreign }: PersonPlan): Promise<number> => {
  if (foreign.size === 0) return 0;
  const needles = [...foreign].map((keyId) => Buffer.from(`"${keyId}"`));
  const others = new Set<string>();
  await walkStays(log, ({ key }, bytes) => {
    if (!stays.has(key) && !registerRecords.has(key) && !trips.has(key) && needles.some((needle) => bytes.includes(needle))) others.add(key);
  });
  return others.size;
};

/** Walks that count as one for who watches. */
const walkAlong = (log: ReadableLog, walks: number, onRecords: OnRecords = () => {}) => {
  let begun = 0;
  return async (onRecord: Parameters<typeof walkStays>[1]): Promise<void> => {
    const before = begun;
    begun += 1;
    await walkStays(log, onRecord, (done, total) => onRecords(before * total + done, walks * total));
  };
};
