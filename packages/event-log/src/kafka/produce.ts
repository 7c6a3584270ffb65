import { AppError } from '@da06/errors';
import { asAppError, isProducerOver, isUnknownTopic } from './failures.ts';
import type { Broker, Message, TransactionalProducer } from './kafkajs.ts';
import type { Link } from './link.ts';
import { retried } from './retry.ts';

/** Records of one partition, in their order; `topic` is the name on the cluster. */
export type Lane = { readonly topic: string; readonly partition: number; readonly messages: readonly Message[]; /** In a transaction: how many the producer has sent to the partition before. */ readonly firstSequence?: number };

export type Send = (lanes: readonly Lane[]) => Promise<readonly bigint[]>;

export type SendOptions = { readonly link: Link; readonly compression: number; readonly requestMs: number; /** How long it is tried again. */ readonly forMs: number; readonly signal: AbortSignal; /** Writes in its transaction. */ readonly producer?: TransactionalProducer };

/** Trying again may help, also when the topic is unknown: a broker that has just started may not have heard of it. */
export const mayRetry = (error: unknown): boolean => {
  if (isProducerOver(error)) return false;
  const meaning = asAppError(error);
  return isUnknownTopic(error) || (meaning instanceof AppError && meaning.retryable);
};

/**
 * Sends records to all in-sync replicas of their partitions and resolves with the offset of each lane's first. A broker whose answer is lost
 * is sent the same again: outside of a transaction a record may then stand twice, never not at all; within one the broker knows it by its sequence.
 * No idempotent producer on purpose: kafkajs' own loses acknowledged records when two sends overlap a retry.
 * @throws AppError `log.unavailable` when it is not acknowledged in time: part of it may be kept nevertheless.
 */
export const createSend = ({ link, compression, requestMs, forMs, signal, producer }: SendOptions): Send => {
  const sendTo = async (broker: Broker, lanes: readonly Lane[], kept: Map<Lane, bigint>): Promise<void> => {
    const topicData = [...new Set(lanes.map(({ topic }) => topic))].map((topic) => ({ topic, partitions: lanes.filter((lane) => lane.topic === topic) }));
    const { topics } = await broker.produce({ acks: -1, timeout: Math.max(1_000, requestMs - 5_000), compression, topicData, ...producer });
    for (const { topicName, partitions } of topics) {
      for (const { partition, baseOffset } of partitions) {
        const lane = lanes.find((one) => one.topic === topicName && one.partition === partition);
        if (lane !== undefined) kept.set(lane, BigInt(baseOffset));
      }
    }
  };

  return async (lanes) => {
    const kept = new Map<Lane, bigint>();
    const topics = [...new Set(lanes.map(({ topic }) => topic))];
    const attempt = (): Promise<void> =>
      link.run(topics, async (cluster) => {
        const byLeader = new Map<string, Lane[]>();
        for (const lane of lanes) {
          if (kept.has(lane)) continue;
          const [leader = ''] = Object.keys(cluster.findLeaderForPartitions(lane.topic, [lane.partition]));
          byLeader.set(leader, [...(byLeader.get(leader) ?? []), lane]);
        }
        const sent = [...byLeader].map(async ([nodeId, own]) => sendTo(await cluster.findBroker({ nodeId }), own, kept));
        const failed = (await Promise.allSettled(sent)).find((one) => one.status === 'rejected');
        if (failed !== undefined) throw failed.reason;
      });
    await retried(attempt, { forMs, mayRetry, signal });
    return lanes.map((lane) => kept.get(lane) as bigint);
  };
};
