import type { CliContext } from '../cli/context.ts';
import { createProgress } from '../import/progress.ts';
import type { Progress } from '../import/progress.ts';

/** A bar over records that begins with the first of them: how many there are is known only then. */
export const recordProgress = (context: CliContext, what: string): { readonly onProgress: (records: number, total: number) => void; readonly stop: () => void } => {
  let bar: Progress | undefined;
  return {
    onProgress: (records, total) => {
      bar ??= createProgress({ total, format: `${what} {bar} {percentage}% | {value}/{total} records | {eta_formatted} left`, isTTY: context.err.isTTY === true });
      bar.update(records, '');
    },
    stop: () => bar?.stop(),
  };
};
