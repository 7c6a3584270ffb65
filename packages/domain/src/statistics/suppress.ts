/** Cells of fewer persons than this are never published. */
export const smallestShown = 5;

/** A cell of a two-way table. Every row is crossed with every column; what is not told is 0. */
export type Cell = { readonly row: string; readonly column: string; readonly persons: number };
/** Persons as published; null = left out. */
export type Shown = number | null;
export type SuppressedTable = {
  readonly cells: readonly { readonly row: string; readonly column: string; readonly persons: Shown }[];
  readonly rows: ReadonlyMap<string, Shown>;
  readonly columns: ReadonlyMap<string, Shown>;
  readonly total: Shown;
};

const isSmall = (persons: number): boolean => persons > 0 && persons < smallestShown;

/**
 * A two-way table of counts of persons with its margins, as it may be published: no count of 1 to 4, of a cell or of a margin, is in it or can be
 * computed from what is. Which cells are left out:
 * those that are small, and the whole of R × C, the rows and columns that have one. Where R is one row, the row that is poorest in C joins it, and
 * likewise a column; where both are one, those of the poorest cell outside both. So every small cell can trade a person with its neighbours,
 * and no sum tells. A margin that is small is left out; if it is the only one, the smallest of its side that crosses left out cells is too. Where
 * nothing can join, all is left out but the total. Among equals the first by key. `packages/warehouse` has the same rule in SQL.
 */
export const suppress = (counts: readonly Cell[]): SuppressedTable => {
  const table = tableOf(counts);
  const hidden = hide(table);
  const shownMargins = (totals: ReadonlyMap<string, number>, crossing: ReadonlySet<string>): ReadonlyMap<string, Shown> => {
    const left = hidden === 'all' ? new Set(totals.keys()) : marginsLeftOut(totals, crossing);
    return new Map([...totals].map(([key, persons]) => [key, left.has(key) ? null : persons]));
  };
  const isHidden = (row: string, column: string): boolean => hidden === 'all' || (hidden.rows.has(row) && hidden.columns.has(column));
  const none: ReadonlySet<string> = new Set();
  return {
    cells: [...table.rows.keys()].flatMap((row) => [...table.columns.keys()].map((column) => ({ row, column, persons: isHidden(row, column) ? null : table.at(row, column) }))),
    rows: shownMargins(table.rows, hidden === 'all' ? none : hidden.rows),
    columns: shownMargins(table.columns, hidden === 'all' ? none : hidden.columns),
    total: isSmall(table.total) ? null : table.total,
  };
};

type Table = { readonly rows: ReadonlyMap<string, number>; readonly columns: ReadonlyMap<string, number>; readonly total: number; readonly at: (row: string, column: string) => number };

/** Rows and columns by key, each with its total. */
const tableOf = (counts: readonly Cell[]): Table => {
  const cells = new Map<string, number>();
  const totals = (keyOf: (cell: Cell) => string): ReadonlyMap<string, number> => {
    const of = new Map<string, number>([...new Set(counts.map(keyOf))].sort(byKey).map((key) => [key, 0]));
    for (const cell of counts) of.set(keyOf(cell), (of.get(keyOf(cell)) ?? 0) + cell.persons);
    return of;
  };
  for (const { row, column, persons } of counts) {
    const key = JSON.stringify([row, column]);
    cells.set(key, (cells.get(key) ?? 0) + persons);
  }
  return {
    rows: totals(({ row }) => row), columns: totals(({ column }) => column), total: counts.reduce((sum, { persons }) => sum + persons, 0),
    at: (row, column) => cells.get(JSON.stringify([row, column])) ?? 0,
  };
};

/** By code units, as the engine compares text. */
const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Hidden = { readonly rows: ReadonlySet<string>; readonly columns: ReadonlySet<string> } | 'all';

/** The rows and columns whose crossings are left out. */
const hide = ({ rows, columns, at }: Table): Hidden => {
  const [keysOfRows, keysOfColumns] = [[...rows.keys()], [...columns.keys()]];
  const inRows = new Set(keysOfRows.filter((row) => keysOfColumns.some((column) => isSmall(at(row, column)))));
  const inColumns = new Set(keysOfColumns.filter((column) => keysOfRows.some((row) => isSmall(at(row, column)))));
  const others = (keys: readonly string[], taken: ReadonlySet<string>): readonly string[] => keys.filter((key) => !taken.has(key));
  const join = (row: string | undefined, column: string | undefined): Hidden =>
    row === undefined && column === undefined ? 'all' : { rows: new Set([...inRows, ...(row === undefined ? [] : [row])]), columns: new Set([...inColumns, ...(column === undefined ? [] : [column])]) };

  if (inRows.size === 1 && inColumns.size === 1) {
    const poorest = smallestPositive(others(keysOfRows, inRows).flatMap((row) => others(keysOfColumns, inColumns).map((column) => ({ of: { row, column }, persons: at(row, column) }))));
    return join(poorest?.row, poorest?.column);
  }
  if (inRows.size === 1) return join(smallestPositive(others(keysOfRows, inRows).map((row) => ({ of: row, persons: sum([...inColumns].map((column) => at(row, column))) }))), undefined);
  if (inColumns.size === 1) return join(undefined, smallestPositive(others(keysOfColumns, inColumns).map((column) => ({ of: column, persons: sum([...inRows].map((row) => at(row, column))) }))));
  return { rows: inRows, columns: inColumns };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The one with the fewest persons but some; the first of equals. */
const smallestPositive = <T>(candidates: readonly { readonly of: T; readonly persons: number }[]): T | undefined =>
  candidates.filter(({ persons }) => persons > 0).reduce<{ readonly of: T; readonly persons: number } | undefined>((least, candidate) => (least === undefined || candidate.persons < least.persons ? candidate : least), undefined)?.of;

/** Margins of one side that are left out. The one that joins a small one crosses cells that are left out: else its own cells would give it back. */
const marginsLeftOut = (totals: ReadonlyMap<string, number>, crossing: ReadonlySet<string>): ReadonlySet<string> => {
  const small = [...totals].filter(([, persons]) => isSmall(persons)).map(([key]) => key);
  if (small.length !== 1) return new Set(small);
  const second = smallestPositive([...crossing].sort(byKey).filter((key) => !small.includes(key)).map((key) => ({ of: key, persons: totals.get(key) ?? 0 })));
  return new Set(second === undefined ? small : [...small, second]);
};
