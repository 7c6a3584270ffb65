import { AppError } from '@da06/errors';
import { atOnce, type Consumer, type ConsumeOptions } from '../port.ts';
import type { KafkaLogger } from './connection.ts';
import { asAppError } from './failures.ts';
import { createLaneReader, type LaneReader } from './lane-reader.ts';
import type { Link } from './link.ts';
import { createMembership, type GroupTimeouts, type Member } from './membership.ts';
import { fetchCommitted, listOffsets, sendCommit } from './offsets.ts';
import { runShare, type RunningShare } from './share.ts';
import type { TopicMap } from './topic-map.ts';

export type ConsumerTimeouts = GroupTimeouts & {
  /** After so long without any progress the consumer leaves and says so. */
  readonly stuckMs: number;
};

export type ConsumerDeps = {
  readonly topics: TopicMap;
  /** The log's own link. */
  readonly shared: Link;
  readonly openLink: (purpose: string) => Link;
  /** The group's name on the cluster. */
  readonly group: string;
  readonly timeouts: ConsumerTimeouts;
  readonly upToDate: () => Promise<void>;
  readonly logger: KafkaLogger;
};

const defaultBackOff = (attempt: number): number => Math.min(10_000, 100 * 2 ** attempt);

/** A member of a consumer group that hands out what the group gives it. */
export const createKafkaConsumer = (deps: ConsumerDeps, options: ConsumeOptions): Consumer => {
  const { topics, shared, group, timeouts, logger } = deps;
  const link = deps.openLink('member');
  const names = options.topics.map(topics.full);
  let share: RunningShare | undefined;
  let held = 0;
  let progress = performance.now();
  let watchdog: NodeJS.Timeout | undefined;
  let over = false;

  const onProgress = (): void => {
    progress = performance.now();
  };
  const allPartitions = () => options.topics.flatMap((topic) => Array.from({ length: topics.partitions(topic) }, (_, partition) => ({ topic: topics.full(topic), partition })));

  const fail = (error: unknown): void => {
    if (over) return;
    over = true;
    clearInterval(watchdog);
    void membership
      .stop('at once')
      .catch(() => undefined)
      .then(() => options.onFatal?.(asAppError(error)));
  };

  /** Where the group stands in what this member holds. A place that the log does not reach is read like any other, and found out so: it is never moved. */
  const openReader = async (member: Member): Promise<LaneReader> => {
    const lanes = [];
    const committed = await fetchCommitted(link, topics, group, options.topics);
    for (const topic of options.topics) {
      const own = member.partitions.filter((one) => one.topic === topics.full(topic));
      if (own.length === 0) continue;
      const earliest = await listOffsets(link, topics, topic, 'earliest');
      for (const { partition } of own) lanes.push({ topic, partition, from: committed.get(topic)?.[partition] ?? earliest[partition] ?? 0n });
    }
    return createLaneReader({ link: deps.openLink('read'), full: topics.full, lanes, maxRecords: options.maxRecords, maxBytes: options.maxBytes });
  };

  const begin = (member: Member): RunningShare => {
    logger.debug({ group, generation: member.generationId, partitions: member.partitions.length }, 'holds a share of the group');
    held = member.partitions.length;
    onProgress();
    const before = share?.left ?? Promise.resolve();
    const begun = runShare({
      options: { ...options, backOff: options.backOff ?? defaultBackOff, idlePoll: Math.min(options.idlePoll ?? 500, 5_000), linger: options.linger ?? 0, inTurn: options.inTurn ?? atOnce },
      before,
      open: () => openReader(member),
      upToDate: deps.upToDate,
      commit: (commits) => sendCommit(link, topics, group, commits, member),
      onProgress,
      onFatal: fail,
    });
    share = begun;
    return {
      ...begun,
      end: () => {
        begun.end();
        if (share === begun) held = 0;
      },
    };
  };

  const membership = createMembership({
    link,
    leaveLink: shared,
    group,
    topics: names,
    allPartitions,
    exclusive: options.exclusive ?? false,
    timeouts,
    begin,
    // A member with a batch in hand lives by that batch; one that waits for records, or for a share, by being heard.
    onBeat: () => {
      if (share?.busy() !== true) onProgress();
    },
    onError: options.onError,
    onFatal: fail,
  });

  const watch = (): void => {
    const still = performance.now() - progress;
    if (still > timeouts.stuckMs) fail(new AppError('log.consumer-stuck', { context: { group, seconds: Math.round(still / 1000), inHand: share?.busy() ?? false } }));
  };

  return {
    start: async () => {
      await topics.need(options.topics).catch(rethrow);
      onProgress();
      watchdog = setInterval(watch, Math.max(50, Math.min(10_000, timeouts.stuckMs / 5))).unref();
      membership.start();
    },
    stop: async () => {
      const failed = over;
      over = true;
      clearInterval(watchdog);
      await membership.stop('finish');
      // A handler that is stuck is not waited for: that is what was found out.
      if (!failed) await share?.left;
    },
    lag: async () => {
      await topics.need(options.topics).catch(rethrow);
      const committed = await fetchCommitted(shared, topics, group, options.topics).catch(rethrow);
      let behind = 0n;
      for (const topic of options.topics) {
        const [earliest, ends] = await Promise.all([listOffsets(shared, topics, topic, 'earliest'), listOffsets(shared, topics, topic, 'end')]).catch(rethrow);
        for (const [partition, end] of ends.entries()) {
          const at = committed.get(topic)?.[partition] ?? earliest[partition] ?? 0n;
          if (end > at) behind += end - at;
        }
      }
      return Number(behind);
    },
    ownsAll: () => !over && held > 0 && held === allPartitions().length,
  };
};

const rethrow = (error: unknown): never => {
  throw asAppError(error);
};
