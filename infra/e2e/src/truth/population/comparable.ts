import { rounded } from './tables.ts';

/** A member of a row, so that both sides write it alike: flags as 0 and 1, numbers in nine digits, NaN as null. */
const alike = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? rounded(value) : value);

/** A row as both sides of a comparison write it. */
export const comparable = (row: object): object => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, alike(value)]));
