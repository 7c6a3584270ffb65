import { AppError } from '@da06/errors';
import type { Cell, Merge, Row } from '../take-in/read/workbook/cell.ts';

/** The value a cell has from the merged area it belongs to, if it is not the area's own first cell. */
export type MergedValues = (row: number, column: number) => Cell | undefined;

/** More than any sheet of guests has; areas must not overlap, so that together they hold no more rows than columns times rows. */
const mostRows = 64 * 50_000;

/** Cells merged downwards: the value of the first counts for every row of its column, such as one room for a family. */
export const mergedValues = (rows: readonly Row[], merges: readonly Merge[]): MergedValues => {
  const values = new Map<string, Cell>();
  let work = 0;
  for (const { firstRow, lastRow, firstColumn } of merges) {
    if (lastRow <= firstRow) continue;
    let place = lowerBound(rows, firstRow);
    const first = rows[place];
    const cell = first?.number === firstRow ? first.cells[firstColumn - 1] : undefined;
    if (cell === undefined) continue;
    for (place += 1; (rows[place]?.number ?? Infinity) <= lastRow; place += 1) {
      work += 1;
      if (work > mostRows) throw new AppError('workbook.too-large');
      values.set(`${rows[place]?.number ?? 0}:${firstColumn}`, cell);
    }
  }
  return values.size === 0 ? () => undefined : (row, column) => values.get(`${row}:${column}`);
};

/** Place of the first row with a number of at least `number`. */
const lowerBound = (rows: readonly Row[], number: number): number => {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
};
