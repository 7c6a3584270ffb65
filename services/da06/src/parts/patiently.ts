import { AppError } from '@da06/errors';
import type { Logger } from '@da06/service-kit';

export type Patience = { readonly forMs: number; readonly logger: Logger };

/** How long a service waits for a log or tables that do not answer yet: after a power cut everything starts at once. A command does not wait. */
export const serviceWaitMs = 120_000;

const betweenMs = 1_000;

/** Does work until it is done, while what it needs does not answer, for so long at most. @throws what it threw last. */
export const patiently = async <T>(work: () => Promise<T>, { forMs, logger }: Patience): Promise<T> => {
  const until = performance.now() + forMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError && error.retryable) || performance.now() + betweenMs > until) throw error;
      logger.warn({ code: error.code, detail: error.detail }, 'waiting: what this service needs does not answer yet');
      await new Promise((resolve) => setTimeout(resolve, betweenMs));
    }
  }
};
