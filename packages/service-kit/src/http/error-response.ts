import { AppError } from '@da06/errors';
import type { Logger } from '../logger.ts';
import { problem, problemOf } from '../problem.ts';
import { InvalidBody } from './parse-json.ts';
import { RateLimited } from './rate-limited.ts';

/** The answer to whatever a route threw. What is neither ours nor a refusal is a fault of the program: 500 with an id, logged without values. */
export const errorResponse = (error: unknown, deps: { readonly newId: () => string; readonly logger: Logger }): Response => {
  if (error instanceof RateLimited) return problem('request.rate-limited', { retryAfter: error.retryAfter });
  if (error instanceof InvalidBody) {
    const first = error.faults[0];
    return problem(first?.code ?? 'request.invalid', { status: 422, ...(first !== undefined && { pointer: first.pointer }), extra: { faults: error.faults } });
  }
  return problemOf(error, {
    newId: deps.newId,
    report: (cause, id) => deps.logger.error({ id, ...described(cause) }, 'request failed'),
  });
};

const described = (error: unknown): Record<string, unknown> => {
  if (error instanceof AppError) return { code: error.code, cause: error.cause instanceof Error ? error.cause.name : undefined };
  // The message of an unforeseen error may repeat a value: its kind and place are enough.
  return error instanceof Error ? { type: error.name, at: error.stack?.split('\n').slice(1, 6).map((line) => line.trim()) } : { type: typeof error };
};
