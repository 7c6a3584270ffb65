import { cellAddress, type Cell, type Merge, type ReadWorkbook, type Row } from '@da06/workbook';
import { cellNumber, cellText, type Found } from './cell-value.ts';
import { countedMark, readKey, type Column, type RowKey } from './layout.ts';
import type { ColumnsFound, Tell } from './reading.ts';
import type { ReportedIndicator, ReportedModel, SheetExpectation, SheetIndicator } from './types.ts';

type Reading = { readonly read: ReadWorkbook; readonly header: Row; readonly found: ColumnsFound; readonly expected: SheetExpectation; readonly tell: Tell };

const inputs = ['value', 'target', 'note'] as const satisfies readonly Column[];

/** The models that the rows below the header report, in the order expected. */
export const readLines = (reading: Reading): readonly ReportedModel[] => {
  const { read, header, found, expected, tell } = reading;
  const below = read.sheet.rows.filter(({ number }) => number > header.number);
  tellMerges(read.sheet.merges, reading);
  const indicators = new Map(expected.indicators.map((indicator) => [indicator.code, indicator]));
  const models = new Set(expected.models.map(({ model }) => model));
  const values = new Map<string, ReportedIndicator | undefined>();
  const texts = new Map<number, string>();
  for (const row of below) {
    const key = keyOf(row, reading, indicators);
    const last = Math.max(...Object.values(found));
    row.cells.forEach((cell, index) => {
      if (index >= last && !isEmpty(cell)) tell('template.cell-not-input', { row: row.number, column: index + 1 }, { received: cellText(cell, read.is1904).text });
    });
    if (key === undefined) tellUnknown(row, reading);
    else if (key.of === 'text') readText(row, key.model, { reading, texts, isExpected: models.has(key.model) });
    else readIndicator(row, key, { reading, values, indicator: indicators.get(key.code) });
  }
  tellMissing(reading, values, texts);
  return expected.models.flatMap(({ model }): ReportedModel[] => {
    const text = texts.get(model) ?? '';
    const reported = expected.indicators.filter((indicator) => indicator.model === model).flatMap(({ code }) => values.get(code) ?? []);
    return text === '' && reported.length === 0 ? [] : [{ model, text, indicators: reported }];
  });
};

const isEmpty = (cell: Cell | undefined): boolean => cell === undefined || (typeof cell === 'string' && cell.trim() === '');
const cellOf = (row: Row, column: number): Cell | undefined => (column === 0 ? undefined : row.cells[column - 1]);
const hasInput = (row: Row, found: ColumnsFound): boolean => inputs.some((column) => !isEmpty(cellOf(row, found[column])));

/** What a row is of: by its hidden key, else, where that was lost, by the code that it shows. */
const keyOf = (row: Row, { read, found, tell }: Reading, indicators: ReadonlyMap<string, SheetIndicator>): RowKey | undefined => {
  const shown = cellText(cellOf(row, found.code), read.is1904).text;
  const key = readKey(cellText(cellOf(row, found.key), read.is1904).text);
  if (key === undefined) return indicators.has(shown) ? { of: 'indicator', code: shown, target: null } : undefined;
  const own = key.of === 'text' ? '' : key.code;
  if (shown !== own) tell('template.row-changed', { row: row.number, column: found.code }, { received: shown });
  return key;
};

/** A row that the template does not have: said at the first thing that stands in it. */
const tellUnknown = (row: Row, { read, found, tell }: Reading): void => {
  const shown = [...row.cells].findIndex((cell, index) => index + 1 !== found.key && !isEmpty(cell));
  const first = shown >= 0 ? shown : row.cells.findIndex((cell) => !isEmpty(cell));
  if (first >= 0) tell('template.row-unknown', { row: row.number, column: first + 1 }, { received: cellText(row.cells[first], read.is1904).text });
};

type TextReading = { readonly reading: Reading; readonly texts: Map<number, string>; readonly isExpected: boolean };

const readText = (row: Row, model: number, { reading, texts, isExpected }: TextReading): void => {
  const { read, found, expected, tell } = reading;
  const place = { row: row.number, column: found.note };
  const pointer = `/models/${model}/text`;
  for (const column of ['value', 'target'] as const) {
    const cell = cellOf(row, found[column]);
    if (!isEmpty(cell)) tell('template.cell-not-input', { row: row.number, column: found[column] }, { pointer, received: cellText(cell, read.is1904).text });
  }
  const { text, found: about } = cellText(cellOf(row, found.note), read.is1904);
  tellAll(about, place, { tell, pointer });
  if (text !== '' && expected.isPersonal(text)) tell('text.personal', place, { pointer });
  if (!isExpected) {
    if (text !== '') tell('template.row-unknown', place, { pointer, received: text });
  } else if (texts.has(model)) {
    if (text !== '') tell('report.model-twice', place, { pointer, received: text });
  } else texts.set(model, text);
};

