import { AppError } from '@da06/errors';

/** The engine's own number of an error, 0 if it has none: those of a server carry it as `code`, as text. */
export const engineCode = (error: unknown): number => {
  const { clickhouseCode, code } = (error ?? {}) as { clickhouseCode?: unknown; code?: unknown };
  if (typeof clickhouseCode === 'number') return clickhouseCode;
  if (typeof code === 'string' && /^\d+$/.test(code)) return Number(code);
  const found = /Code: (\d+)\./.exec(error instanceof Error ? error.message : '');
  return found === null ? 0 : Number(found[1]);
};

/** Numbers that speak of the data: text that cannot be parsed or does not fit its column. */
const ofTheData = new Set([6, 25, 26, 27, 28, 33, 34, 35, 36, 37, 38, 39, 40, 41, 43, 53, 69, 70, 72, 117, 124, 128, 129, 130, 131, 190, 307, 321, 338, 349, 376, 407, 441, 443, 467, 611, 612, 675, 676, 677]);

/** Numbers that speak of the login: an unknown user, no password or a wrong one, no access to the database. */
const ofTheLogin = new Set([192, 193, 194, 195, 291, 516]);

/** Those, and a user without the right: of ours that is a fault of the grants, of a person's statement its own. */
const ofTheUser = new Set([...ofTheLogin, 497]);

/** Numbers that speak of the machine or of the moment: disk, memory, network, load, shutdown, too many parts, a session that is lost, tables not made yet. */
const ofTheMoment = new Set([0, 3, 23, 60, 74, 75, 76, 81, 159, 173, 202, 203, 209, 210, 218, 225, 236, 241, 242, 243, 252, 279, 285, 286, 319, 372, 373, 394, 425, 439, 745, 999, 1000]);

const asOurs = (cause: unknown, number: number): AppError | undefined => {
  if (cause instanceof AppError) return cause;
  // A fault of this program is nothing to try again.
  if (cause instanceof TypeError || cause instanceof RangeError || cause instanceof ReferenceError) throw cause;
  return ofTheUser.has(number) ? new AppError('warehouse.denied', { cause, detail: engineMessage(cause), context: { engineCode: number } }) : undefined;
};

const unavailable = (cause: unknown, number: number): AppError => new AppError('warehouse.unavailable', { retryable: true, cause, context: { engineCode: number } });

/**
 * An error of an insert as ours. Only what the engine says of the data refuses them for good; anything else is tried again, since a record
 * must not be set aside for a fault that is not its own.
 */
export const insertError = (cause: unknown): AppError => {
  const number = engineCode(cause);
  const ours = asOurs(cause, number);
  if (ours !== undefined) return ours;
  const detail = cause instanceof Error ? cause.message.slice(0, 300) : '';
  return ofTheData.has(number) ? new AppError('warehouse.rejected', { cause, detail, context: { engineCode: number } }) : unavailable(cause, number);
};

/** An error of another statement of ours: `warehouse.denied`, `warehouse.unavailable`, or itself, for then the statement is wrong. */
export const statementError = (cause: unknown): unknown => {
  const number = engineCode(cause);
  return asOurs(cause, number) ?? (ofTheMoment.has(number) ? unavailable(cause, number) : cause);
};

/** The engine's message, once: it repeats its prefix when an error passes through two layers. */
export const engineMessage = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/^(?:Code: \d+\. DB::Exception: )+/, '').trim();

/** A person's statement failed in the engine. @returns AppError `sql.failed` with the engine's number and message, or what is no fault of the statement. */
export const failure = (cause: unknown): AppError => {
  if (cause instanceof AppError) return cause;
  const number = engineCode(cause);
  if (ofTheLogin.has(number)) return new AppError('warehouse.denied', { cause, detail: engineMessage(cause), context: { engineCode: number } });
  return new AppError('sql.failed', { cause, detail: engineMessage(cause), context: { engineCode: number } });
};
