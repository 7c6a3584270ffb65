import type { Oversight, TruthIncident } from '@da06/simulator';
import type { Facts } from '../population/facts.ts';
import { dayNumber, dayText, midnight } from '../local-time.ts';

/** What figures of incidents rest on: every telling in order, the units, and the moment up to which all is known. */
export type IncidentFacts = { readonly told: Oversight['incidents']; readonly units: Facts['units']; readonly asOf: number };
/** An incident as it stands, with the first receipt of it. */
export type Held = TruthIncident & { readonly firstAt: string };

export const dayOf = (moment: string | number): string => dayText(dayNumber(typeof moment === 'number' ? moment : Date.parse(moment)));

/** The last of the highest revision of each incident, of what was told up to a local day. */
export const heldOf = ({ told }: Pick<IncidentFacts, 'told'>, known: string): Held[] => {
  const held = new Map<string, Held>();
  for (const one of told.filter(({ receivedAt }) => dayOf(receivedAt) <= known)) {
    const before = held.get(one.ref);
    const firstAt = before?.firstAt ?? one.receivedAt;
    held.set(one.ref, before !== undefined && before.revision > one.revision ? { ...before, firstAt } : { ...one, firstAt });
  }
  return [...held.values()].filter(({ withdrawn }) => !withdrawn);
};

/** What counts: a report of a crime was received also if there was nothing in it; anything else that is unfounded was none. */
export const countedOf = (facts: Pick<IncidentFacts, 'told'>, known: string): Held[] => heldOf(facts, known).filter((one) => (one.outcome !== 'unfounded' || one.kind === 'denunciation') && placedOn(one) <= known);

/** The day on which an incident counts. */
export const placedOn = ({ happenedAt, reportedAt }: Pick<Held, 'happenedAt' | 'reportedAt'>): string => dayOf(happenedAt ?? reportedAt);

/** When all is known of what was told up to a local day: its end, or the newest moment before. */
export const knownUntil = ({ asOf }: Pick<IncidentFacts, 'asOf'>, known: string): number => Math.min(asOf, midnight(dayNumber(Date.parse(`${known}T00:00:00+07:00`)) + 1));

/** Twenty days for a report or denunciation of a crime, a day for anything else. */
export const dueOf = ({ kind, reportedAt }: Pick<Held, 'kind' | 'reportedAt'>): number => Date.parse(reportedAt) + (kind === 'denunciation' ? 20 : 1) * 86_400_000;
