import { AppError } from '@da06/errors';

/** Marks a request that another process has sent on: it is answered here or not at all. */
const forwardedHeader = 'da06-forwarded';

/** Of one connection, not of the request (RFC 9110, 7.6.1), or said anew by the next connection. */
const ofConnection = ['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect', 'host', 'content-length', 'accept-encoding'];
/** `fetch` hands the answer's body out unpacked. */
const ofEncoding = ['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'];

const without = (headers: Headers, names: readonly string[]): Headers => {
  const kept = new Headers(headers);
  for (const name of names) kept.delete(name);
  return kept;
};

/**
 * Sends a request to another process of the same service and hands its answer back, unless the signal ends the waiting.
 * @throws AppError `programme.no-owner` when it does not answer, or the request was sent on before. What it did of the request is not known then.
 */
export const forward = async (request: Request, to: string, signal: AbortSignal): Promise<Response> => {
  if (request.headers.has(forwardedHeader)) throw new AppError('programme.no-owner', { retryable: true });
  const { pathname, search } = new URL(request.url);
  const headers = without(request.headers, ofConnection);
  headers.set(forwardedHeader, '1');
  try {
    const body = request.body === null ? {} : { body: request.body, duplex: 'half' as const };
    const answer = await fetch(new URL(`${pathname}${search}`, to), { method: request.method, headers, redirect: 'manual', signal, ...body });
    return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers: without(answer.headers, ofEncoding) });
  } catch (cause) {
    throw new AppError('programme.no-owner', { retryable: true, cause });
  }
};

/** Whether a process answers on its address. */
export const isAlive = async (url: string, timeoutMs: number): Promise<boolean> => {
  try {
    const answer = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(timeoutMs) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
};
