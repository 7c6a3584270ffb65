import { lateness } from '@da06/domain';
import {
  absenceDeclaredType, birthRegisteredType, coachTripReportedType, deathRegisteredType, householdChangedType, recordWithdrawnType, residenceEndedType, residenceMovedType, residenceRegisteredType,
  stayCancelledType, stayCheckedInType, stayCheckedOutType, stayCorrectedType, workerDeclaredType, type CoachTripReportedData, type DeathRegistered, type Envelope, type StayCheckedIn, type StayGroups,
} from '@da06/events';
import { ownerOf } from './owner.ts';
import { recordGroups, refOfRecord, refOfStay, refOfTrip, type Reference } from './reference.ts';
import type { StayChange, StayKind } from './ref-state.ts';

const kinds: Readonly<Record<string, StayKind>> = { [stayCheckedInType]: 'check-in', [stayCorrectedType]: 'correct', [stayCheckedOutType]: 'check-out', [stayCancelledType]: 'cancel' };

const recordKinds: Readonly<Record<string, StayKind>> = {
  ...Object.fromEntries(
    [residenceRegisteredType, residenceMovedType, residenceEndedType, absenceDeclaredType, householdChangedType, birthRegisteredType, deathRegisteredType, workerDeclaredType].map((type) => [type, 'check-in'] as const),
  ),
  [recordWithdrawnType]: 'cancel',
};

/** What an event of the log changes, and of which reference. */
export type EventChange = { readonly of: Reference; readonly change: StayChange };

/** The change an event of the log makes to its reference; undefined if it is none of a stay, a register's record or a trip. Its data were checked at the door. */
export const changeOfEvent = (event: Envelope): EventChange | undefined => {
  const kind = kinds[event.type];
  if (kind !== undefined) return changeOfStay(event, kind);
  if (event.type === coachTripReportedType) return changeOfTrip(event);
  const recordKind = recordKinds[event.type];
  return recordKind === undefined ? undefined : changeOfRecord(event, recordKind);
};

const changeOfStay = (event: Envelope, kind: StayKind): EventChange => {
  const data = event.data as StayCheckedIn['data'];
  const { groups } = data;
  return {
    of: refOfStay(data.facility, data.ref),
    change: {
      kind, id: event.id, revision: data.revision, sets: data.sets, yields: kind === 'check-in' ? data.yields : [], mac: data.contentMac, late: wasLate(groups, event.recordedtime),
      personKey: groups.person?.personKey, documentKey: groups.person?.documentKey, owner: '', arrivedAt: groups.arrival === undefined ? undefined : Date.parse(groups.arrival.at),
      expectedAt: timeOf(groups.expectedDeparture), departedAt: timeOf(groups.departure),
    },
  };
};

const changeOfRecord = (event: Envelope, kind: StayKind): EventChange => {
  // A birth names no person, a withdrawal nothing but the record.
  const data = event.data as Pick<DeathRegistered['data'], 'register' | 'ref' | 'revision' | 'contentMac'> & Partial<DeathRegistered['data']>;
  return {
    of: refOfRecord(data.register, data.ref),
    change: {
      kind, id: event.id, revision: data.revision, sets: recordGroups(kind), yields: [], mac: data.contentMac, late: false,
      personKey: data.personKey, documentKey: data.personKey, owner: ownerOf(data.unit, event.actor), arrivedAt: undefined, expectedAt: undefined, departedAt: undefined,
    },
  };
};

const changeOfTrip = (event: Envelope): EventChange => {
  const data = event.data as CoachTripReportedData;
  return {
    of: refOfTrip(data.facility, data.ref),
    change: {
      kind: 'check-in', id: event.id, revision: data.revision, sets: recordGroups('check-in'), yields: [], mac: data.contentMac, late: false,
      personKey: data.plate, documentKey: undefined, owner: '', arrivedAt: undefined, expectedAt: undefined, departedAt: undefined,
    },
  };
};

const timeOf = (text: string | null | undefined): number | null | undefined => (text === undefined || text === null ? text : Date.parse(text));

const wasLate = (groups: StayGroups, recordedtime: string): boolean => {
  if (groups.arrival === undefined) return false;
  const due = Date.parse(groups.nationality === 'VNM' ? groups.arrival.dueDomestic : groups.arrival.dueForeign);
  const notifiedAt = groups.notified?.valid === true && groups.notified.at !== null ? Date.parse(groups.notified.at) : undefined;
  return lateness({ due, notifiedAt, receivedAt: Date.parse(recordedtime) }).late;
};
