import { createPool, type Connection } from '../embedded/connection.ts';
import { failure } from '../engine-error.ts';
import type { Params, PersonResult } from '../warehouse.ts';
import { allow, loadForbiddenFunctions } from './guard.ts';

export type PersonRequest = { readonly sql: string; readonly format?: string; readonly params?: Params };

/** What one statement of a person may cost: seconds, bytes of memory, rows and bytes of the answer. */
const limits = "max_execution_time = 30, max_memory_usage = 1500000000, max_result_rows = 5000000, max_result_bytes = 512000000, result_overflow_mode = 'throw', max_query_size = 1048576, allow_introspection_functions = 0";

/**
 * Runs people's statements on connections of their own: limits first, then read-only for good, then each statement through the
 * guard, because the engine's read-only still writes by INTO OUTFILE and still reads files (README, "People’s queries").
 */
export const createPersonQueries = async (connections: readonly Connection[]) => {
  for (const connection of connections) {
    await connection.run(`SET ${limits}`);
    await connection.run('SET readonly = 1');
  }
  const pool = createPool(connections);
  const refused = await pool.use((connection) => loadForbiddenFunctions(connection.run));
  return {
    query: ({ sql, format = 'TabSeparated', params }: PersonRequest): Promise<PersonResult> =>
      pool.use(async ({ run }) => {
        const allowed = await allow(run, refused, { sql, params });
        try {
          return { bytes: await run(allowed.sql, { format, ...(params === undefined ? {} : { params }) }), format: allowed.format ?? format };
        } catch (cause) {
          throw failure(cause);
        }
      }),
    close: pool.close,
  };
};
