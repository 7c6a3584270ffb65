import { mergeRegisters, type WatchedStay } from '@da06/domain';
import type { KnownStay, KnownStayEvent } from '../known/types.ts';

/** A stay as it is matched: its guest's hashes, where and when, and the events that say so. */
export type StayToMatch = WatchedStay & { readonly hashes: readonly string[]; readonly facility: string; readonly ref: string; readonly arrival: string; readonly unit: string; readonly evidence: string };

/** A stay from its events; undefined while nobody has told who the guest is, or when they arrived. */
export const stayToMatch = ({ facility, ref, events }: KnownStay): StayToMatch | undefined => {
  const { groups, cancelled } = mergeRegisters(events);
  const { person, arrival, departure } = groups;
  if (person === undefined || arrival === undefined) return undefined;
  const first = (is: (event: KnownStayEvent) => boolean): KnownStayEvent | undefined => events.filter(is).reduce<KnownStayEvent | undefined>((earliest, event) => (earliest === undefined || event.sequence < earliest.sequence ? event : earliest), undefined);
  const named = first(({ data }) => data.groups.person?.personKey === person.personKey);
  const placed = first(({ data }) => data.groups.arrival !== undefined);
  if (named === undefined || placed === undefined) return undefined;
  const last = named.sequence > placed.sequence ? named : placed;
  return {
    hashes: hashesOf(person), facility, ref, arrival: arrival.at, unit: arrival.unit, evidence: named.id, cancelled,
    arrivedAt: Date.parse(arrival.at), departedAt: departure === undefined || departure === null ? undefined : Date.parse(departure),
    told: { sequence: last.sequence, recordedAt: Date.parse(last.recordedtime) },
  };
};

/** The hashes under which a person of a stay is found. */
export const hashesOf = ({ personKey, documentKey }: { readonly personKey: string; readonly documentKey: string }): readonly string[] => (personKey === documentKey ? [personKey] : [personKey, documentKey]);
