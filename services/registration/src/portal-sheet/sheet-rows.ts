import { readWorkbook, type Cell, type Row } from '@da06/workbook';
import { AppError } from '@da06/errors';
import type { Field } from '../take-in/fields/field.ts';
import { escapeKey } from '../take-in/fields/read-claim.ts';
import { maxItems } from '../take-in/limits.ts';
import { placeValue } from '../take-in/read/place-value.ts';
import type { Columns, Finding, RawItem } from '../take-in/types.ts';
import { cellText } from './cell-text.ts';
import { headRows, type Header, type HeaderColumn, type HeaderFinder } from './find-header.ts';
import { mergedValues, type MergedValues } from './merged-values.ts';

/** A row beside the native item made of it: its texts by header, what the hash of the answer is taken of. */
export type SheetItem = RawItem & { readonly row: Readonly<Record<string, string>> };
export type ReadSheet = { readonly items: Iterable<SheetItem>; readonly columns: Columns };

/** A kind of sheet: the name it usually has, how its header is known, and the rows of its fields. */
export type SheetKind<Name extends string> = { readonly name: string; readonly finder: HeaderFinder<Name>; readonly fields: ReadonlyMap<Name, Field<Name>> };

/** A sheet whose header is found. */
export type OpenSheet<Name extends string> = { readonly rows: readonly Row[]; readonly header: Header<Name>; readonly is1904: boolean; readonly merged: MergedValues; readonly named: readonly HeaderColumn<Name>[]; readonly kind: SheetKind<Name> };

/** Finds the sheet of a kind in a workbook. @throws AppError `workbook.header-missing`, and as `readWorkbook`. */
export const openSheet = async <Name extends string>(bytes: Uint8Array, kind: SheetKind<Name>): Promise<OpenSheet<Name>> => {
  const read = await readWorkbook(bytes, { name: kind.name, isWanted: kind.finder.hasHeader, headRows, mostRows: maxItems + headRows });
  const header = read === undefined ? undefined : kind.finder.findHeader(read.sheet.rows, read.sheet.merges);
  if (read === undefined || header === undefined) throw new AppError('workbook.header-missing', { detail: `Looked for three or more of the template's headers in the first ${headRows} rows of every sheet.` });
  const { sheet, is1904 } = read;
  return { rows: sheet.rows, header, is1904, merged: mergedValues(sheet.rows, sheet.merges), named: [...header.columns, ...header.unknown].sort((a, b) => a.column - b.column), kind };
};

/** The column of each pointer's field, and of what is not known. */
export const columnsOf = <Name extends string>({ header: { columns, unknown }, kind: { fields } }: OpenSheet<Name>): Columns =>
  Object.fromEntries([
    ...columns.flatMap(({ field, column }): [string, number][] => (field === undefined ? [] : [[fields.get(field)?.pointer ?? '', column]])),
    ...unknown.map(({ name, column }): [string, number] => [`/${escapeKey(name)}`, column]),
  ]);

const mostUnknown = 20;

/** What is to be said of columns that are not known. */
export const aboutColumns = ({ header }: OpenSheet<string>): Finding[] => header.unknown.slice(0, mostUnknown).map(({ name }) => ({ pointer: `/${escapeKey(name)}`, code: 'field.unknown', storedPointer: '' }));

/** A row that holds nothing, or nothing but its number in the list. */
export const isBlankRow = ({ cells }: Row, { header }: OpenSheet<string>): boolean =>
  header.columns.every(({ column, field }) => {
    const cell = cells[column - 1];
    return field === undefined || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
  });

export const placeOfRow = ({ number, cells }: Row): { readonly row: number; readonly column: number } => ({ row: number, column: cells.findIndex((cell) => cell !== undefined) + 1 });

export type RowRead = { readonly texts: Readonly<Record<string, string>>; readonly value: Readonly<Record<string, unknown>>; readonly found: readonly Finding[] };

/** The texts of a row by header, and the native item made of it. */
export const readRow = <Name extends string>(row: Row, { named, is1904, merged, kind: { fields } }: OpenSheet<Name>): RowRead => {
  const texts = Object.create(null) as Record<string, string>;
  const value: Record<string, unknown> = {};
  const found: Finding[] = [];
  for (const { column, name, field } of named) {
    const cell: Cell | undefined = row.cells[column - 1] ?? merged(row.number, column);
    const read = cell === undefined ? undefined : cellText(cell, field, is1904);
    texts[name] = read?.text ?? '';
    const target = field === undefined ? undefined : fields.get(field);
    if (read === undefined || target === undefined) continue;
    for (const finding of read.found) found.push({ pointer: target.pointer, ...finding });
    if (read.text.trim() !== '') placeValue(value, target.path, read.text);
  }
  return { texts, value, found };
};
