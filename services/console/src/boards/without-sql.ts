import type { Board } from './catalogue.ts';

const isStatement = (key: string, value: unknown): boolean => key === 'rawSql' || key === 'definition' || (key === 'query' && typeof value === 'string' && /\bSELECT\b/i.test(value));

/** A board as JSON for the browser: everything that is SQL is left out, for a browser asks by the numbers and names of what it shows. */
export const withoutSql = (board: Board): string => JSON.stringify(board, (key: string, value: unknown) => (isStatement(key, value) ? undefined : value));
