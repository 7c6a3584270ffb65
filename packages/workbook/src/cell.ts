/**
 * What a cell holds. A plain text is a string; the others say what they are, because a number that stands for a date and one that
 * stands for a phone look alike.
 */
export type Cell = string | NumberCell | { readonly kind: 'iso-date'; readonly text: string } | { readonly kind: 'error'; readonly text: string } | FormulaCell;
/** A number, and what its style shows it as: a share shown as 12 % is the number 0.12. */
export type NumberCell = { readonly kind: 'number'; readonly value: number; readonly shows: Shown };
export type Shown = 'number' | 'date' | 'percent';
/** A formula with the value saved beside it, if there is one. */
export type FormulaCell = { readonly kind: 'formula'; readonly result: Exclude<Cell, FormulaCell> | undefined };

/** A row that holds something: its number from 1, and its cells by column, column A at 0. */
export type Row = { readonly number: number; readonly cells: readonly (Cell | undefined)[] };

/** Rows and columns from 1, both ends within. */
export type Merge = { readonly firstRow: number; readonly lastRow: number; readonly firstColumn: number; readonly lastColumn: number };

/** Letters of a column, A = 1. */
export const columnLetter = (column: number): string => (column > 26 ? columnLetter(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

/** A cell as people name it, such as C7; row and column from 1. */
export const cellAddress = (row: number, column: number): string => `${columnLetter(column)}${row}`;

const dayMs = 86_400_000;
/** Days between 1970-01-01 and the days that serial 0 stands for. In the 1900 system 1900 has a 29 February, so that serials below 60 are one day off. */
const epoch1900 = -25_569;
const epoch1904 = -24_107;

/** Minutes of a serial number as a moment without zone: Unix milliseconds as if it were UTC. */
export const momentOfSerial = (serial: number, is1904: boolean): number => {
  const days = serial + (is1904 ? epoch1904 : epoch1900 + (serial < 60 ? 1 : 0));
  return Math.round((days * dayMs) / 60_000) * 60_000;
};
