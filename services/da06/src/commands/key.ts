import type { CliContext } from '../cli/context.ts';
import { printJson } from '../cli/context.ts';
import { exitCodes, wrongUse } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { ask, getTarget, problemText } from '../cli/target.ts';

type Options = { name: string; role: string; facility?: string[]; agency?: string; unit?: string };

/** Prints what `POST /v1/keys` answers: `{id, key}`, the key this once. */
export const keyIssue = async (context: CliContext, options: Options): Promise<ExitCode> => {
  const target = await getTarget(context.config);
  const { facility, ...rest } = options;
  const response = await ask(target, '/v1/keys', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...rest, ...(facility !== undefined && { facilities: facility }) }),
  });
  if (!response.ok) throw wrongUse(await problemText(response));
  printJson(context, await response.json());
  return exitCodes.done;
};
