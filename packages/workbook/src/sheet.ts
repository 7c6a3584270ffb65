import { AppError } from '@da06/errors';
import { stop, type Archive } from './archive.ts';
import { unreadable, workbookLimits, type Budget } from './budget.ts';
import type { Cell, FormulaCell, Merge, Row, Shown } from './cell.ts';
import { appended, createKeeper, createTextCollector, stringWeight, unescaped } from './texts.ts';

export type Sheet = { readonly rows: readonly Row[]; readonly merges: readonly Merge[] };

type SheetOptions = {
  readonly archive: Archive;
  readonly part: string;
  readonly budget: Budget;
  readonly sharedStrings: readonly string[];
  readonly styles: readonly Shown[];
  /** Rows that are kept at most. */
  readonly mostRows: number;
  /** Asked once with the rows up to `headRows`: whether the sheet is the one. */
  readonly isWanted: (head: readonly Row[]) => boolean;
  readonly headRows: number;
};

const lastRowOfAll = 1_048_576;
const mostMerges = 100_000;
const rowWeight = 32;

/**
 * Reads the rows of a sheet that hold anything while its part is unpacked. Undefined if it is not the wanted one, which shows after its
 * first rows. @throws AppError `batch.too-many-items`, `workbook.unreadable`, `workbook.too-large`.
 */
export const readSheet = async (options: SheetOptions): Promise<Sheet | undefined> => {
  const { budget, sharedStrings, styles } = options;
  const rows: Row[] = [];
  const merges: Merge[] = [];
  const collector = createTextCollector();
  const kept = createKeeper();
  let wanted: boolean | undefined;
  let rowNumber = 0;
  let cells: (Cell | undefined)[] = [];
  let column = 0;
  let cell: { readonly type: string; readonly shows: Shown } | undefined;
  let value: string | undefined;
  let inValue = false;
  let isFormula = false;

  const decide = (): void => {
    if (wanted !== undefined) return;
    wanted = options.isWanted(rows);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- not a failure: the parser's loop ends here
    if (!wanted) throw stop;
  };
  const openRow = (attributes: Readonly<Record<string, string>>): void => {
    const number = attributes['r'] === undefined ? rowNumber + 1 : Number(attributes['r']);
    if (!Number.isInteger(number) || number <= rowNumber || number > lastRowOfAll) throw unreadable('Its rows are out of order.');
    rowNumber = number;
    cells = [];
    column = 0;
    if (number > options.headRows) decide();
  };
  const openCell = (attributes: Readonly<Record<string, string>>): void => {
    column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
    cell = { type: attributes['t'] ?? 'n', shows: styles[Number(attributes['s'] ?? 0)] ?? 'number' };
    value = undefined;
    isFormula = false;
    collector.take();
  };
  const closeCell = (): void => {
    if (cell === undefined) return;
    const text = cell.type === 'inlineStr' ? collector.take() : value;
    const read = column > workbookLimits.columns ? undefined : cellOf(cell, text, isFormula, sharedStrings);
    const isShared = cell.type === 's';
    cell = undefined;
    if (read === undefined) return;
    budget.kept(stringWeight + (typeof read === 'string' && !isShared ? read.length : 0));
    while (cells.length < column - 1) cells.push(undefined);
    cells[column - 1] = typeof read === 'string' && !isShared ? kept(read) : read;
  };
  const closeRow = (): void => {
    if (cells.length === 0) return;
    budget.kept(rowWeight);
    rows.push({ number: rowNumber, cells });
    if (rows.length > options.mostRows) throw new AppError('batch.too-many-items');
  };

  await options.archive.parse(options.part, {
    open: (name, attributes) => {
      if (name === 'c') openCell(attributes);
      else if (name === 'v') {
        inValue = true;
        value = '';
      } else if (name === 'row') openRow(attributes);
      else if (name === 'f') isFormula = cell !== undefined;
      else if (name === 'mergeCell') addMerge(merges, attributes['ref'] ?? '');
      else if (cell !== undefined) collector.open(name);
    },
    text: (piece) => {
      if (inValue) value = appended(value ?? '', piece);
      else if (cell !== undefined) collector.text(piece);
    },
    close: (name) => {
      if (name === 'c') closeCell();
      else if (name === 'v') inValue = false;
      else if (name === 'row') closeRow();
      else if (cell !== undefined) collector.close(name);
    },
  });
  if (wanted === undefined) wanted = options.isWanted(rows);
  return wanted ? { rows, merges } : undefined;
};

const cellOf = (cell: { readonly type: string; readonly shows: Shown }, text: string | undefined, isFormula: boolean, sharedStrings: readonly string[]): Cell | undefined => {
  const plain = text === undefined ? undefined : plainCell(cell, text, sharedStrings);
  if (!isFormula) return plain === '' ? undefined : plain;
  // A formula may well come to an empty text; one that came to nothing was never calculated.
  return plain === '' ? undefined : { kind: 'formula', result: plain };
};

const plainCell = ({ type, shows }: { readonly type: string; readonly shows: Shown }, text: string, sharedStrings: readonly string[]): Exclude<Cell, FormulaCell> | undefined => {
  switch (type) {
    case 's':
      return text.trim() === '' ? undefined : (sharedStrings[Number(text)] ?? { kind: 'error', text: '#REF!' });
    case 'inlineStr':
      return text;
    case 'str':
      return unescaped(text);
    case 'b':
      return text.trim() === '1' || text.trim() === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
      return { kind: 'error', text: text.slice(0, 20) };
    case 'd':
      return { kind: 'iso-date', text: text.trim() };
    default: {
      if (text.trim() === '') return undefined;
      const value = Number(text);
      return Number.isFinite(value) ? { kind: 'number', value, shows } : text;
    }
  }
};

/** Column of a cell's address, A = 1. @throws AppError `workbook.unreadable`. */
const columnOf = (address: string): number => {
  const letters = /^\$?([A-Za-z]{1,3})\$?\d{1,7}$/.exec(address)?.[1];
  if (letters === undefined) throw unreadable('A cell has no address.');
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
};

const addMerge = (merges: Merge[], reference: string): void => {
  const found = /^\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (found === null) return;
  if (merges.length >= mostMerges) throw new AppError('workbook.too-large');
  const [, left = '', top = '', right = '', bottom = ''] = found;
  merges.push({ firstRow: Number(top), lastRow: Number(bottom), firstColumn: columnOf(`${left}1`), lastColumn: columnOf(`${right}1`) });
};
