import type { Cell, Merge, Row } from '@da06/workbook';

/** The value a cell has from the merged area it belongs to, if it is not the area's own first cell. */
export type MergedValues = (row: number, column: number) => Cell | undefined;

type Area = { readonly firstRow: number; readonly lastRow: number; readonly cell: Cell };

/** Cells merged downwards: the value of the first counts for every row of its column, such as one room for a family. Areas of a sheet do not overlap. */
export const mergedValues = (rows: readonly Row[], merges: readonly Merge[]): MergedValues => {
  const areas = new Map<number, Area[]>();
  for (const { firstRow, lastRow, firstColumn } of merges) {
    if (lastRow <= firstRow) continue;
    const first = rows[lowerBound(rows, ({ number }) => number < firstRow)];
    const cell = first?.number === firstRow ? first.cells[firstColumn - 1] : undefined;
    if (cell !== undefined) {
      const ofColumn = areas.get(firstColumn);
      if (ofColumn === undefined) areas.set(firstColumn, [{ firstRow, lastRow, cell }]);
      else ofColumn.push({ firstRow, lastRow, cell });
    }
  }
  for (const ofColumn of areas.values()) ofColumn.sort((a, b) => a.firstRow - b.firstRow);
  return (row, column) => {
    const ofColumn = areas.get(column);
    const area = ofColumn?.[lowerBound(ofColumn, ({ firstRow }) => firstRow < row) - 1];
    return area !== undefined && row <= area.lastRow ? area.cell : undefined;
  };
};

/** Place of the first of some ordered values that does not lie before what is looked for. */
const lowerBound = <Value>(values: readonly Value[], isBefore: (value: Value) => boolean): number => {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(values[middle] as Value)) low = middle + 1;
    else high = middle;
  }
  return low;
};
