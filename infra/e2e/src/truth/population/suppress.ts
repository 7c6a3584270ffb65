/** A two-way table of amounts; rows and columns have a name (what they are keys of) and are in the ascending order of their keys. */
export type Grid = { readonly rowName: string; readonly columnName: string; readonly rows: readonly string[]; readonly columns: readonly string[]; readonly at: (row: string, column: string) => number };
export type Hidden = { readonly cell: (row: string, column: string) => boolean; readonly row: (row: string) => boolean; readonly column: (column: string) => boolean; readonly total: boolean };

/**
 * What may not be shown of tables of the same persons with their margins, so that no cell of 1 to under `least` stands in them or follows from the rest: whole rectangles of cells are left out. What one of the tables crosses out, those that
 * share its rows or columns cross out too, if they leave out anything.
 */
export const hiddenIn = (grids: readonly Grid[], least: number): Hidden[] => {
  const crossings = grids.map((grid) => crossingOf(grid, least));
  const names = new Set(
    grids.flatMap(({ rowName, columnName, rows, columns }, index) => {
      const { crossing, alone } = crossings[index] ?? none;
      return [...(alone ? rows : crossing.rows)].map((key) => `${rowName} ${key}`).concat([...(alone ? columns : crossing.columns)].map((key) => `${columnName} ${key}`));
    }),
  );
  return grids.map((grid, index) => {
    const { crossing, alone } = crossings[index] ?? none;
    const shared = (name: string, keys: readonly string[]): Set<string> => new Set(crossing.rows.size === 0 ? [] : keys.filter((key) => names.has(`${name} ${key}`)));
    return hiddenBy(grid, { rows: shared(grid.rowName, grid.rows), columns: shared(grid.columnName, grid.columns) }, alone, least);
  });
};

type Crossing = { readonly rows: ReadonlySet<string>; readonly columns: ReadonlySet<string> };
/** `alone`: nothing can stand beside what is small, so that the whole table is left out. */
type Crossed = { readonly crossing: Crossing; readonly alone: boolean };
const none: Crossed = { crossing: { rows: new Set(), columns: new Set() }, alone: false };

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** The rows and columns of one table's rectangle: those of small cells, and where that is a single row or column the one beside which least is lost. */
const crossingOf = ({ rows: allRows, columns: allColumns, at }: Grid, least: number): Crossed => {
  const cells = allRows.flatMap((row) => allColumns.map((column) => ({ row, column, amount: at(row, column) })));
  const small = cells.filter(({ amount }) => amount > 0 && amount < least);
  const rows = new Set(small.map(({ row }) => row));
  const columns = new Set(small.map(({ column }) => column));
  if (rows.size !== 1 && columns.size !== 1) return { crossing: { rows, columns }, alone: false };
  const free = { rows: allRows.filter((row) => !rows.has(row)), columns: allColumns.filter((column) => !columns.has(column)) };
  const candidates =
    rows.size === 1 && columns.size === 1
      ? cells.filter(({ row, column }) => free.rows.includes(row) && free.columns.includes(column))
      : rows.size === 1
        ? free.rows.map((row) => ({ row, column: '', amount: sum([...columns].map((column) => at(row, column))) }))
        : free.columns.map((column) => ({ row: '', column, amount: sum([...rows].map((row) => at(row, column))) }));
  const second = smallestFirst(candidates.filter(({ amount }) => amount > 0))[0];
  if (second === undefined) return { crossing: { rows, columns }, alone: true };
  return { crossing: { rows: second.row === '' ? rows : rows.add(second.row), columns: second.column === '' ? columns : columns.add(second.column) }, alone: false };
};

const hiddenBy = ({ rows, columns, at }: Grid, crossing: Crossing, alone: boolean, least: number): Hidden => {
  const isSmall = (amount: number): boolean => amount > 0 && amount < least;
  // A second margin beside a small one is of those that cross what is left out: the cells of another would give it back.
  const margin = (totals: readonly { readonly key: string; readonly amount: number }[], crossed: ReadonlySet<string>): Set<string> => {
    const hidden = new Set(totals.filter(({ amount }) => isSmall(amount)).map(({ key }) => key));
    const [other] = smallestFirst(totals.filter(({ key, amount }) => amount >= least && crossed.has(key)));
    if (hidden.size === 1 && other !== undefined) hidden.add(other.key);
    return hidden;
  };
  const hiddenRows = margin(rows.map((key) => ({ key, amount: sum(columns.map((column) => at(key, column))) })), crossing.rows);
  const hiddenColumns = margin(columns.map((key) => ({ key, amount: sum(rows.map((row) => at(row, key))) })), crossing.columns);
  return {
    cell: (row, column) => alone || (crossing.rows.has(row) && crossing.columns.has(column)),
    row: (row) => alone || hiddenRows.has(row),
    column: (column) => alone || hiddenColumns.has(column),
    total: isSmall(sum(rows.flatMap((row) => columns.map((column) => at(row, column))))),
  };
};

/** Stable: of equal ones the first, whose key is lower. */
const smallestFirst = <T extends { readonly amount: number }>(all: readonly T[]): T[] => [...all].sort((a, b) => a.amount - b.amount);
