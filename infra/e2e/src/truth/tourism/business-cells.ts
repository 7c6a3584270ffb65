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
  const hidden = new Set([...groupedBy(cells, ({ day }) => day).values()].flatMap((own) => [
    ...withSecond(own.filter(({ place }) => place.startsWith('unit '))),
    ...withSecond(own.filter(({ kind }) => kind !== '')),
    ...withSecond(own.filter(({ place }) => place.startsWith('area '))),
    ...own.filter((cell) => cell.kind === '' && cell.place === 'all ' && isFew(cell)),
  ]));
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
