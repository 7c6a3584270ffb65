import { AppError } from '@da06/errors';
import type { Link } from './link.ts';

/** The topics of the cluster that begin with our prefix, by their names without it. */
export type TopicMap = {
  /** Names the cluster: offsets of one mean nothing in another. */
  readonly clusterId: string;
  /** The name on the cluster. */
  readonly full: (topic: string) => string;
  /** @throws AppError `log.topic-missing` */
  readonly partitions: (topic: string) => number;
  /** Looks again on the cluster for topics that are not known. @throws AppError `log.topic-missing` */
  readonly need: (topics: readonly string[]) => Promise<void>;
};

export const loadTopicMap = async (link: Link, prefix: string): Promise<TopicMap> => {
  const counts = new Map<string, number>();
  const load = async (): Promise<string> => {
    const { clusterId, topicMetadata } = await link.run([], (cluster) => cluster.metadata());
    for (const { topic, partitionMetadata } of topicMetadata) if (topic.startsWith(prefix)) counts.set(topic.slice(prefix.length), partitionMetadata.length);
    return clusterId;
  };
  const clusterId = await load();
  const partitions = (topic: string): number => {
    const count = counts.get(topic);
    if (count === undefined) throw new AppError('log.topic-missing', { detail: `It is ${prefix}${topic}.`, context: { topic: `${prefix}${topic}` } });
    return count;
  };
  return {
    clusterId,
    full: (topic) => `${prefix}${topic}`,
    partitions,
    need: async (topics) => {
      if (topics.every((topic) => counts.has(topic))) return;
      await load();
      for (const topic of topics) partitions(topic);
    },
  };
};
