import { printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { findTarget } from '../cli/target.ts';
import { demonstrationElsewhere, removeDemonstration } from '../demonstration/remove.ts';
import type { OnRemovalProgress, RemovalOutcome } from '../demonstration/remove.ts';
import { openFolder } from '../host/open-folder.ts';
import { createProgress } from '../import/progress.ts';
import { remoteOperations } from '../operations/remote.ts';

/** Takes the demonstration out: by the folder's host, or in the folder when none runs. Exit 1: there was none. */
export const demoRemove = async (context: CliContext, { dryRun = false }: { readonly dryRun?: boolean }): Promise<ExitCode> => {
  if (context.config.kafka !== undefined) throw demonstrationElsewhere();
  const { onProgress, stop } = removalProgress(context);
  try {
    const target = await findTarget(context.config);
    const outcome = target === undefined ? await inFolder(context, dryRun, onProgress) : await remoteOperations(target).removeDemonstration(dryRun, onProgress);
    stop();
    printJson(context, outcome);
    return outcome.events === 0 ? exitCodes.differences : exitCodes.done;
  } finally {
    stop();
  }
};

const inFolder = async (context: CliContext, dryRun: boolean, onProgress: OnRemovalProgress): Promise<RemovalOutcome> => {
  const folder = await openFolder(context.config, { logger: context.logger });
  try {
    return await removeDemonstration({ folder, dryRun, onProgress, alone: (work) => work() });
  } finally {
    await folder.close();
  }
};

/** A bar for each part of the work. */
const removalProgress = (context: CliContext): { readonly onProgress: OnRemovalProgress; readonly stop: () => void } => {
  let bar: (ReturnType<typeof createProgress> & { readonly of: string }) | undefined;
  return {
    onProgress: (done, total, part) => {
      if (bar?.of !== part) {
        bar?.stop();
        bar = { of: part, ...createProgress({ total, format: `${part} {bar} {percentage}%`, isTTY: context.err.isTTY === true }) };
      }
      bar.update(done, '');
    },
    stop: () => bar?.stop(),
  };
};
