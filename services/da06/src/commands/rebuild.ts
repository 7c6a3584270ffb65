import { printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { withOperations } from '../cli/operations.ts';
import { createProgress } from '../import/progress.ts';

export const rebuildCommand = async (context: CliContext): Promise<ExitCode> => {
  let progress: ReturnType<typeof createProgress> | undefined;
  try {
    const outcome = await withOperations(context, (operations) =>
      operations.rebuild((done, total) => {
        progress ??= createProgress({ total, format: 'rebuild {bar} {percentage}% | {value}/{total} events | {eta_formatted} left', isTTY: context.err.isTTY === true });
        progress.update(done, '');
      }),
    );
    progress?.stop();
    printJson(context, outcome);
    return outcome.equal ? exitCodes.done : exitCodes.differences;
  } finally {
    progress?.stop();
  }
};
