import type { Pool } from '../connection.ts';
import { failure } from '../engine-error.ts';
import type { Params, PersonResult } from '../warehouse.ts';
import { allow, loadForbiddenFunctions } from './guard.ts';

export type PersonRequest = { readonly sql: string; readonly format?: string; readonly params?: Params };

/**
 * Runs people's statements on connections that are limited and read-only, each through the guard, because the engine's read-only still
 * writes by INTO OUTFILE and still reads files (README, "People’s queries").
 */
export const createPersonQueries = (pool: Pool) => {
  let refused: Promise<ReadonlySet<string>> | undefined;
  /** Asked of the engine at the first statement, for a server may not be there before. */
  const forbidden = (): Promise<ReadonlySet<string>> => {
    refused ??= pool.use(({ run }) => loadForbiddenFunctions(run)).catch((cause: unknown) => {
      refused = undefined;
      throw failure(cause);
    });
    return refused;
  };
  return async ({ sql, format = 'TabSeparated', params }: PersonRequest): Promise<PersonResult> => {
    const names = await forbidden();
    try {
      return await pool.use(async ({ run }) => {
        const allowed = await allow(run, names, { sql, params });
        return { bytes: await run(allowed.sql, { format, ...(params === undefined ? {} : { params }) }), format: allowed.format ?? format };
      });
    } catch (cause) {
      throw failure(cause);
    }
  };
};
