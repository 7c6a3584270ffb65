import { field, type Field } from '../fields/field.ts';
import type { RecordField } from './record-claim.ts';

/** The withdrawal of a record that was wrong from the beginning. */
export const withdrawalFields: readonly Field<RecordField>[] = [
  field('revision', 'revision', 'integer', 'Number of the change.'),
  field('withdrawalReason', 'reason', 'text', 'Why the record is withdrawn. Kept sealed.', { max: 500 }),
];
