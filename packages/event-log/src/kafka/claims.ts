import { AppError } from '@da06/errors';
import { createCommitQueue } from '../commit-queue.ts';
import type { Append, EventLog, Position } from '../port.ts';
import { sizeOf } from '../unit-size.ts';
import { asAppError, isFenced } from './failures.ts';
import type { Link } from './link.ts';
import { openTransactions, type TransactionsOptions } from './transactions.ts';

export type ClaimsOptions = Omit<TransactionsOptions, 'link' | 'transactionalId'> & {
  readonly openLink: (purpose: string) => Link;
  readonly onAppend: () => void;
};

export type Claims = {
  readonly claim: EventLog['claim'];
  /** Resolves when what is under way is kept, and takes nothing more. */
  readonly close: () => Promise<void>;
};

/** Claims across the processes of a cluster, each a producer of the right's transactional id. */
export const createClaims = (options: ClaimsOptions): Claims => {
  const { topics, onAppend, openLink } = options;
  const open = new Set<() => Promise<void>>();
  let closed = false;
  const assertOpen = (): void => {
    if (closed) throw new AppError('log.closed');
  };

  const claim: EventLog['claim'] = async ({ owner, records }) => {
    assertOpen();
    sizeOf({ append: records });
    const notOwner = (cause?: unknown): AppError => new AppError('log.not-owner', { retryable: true, context: { owner }, cause });
    const link = openLink(`owner-${owner}`);
    let over = false;
    const end = (): void => {
      over = true;
      open.delete(release);
      link.close();
    };
    /** Any failure ends the producer: it no longer knows what of it a broker has. */
    const orEnd = async <T>(work: () => Promise<T>): Promise<T> => {
      if (over) throw notOwner();
      try {
        return await work();
      } catch (error) {
        end();
        throw isFenced(error) ? notOwner(error) : asAppError(error);
      }
    };

    const transact = await orEnd(() => openTransactions({ ...options, link, transactionalId: topics.full(owner) }));
    /** What comes while a transaction is under way shares the next one. */
    const queue = createCommitQueue<readonly Append[], readonly Position[]>((units) =>
      orEnd(async () => {
        const positions = await transact(units.flat());
        let from = 0;
        return units.map(({ length }) => positions.slice(from, (from += length)));
      }),
    );
    const append = async (unit: readonly Append[]): Promise<readonly Position[]> => {
      assertOpen();
      const positions = await queue.add(unit, sizeOf({ append: unit }));
      if (unit.length > 0) onAppend();
      return positions;
    };
    const release = async (): Promise<void> => {
      await queue.settled();
      end();
    };
    open.add(release);
    return { claimed: await append(records), append, release };
  };

  return {
    claim,
    close: async () => {
      closed = true;
      await Promise.all([...open].map((release) => release()));
    },
  };
};
