import { businessKinds } from '@da06/reference';
import type { ClaimValue } from '../take-in/fields/claim.ts';
import { field, type Field } from '../take-in/fields/field.ts';
import { tableOf } from '../take-in/fields/read-claim.ts';
import { choices } from '../take-in/register/choices.ts';

export type BusinessField = 'id' | 'kind' | 'unit' | 'readers' | 'readersSince' | 'validFrom' | 'closedOn';
export type BusinessClaim = Record<BusinessField, ClaimValue>;

const kinds = choices(Object.fromEntries(businessKinds.map(({ kind, vi }) => [kind, [vi]])));

/** A business that has to have an ID-card reader (model 16 of the plan): what is checked and what `/openapi.json` says come from these rows. */
export const businessFields: readonly Field<BusinessField>[] = [
  field('id', 'id', 'code', 'Your own id of the business: 3–48 of a–z, digits and hyphens. Not a name, a number of a paper or a phone.', { max: 48, required: true, column: 'id' }),
  field('kind', 'kind', 'text', 'Kind of business; its Vietnamese name is understood.', { max: 40, required: true, ...kinds, refusal: 'business.kind-unknown', column: 'kind' }),
  field('unit', 'unit', 'code', 'Commune: uid, or GSO code read on the day validFrom.', { max: 60, required: true, column: 'unit' }),
  field('readers', 'readers', 'integer', 'ID-card readers in use.', { required: true, refusal: 'field.not-allowed-value', column: 'readers' }),
  field('readersSince', 'readersSince', 'time', 'Local day of the first reader, if it is known.', { max: 40, column: 'readers_since' }),
  field('validFrom', 'validFrom', 'time', 'Local day from which this holds; today if left out.', { max: 40, column: 'valid_from' }),
  field('closedOn', 'closedOn', 'time', 'First local day without business.', { max: 40, column: 'closed_on' }),
];

/** The same, ready for reading. */
export const businessTable = tableOf(businessFields, (): BusinessClaim => ({ id: undefined, kind: undefined, unit: undefined, readers: undefined, readersSince: undefined, validFrom: undefined, closedOn: undefined }));

const paths = new Map(businessFields.map(({ column = '', path }) => [column, path]));

/** Path of a column's field in a business; undefined if the column is not known. Case and blanks around it do not count. */
export const businessColumnPath = (column: string): readonly string[] | undefined => paths.get(column.trim().toLowerCase());