type IndicatorReading = { readonly reading: Reading; readonly values: Map<string, ReportedIndicator | undefined>; readonly indicator: SheetIndicator | undefined };

const readIndicator = (row: Row, { code, target: written }: RowKey & { readonly of: 'indicator' }, { reading, values, indicator }: IndicatorReading): void => {
  const { read, found, expected, tell } = reading;
  const at = (column: Column): { row: number; column: number } => ({ row: row.number, column: found[column] });
  if (indicator === undefined) {
    if (hasInput(row, found)) tell('indicator.unknown', at('code'), { received: code });
    return;
  }
  const pointer = `/models/${indicator.model}/indicators/${code}`;
  if (indicator.source === 'counted') {
    readCounted(row, pointer, reading);
    return;
  }
  if (values.has(code)) {
    if (hasInput(row, found)) tell('indicator.twice', at('code'), { pointer, received: code });
    return;
  }
  const value = numberIn(row, 'value', { reading, indicator, pointer });
  const target = numberIn(row, 'target', { reading, indicator, pointer });
  const { text: note, found: about } = cellText(cellOf(row, found.note), read.is1904);
  tellAll(about, at('note'), { tell, pointer: `${pointer}/note` });
  if (note !== '' && expected.isPersonal(note)) tell('text.personal', at('note'), { pointer: `${pointer}/note` });
  const isBlank = isEmpty(cellOf(row, found.value));
  // A target that was written into the template is no word of the reporter's.
  if (isBlank && (note !== '' || (target !== undefined && target !== written))) tell('template.value-missing', at('value'), { pointer: `${pointer}/value` });
  values.set(code, value === undefined ? undefined : { code, value, target: target ?? null, remark: note });
};

/** The system's own figures are shown; whatever else is written over them has no place in the report. */
const readCounted = (row: Row, pointer: string, { read, found, tell }: Reading): void => {
  for (const column of inputs) {
    const { text } = cellText(cellOf(row, found[column]), read.is1904);
    if (isEmpty(cellOf(row, found[column])) || (column === 'value' && text.endsWith(countedMark))) continue;
    tell('indicator.counted', { row: row.number, column: found[column] }, { pointer, received: text });
  }
};

type NumberReading = { readonly reading: Reading; readonly indicator: SheetIndicator; readonly pointer: string };

const numberIn = (row: Row, column: 'value' | 'target', { reading: { read, found, tell }, indicator: { kind }, pointer }: NumberReading): number | undefined => {
  const place = { row: row.number, column: found[column] };
  const { value, found: about } = cellNumber(cellOf(row, found[column]), kind === 'share', read.is1904);
  const told = { pointer: `${pointer}/${column}` };
  tellAll(about, place, { tell, ...told });
  if (value === undefined) return undefined;
  const received = String(value);
  if (value < 0 || (kind === 'share' && value > 100) || Math.abs(value) > Number.MAX_SAFE_INTEGER) tell('indicator.out-of-range', place, { ...told, received });
  else if (kind === 'count' && !Number.isInteger(value)) tell('indicator.not-whole', place, { ...told, received });
  return value;
};

const tellAll = (about: readonly Found[], place: { readonly row: number; readonly column: number }, { tell, pointer }: { readonly tell: Tell; readonly pointer: string }): void => {
  for (const { code, ...more } of about) tell(code, place, { pointer, ...more });
};

/** One value for several rows or columns is not a value of any: cells that are filled in stand alone. */
const tellMerges = (merges: readonly Merge[], { header, found, tell }: Reading): void => {
  for (const { firstRow, lastRow, firstColumn, lastColumn } of merges) {
    if (lastRow <= header.number || (firstRow === lastRow && firstColumn === lastColumn)) continue;
    const touched = inputs.map((column) => found[column]).filter((column) => column >= firstColumn && column <= lastColumn);
    const column = touched[0];
    if (column !== undefined) tell('template.merged', { row: Math.max(firstRow, header.number + 1), column }, { received: `${cellAddress(firstRow, firstColumn)}:${cellAddress(lastRow, lastColumn)}` });
  }
};

const tellMissing = ({ header, found, expected, tell }: Reading, values: ReadonlyMap<string, unknown>, texts: ReadonlyMap<number, string>): void => {
  for (const { code, model, source } of expected.indicators) if (source === 'entered' && !values.has(code)) tell('template.row-missing', { row: header.number, column: found.code }, { pointer: `/models/${model}/indicators/${code}`, received: code });
  for (const { model } of expected.models) if (!texts.has(model)) tell('template.row-missing', { row: header.number, column: found.model }, { pointer: `/models/${model}/text`, received: String(model) });
};
