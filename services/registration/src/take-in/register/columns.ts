import { foldName } from '@da06/domain';
import type { PopulationRegister } from '@da06/events';
import type { Field } from '../fields/field.ts';
import type { RecordField } from './record-claim.ts';
import { residentFields } from './resident-fields.ts';
import { workerFields } from './worker-fields.ts';

/** A column of a register's table: its name in CSV, its Vietnamese label, and the row of its field. */
export type RecordColumn = { readonly column: string; readonly label: string; readonly row: Field<RecordField> };

/** The fields of a register's records. */
export const recordFieldsOf = (register: PopulationRegister): readonly Field<RecordField>[] => (register === 'residents' ? residentFields : workerFields);

const columnsOf = (rows: readonly Field<RecordField>[]): readonly RecordColumn[] => rows.map((row) => ({ column: row.column ?? '', label: row.vi ?? '', row }));
const columns: Readonly<Record<PopulationRegister, readonly RecordColumn[]>> = { residents: columnsOf(residentFields), workers: columnsOf(workerFields) };

/** The columns of a register's table, in order. */
export const recordColumns = (register: PopulationRegister): readonly RecordColumn[] => columns[register];

const pathsOf = (register: PopulationRegister): ReadonlyMap<string, readonly string[]> =>
  new Map(columns[register].flatMap(({ column, label, row }) => [[column, row.path], [foldName(label), row.path]]));
const paths: Readonly<Record<PopulationRegister, ReadonlyMap<string, readonly string[]>>> = { residents: pathsOf('residents'), workers: pathsOf('workers') };

/** Path of a column's field in a record, by the column's name or label in any case; undefined if it is not known. */
export const recordColumnPath = (register: PopulationRegister) => (column: string): readonly string[] | undefined => paths[register].get(foldName(column));
