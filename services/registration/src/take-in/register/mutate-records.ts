import type { PopulationRegister } from '@da06/events';
import { columnLetter } from '@da06/workbook';
import { buildWorkbook } from '@da06/workbook/samples';
import { mutated, mutations, type MutatedBody } from '../mutate.ts';
import { seeded, type Below } from '../seeded.ts';
import { recordColumns } from './columns.ts';
import { changes } from './resident-fields.ts';
import { sampleChange, sampleWorker } from './samples.ts';

type Json = Record<string, unknown>;
type RecordFormat = 'json' | 'ndjson' | 'csv' | 'xlsx';

/** A body of a register's records that was changed on purpose. `keepsMeaning`: every record of it must still be accepted. */
export type MutatedRecords = Omit<MutatedBody, 'format'> & { readonly register: PopulationRegister; readonly format: RecordFormat };

/** The cells of a record under its register's columns. */
export const cellsOfRecord = (register: PopulationRegister, record: Json): readonly string[] =>
  recordColumns(register).map(({ row }) => {
    let value: unknown = record;
    for (const key of row.path) value = typeof value === 'object' && value !== null ? (value as Json)[key] : undefined;
    return value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  });

/** Records as our CSV. */
export const csvOf = (register: PopulationRegister, records: readonly Json[]): string => {
  const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [recordColumns(register).map(({ column }) => column), ...records.map((record) => cellsOfRecord(register, record).map(quoted))].map((cells) => cells.join(',')).join('\n');
};

/** Records as a sheet with the names of our columns. */
export const sheetOf = (register: PopulationRegister, records: readonly Json[]): Uint8Array => {
  const rows = [recordColumns(register).map(({ column }) => column), ...records.map((record) => cellsOfRecord(register, record))];
  const cells = rows.map((texts, index) => [index + 1, Object.fromEntries(texts.flatMap((text, column) => (text === '' ? [] : [[columnLetter(column + 1), text]])))] as const);
  return buildWorkbook({ sheets: [{ name: 'DU LIEU', rows: Object.fromEntries(cells) }] });
};

const formats: readonly RecordFormat[] = ['json', 'ndjson', 'csv', 'xlsx'];

/** A sample with each of its days a year before, so that none lies ahead of whoever sends the corpus to a host. */
const sampleOf = (register: PopulationRegister, number: number): Json => {
  const sample = register === 'workers' ? sampleWorker(number) : sampleChange(changes[number % changes.length] ?? 'permanent', number);
  return JSON.parse(JSON.stringify(sample).replaceAll(/"(202\d)(-\d\d-\d\d)"/g, (_, year: string, day: string) => `"${Number(year) - 1}${day}"`)) as Json;
};

const written = (register: PopulationRegister, format: Exclude<RecordFormat, 'xlsx'>) => (records: readonly Json[]): string => {
  if (format === 'csv') return csvOf(register, records);
  return format === 'ndjson' ? records.map((record) => JSON.stringify(record)).join('\n') : JSON.stringify(records);
};

/** A sheet with one record changed, or one that is cut off. */
const mutatedSheet = (register: PopulationRegister, records: readonly Json[], below: Below): Omit<MutatedBody, 'format'> => {
  if (below(8) === 0) {
    const bytes = sheetOf(register, records);
    return { name: 'cut off', keepsMeaning: false, bytes: bytes.subarray(0, below(bytes.length)) };
  }
  const { name, keepsMeaning, apply } = mutations[below(mutations.length)] as (typeof mutations)[number];
  const at = below(records.length);
  return { name, keepsMeaning, bytes: sheetOf(register, records.map((record, index) => (index === at ? apply(record, below) : record))) };
};

/** A corpus of mutated bodies of both registers in every format they take; the same count and seed give the same corpus. */
export function* mutatedRecords(count: number, seed = 1): Generator<MutatedRecords> {
  const below = seeded(seed);
  for (let number = 0; number < count; number += 1) {
    const register = number % 2 === 0 ? 'residents' : 'workers';
    const format = formats[(number >> 1) % formats.length] ?? 'json';
    const records = Array.from({ length: 1 + below(3) }, (_, index) => sampleOf(register, number * 3 + index + 1));
    yield { register, format, ...(format === 'xlsx' ? mutatedSheet(register, records, below) : mutated(records, written(register, format), format, below)) };
  }
}
