import { choices } from '../register/choices.ts';
import { field, type Field } from '../fields/field.ts';
import { tableOf } from '../fields/read-claim.ts';
import type { ClaimValue } from '../fields/claim.ts';

export type TripField = 'ref' | 'revision' | 'from' | 'to' | 'departsAt' | 'arrivesAt' | 'passengers' | 'plate' | 'status';
export type TripClaim = Record<TripField, ClaimValue>;

const statuses = choices({ reported: ['Đã khai báo'], cancelled: ['Đã hủy'] });

/** A coach's trip (model 12 of the plan): what is checked and what `/openapi.json` says come from these rows; it names nobody. */
export const tripFields: readonly Field<TripField>[] = [
  field('ref', 'ref', 'code', 'Your own number of the trip: 1–64 of A-Za-z0-9._:- . Not the plate.', { max: 64, required: true, column: 'ref' }),
  field('revision', 'revision', 'integer', 'Number of the amendment, from 0; a lower one never overrides a higher.', { column: 'revision' }),
  field('from', 'route.from', 'text', 'Name of the place of departure.', { max: 80, required: true, column: 'from' }),
  field('to', 'route.to', 'text', 'Name of the place of arrival.', { max: 80, required: true, column: 'to' }),
  field('departsAt', 'departsAt', 'time', 'Departure: 2026-11-20T20:00:00+07:00. Without an offset it is Vietnam time.', { required: true, column: 'departs_at' }),
  field('arrivesAt', 'arrivesAt', 'time', 'Arrival, if it is known.', { column: 'arrives_at' }),
  field('passengers', 'passengers', 'integer', 'How many passengers, 0–100; nothing else of them is asked.', { required: true, refusal: 'trip.passengers-range', column: 'passengers' }),
  field('plate', 'plate', 'code', 'Plate of the coach. Kept sealed.', { max: 40, required: true, column: 'plate' }),
  field('status', 'status', 'text', 'cancelled = the trip is called off; reported if left out.', { max: 40, ...statuses, column: 'status' }),
];

/** The same, ready for reading. */
export const tripTable = tableOf(tripFields, (): TripClaim => ({ ref: undefined, revision: undefined, from: undefined, to: undefined, departsAt: undefined, arrivesAt: undefined, passengers: undefined, plate: undefined, status: undefined }));

const paths = new Map(tripFields.map(({ column = '', path }) => [column, path]));

/** Path of a column's field in a trip; undefined if the column is not known. Case and blanks around it do not count. */
export const tripColumnPath = (column: string): readonly string[] | undefined => paths.get(column.trim().toLowerCase());
