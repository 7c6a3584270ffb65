import { asAppError } from './failures.ts';
import { pause } from './pause.ts';

export type RetryOptions = {
  /** Milliseconds after which a failure is handed on. */
  readonly forMs: number;
  readonly mayRetry: (error: unknown) => boolean;
  /** Milliseconds to wait before the second try, each time twice as long; 50 unless told. */
  readonly firstWaitMs?: number;
  readonly signal?: AbortSignal;
};

/** Tries until it succeeds, may not be tried again, or has taken too long. @throws what `asAppError` makes of the last failure. */
export const retried = async <T>(work: () => Promise<T>, { forMs, mayRetry, firstWaitMs = 50, signal }: RetryOptions): Promise<T> => {
  const until = performance.now() + forMs;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const wait = Math.min(1_000, firstWaitMs * 2 ** attempt);
      if (!mayRetry(error) || signal?.aborted === true || performance.now() + wait > until) throw asAppError(error);
      await pause(wait, signal);
    }
  }
};
