/** What came of a request: the status of its answer, 0 if there was none, and what went wrong ('' = nothing). */
type Sent = { readonly statusCode: number; readonly error: string };

type Request = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string; /** Ends it, with a throw, when the process stops. */ readonly stopped: AbortSignal };

/** Posts JSON, within so many milliseconds from the connection to the answer's head; what the answer says is not read, and no redirect is followed: it could lead anywhere. */
export const createSend = (timeoutMs: number) => async ({ url, headers, body, stopped }: Request): Promise<Sent> => {
  try {
    const response = await fetch(url, {
      method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': 'da06-webhooks', ...headers }, body, redirect: 'manual', signal: AbortSignal.any([stopped, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    return { statusCode: response.status, error: response.ok ? '' : response.status >= 300 && response.status < 400 ? 'http-redirect' : 'http-status' };
  } catch (error) {
    stopped.throwIfAborted();
    return { statusCode: 0, error: codeOf(error) };
  }
};

/** The network's own code, such as ECONNREFUSED or CERT_HAS_EXPIRED, where it has one; never a text, which could hold anything. */
const codeOf = (error: unknown): string => {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout';
  const cause = error instanceof Error ? (error.cause as { readonly code?: unknown } | undefined) : undefined;
  return typeof cause?.code === 'string' && /^[A-Z0-9_]{1,60}$/.test(cause.code) ? cause.code : 'unreachable';
};
