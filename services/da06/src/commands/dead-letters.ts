import { printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { withOperations } from '../cli/operations.ts';

export const deadLettersList = async (context: CliContext): Promise<ExitCode> => {
  for (const letter of await withOperations(context, (operations) => operations.listDeadLetters())) printJson(context, letter);
  return exitCodes.done;
};

export const deadLettersRedrive = async (context: CliContext, id: string | undefined): Promise<ExitCode> => {
  const outcome = await withOperations(context, (operations) => operations.redrive(id));
  printJson(context, outcome);
  return outcome.remaining > 0 && id === undefined ? exitCodes.differences : exitCodes.done;
};
