import type { Handler, Peer } from './listen.ts';

export type FailedKeysOptions = {
  /** Who sends a request, so that failures count for the one who makes them. */
  readonly senderOf: (request: Request, peer: Peer) => string;
  /** The answer once there are too many. */
  readonly refuse: (retryAfterSeconds: number) => Response;
  readonly now?: () => number;
};

/** Requests without a known key that one sender may make in a minute before they are answered 429. */
export const failuresAMinute = 60;
const windowMs = 60_000;
/** More senders than this at a time are forgotten, the oldest first: a flood from many addresses may not fill the memory. */
const mostSenders = 10_000;

/**
 * Answers a sender's requests with unknown keys by 429 when there were too many of them. A known key is let in all the same: offices
 * share addresses, and one program with an old key must not keep its neighbours from registering. Nobody finds 256 random
 * bits by trying; what is held down is the noise, and what it costs.
 */
export const limitFailedKeys = (fetch: Handler, { senderOf, refuse, now = Date.now }: FailedKeysOptions): Handler => {
  const windows = new Map<string, { failures: number; readonly endsAt: number }>();
  const windowOf = (sender: string): { failures: number; readonly endsAt: number } => {
    const known = windows.get(sender);
    if (known !== undefined && known.endsAt > now()) return known;
    windows.delete(sender);
    const fresh = { failures: 0, endsAt: now() + windowMs };
    windows.set(sender, fresh);
    const [oldest] = windows.size > mostSenders ? windows.keys() : [];
    if (oldest !== undefined) windows.delete(oldest);
    return fresh;
  };
  return async (request, peer) => {
    const answer = await fetch(request, peer);
    if (answer.status !== 401) return answer;
    const window = windowOf(senderOf(request, peer));
    window.failures += 1;
    return window.failures > failuresAMinute ? refuse(Math.ceil((window.endsAt - now()) / 1000)) : answer;
  };
};
