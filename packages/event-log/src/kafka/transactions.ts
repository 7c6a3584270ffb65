import { AppError } from '@da06/errors';
import type { Append, Position } from '../port.ts';
import { isFenced } from './failures.ts';
import type { TransactionalProducer } from './kafkajs.ts';
import type { Link } from './link.ts';
import { createSend, mayRetry, type Lane, type Send } from './produce.ts';
import { retried } from './retry.ts';
import type { TopicMap } from './topic-map.ts';
import { sendAll } from './write-units.ts';

export type TransactionsOptions = {
  /** For this producer alone. */
  readonly link: Link;
  readonly topics: TopicMap;
  readonly transactionalId: string;
  readonly compression: number;
  readonly requestMs: number;
  /** How long each step is tried again. After the same time the broker aborts a transaction that was left lying, which holds up its readers. */
  readonly forMs: number;
  readonly signal: AbortSignal;
};

/** Appends records in one transaction. After a failure it is of no use any more. */
export type Transact = (records: readonly Append[]) => Promise<readonly Position[]>;

/**
 * Becomes the producer of a transactional id: whoever was it before is shut out from when this resolves, and a transaction it had under
 * way is aborted. Not kafkajs' own producer: that tries neither the commit again nor what a broker refuses while it still ends the transaction
 * before, and is stuck after either.
 */
export const openTransactions = async ({ link, topics, transactionalId, compression, requestMs, forMs, signal }: TransactionsOptions): Promise<Transact> => {
  // A broker acknowledges a commit before it has marked the partitions, and begins nothing new until then: a matter of milliseconds.
  const step = <T>(work: () => Promise<T>): Promise<T> => retried(work, { forMs, mayRetry, signal, firstWaitMs: 3 });
  const begun = await step(() => link.runTransactional(transactionalId, (coordinator) => coordinator.initProducerId({ transactionalId, transactionTimeout: forMs })));
  const producer: TransactionalProducer = { transactionalId, producerId: begun.producerId, producerEpoch: begun.producerEpoch };
  const produce = createSend({ link, compression, requestMs, forMs, signal, producer });
  /** Records sent so far, by partition: a broker knows by them what it was sent twice. */
  const sequences = new Map<string, number>();
  const nameOf = ({ topic, partition }: Lane): string => `${partition} ${topic}`;

  const addPartitions = async (lanes: readonly Lane[]): Promise<void> => {
    const wanted = [...new Set(lanes.map(({ topic }) => topic))].map((topic) => ({ topic, partitions: lanes.filter((lane) => lane.topic === topic).map(({ partition }) => partition) }));
    await step(() => link.runTransactional(transactionalId, (coordinator) => coordinator.addPartitionsToTxn({ ...producer, topics: wanted })));
  };
  const commit = async (): Promise<void> => {
    let asked = 0;
    try {
      await step(() =>
        link.runTransactional(transactionalId, (coordinator) => {
          asked += 1;
          return coordinator.endTxn({ ...producer, transactionResult: true });
        }),
      );
    } catch (error) {
      // Another producer may have come after an answer that was lost: the commit may have been taken.
      throw isFenced(error) && asked > 1 ? new AppError('log.unavailable', { retryable: true, detail: 'Whether the transaction was committed is not known.' }) : error;
    }
  };

  return async (records) => {
    if (records.length === 0) return [];
    await topics.need([...new Set(records.map(({ topic }) => topic))]);
    const added = new Set<string>();
    const send: Send = async (lanes) => {
      const fresh = lanes.filter((lane) => !added.has(nameOf(lane)));
      if (fresh.length > 0) await addPartitions(fresh);
      for (const lane of fresh) added.add(nameOf(lane));
      const offsets = await produce(lanes.map((lane) => ({ ...lane, firstSequence: sequences.get(nameOf(lane)) ?? 0 })));
      for (const lane of lanes) sequences.set(nameOf(lane), (sequences.get(nameOf(lane)) ?? 0) + lane.messages.length);
      return offsets;
    };
    const positions = await sendAll(records, topics, send);
    await commit();
    return positions;
  };
};
