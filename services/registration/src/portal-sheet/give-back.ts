import { writeTexts } from '@da06/workbook';
import type { AnswerItem } from '../commit/answer.ts';
import { stayFields } from '../take-in/fields/stay-fields.ts';
import { csvColumns } from '../take-in/read/csv-columns.ts';
import { xmlElements } from '../take-in/read/xml-elements.ts';
import { sheetFields, xmlFields } from '../take-in/fields/file-fields.ts';
import type { Field } from '../take-in/fields/field.ts';
import { headerKey } from './find-header.ts';
import { filled, namesOfRows, resultOf, tableOf, textOf, type FileRow, type Labels, type SheetResult } from './results.ts';
import { firstGuestRow, resultHeaders, sheetColumns } from './template.ts';
import { writeSheet, type SheetRow } from './write-sheet.ts';

/** Formats of files that people can be given back with the result of each row. */
export type FileFormat = 'xlsx' | 'csv' | 'xml' | 'qr';
type Returned = { readonly format: FileFormat; readonly items: readonly AnswerItem[]; /** As many as items, in their order. */ readonly rows: readonly FileRow[] };

/**
 * The file with what became of each row beside it, as a workbook: the portal's sheet in its own layout, every guest in the row it came
 * from, so that it can be mended and sent again; other files as a table under their own names.
 */
export const giveBack = ({ format, items, rows }: Returned): ReadableStream<Uint8Array> => {
  const labels = labelsOf(format);
  const results = items.map((item) => resultOf(item, labels));
  if (format === 'xlsx') return sheetOf(items, rows, results);
  return writeTexts('KET QUA', tableOf(namesOf(format, rows), resultHeaders, rows, results));
};

const sheetOf = (items: readonly AnswerItem[], rows: readonly FileRow[], results: readonly SheetResult[]): ReadableStream<Uint8Array> => {
  const places = placesOf(items);
  const [cells, beside]: [SheetRow[], (SheetResult | undefined)[]] = [[], []];
  places.forEach((item, place) => {
    cells[place] = templateCells(rows[item] ?? {});
    beside[place] = results[item];
  });
  // Rows between guests are holes here: they stay empty in the sheet.
  return writeSheet({ rows: filled(cells, []), results: filled(beside, undefined) });
};

/** Item of each row from the first of guests on. A guest that stood above it comes after the last. */
const placesOf = (items: readonly AnswerItem[]): ReadonlyMap<number, number> => {
  const places = new Map<number, number>();
  const rowOf = ({ at }: AnswerItem): number => (at !== undefined && 'row' in at ? at.row - firstGuestRow : -1);
  items.forEach((item, index) => {
    if (rowOf(item) >= 0) places.set(rowOf(item), index);
  });
  let next = items.reduce((last, item) => Math.max(last, rowOf(item)), -1) + 1;
  items.forEach((item, index) => {
    if (rowOf(item) >= 0) return;
    places.set(next, index);
    next += 1;
  });
  return places;
};

/** The texts of a row under the template's columns, whatever the file's headers looked like. */
const templateCells = (row: FileRow): SheetRow => {
  const texts = new Map(Object.entries(row).map(([name, value]) => [headerKey(name), textOf(value)]));
  return sheetColumns.map(({ header }) => texts.get(headerKey(header)));
};

const namesOf = (format: 'csv' | 'xml' | 'qr', rows: readonly FileRow[]): readonly string[] => {
  if (format === 'xml') return xmlElements.map(([name]) => name);
  return format === 'qr' ? ['qr', 'room'] : namesOfRows(rows);
};

/** What the file calls the field a pointer is of. */
const labelsOf = (format: FileFormat): Labels => {
  const byField = (rows: readonly Field[], names: readonly (readonly [string, string | undefined])[]): Labels => {
    const pointers = new Map<string | undefined, string>(rows.map(({ field, pointer }) => [field, pointer]));
    return new Map(names.map(([name, field]) => [pointers.get(field) ?? '', name]));
  };
  switch (format) {
    case 'xlsx':
      return byField(sheetFields, sheetColumns.map(({ header, field }) => [header.replace('(*)', '').trim(), field]));
    case 'xml':
      // Its precision points at the birth date too, which comes first.
      return byField(xmlFields, [...xmlElements].reverse());
    case 'csv':
      return byField(stayFields, csvColumns);
    case 'qr':
      return new Map();
  }
};
