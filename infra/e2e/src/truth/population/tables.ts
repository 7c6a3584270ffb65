import { whole } from './places.ts';
import { hiddenIn, type Grid, type Hidden } from './suppress.ts';

/** An amount in billionths of a person, and whether no part of it was estimated. */
export type Amount = { readonly amount: number; readonly exact: boolean };
export const nothing: Amount = { amount: 0, exact: true };
export const plus = (a: Amount, b: Amount): Amount => ({ amount: a.amount + b.amount, exact: a.exact && b.exact });

/** Fewer than so many persons are not shown. */
export const least = 5 * whole;
export const isFew = ({ amount }: Amount): boolean => amount > 0 && amount < least;

/** Counts of persons by two keys, with the full grid of the keys that occur. */
export const createTable = (rowName: string, columnName: string) => {
  const cells = new Map<string, Map<string, Amount>>();
  const columns = new Set<string>();
  const at = (row: string, column: string): Amount => cells.get(row)?.get(column) ?? nothing;
  const table = {
    add: (row: string, column: string, amount: Amount): void => {
      const own = cells.get(row) ?? new Map<string, Amount>();
      cells.set(row, own.set(column, plus(own.get(column) ?? nothing, amount)));
      columns.add(column);
    },
    rows: (): string[] => [...cells.keys()].sort(),
    columns: (): string[] => [...columns].sort(),
    at,
    row: (row: string): Amount => table.columns().map((column) => at(row, column)).reduce(plus, nothing),
    column: (column: string): Amount => table.rows().map((row) => at(row, column)).reduce(plus, nothing),
    total: (): Amount => table.rows().map((row) => table.row(row)).reduce(plus, nothing),
    grid: (): Grid => ({ rowName, columnName, rows: table.rows(), columns: table.columns(), at: (row, column) => at(row, column).amount }),
  };
  return table;
};
export type Table = ReturnType<typeof createTable>;

/** What is not shown of tables of the same persons. */
export const hiddenOf = <Tables extends readonly Table[]>(...tables: Tables): { readonly [Index in keyof Tables]: Hidden } =>
  // One answer a table, in their order.
  hiddenIn(tables.map((table) => table.grid()), least) as { readonly [Index in keyof Tables]: Hidden };

/** Tables by name, made when they are first asked for. */
export const createTables = (rowName: string, columnName: string) => {
  const tables = new Map<string, Table>();
  return {
    of: (name: string): Table => {
      const table = tables.get(name) ?? createTable(rowName, columnName);
      tables.set(name, table);
      return table;
    },
    names: (): string[] => [...tables.keys()].sort(),
  };
};

/** A figure as the views show it. */
export const shown = ({ amount, exact }: Amount, suppressed: boolean): { readonly persons: number | null; readonly suppressed: number; readonly exact: number } => ({ persons: suppressed ? null : rounded(amount / whole), suppressed: suppressed ? 1 : 0, exact: exact ? 1 : 0 });

/** Nine digits, in which sums of shares agree whatever their order was; NaN is null, as JSON has it. */
export const rounded = (value: number | null): number | null => (value === null || Number.isNaN(value) ? null : Number(value.toPrecision(9)));
