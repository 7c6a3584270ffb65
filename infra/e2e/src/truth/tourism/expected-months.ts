import { dayNumber, dayText } from '../local-time.ts';
import { businessCells, type BusinessCell } from './business-cells.ts';
import { cellsOf, nameOf, sumOf, type Cell } from './cells.ts';
import { countsOf, hasTourists, shown } from './expected-tourism.ts';
import type { TourismFacts } from './facts.ts';
import { facilityDays, type FacilityDay } from './facility-days.ts';
import { groupedBy } from './grouped.ts';

export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The last day of the newest month that is over at the end of a day. */
export const lastClosed = (day: string): string => {
  const tomorrow = dayText(Date.parse(day) / 86_400_000 + 1);
  return dayText(Date.parse(monthOf(tomorrow)) / 86_400_000 - 1);
};

/** Days at facilities of the months that are over, from the first month in which somebody registered. */
export const closedDays = (facts: TourismFacts): readonly FacilityDay[] => {
  const arrivals = facts.guests.filter(({ cancelled }) => !cancelled).map(({ arrivedAt }) => dayText(dayNumber(arrivedAt))).filter((day) => day <= lastClosed(facts.asOf)).sort();
  const [first] = arrivals;
  if (first === undefined) return [];
  return facilityDays(facts, monthOf(first)).filter(({ day }) => day >= monthOf(first) && day <= lastClosed(facts.asOf));
};

const monthsOf = <C extends Cell>(cells: readonly C[]): readonly { readonly month: string; readonly days: readonly C[]; readonly whole: Cell }[] =>
  [...groupedBy(cells.filter(({ parts }) => parts.length > 0), ({ day, place, kind }) => `${monthOf(day)} ${place} ${kind}`).values()].flatMap((days) => {
    const [first] = days;
    return first === undefined ? [] : [{ month: monthOf(first.day), days, whole: { ...first, parts: days.flatMap(({ parts }) => parts) } }];
  });

/** Rows of the view `tourism_months`, of facts as they were known on their newest day; a month is left out where one of its days is. */
export const expectedMonths = (facts: TourismFacts, days: readonly FacilityDay[], boundary: string): object[] => {
  const name = nameOf(facts);
  return monthsOf(businessCells(facts, { days, stands: hasTourists }, boundary)).map(({ month, days: own, whole }) => {
    const sum = (figure: (cell: BusinessCell) => number): number => own.reduce((total, cell) => total + figure(cell), 0);
    const of = (isSuch?: Parameters<typeof countsOf>[1]) => ({ overnight: sum((cell) => countsOf(cell, isSuch).overnight), dayGuests: sum((cell) => countsOf(cell, isSuch).dayGuests), nights: sum((cell) => countsOf(cell, isSuch).nights) });
    const all = of();
    const abroad = of(({ guest }) => guest.nationality !== 'VNM');
    const { day: _, ...named } = name(whole);
    const figures = { arrivals: all.overnight + all.dayGuests, overnight_arrivals: all.overnight, day_guests: all.dayGuests, nights: all.nights, international_arrivals: abroad.overnight + abroad.dayGuests, international_nights: abroad.nights };
    return { month, ...named, ...shown(figures, own.some(({ hidden }) => hidden)), known_at: facts.asOf, boundary: boundary === '' ? '1970-01-01' : boundary };
  });
};

/** Rows of the view `compliance_months`, likewise; nothing is left out. */
export const expectedRegistrations = (facts: TourismFacts, days: readonly FacilityDay[], boundary: string): object[] => {
  const name = nameOf(facts);
  return monthsOf(cellsOf(facts, { days: days.filter(({ kind, arriving }) => kind !== 'coach' && arriving.length > 0), stands: () => true }, boundary)).map(({ month, whole }) => {
    const { day: _, ...named } = name(whole);
    return {
      month, ...named, stays: sumOf(whole, ({ arriving }) => arriving.length), late: sumOf(whole, ({ arriving }) => arriving.filter(({ late }) => late).length), synced_late: sumOf(whole, ({ arriving }) => arriving.filter(({ syncedLate }) => syncedLate).length),
      known_at: facts.asOf, boundary: boundary === '' ? '1970-01-01' : boundary,
    };
  });
};
