import { day as dayMs, dayNumber, dayText, hour } from '../local-time.ts';
import type { Guest, House, Outage, TourismFacts } from './facts.ts';
import { groupedBy } from './grouped.ts';
import { guestDays, type GuestDay } from './guest-days.ts';

/** One facility on one local day: what it was, whether it was heard of, and everything that stands on that day. */
export type FacilityDay = {
  readonly facility: string; readonly day: string;
  readonly kind: string; readonly unit: string; readonly rooms: number; readonly beds: number;
  readonly inForce: boolean; readonly heard: boolean;
  /** Heard on one of the seven days up to this one. */
  readonly reporting: boolean;
  readonly withAccount: boolean; readonly noGuests: boolean;
  readonly guests: readonly GuestDay[];
  readonly arriving: readonly Arriving[];
  /** Persons who spend this night at another facility too. */
  readonly conflicts: readonly string[];
  readonly received: number; readonly rejected: number; readonly invalidDocuments: number;
  /** Guests found unreported, an inspection each. */
  readonly unreported: readonly number[];
};

/** A registration of somebody who came on the day. */
export type Arriving = { readonly late: boolean; readonly syncedLate: boolean; readonly excused: boolean; readonly delayS: number; readonly captured: string };

/** Every facility on every day from the first on which a guest stands or somebody is heard of, or from an earlier one that is given, to the as-of day. */
export const facilityDays = (facts: TourismFacts, from?: string): FacilityDay[] => {
  const { facilities, guests, emptyDays, batches, keys, inspections, outages, asOf } = facts;
  const last = Date.parse(asOf) / dayMs;
  const days = guestDays(facts);
  const arrivals = guests.filter(({ cancelled, arrivedAt }) => !cancelled && dayNumber(arrivedAt) <= last);
  const at = (facility: string, number: number): string => `${facility} ${number}`;
  const numberOf = (text: string): number => Date.parse(text) / dayMs;

  const daysAt = groupedBy(days, ({ guest, day }) => at(guest.facility, day));
  const arrivalsAt = groupedBy(arrivals, ({ facility, arrivedAt }) => at(facility, dayNumber(arrivedAt)));
  const batchesAt = groupedBy(batches, ({ facility, receivedAt }) => at(facility, dayNumber(receivedAt)));
  const inspectionsAt = groupedBy(inspections, ({ facility, on }) => at(facility, numberOf(on)));
  const saidNobody = new Set(emptyDays.map(({ facility, day }) => at(facility, numberOf(day))));
  const heard = new Set([...saidNobody, ...emptyDays.map(({ facility, receivedAt }) => at(facility, dayNumber(receivedAt))), ...guests.flatMap(({ facility, wholeAt }) => wholeAt.map((moment) => at(facility, dayNumber(moment))))]);
  const doubles = doublesOf(days);

  const stands = [...days.map(({ day }) => day), ...arrivals.map(({ arrivedAt }) => dayNumber(arrivedAt)), ...guests.flatMap(({ wholeAt }) => wholeAt.map(dayNumber)), ...emptyDays.flatMap(({ day, receivedAt }) => [numberOf(day), dayNumber(receivedAt)])];
  const first = stands.reduce((least, one) => Math.min(least, one), from === undefined ? last : numberOf(from));

  return facilities.flatMap((house) => {
    let everHeard = false;
    return Array.from({ length: last - first + 1 }, (_, index): FacilityDay => {
      const number = first + index;
      const text = dayText(number);
      const key = at(house.id, number);
      const own = batchesAt.get(key) ?? [];
      everHeard ||= heard.has(key);
      const version = house.versions.findLast(({ validFrom }) => validFrom <= text) ?? house.versions[0];
      if (version === undefined) throw new Error(`${house.id} has no version.`);
      return {
        facility: house.id, day: text, kind: version.kind, unit: version.unit, rooms: version.rooms, beds: version.beds,
        inForce: isInForce(house, text), heard: heard.has(key),
        reporting: Array.from({ length: 7 }, (__, back) => at(house.id, number - back)).some((one) => heard.has(one)),
        withAccount: everHeard || keys.some((one) => one.facilities.includes(house.id) && one.issuedOn <= text && (one.revokedOn === '' || text < one.revokedOn)),
        noGuests: saidNobody.has(key) && !arrivalsAt.has(key),
        guests: daysAt.get(key) ?? [],
        arriving: (arrivalsAt.get(key) ?? []).map((guest) => arrivingOf(guest, outages.filter((outage) => isAbout(outage, house.id, version.unit)))),
        conflicts: [...new Set((daysAt.get(key) ?? []).filter(({ night, guest }) => night && doubles.has(`${guest.person} ${number}`)).map(({ guest }) => guest.person))],
        received: own.reduce((sum, { received }) => sum + received, 0), rejected: own.reduce((sum, { rejected }) => sum + rejected, 0),
        invalidDocuments: own.flatMap(({ codes }) => Object.entries(codes)).reduce((sum, [code, count]) => sum + (code.startsWith('document.') ? count : 0), 0),
        unreported: (inspectionsAt.get(key) ?? []).map(({ unreported }) => unreported),
      };
    });
  });
};

const isInForce = ({ versions, closedOn }: House, text: string): boolean => (versions[0]?.validFrom ?? '9999') <= text && (closedOn === '' || text < closedOn);

/** Persons with nights (as `person day`) at two facilities and more. */
const doublesOf = (days: readonly GuestDay[]): Set<string> => {
  const byNight = groupedBy(days.filter(({ night }) => night), ({ guest, day }) => `${guest.person} ${day}`);
  return new Set([...byNight].filter(([, own]) => new Set(own.map(({ guest }) => guest.facility)).size > 1).map(([key]) => key));
};

const isAbout = ({ scope, target }: Outage, facility: string, unit: string): boolean => scope === 'all' || (scope === 'facility' && target === facility) || (scope === 'unit' && target === unit);

const arrivingOf = ({ arrivedAt, heardAt, toldAt, dueAt, captured }: Guest, outages: readonly Outage[]): Arriving => {
  const late = toldAt >= dueAt;
  return {
    late, syncedLate: !late && heardAt >= dueAt, captured, delayS: seconds(toldAt) - seconds(arrivedAt),
    excused: late && outages.some(({ from, until }) => from <= dueAt && (until === null || (dueAt < until && toldAt <= until + 24 * hour))),
  };
};

const seconds = (moment: number): number => Math.floor(moment / 1_000);
