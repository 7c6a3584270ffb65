import { AppError } from '@da06/errors';

/** An answer that is an error of the engine's own kind: a number and a message that clients know how to read. */
export type Refusal = { readonly refusal: true; readonly number: number; readonly message: string };

export const refuse = (number: number, message: string): Error & Refusal => Object.assign(new Error(message), { refusal: true as const, number });

const isRefusal = (error: unknown): error is Error & Refusal => error instanceof Error && 'refusal' in error;

/** An error of a query as the server would put it; `undefined` for any other. */
export const refusalOf = (error: unknown): { readonly number: number; readonly message: string } | undefined => {
  if (isRefusal(error)) return { number: error.number, message: error.message };
  if (!(error instanceof AppError)) return undefined;
  if (error.code === 'sql.forbidden') return { number: 497, message: `${error.message} (ACCESS_DENIED)` };
  if (error.code === 'sql.too-long') return { number: 223, message: `${error.message} (QUERY_IS_TOO_LARGE)` };
  if (error.code === 'sql.failed') return { number: Number(error.context['engineCode'] ?? 0), message: error.detail ?? error.message };
  return undefined;
};

const notFound = new Set([46, 47, 50, 56, 60, 63, 73, 78, 81, 115]);
const badRequest = new Set([6, 26, 27, 38, 41, 42, 43, 53, 62, 72, 117, 130, 167, 168, 190, 321, 456, 457]);

/** HTTP status of an engine's number, as the server answers it. */
export const statusOf = (number: number): number => {
  if (notFound.has(number)) return 404;
  if (badRequest.has(number)) return 400;
  if (number === 194) return 401;
  if (number === 497 || number === 516) return 403;
  if (number === 223) return 413;
  if (number === 48) return 501;
  if (number === 159) return 408;
  return 500;
};
