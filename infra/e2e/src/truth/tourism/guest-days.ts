import { day, dayNumber } from '../local-time.ts';
import { nightsOfVisit, visitsOf } from '../visits.ts';
import type { Guest, TourismFacts, Version } from './facts.ts';
import { groupedBy } from './grouped.ts';

/** A day of a visit that counts: a night, or the day on which somebody came who stays no night. Days count from 1970-01-01. */
export type GuestDay = {
  readonly day: number; readonly guest: Guest;
  readonly night: boolean;
  /** The visit's arrival counts on this day. */
  readonly first: boolean;
  /** Arrival day of the visit. */
  readonly since: number;
  readonly tourism: boolean;
};

/** Kinds and purposes of tourism (dossier 5.3). */
export const tourismKinds: readonly string[] = ['guest-house', 'hotel', 'motel'];
const tourismReasons = new Set(['', 'tourism', 'business', 'visit', 'family-visit', 'conference']);

/** From arrival to departure, else to the expected one, else 30 days; a year at most. */
const spanOf = (guest: Guest): { readonly guest: Guest; readonly ref: string; readonly from: number; readonly to: number } => {
  const from = guest.arrivedAt;
  const end = guest.departedAt ?? guest.expectedAt ?? from + 30 * day;
  return { guest, ref: guest.ref, from, to: Math.max(from, Math.min(end, from + 366 * day)) };
};

/** Every day that counts up to the as-of day, for each person at each facility. */
export const guestDays = ({ guests, facilities, asOf }: Pick<TourismFacts, 'guests' | 'facilities' | 'asOf'>): GuestDay[] => {
  const kinds = new Map(facilities.map(({ id, versions }) => [id, versions]));
  const people = groupedBy(guests.filter(({ cancelled }) => !cancelled), ({ facility, person }) => `${facility}\n${person}`);
  const last = Date.parse(asOf) / day;
  const rows: GuestDay[] = [];
  for (const own of people.values()) {
    for (const visit of visitsOf(own.map(spanOf))) {
      const nights = nightsOfVisit(visit);
      const since = dayNumber(Math.min(...visit.map(({ from }) => from)));
      const length = dayNumber(Math.max(...visit.map(({ to }) => to))) - since;
      const isTourism = (guest: Guest): boolean => tourismKinds.includes(kindWhenItCame(kinds.get(guest.facility) ?? [], guest)) && tourismReasons.has(guest.reason) && !guest.atHome && length < 30;
      const firstNight = Math.min(...nights.keys());
      for (const [night, { guest }] of nights) rows.push({ day: night, guest, night: true, first: night === firstNight, since, tourism: isTourism(guest) });
      const [first] = visit;
      if (nights.size === 0 && first !== undefined) rows.push({ day: since, guest: first.guest, night: false, first: true, since, tourism: isTourism(first.guest) });
    }
  }
  return rows.filter((row) => row.day <= last);
};

/** The kind of the version valid at arrival, else of the first. */
const kindWhenItCame = (versions: readonly Version[], { arrivedAt }: Guest): string => {
  const on = dayNumber(arrivedAt);
  return (versions.findLast(({ validFrom }) => Date.parse(validFrom) / day <= on) ?? versions[0])?.kind ?? '';
};
