import { AppError } from '@da06/errors';
import { parse } from 'csv-parse/sync';
import { escapeKey } from '../fields/read-claim.ts';
import type { Finding, RawItem } from '../types.ts';
import { decodeBody } from './bytes.ts';
import { placeValue } from './place-value.ts';
import { checkCount } from './read-json.ts';

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };
/** A row beside the native item made of it: what the hash of the answer is taken of. */
export type CsvItem = RawItem & { readonly row: Readonly<Record<string, string>> };

/**
 * The rows of a table with our header; `pathOf` = the path of a column's field in the native item, undefined if the column is not known. An empty cell is a field that is not named; a row with another number of cells than the header,
 * such as a cut-off last one, is one record that cannot be read. Columns that are not known are named in a warning on the first row.
 * @throws AppError `request.unreadable`, `batch.empty`, `batch.too-many-items`, `item.too-large`.
 */
export const readCsv = (bytes: Uint8Array, pathOf: (column: string) => readonly string[] | undefined): CsvItem[] => {
  const text = decodeBody(bytes);
  const { records, cutOff } = parseRows(text);
  const [head, ...rows] = records;
  if (head === undefined) throw new AppError('batch.empty');
  const columns = head.record.map((name) => name.trim());
  const paths = columns.map(pathOf);
  if (!paths.some((path) => path !== undefined)) throw new AppError('request.unreadable', { detail: 'The first line is not our header: no column of it is known.' });
  checkCount(rows.length + (cutOff === undefined ? 0 : 1));
  const unknown = columns.flatMap((name, index): Finding[] => (paths[index] === undefined && name !== '' ? [{ pointer: `/${escapeKey(name)}`, code: 'field.unknown', storedPointer: '' }] : [])).slice(0, 20);
  const items = rows.map((parsed, index) => readRow(parsed, index, { columns, paths, unknown: index === 0 ? unknown : [] }, (rows[index - 1] ?? head).info.lines + 1));
  if (cutOff !== undefined) items.push({ index: items.length, at: { line: cutOff }, row: {}, unreadable: { pointer: '', code: 'item.unreadable' } });
  return items;
};

type Header = { readonly columns: readonly string[]; readonly paths: readonly (readonly string[] | undefined)[]; readonly unknown: readonly Finding[] };

const readRow = ({ record }: Parsed, index: number, { columns, paths, unknown }: Header, line: number): CsvItem => {
  const at = { line };
  const row = Object.create(null) as Record<string, string>;
  columns.forEach((name, column) => (row[name] = record[column] ?? ''));
  if (record.length !== columns.length && record.slice(columns.length).some((cell) => cell.trim() !== '')) return unreadable(index, line, row, record);
  if (record.length < columns.length) return unreadable(index, line, row, record);
  const value: Record<string, unknown> = {};
  record.forEach((cell, column) => {
    const path = paths[column];
    if (path !== undefined && cell.trim() !== '') placeValue(value, path, cell);
  });
  return { index, at, row, value, ...(unknown.length > 0 ? { found: unknown } : {}) };
};

const unreadable = (index: number, line: number, row: Record<string, string>, record: readonly string[]): CsvItem => ({
  index, at: { line }, row, unreadable: { pointer: '', code: 'item.unreadable', received: record.join(',').slice(0, 80) },
});

/** Parses the rows. A quote that is opened and never closed spoils what follows it: that much is one record that cannot be read. */
const parseRows = (text: string): { readonly records: readonly Parsed[]; readonly cutOff: number | undefined } => {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (firstLine.split(sign).length > firstLine.split(best).length ? sign : best));
  const options = { delimiter, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true } as const;
  try {
    return { records: parse(text, options) as unknown as Parsed[], cutOff: undefined };
  } catch (error) {
    const start = openQuote(text);
    if (start === undefined) throw new AppError('request.unreadable', { detail: 'The table cannot be read.', cause: error });
    const kept = text.slice(0, start);
    return { records: parse(kept, options) as unknown as Parsed[], cutOff: kept.split('\n').length };
  }
};

/** Where the row begins whose quote is never closed: the last line break outside quotes. */
const openQuote = (text: string): number | undefined => {
  let quoted = false;
  let rowStart = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === 0x22) quoted = !quoted;
    else if (sign === 0x0a && !quoted) rowStart = index + 1;
  }
  return quoted ? rowStart : undefined;
};
