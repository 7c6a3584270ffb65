import { lateness } from '@da06/domain';
import {
  stayCancelledType, stayCheckedInType, stayCheckedOutType, stayCorrectedType, type Envelope, type StayCheckedIn, type StayGroups,
} from '@da06/events';
import type { StayChange, StayKind } from './ref-state.ts';

const kinds: Readonly<Record<string, StayKind>> = { [stayCheckedInType]: 'check-in', [stayCorrectedType]: 'correct', [stayCheckedOutType]: 'check-out', [stayCancelledType]: 'cancel' };

/** The change an event of the log makes to its reference; undefined if it is none of a stay. Its data were checked at the door. */
export const changeOfEvent = (event: Envelope): { readonly facility: string; readonly ref: string; readonly change: StayChange } | undefined => {
  const kind = kinds[event.type];
  if (kind === undefined) return undefined;
  const data = event.data as StayCheckedIn['data'];
  const { groups } = data;
  return {
    facility: data.facility,
    ref: data.ref,
    change: {
      kind, id: event.id, revision: data.revision, sets: data.sets, yields: kind === 'check-in' ? data.yields : [], mac: data.contentMac, late: wasLate(groups, event.recordedtime),
      personKey: groups.person?.personKey, documentKey: groups.person?.documentKey, arrivedAt: groups.arrival === undefined ? undefined : Date.parse(groups.arrival.at),
      expectedAt: timeOf(groups.expectedDeparture), departedAt: timeOf(groups.departure),
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
