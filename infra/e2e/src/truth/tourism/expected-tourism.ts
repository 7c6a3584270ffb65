import { quotient } from '../population/figures.ts';
import { businessCells, type BusinessCell } from './business-cells.ts';
import { facilitiesOf, nameOf, sumOf } from './cells.ts';
import type { TourismFacts } from './facts.ts';
import type { FacilityDay } from './facility-days.ts';
import { groupedBy } from './grouped.ts';
import type { GuestDay } from './guest-days.ts';

/** Guests, nights and day guests of what is counted. */
type Counts = { readonly overnight: number; readonly dayGuests: number; readonly nights: number };

/** Tourists of a cell that are such. */
export const countsOf = (cell: BusinessCell, isSuch: (day: GuestDay) => boolean = () => true): Counts => {
  const count = (isOne: (day: GuestDay) => boolean): number => sumOf(cell, ({ guests }) => guests.filter((day) => day.tourism && isSuch(day) && isOne(day)).length);
  return { overnight: count(({ first, night }) => first && night), dayGuests: count(({ night }) => !night), nights: count(({ night }) => night) };
};

/** Figures as they are shown; what is left out is null. */
export const shown = (figures: Readonly<Record<string, number | null>>, hidden: boolean): Readonly<Record<string, number | null>> => ({ ...(hidden ? Object.fromEntries(Object.keys(figures).map((name) => [name, null])) : figures), suppressed: hidden ? 1 : 0 });

export const hasTourists = ({ guests }: FacilityDay): boolean => guests.some(({ tourism }) => tourism);

/** Rows of the view `tourism_daily`. */
export const expectedTourism = (facts: TourismFacts, days: readonly FacilityDay[], boundary: string): object[] => {
  const name = nameOf(facts);
  return businessCells(facts, { days, stands: hasTourists }, boundary).map((cell) => {
    const all = countsOf(cell);
    const abroad = countsOf(cell, ({ guest }) => guest.nationality !== 'VNM');
    const figures = {
      arrivals: all.overnight + all.dayGuests, overnight_arrivals: all.overnight, day_guests: all.dayGuests, nights: all.nights,
      international_arrivals: abroad.overnight + abroad.dayGuests, international_nights: abroad.nights, average_stay: quotient(all.nights, all.overnight),
    };
    return { ...name(cell), ...shown(figures, cell.hidden), facilities: facilitiesOf(cell), heard: facilitiesOf(cell, ({ heard }) => heard) };
  });
};

const dimensions: Readonly<Record<string, (day: GuestDay) => string>> = { nationality: ({ guest }) => guest.nationality, province: ({ guest }) => guest.homeProvince, purpose: ({ guest }) => guest.reason };

/** Rows of the view `tourism_origin`; none of a place that is left out, as the values alone tell of its guests. */
export const expectedOrigin = (facts: TourismFacts, days: readonly FacilityDay[], boundary: string): object[] => {
  const name = nameOf(facts);
  return businessCells(facts, { days, stands: hasTourists }, boundary).filter(({ kind, hidden }) => kind === '' && !hidden).flatMap((cell) => {
    const tourists = cell.parts.flatMap(({ of }) => of.guests).filter(({ tourism }) => tourism);
    return Object.entries(dimensions).flatMap(([dimension, valueOf]) =>
      [...groupedBy(tourists, valueOf).keys()].flatMap((value) => {
        const isOne = (day: GuestDay): boolean => day.tourism && valueOf(day) === value;
        // An estimate is a row only where one of these guests is part of it.
        const { facility_kind: _, ...named } = name({ ...cell, parts: cell.parts.filter(({ of }) => of.guests.some(isOne)) });
        const { overnight, dayGuests, nights } = countsOf(cell, isOne);
        return [{ ...named, dimension, value, arrivals: overnight + dayGuests, overnight_arrivals: overnight, nights, day_guests: dayGuests }];
      }),
    );
  });
};
