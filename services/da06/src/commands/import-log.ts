import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { fileArgument, printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes, wrongUse } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { openLogOnly } from '../parts/open-log.ts';
import { importLog } from '../log-file/import-log.ts';
import { recordProgress } from '../log-file/record-progress.ts';

/** Appends an exported log to an empty one: from a file, unpacked when its name ends in .gz, or from stdin. */
export const importLogCommand = async (context: CliContext, name: string, options: { intoExisting?: boolean }): Promise<ExitCode> => {
  const started = performance.now();
  const file = name === '-' ? undefined : fileArgument(context, name);
  if (file !== undefined) await assertReadable(file);
  const progress = recordProgress(context, 'import');
  const { log, close } = await openLogOnly(context);
  try {
    const from = file === undefined ? process.stdin : createReadStream(file, { highWaterMark: 1024 * 1024 });
    const summary = await importLog(log, from, { intoExisting: options.intoExisting === true, gzip: file?.endsWith('.gz') === true, onProgress: progress.onProgress });
    progress.stop();
    printJson(context, { file: file ?? '-', ...summary, seconds: Math.round(performance.now() - started) / 1000 });
    return exitCodes.done;
  } finally {
    progress.stop();
    await close();
  }
};

const assertReadable = async (file: string): Promise<void> => {
  try {
    await access(file, constants.R_OK);
  } catch {
    throw wrongUse(`${file} cannot be read.`);
  }
};
