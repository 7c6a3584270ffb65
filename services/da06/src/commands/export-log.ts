import { Writable } from 'node:stream';
import { fileArgument, printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { openLogOnly } from '../parts/open-log.ts';
import { exportLog } from '../log-file/export-log.ts';
import { intoNewFile } from '../log-file/new-file.ts';
import { recordProgress } from '../log-file/record-progress.ts';
import { whatToExport } from '../log-file/what-to-export.ts';

/** Writes the whole log to a new file, packed when its name ends in .gz, or to stdout; then what was written, on stderr, is the result. */
export const exportLogCommand = async (context: CliContext, name: string): Promise<ExitCode> => {
  const started = performance.now();
  const file = name === '-' ? undefined : fileArgument(context, name);
  const { log, close } = await openLogOnly(context);
  const progress = recordProgress(context, 'export');
  const options = { ...whatToExport, now: Date.now, onProgress: progress.onProgress };
  try {
    const summary = file === undefined
      ? await exportLog(log, stdoutOf(context), { ...options, end: false })
      : await intoNewFile(file, (into) => exportLog(log, into, { ...options, gzip: file.endsWith('.gz') }));
    progress.stop();
    const result = { ...summary, seconds: Math.round(performance.now() - started) / 1000 };
    if (file === undefined) context.err.write(`${JSON.stringify(result)}\n`);
    else printJson(context, { file, ...result });
    return exitCodes.done;
  } finally {
    progress.stop();
    await close();
  }
};

/** A stream that waits for its reader, where `out` is one. */
const stdoutOf = ({ out }: CliContext): Writable => (out instanceof Writable ? out : new Writable({ write: (chunk: Buffer, _encoding, done) => (out.write(chunk), done()) }));
