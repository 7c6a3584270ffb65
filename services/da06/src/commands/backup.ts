import { fileArgument, printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { withOperations } from '../cli/operations.ts';
import { openFolder } from '../host/open-folder.ts';
import { waitForProjection } from '../operations/local.ts';
import { restoreFolder } from '../backup/restore.ts';

export const backupCommand = async (context: CliContext, folder: string): Promise<ExitCode> => {
  printJson(context, await withOperations(context, (operations) => operations.backup(fileArgument(context, folder))));
  return exitCodes.done;
};

export const restoreCommand = async (context: CliContext, folder: string): Promise<ExitCode> => {
  const outcome = await restoreFolder(fileArgument(context, folder), context.config.data);
  context.err.write(`Restored the log and the keys; projecting ${outcome.events} events …\n`);
  const opened = await openFolder(context.config, { logger: context.logger });
  try {
    await waitForProjection(() => opened.projector.lag(), Number.POSITIVE_INFINITY);
  } finally {
    await opened.close();
  }
  printJson(context, outcome);
  return exitCodes.done;
};
