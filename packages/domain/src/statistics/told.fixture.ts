import type { Cell, SuppressedTable } from './suppress.ts';

/** One count of a table with its margins; '' = the margin. */
type Place = { readonly row: string; readonly column: string };
type Arc = { readonly from: string; readonly to: string; readonly place: Place };

/**
 * Whether a reader of a published table can compute a count, knowing that persons are whole and not negative. A table with its margins is a
 * circulation: total → rows → columns → total, each count the flow of an arc. What is published is fixed; what is left out may grow, and shrink if it
 * is not 0. A count has another possible value exactly if its arc lies on a cycle of such changes (flows are integral), which a search decides.
 */
export const isTold = (cells: readonly Cell[], published: SuppressedTable, place: Place): boolean => {
  const arcs = arcsOf(cells);
  const steps = arcs.filter((arc) => isLeftOut(published, arc.place)).flatMap((arc) => [
    { from: arc.from, to: arc.to, arc },
    ...(valueOf(cells, arc.place) > 0 ? [{ from: arc.to, to: arc.from, arc }] : []),
  ]);
  const mine = steps.filter(({ arc }) => isSame(arc.place, place));
  return !mine.some((step) => isReachable(step.to, step.from, steps.filter(({ arc }) => arc !== step.arc)));
};

const isSame = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column;

const arcsOf = (cells: readonly Cell[]): Arc[] => {
  const [rows, columns] = [new Set(cells.map(({ row }) => row)), new Set(cells.map(({ column }) => column))];
  return [
    { from: 'end', to: 'begin', place: { row: '', column: '' } },
    ...[...rows].map((row) => ({ from: 'begin', to: `row ${row}`, place: { row, column: '' } })),
    ...[...columns].map((column) => ({ from: `column ${column}`, to: 'end', place: { row: '', column } })),
    ...[...rows].flatMap((row) => [...columns].map((column) => ({ from: `row ${row}`, to: `column ${column}`, place: { row, column } }))),
  ];
};

const valueOf = (cells: readonly Cell[], { row, column }: Place): number => cells.filter((cell) => (row === '' || cell.row === row) && (column === '' || cell.column === column)).reduce((sum, { persons }) => sum + persons, 0);

const isLeftOut = ({ cells, rows, columns, total }: SuppressedTable, place: Place): boolean => {
  const { row, column } = place;
  if (row === '' && column === '') return total === null;
  if (column === '') return rows.get(row) === null;
  if (row === '') return columns.get(column) === null;
  return cells.some((cell) => isSame(cell, place) && cell.persons === null);
};

const isReachable = (start: string, end: string, steps: readonly { readonly from: string; readonly to: string }[]): boolean => {
  const seen = new Set([start]);
  const waiting = [start];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === end) return true;
    for (const { from, to } of steps) {
      if (from !== at || seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return false;
};
