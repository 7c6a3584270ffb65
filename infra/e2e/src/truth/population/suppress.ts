/** A two-way table of amounts; rows and columns are in the ascending order of their keys. */
export type Grid = { readonly rows: readonly string[]; readonly columns: readonly string[]; readonly at: (row: string, column: string) => number };
export type Hidden = { readonly cell: (row: string, column: string) => boolean; readonly row: (row: string) => boolean; readonly column: (column: string) => boolean; readonly total: boolean };

/**
 * What may not be shown of a table with its margins, so that no cell of 1 to under `least` stands in it or follows from the rest: whole rectangles of cells are left out.
 */
export const hiddenIn = ({ rows, columns, at }: Grid, least: number): Hidden => {
  const isSmall = (amount: number): boolean => amount > 0 && amount < least;
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  const cells = rows.flatMap((row) => columns.map((column) => ({ row, column, amount: at(row, column) })));
  const small = cells.filter(({ amount }) => isSmall(amount));
  const hiddenRows = new Set(small.map(({ row }) => row));
  const hiddenColumns = new Set(small.map(({ column }) => column));
  let none = false;
  if (hiddenRows.size === 1 && hiddenColumns.size === 1) {
    const [second] = smallestFirst(cells.filter(({ row, column, amount }) => !hiddenRows.has(row) && !hiddenColumns.has(column) && amount > 0));
    if (second === undefined) none = true;
    else {
      hiddenRows.add(second.row);
      hiddenColumns.add(second.column);
    }
  } else if (hiddenRows.size === 1) {
    const [second] = smallestFirst(rows.filter((row) => !hiddenRows.has(row)).map((row) => ({ row, amount: sum([...hiddenColumns].map((column) => at(row, column))) })).filter(({ amount }) => amount > 0));
    if (second === undefined) none = true;
    else hiddenRows.add(second.row);
  } else if (hiddenColumns.size === 1) {
    const [second] = smallestFirst(columns.filter((column) => !hiddenColumns.has(column)).map((column) => ({ column, amount: sum([...hiddenRows].map((row) => at(row, column))) })).filter(({ amount }) => amount > 0));
    if (second === undefined) none = true;
    else hiddenColumns.add(second.column);
  }
  // A second margin beside a small one is of those that cross what is left out: the cells of another would give it back.
  const margin = (totals: ReadonlyMap<string, number>, crossing: ReadonlySet<string>): Set<string> => {
    const hidden = new Set([...totals].filter(([, amount]) => isSmall(amount)).map(([key]) => key));
    const [other] = smallestFirst([...totals].filter(([key, amount]) => amount > 0 && !hidden.has(key) && crossing.has(key)).map(([key, amount]) => ({ key, amount })));
    if (hidden.size === 1 && other !== undefined) hidden.add(other.key);
    return hidden;
  };
  const rowTotals = margin(new Map(rows.map((row) => [row, sum(columns.map((column) => at(row, column)))])), hiddenRows);
  const columnTotals = margin(new Map(columns.map((column) => [column, sum(rows.map((row) => at(row, column)))])), hiddenColumns);
  return {
    cell: (row, column) => none || (hiddenRows.has(row) && hiddenColumns.has(column)),
    row: (row) => none || rowTotals.has(row),
    column: (column) => none || columnTotals.has(column),
    total: isSmall(sum(cells.map(({ amount }) => amount))),
  };
};

/** Stable: of equal ones the first, whose key is lower. */
const smallestFirst = <T extends { readonly amount: number }>(all: readonly T[]): T[] => [...all].sort((a, b) => a.amount - b.amount);
