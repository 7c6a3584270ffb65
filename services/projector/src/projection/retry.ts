import { AppError } from '@da06/errors';

export type RetryOptions = {
  readonly backOff: (attempt: number) => number;
  readonly onRetry: (error: unknown, attempt: number) => void;
  /** Aborted when the projector stops: then what was tried last is thrown. */
  readonly signal: AbortSignal;
};

/** Does work until it is done, as long as what it throws is retryable. */
export const untilDone = async <T>(work: () => Promise<T>, { backOff, onRetry, signal }: RetryOptions): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError && error.retryable) || signal.aborted) throw error;
      onRetry(error, attempt);
      await pause(backOff(attempt), signal);
      if (signal.aborted) throw error;
    }
  }
};

/** Waits, or until stopped. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
