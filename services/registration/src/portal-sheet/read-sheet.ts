import { parseBirthDate } from '@da06/domain';
import { AppError } from '@da06/errors';
import { readWorkbook, type Cell, type Row } from '@da06/workbook';
import { sheetFields } from '../take-in/fields/file-fields.ts';
import type { ClaimField } from '../take-in/fields/claim.ts';
import { escapeKey } from '../take-in/fields/read-claim.ts';
import { maxItems } from '../take-in/limits.ts';
import { placeValue } from '../take-in/read/place-value.ts';
import { checkCount } from '../take-in/read/read-json.ts';
import type { Columns, Finding, RawItem } from '../take-in/types.ts';
import { cellText } from './cell-text.ts';
import { examplePosition, findHeader, hasHeader, headRows, isMarkedExample, type Header, type HeaderColumn } from './find-header.ts';
import { mergedValues, type MergedValues } from './merged-values.ts';
import { sheetName } from './template.ts';

/** A row beside the native item made of it: its texts by header, what the hash of the answer is taken of. */
export type SheetItem = RawItem & { readonly row: Readonly<Record<string, string>> };
export type ReadSheet = { readonly items: Iterable<SheetItem>; readonly columns: Columns };

const mostUnknown = 20;
const fieldRows = new Map(sheetFields.map((row) => [row.field, row]));

/**
 * The guests of the portal's sheet (formats/kbtt), found by the names of its header wherever it stands. The row of the example is passed
 * over by its position, as the portal does; a guest above the first row of guests is refused in words rather than lost.
 * @throws AppError `workbook.header-missing`, `batch.empty`, `batch.too-many-items`, and as `readWorkbook`.
 */
export const readPortalSheet = async (bytes: Uint8Array): Promise<ReadSheet> => {
  const read = await readWorkbook(bytes, { name: sheetName, isWanted: hasHeader, headRows, mostRows: maxItems + headRows });
  const header = read === undefined ? undefined : findHeader(read.sheet.rows, read.sheet.merges);
  if (read === undefined || header === undefined) throw new AppError('workbook.header-missing', { detail: `Looked for three or more of the template's headers in the first ${headRows} rows of every sheet.` });
  const { sheet, is1904 } = read;
  const reading: Reading = { header, is1904, merged: mergedValues(sheet.rows, sheet.merges), named: [...header.columns, ...header.unknown].sort((a, b) => a.column - b.column) };
  const { guests, misplaced, skipped } = sortRows(sheet.rows, reading);
  if (guests.length + misplaced.length === 0 && skipped !== undefined) throw new AppError('batch.empty', { detail: `Row ${skipped} was passed over as the example.` });
  checkCount(guests.length + misplaced.length);
  return { items: itemsOf(guests, misplaced, skipped, reading), columns: columnsOf(header) };
};

type Reading = { readonly header: Header; readonly is1904: boolean; readonly merged: MergedValues; readonly named: readonly HeaderColumn[] };

const columnsOf = ({ columns, unknown }: Header): Columns =>
  Object.fromEntries([
    ...columns.flatMap(({ field, column }): [string, number][] => (field === undefined ? [] : [[fieldRows.get(field)?.pointer ?? '', column]])),
    ...unknown.map(({ name, column }): [string, number] => [`/${escapeKey(name)}`, column]),
  ]);

type SortedRows = { readonly guests: readonly Row[]; readonly misplaced: readonly Row[]; /** Number of an example that looks like a guest. */ readonly skipped: number | undefined };

/** Guests, guests where only headers may be, and an example that may be a guest. */
const sortRows = (rows: readonly Row[], reading: Reading): SortedRows => {
  const { header } = reading;
  const byPosition = examplePosition(header);
  const marked = rows.find((row) => row.number > header.lastRow && row.number <= byPosition && isMarkedExample(row));
  const example = marked ?? rows.find(({ number }) => number === byPosition);
  const lastHead = marked?.number ?? byPosition;
  const isGuest = (row: Row): boolean => looksLikeGuest(row, reading);
  return {
    guests: rows.filter((row) => row.number > lastHead && !isBlank(row, reading)),
    misplaced: rows.filter((row) => row.number <= lastHead && row !== example && isGuest(row)),
    skipped: marked === undefined && example !== undefined && isGuest(example) ? example.number : undefined,
  };
};

/** A row that holds nothing, or nothing but its number in the list. */
const isBlank = ({ cells }: Row, { header }: Reading): boolean =>
  header.columns.every(({ column, field }) => {
    const cell = cells[column - 1];
    return field === undefined || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
  });

/** A name, a number of six digits or more, and a date of birth. */
const looksLikeGuest = ({ cells }: Row, { header, is1904 }: Reading): boolean => {
  const textOf = (wanted: ClaimField): string => {
    const column = header.columns.find(({ field }) => field === wanted)?.column;
    const cell = column === undefined ? undefined : cells[column - 1];
    return cell === undefined ? '' : cellText(cell, wanted, is1904).text;
  };
  return /\p{L}/u.test(textOf('fullName')) && textOf('documentNumber').replace(/\D/g, '').length >= 6 && parseBirthDate(textOf('birthDate')) !== undefined;
};

function* itemsOf(guests: readonly Row[], misplaced: readonly Row[], skipped: number | undefined, reading: Reading): Generator<SheetItem> {
  let index = 0;
  let about: Finding[] = [
    ...reading.header.unknown.slice(0, mostUnknown).map(({ name }): Finding => ({ pointer: `/${escapeKey(name)}`, code: 'field.unknown', storedPointer: '' })),
    ...(skipped === undefined ? [] : [{ pointer: '', code: 'workbook.example-skipped', received: `dòng ${skipped}` } as const]),
  ];
  for (const row of misplaced) {
    yield { index, at: placeOf(row), row: readRow(row, reading).texts, unreadable: { pointer: '', code: 'workbook.row-in-header' }, ...(about.length > 0 ? { found: about } : {}) };
    index += 1;
    about = [];
  }
  for (const row of guests) {
    const { texts, value, found } = readRow(row, reading);
    const all = [...about, ...found];
    yield { index, at: placeOf(row), row: texts, value, ...(all.length > 0 ? { found: all } : {}) };
    index += 1;
    about = [];
  }
}

const placeOf = ({ number, cells }: Row): { readonly row: number; readonly column: number } => ({ row: number, column: cells.findIndex((cell) => cell !== undefined) + 1 });

type ReadRow = { readonly texts: Readonly<Record<string, string>>; readonly value: Readonly<Record<string, unknown>>; readonly found: readonly Finding[] };

const readRow = (row: Row, { named, is1904, merged }: Reading): ReadRow => {
  const texts = Object.create(null) as Record<string, string>;
  const value: Record<string, unknown> = {};
  const found: Finding[] = [];
  for (const { column, name, field } of named) {
    const cell: Cell | undefined = row.cells[column - 1] ?? merged(row.number, column);
    const read = cell === undefined ? undefined : cellText(cell, field, is1904);
    texts[name] = read?.text ?? '';
    const target = field === undefined ? undefined : fieldRows.get(field);
    if (read === undefined || target === undefined) continue;
    for (const finding of read.found) found.push({ pointer: target.pointer, ...finding });
    if (read.text.trim() !== '') placeValue(value, target.path, read.text);
  }
  return { texts, value, found };
};
