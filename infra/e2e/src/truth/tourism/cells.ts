import { placesAt, whole, type Part } from '../population/places.ts';
import type { TourismFacts } from './facts.ts';
import type { FacilityDay } from './facility-days.ts';

/** A facility's day as part of a cell: with so many billionths of it, and whether that is no estimate. */
type Share = { readonly of: FacilityDay; readonly share: number; readonly exact: boolean };

/** A place and a kind ('' = every kind) on a day, with all that lies in it. */
export type Cell = { readonly day: string; readonly place: string; readonly kind: string; readonly parts: readonly Share[] };

/** Places of a unit on a day: on the boundaries of a day, or ('') those of that day itself. */
const partsAt = (facts: Pick<TourismFacts, 'units'>, boundary: string): ((unit: string, day: string) => readonly Part[]) => {
  const known = new Map<string, readonly Part[]>();
  return (unit, day) => {
    const on = boundary === '' ? day : boundary;
    const parts = known.get(`${unit} ${on}`) ?? placesAt(facts, on).partsOf({ unit, formerUnit: '' });
    known.set(`${unit} ${on}`, parts);
    return parts;
  };
};

/** What a cell is made of: of which days at facilities, and which of them stand in it though the facility is not in force. */
export type Made = { readonly days: readonly FacilityDay[]; readonly stands: (of: FacilityDay) => boolean };

/** Everything that facilities' days add up to: every place with every kind, where one is in force or anything stands. Places are keys `kind place`. */
export const cellsOf = (facts: Pick<TourismFacts, 'units'>, { days, stands }: Made, boundary: string): Cell[] => {
  const partsOf = partsAt(facts, boundary);
  const cells = new Map<string, { day: string; place: string; kind: string; parts: Share[] }>();
  const cellAt = (day: string, place: string, kind: string) => {
    const key = `${day} ${place} ${kind}`;
    let cell = cells.get(key);
    if (cell === undefined) cells.set(key, (cell = { day, place, kind, parts: [] }));
    return cell;
  };
  for (const of of days) {
    cellAt(of.day, 'all ', '');
    if (!of.inForce && !stands(of)) continue;
    for (const { kind: placeKind, place, share, exact } of partsOf(of.unit, of.day)) {
      for (const kind of ['', of.kind]) cellAt(of.day, `${placeKind} ${place}`, kind).parts.push({ of, share, exact });
    }
  }
  return [...cells.values()];
};

/** The sum of a figure over a cell, each facility's by its share. */
export const sumOf = ({ parts }: Pick<Cell, 'parts'>, figure: (of: FacilityDay) => number): number => parts.reduce((sum, { of, share }) => sum + figure(of) * share, 0) / whole;

/** How many facilities of a cell are in force and fulfil a condition. */
export const facilitiesOf = (cell: Pick<Cell, 'parts'>, isSuch: (of: FacilityDay) => boolean = () => true): number => sumOf(cell, (of) => Number(of.inForce && isSuch(of)));

/** How a view names a cell. */
export const nameOf = (facts: Pick<TourismFacts, 'units'>) => {
  const { namedBy } = placesAt(facts, '');
  return ({ day, place, kind, parts }: Cell) => ({ day, ...namedBy(place), facility_kind: kind, exact: parts.every(({ exact }) => exact) ? 1 : 0 });
};
