import { whole } from '../population/places.ts';
import { cellsOf, facilitiesOf, type Cell, type Made } from './cells.ts';
import type { TourismFacts } from './facts.ts';
import { groupedBy } from './grouped.ts';
import { tourismKinds } from './guest-days.ts';

/** A cell of figures that compete, and whether they are left out. */
export type BusinessCell = Cell & { readonly hidden: boolean };

/** A figure of fewer facilities tells each of them what the others have (dossier 5.3). */
const leastFacilities = 3;

/** Tourism by unit, by area, by kind and whole, one way at a time, so that no two tables cross in a single facility. */
export const businessCells = (facts: TourismFacts, { days, stands }: Made, boundary: string): BusinessCell[] => {
  const cells = cellsOf(facts, { days: days.filter(({ kind }) => tourismKinds.includes(kind)), stands }, boundary).filter(({ place, kind }) => kind === '' || place === 'all ');
  const hidden = new Set([...groupedBy(cells, ({ day }) => day).values()].flatMap((own) => {
    const units = withSecond(own.filter(({ place }) => place.startsWith('unit ')));
    const areas = own.filter(({ place }) => place.startsWith('area '));
    const all = own.filter(({ kind, place }) => kind === '' && place === 'all ');
    return [...units, ...(lieAlike(facts, units) || lieAlike(facts, all) ? withSecond(areas) : areas), ...withSecond(own.filter(({ kind }) => kind !== '')), ...all.filter(isFew)];
  }));
  return cells.map((cell) => ({ ...cell, hidden: hidden.has(cell) }));
};

const isFew = (cell: Cell): boolean => facilitiesOf(cell) > 0 && facilitiesOf(cell) < leastFacilities;

/** The cells of too few of a table that adds up; one alone would be what is missing from the sum, so the next smallest goes with it. */
const withSecond = (table: readonly Cell[]): Cell[] => {
  const few = table.filter(isFew);
  const name = ({ place, kind }: Cell): string => `${place} ${kind}`;
  const [second] = table.filter((cell) => facilitiesOf(cell) >= leastFacilities).sort((a, b) => facilitiesOf(a) - facilitiesOf(b) || (name(a) < name(b) ? -1 : 1));
  return few.length === 1 && second !== undefined ? [...few, second] : few;
};

/** Whether all that cells are made of lies in areas by the same parts, and in these cells alone: then areas tell no more of them than the whole does. */
const lieAlike = ({ units }: Pick<TourismFacts, 'units'>, cells: readonly Cell[]): boolean => {
  const parts = cells.flatMap((cell) => cell.parts).filter(({ of }) => of.inForce);
  const areasOf = (uid: string): string => (units.find((unit) => unit.uid === uid)?.areas ?? []).map(({ area, weight }) => `${area} ${String(weight)}`).sort().join();
  return parts.every(({ share }) => share === whole) && new Set(parts.map(({ of }) => areasOf(of.unit))).size <= 1;
};
