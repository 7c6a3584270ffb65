import { AppError, codes } from '@da06/errors';
import type { Code } from '@da06/errors';
import { statusOf } from './status.ts';

export type ProblemOptions = {
  /** Another status than the table's, where contracts.md asks for it (422 `facility.unknown` of portal bodies). */
  readonly status?: number;
  readonly detail?: string;
  /** JSON Pointer into the request's body, or the name of a parameter. */
  readonly pointer?: string;
  readonly instance?: string;
  /** Seconds; given with every 429 and 503. */
  readonly retryAfter?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly extra?: Readonly<Record<string, unknown>>;
};

/** A problem details answer (RFC 9457) for one code of the closed list. */
export const problem = (code: Code, options: ProblemOptions = {}): Response => {
  const status = options.status ?? statusOf(code);
  const { vi, en } = codes[code];
  const body = {
    type: `/v1/errors#${code}`,
    title: en,
    status,
    ...(options.detail !== undefined && { detail: options.detail }),
    ...(options.instance !== undefined && { instance: options.instance }),
    code,
    vi,
    ...(options.pointer !== undefined && { pointer: options.pointer }),
    ...options.extra,
  };
  const retryAfter = options.retryAfter ?? (status === 429 || status === 503 ? 2 : undefined);
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      ...options.headers,
    },
  });
};

/**
 * The answer to whatever was thrown. An AppError gives its code; anything else gives 500 with an id that is logged beside the cause,
 * and never the message, which may hold a person's data.
 */
export const problemOf = (
  error: unknown,
  deps: { newId: () => string; report: (error: unknown, id: string) => void },
): Response => {
  if (error instanceof AppError) {
    if (statusOf(error.code) < 500) return problem(error.code, error.detail === undefined ? {} : { detail: error.detail });
    const id = deps.newId();
    deps.report(error, id);
    return problem(error.code, { instance: `urn:uuid:${id}` });
  }
  const id = deps.newId();
  deps.report(error, id);
  return problem('internal', { instance: `urn:uuid:${id}` });
};
