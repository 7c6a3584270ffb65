import type { ClaimField } from '../fields/claim.ts';
import { stayFields } from '../fields/stay-fields.ts';

/** The header of our CSV (contracts.md, A stay), and the field each column is. */
export const csvColumns: readonly (readonly [column: string, field: ClaimField])[] = [
  ['ref', 'ref'], ['revision', 'revision'], ['full_name', 'fullName'], ['birth_date', 'birthDate'], ['sex', 'sex'], ['nationality', 'nationality'], ['document_kind', 'documentKind'],
  ['document_number', 'documentNumber'], ['former_number', 'formerNumber'], ['issuing_state', 'issuingState'], ['document_name', 'documentName'], ['phone', 'phone'], ['residence_status', 'residenceStatus'],
  ['province', 'province'], ['ward', 'ward'], ['address', 'address'], ['arrival', 'arrival'], ['expected_departure', 'expectedDeparture'], ['departure', 'departure'], ['permitted_until', 'permittedUntil'],
  ['room', 'room'], ['reason', 'reason'], ['reason_text', 'reasonText'], ['note', 'note'], ['notified_at', 'notifiedAt'], ['captured', 'captured'],
];

const pathOf = new Map(stayFields.map(({ field, path }) => [field, path]));
const pathOfColumn = new Map(csvColumns.map(([column, field]) => [column, pathOf.get(field) ?? []]));

/** Path of a column's field in the native item; undefined if the column is not known. Case and blanks around it do not count. */
export const columnPath = (column: string): readonly string[] | undefined => pathOfColumn.get(column.trim().toLowerCase());
