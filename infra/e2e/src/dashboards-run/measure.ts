import type { Warehouse } from '@da06/warehouse';
import { z } from 'zod';

/** What a statement took: milliseconds (median), rows and bytes read (uncompressed), as the engine counts them. */
export type Cost = { readonly ms: number; readonly rows: number; readonly bytes: number };

const answer = z.object({ statistics: z.object({ rows_read: z.number(), bytes_read: z.number() }) });

/** A statement that takes longer than this is not asked again: its first time stands. */
const longEnough = 4_000;

/** Runs statements one after another, as a person's, with the guard and the limits of people's queries. */
const once = async (warehouse: Pick<Warehouse, 'personQuery'>, statements: readonly string[]): Promise<Cost> => {
  const began = performance.now();
  let rows = 0;
  let bytes = 0;
  for (const sql of statements) {
    const result = await warehouse.personQuery({ sql, format: 'JSON', database: 'da06' });
    const { statistics } = answer.parse(JSON.parse(Buffer.from(result.bytes).toString()));
    rows += statistics.rows_read;
    bytes += statistics.bytes_read;
  }
  return { ms: performance.now() - began, rows, bytes };
};

/** The median of three. @throws AppError as `personQuery` does, for example when a limit of memory or time is passed. */
export const costOf = async (warehouse: Pick<Warehouse, 'personQuery'>, statements: readonly string[]): Promise<Cost> => {
  const first = await once(warehouse, statements);
  if (first.ms > longEnough) return first;
  const all = [first, await once(warehouse, statements), await once(warehouse, statements)];
  return { ...first, ms: all.map(({ ms }) => ms).sort((a, b) => a - b)[1] ?? first.ms };
};
