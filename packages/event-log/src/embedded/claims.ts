import { AppError } from '@da06/errors';
import type { EventLog } from '../port.ts';

/**
 * Claims of a log that one process writes: the last one of a name holds. Units are kept in the order of the calls, so that what an owner
 * before appended lies before the claim that ends its right.
 */
export const createClaims = (commitUnit: EventLog['commitUnit']): EventLog['claim'] => {
  const holders = new Map<string, symbol>();

  return async ({ owner, records }) => {
    const own = Symbol(owner);
    const holds = (): boolean => holders.get(owner) === own;
    const end = (): void => {
      if (holds()) holders.delete(owner);
    };
    holders.set(owner, own);
    const claimed = await commitUnit({ append: records });
    return {
      claimed,
      append: async (append) => {
        if (!holds()) throw new AppError('log.not-owner', { retryable: true, context: { owner } });
        try {
          return await commitUnit({ append });
        } catch (error) {
          // A record that no log takes says nothing of the log.
          if (!(error instanceof RangeError)) end();
          throw error;
        }
      },
      // Units are kept in the order of the calls: whatever claims next comes after what is under way.
      release: () => Promise.resolve(end()),
    };
  };
};
