import type { Value } from '../api.ts';
import type { Told } from './ask.ts';

/** An answer row by row. */
export const rowsOf = ({ fields, rows }: Pick<Told, 'fields' | 'rows'>): readonly (readonly Value[])[] => Array.from({ length: rows }, (_, row) => fields.map(({ values }) => values[row] ?? null));
