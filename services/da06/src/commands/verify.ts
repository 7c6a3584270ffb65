import { fileArgument, printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes, wrongUse } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { withOperations } from '../cli/operations.ts';
import { isGreen } from '../verify/compare.ts';
import { readReceiptFiles } from '../verify/read-receipts.ts';

export const verifyCommand = async (context: CliContext, options: { receipts?: string[]; wait: string }): Promise<ExitCode> => {
  const seconds = Number(options.wait);
  if (!(seconds >= 0)) throw wrongUse('--wait takes seconds.');
  const claims = options.receipts === undefined ? undefined : readReceiptFiles(options.receipts.map((file) => fileArgument(context, file)));
  const verification = await withOperations(context, (operations) => operations.verify(claims, seconds * 1000));
  printJson(context, verification);
  return isGreen(verification) ? exitCodes.done : exitCodes.differences;
};
