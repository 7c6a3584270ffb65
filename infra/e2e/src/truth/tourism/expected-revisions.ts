import { dayNumber, dayText } from '../local-time.ts';
import { monthOf, lastClosed } from './expected-months.ts';
import type { Guest, KnownAt, TourismFacts } from './facts.ts';
import { guestDays } from './guest-days.ts';

type Figures = { arrivals: number; overnight_arrivals: number; day_guests: number; nights: number; international_arrivals: number; international_nights: number; stays: number; late: number; synced_late: number };
const none = (): Figures => ({ arrivals: 0, overnight_arrivals: 0, day_guests: 0, nights: 0, international_arrivals: 0, international_nights: 0, stays: 0, late: 0, synced_late: 0 });

/** What each stay comes to in each month that is over at the end of `closedAt`, by where and what its facility is on the day: keys of month, facility, ref, unit and kind. */
const stayMonths = (facts: TourismFacts, closedAt: string): Map<string, Figures> => {
  const houses = new Map(facts.facilities.map(({ id, versions }) => [id, versions]));
  const found = new Map<string, Figures>();
  const at = ({ facility, ref }: Guest, day: string): Figures => {
    const versions = houses.get(facility) ?? [];
    const { unit, kind } = versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0] ?? { unit: '', kind: '' };
    const key = [monthOf(day), facility, ref, unit, kind].join('\n');
    const own = found.get(key) ?? none();
    found.set(key, own);
    return own;
  };
  const last = lastClosed(closedAt);
  for (const { day, guest, night, first, tourism } of guestDays(facts)) {
    const on = dayText(day);
    if (!tourism || on > last) continue;
    const own = at(guest, on);
    const isAbroad = guest.nationality !== 'VNM';
    if (night) own.nights += 1;
    if (night && isAbroad) own.international_nights += 1;
    if (!first) continue;
    own.arrivals += 1;
    own[night ? 'overnight_arrivals' : 'day_guests'] += 1;
    if (isAbroad) own.international_arrivals += 1;
  }
  for (const guest of facts.guests) {
    const on = dayText(dayNumber(guest.arrivedAt));
    if (guest.cancelled || on > last) continue;
    const own = at(guest, on);
    own.stays += 1;
    if (guest.toldAt >= guest.dueAt) own.late += 1;
    else if (guest.heardAt >= guest.dueAt) own.synced_late += 1;
  }
  return found;
};

/** Rows of the view `tourism_revisions`, but for the events: what the stays come to at the end of each day, less what they came to at the end of the day before, in the months that were over then. Facilities are always what they are now. */
export const expectedRevisions = (knownAt: KnownAt, days: readonly string[]): object[] =>
  days.flatMap((day) => {
    const before = dayText(Date.parse(day) / 86_400_000 - 1);
    const then = stayMonths(knownAt(day), before);
    const earlier = stayMonths(knownAt(before), before);
    return [...new Set([...then.keys(), ...earlier.keys()])].flatMap((key) => {
      const [month = '', facility_id = '', ref = '', unit_uid = '', facility_kind = ''] = key.split('\n');
      const now = then.get(key) ?? none();
      const was = earlier.get(key) ?? none();
      const more = Object.fromEntries(Object.entries(now).map(([name, figure]) => [name, figure - was[name as keyof Figures]]));
      return Object.values(more).every((figure) => figure === 0) ? [] : [{ month, known_on: day, facility_id, ref, unit_uid, facility_kind, ...more }];
    });
  });
