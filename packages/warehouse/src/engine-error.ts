import { AppError } from '@da06/errors';

/** The engine's own number of an error, 0 if it has none. */
export const engineCode = (error: unknown): number => {
  const code = (error as { clickhouseCode?: unknown } | null)?.clickhouseCode;
  if (typeof code === 'number') return code;
  const found = /Code: (\d+)\./.exec(error instanceof Error ? error.message : '');
  return found === null ? 0 : Number(found[1]);
};

/** Numbers that speak of the machine or of the moment, not of the data: disk, memory, network, shutdown, too many parts. */
const passing = new Set([0, 74, 75, 76, 159, 173, 209, 210, 236, 241, 242, 243, 252, 999]);

/** An error of an insert as ours: the data are refused for good, or the engine cannot just now. */
export const insertError = (cause: unknown): AppError => {
  if (cause instanceof AppError) return cause;
  // A fault of this program is nothing to try again.
  if (cause instanceof TypeError || cause instanceof RangeError || cause instanceof ReferenceError) throw cause;
  const number = engineCode(cause);
  const detail = cause instanceof Error ? cause.message.slice(0, 300) : '';
  return passing.has(number)
    ? new AppError('warehouse.unavailable', { retryable: true, cause, context: { engineCode: number } })
    : new AppError('warehouse.rejected', { cause, detail, context: { engineCode: number } });
};

/** The engine's message, once: it repeats its prefix when an error passes through two layers. */
const engineMessage = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/^(?:Code: \d+\. DB::Exception: )+/, '').trim();

/** A person's statement failed in the engine. @returns AppError `sql.failed` with the engine's number and message. */
export const failure = (cause: unknown): AppError =>
  new AppError('sql.failed', { cause, detail: engineMessage(cause), context: { engineCode: engineCode(cause) } });
