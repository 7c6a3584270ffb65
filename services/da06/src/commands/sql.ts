import { readFileSync } from 'node:fs';
import type { CliContext } from '../cli/context.ts';
import { exitCodes } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { withOperations } from '../cli/operations.ts';

/** Prints a query's result; like ClickHouse's own client, a table for a person and tabs for a program. */
export const sqlCommand = async (context: CliContext, query: string, options: { format?: string }): Promise<ExitCode> => {
  const sql = query === '-' ? readFileSync(0, 'utf8') : query;
  const format = options.format ?? (context.out.isTTY === true ? 'PrettyCompact' : 'TabSeparated');
  const bytes = await withOperations(context, (operations) => operations.sql(sql, format));
  context.out.write(bytes);
  return exitCodes.done;
};
