import type { PopulationRegister } from '@da06/events';
import { recordColumns } from './columns.ts';

type Json = Record<string, unknown>;

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
