import { AppError } from '@da06/errors';
import { isObject } from '../fields/read-claim.ts';
import { maxItems } from '../limits.ts';
import type { RawItem } from '../types.ts';
import { parseBody } from './bytes.ts';

/** The only record of a body. @throws AppError `request.unreadable`. */
export const readOne = (bytes: Uint8Array): RawItem[] => [{ index: 0, value: parseBody(bytes) }];

/** The records of a JSON array, read whole. @throws AppError `request.unreadable`, `batch.empty`, `batch.too-many-items`. */
export const readJsonArray = (bytes: Uint8Array): RawItem[] => {
  const body = parseBody(bytes);
  if (!Array.isArray(body)) throw new AppError('request.unreadable', { detail: 'A JSON array of records is expected.' });
  return itemsOf(body);
};

/** A portal's body: an array; one record alone and an object that holds nothing but one array are understood too. @throws as `readJsonArray`. */
export const readPortal = (bytes: Uint8Array): RawItem[] => {
  const body = parseBody(bytes);
  if (Array.isArray(body)) return itemsOf(body);
  if (!isObject(body)) throw new AppError('request.unreadable', { detail: 'A JSON array of records is expected.' });
  const values = Object.values(body);
  return values.length === 1 && Array.isArray(values[0]) ? itemsOf(values[0]) : itemsOf([body]);
};

const itemsOf = (values: readonly unknown[]): RawItem[] => {
  checkCount(values.length);
  return values.map((value, index) => ({ index, value }));
};

/** @throws AppError `batch.empty`, `batch.too-many-items`. */
export const checkCount = (count: number): void => {
  if (count === 0) throw new AppError('batch.empty');
  if (count > maxItems) throw new AppError('batch.too-many-items');
};
