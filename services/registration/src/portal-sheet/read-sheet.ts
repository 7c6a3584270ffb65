import { parseBirthDate } from '@da06/domain';
import { AppError } from '@da06/errors';
import type { Row } from '@da06/workbook';
import { sheetFields } from '../take-in/fields/file-fields.ts';
import type { ClaimField } from '../take-in/fields/claim.ts';
import { checkCount } from '../take-in/read/read-json.ts';
import type { Finding } from '../take-in/types.ts';
import { cellText } from './cell-text.ts';
import { examplePosition, headerFinder, isMarkedExample } from './find-header.ts';
import { aboutColumns, columnsOf, isBlankRow, openSheet, placeOfRow, readRow, type OpenSheet, type ReadSheet, type SheetItem, type SheetKind } from './sheet-rows.ts';
import { sheetColumns, sheetName } from './template.ts';

type PortalSheet = OpenSheet<ClaimField>;
const portalKind: SheetKind<ClaimField> = {
  name: sheetName,
  finder: headerFinder(sheetColumns.map(({ header, field }) => [header, field] as const)),
  fields: new Map(sheetFields.map((row) => [row.field, row])),
};

/**
 * The guests of the portal's sheet (formats/kbtt), found by the names of its header wherever it stands. The row of the example is passed
 * over by its position, as the portal does; a guest above the first row of guests is refused in words rather than lost.
 * @throws AppError `workbook.header-missing`, `batch.empty`, `batch.too-many-items`, and as `readWorkbook`.
 */
export const readPortalSheet = async (bytes: Uint8Array): Promise<ReadSheet> => {
  const sheet = await openSheet(bytes, portalKind);
  const { guests, misplaced, skipped } = sortRows(sheet.rows, sheet);
  if (guests.length + misplaced.length === 0 && skipped !== undefined) throw new AppError('batch.empty', { detail: `Row ${skipped} was passed over as the example.` });
  checkCount(guests.length + misplaced.length);
  return { items: itemsOf(guests, misplaced, skipped, sheet), columns: columnsOf(sheet) };
};

type SortedRows = { readonly guests: readonly Row[]; readonly misplaced: readonly Row[]; /** Number of an example that looks like a guest. */ readonly skipped: number | undefined };

/** Guests, guests where only headers may be, and an example that may be a guest. */
const sortRows = (rows: readonly Row[], reading: PortalSheet): SortedRows => {
  const { header } = reading;
  const byPosition = examplePosition(header);
  const marked = rows.find((row) => row.number > header.lastRow && row.number <= byPosition && isMarkedExample(row));
  const example = marked ?? rows.find(({ number }) => number === byPosition);
  const lastHead = marked?.number ?? byPosition;
  const isGuest = (row: Row): boolean => looksLikeGuest(row, reading);
  return {
    guests: rows.filter((row) => row.number > lastHead && !isBlankRow(row, reading)),
    misplaced: rows.filter((row) => row.number <= lastHead && row !== example && isGuest(row)),
    skipped: marked === undefined && example !== undefined && isGuest(example) ? example.number : undefined,
  };
};

/** A name, a number of six digits or more, and a date of birth. */
const looksLikeGuest = ({ cells }: Row, { header, is1904 }: PortalSheet): boolean => {
  const textOf = (wanted: ClaimField): string => {
    const column = header.columns.find(({ field }) => field === wanted)?.column;
    const cell = column === undefined ? undefined : cells[column - 1];
    return cell === undefined ? '' : cellText(cell, wanted, is1904).text;
  };
  return /\p{L}/u.test(textOf('fullName')) && textOf('documentNumber').replace(/\D/g, '').length >= 6 && parseBirthDate(textOf('birthDate')) !== undefined;
};

function* itemsOf(guests: readonly Row[], misplaced: readonly Row[], skipped: number | undefined, reading: PortalSheet): Generator<SheetItem> {
  let index = 0;
  let about: Finding[] = [
    ...aboutColumns(reading),
    ...(skipped === undefined ? [] : [{ pointer: '', code: 'workbook.example-skipped', received: `dòng ${skipped}` } as const]),
  ];
  for (const row of misplaced) {
    yield { index, at: placeOfRow(row), row: readRow(row, reading).texts, unreadable: { pointer: '', code: 'workbook.row-in-header' }, ...(about.length > 0 ? { found: about } : {}) };
    index += 1;
    about = [];
  }
  for (const row of guests) {
    const { texts, value, found } = readRow(row, reading);
    const all = [...about, ...found];
    yield { index, at: placeOfRow(row), row: texts, value, ...(all.length > 0 ? { found: all } : {}) };
    index += 1;
    about = [];
  }
}
