import { fault, type Fault, type NamedCellPlace } from '@da06/errors';
import { cellAddress, readWorkbook, type Cell, type ReadWorkbook, type Row } from '@da06/workbook';
import { cellText } from './cell-value.ts';
import { besideColumn, choices, columnOf, columns, headersOf, labelColumn, labels, readMarker, rows as places, sheetName, type Column, type Marker } from './layout.ts';
import { readLines } from './read-lines.ts';
import type { ColumnsFound, Tell } from './reading.ts';
import type { ReportContent, SheetExpectation } from './types.ts';

export type ReadReportSheet = {
  /** What the report says; undefined if a fault refuses it. */
  readonly report: ReportContent | undefined;
  /** Revision of the report that the template was filled with, for If-Match; 0 = there was none. */
  readonly revision: number;
  /** All of them, each with its cell. Pointers name models and indicators (`/models/9/indicators/m09.facilities/value`): rows have no index of their own. */
  readonly faults: readonly Fault[];
};

const headRows = 40;
const mostRows = 5_000;

/**
 * Reads a report back from the workbook that `reportTemplate` made. Rows are known by their hidden keys or their visible codes wherever they
 * stand; columns by their headers. What a person wrote is either in the report or named by a fault, and all faults are named at once.
 * @throws AppError as `readWorkbook` if it is no workbook that can be read.
 */
export const readReportSheet = async (bytes: Uint8Array, expected: SheetExpectation): Promise<ReadReportSheet> => {
  const read = await readWorkbook(bytes, { name: sheetName, headRows, mostRows, isWanted: (head) => findMarker(head) !== undefined || findHeader(head) !== undefined });
  const faults: Fault[] = [];
  const sheet = read?.name ?? sheetName;
  const tell: Tell = (code, { row, column }, { pointer = '', received } = {}) => {
    const at: NamedCellPlace = { sheet, row, column, cell: cellAddress(row, column) };
    faults.push({ ...fault(pointer, code, received), at });
  };
  if (read === undefined) {
    tell('template.sheet-missing', { row: 1, column: 1 });
    return { report: undefined, revision: 0, faults };
  }
  const marker = checkMarker(read, expected, tell);
  if (marker === undefined) return { report: undefined, revision: 0, faults };
  if (read.name.normalize('NFC').trim().toLowerCase() !== sheetName.toLowerCase()) tell('template.sheet-renamed', { row: 1, column: 1 }, { received: read.name });
  const report = readBody(read, expected, tell);
  return { report: faults.some(({ severity }) => severity === 'reject') ? undefined : report, revision: marker.revision, faults };
};

const textAt = (row: Row | undefined, column: number): string => {
  const cell: Cell | undefined = row?.cells[column - 1];
  return cellText(cell, false).text;
};

const findMarker = (head: readonly Row[]): Marker | undefined => head.map((row) => readMarker(textAt(row, 1))).find((marker) => marker !== undefined);

/** The row of headers: the one that names the column of codes. */
const findHeader = (all: readonly Row[]): Row | undefined => all.find(({ cells, number }) => number <= headRows && cells.some((cell) => typeof cell === 'string' && sameText(cell, headersOf('2000-01').code)) && cells.filter((cell) => typeof cell === 'string').length > 3);

const sameText = (one: string, other: string): boolean => one.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase() === other.normalize('NFC').toLowerCase();

/** The marker if the sheet is of this report; else it says in which cell people can see that it is not. */
const checkMarker = ({ sheet }: ReadWorkbook, { reporter, period }: SheetExpectation, tell: Tell): Marker | undefined => {
  const marker = findMarker(sheet.rows);
  if (marker === undefined) {
    tell('template.other-report', { row: places.marker, column: 1 });
    return undefined;
  }
  if (marker.period !== period) tell('template.other-report', { row: places.period, column: besideColumn }, { received: marker.period });
  if (marker.reporter !== reporter) tell('template.other-report', { row: places.reporter, column: besideColumn }, { received: marker.reporter });
  return marker.period === period && marker.reporter === reporter ? marker : undefined;
};

const readBody = (read: ReadWorkbook, expected: SheetExpectation, tell: Tell): ReportContent | undefined => {
  const all = read.sheet.rows;
  const header = findHeader(all);
  const found = header === undefined ? undefined : findColumns(header, expected.period, tell);
  if (header === undefined) tell('template.column-missing', { row: places.header, column: columnOf('code') }, { received: headersOf(expected.period).code });
  const choice = readChoice(all.filter(({ number }) => header === undefined || number < header.number), read.is1904, tell);
  if (header === undefined || found === undefined) return undefined;
  const models = readLines({ read, header, found, expected, tell });
  if (choice.nothing && models.length > 0) tell('report.nothing-with-models', choice.place, { pointer: '/nothing' });
  if (!choice.nothing && models.length === 0) tell('report.empty', choice.place, { pointer: '/nothing' });
  return { nothing: choice.nothing, models };
};

/** Where each column stands. One that is missing is told; the hidden one may be, for rows show their codes too. */
const findColumns = (header: Row, period: string, tell: Tell): ColumnsFound | undefined => {
  const headers = headersOf(period);
  const found: Partial<Record<Column, number>> = {};
  for (const column of columns) {
    const index = header.cells.findIndex((cell) => typeof cell === 'string' && sameText(cell, headers[column]));
    if (index >= 0) found[column] = index + 1;
    else if (column === 'key') found.key = 0;
    else tell('template.column-missing', { row: header.number, column: columnOf(column) }, { received: headers[column] });
  }
  const { key, model, title, code, name, unit, before, value, target, note } = found;
  if (key === undefined || model === undefined || title === undefined || code === undefined || name === undefined || unit === undefined || before === undefined || value === undefined || target === undefined || note === undefined) return undefined;
  return { key, model, title, code, name, unit, before, value, target, note };
};

type Choice = { readonly nothing: boolean; readonly place: { readonly row: number; readonly column: number } };

/** What was chosen beside "Không phát sinh". */
const readChoice = (head: readonly Row[], is1904: boolean, tell: Tell): Choice => {
  const row = head.find((one) => sameText(textAt(one, labelColumn), labels.nothing));
  const place = { row: row?.number ?? places.nothing, column: besideColumn };
  const { text, found } = cellText(row?.cells[besideColumn - 1], is1904);
  for (const { code, ...more } of found) tell(code, place, { pointer: '/nothing', ...more });
  if (sameText(text, choices.yes) || text === 'TRUE') return { nothing: true, place };
  if (text !== '' && !sameText(text, choices.no) && text !== 'FALSE') tell('template.not-a-choice', place, { pointer: '/nothing', received: text });
  return { nothing: false, place };
};
