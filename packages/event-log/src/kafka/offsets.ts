import { AppError } from '@da06/errors';
import type { Commit } from '../port.ts';
import { isLostMembership, protocolType } from './failures.ts';
import type { Link } from './link.ts';
import type { TopicMap } from './topic-map.ts';

/** The first or the next offset of every partition of a topic. */
export const listOffsets = (link: Link, topics: TopicMap, topic: string, which: 'earliest' | 'end'): Promise<readonly bigint[]> => {
  const name = topics.full(topic);
  const count = topics.partitions(topic);
  return link.run([name], async (cluster) => {
    const partitions = Array.from({ length: count }, (_, partition) => ({ partition }));
    const [found] = await cluster.fetchTopicsOffset([{ topic: name, partitions, fromBeginning: which === 'earliest' }]);
    const offsets = Array.from({ length: count }, () => 0n);
    for (const { partition, offset } of found?.partitions ?? []) offsets[partition] = BigInt(offset);
    return offsets;
  });
};

/** How far a group came in each partition of some topics; undefined where it never committed. `group` is the name on the cluster. */
export const fetchCommitted = (link: Link, topics: TopicMap, group: string, of: readonly string[]): Promise<ReadonlyMap<string, readonly (bigint | undefined)[]>> =>
  link.runGroup(group, of.map(topics.full), async (coordinator) => {
    const wanted = of.map((topic) => ({ topic: topics.full(topic), partitions: Array.from({ length: topics.partitions(topic) }, (_, partition) => ({ partition })) }));
    const { responses } = await coordinator.offsetFetch({ groupId: group, topics: wanted });
    return new Map(
      of.map((topic) => {
        const found = responses.find((one) => one.topic === topics.full(topic))?.partitions ?? [];
        const offsets = Array.from({ length: topics.partitions(topic) }, (): bigint | undefined => undefined);
        for (const { partition, offset } of found) offsets[partition] = BigInt(offset) < 0n ? undefined : BigInt(offset);
        return [topic, offsets];
      }),
    );
  });

/** Who commits: a member in its generation, or nobody, which a group takes while it has no members. */
export type Committer = { readonly memberId: string; readonly generationId: number };
const nobody: Committer = { memberId: '', generationId: -1 };

export const sendCommit = async (link: Link, topics: TopicMap, group: string, commits: readonly Commit[], { memberId, generationId }: Committer = nobody): Promise<void> => {
  const names = [...new Set(commits.map(({ topic }) => topic))];
  const of = names.map((topic) => ({
    topic: topics.full(topic),
    partitions: commits.filter((commit) => commit.topic === topic).map(({ partition, offset }) => ({ partition, offset: String(offset) })),
  }));
  await link.runGroup(group, of.map(({ topic }) => topic), (coordinator) => coordinator.offsetCommit({ groupId: group, groupGenerationId: generationId, memberId, topics: of }));
};

/** Commits for a group that nobody is a member of. @throws AppError `log.unavailable` while it has members. */
export const commitForNobody = async (link: Link, topics: TopicMap, group: string, commits: readonly Commit[]): Promise<void> => {
  try {
    await sendCommit(link, topics, group, commits);
  } catch (error) {
    if (!isLostMembership(error)) throw error;
    throw new AppError('log.unavailable', { retryable: true, cause: error, context: { kafka: protocolType(error) }, detail: `The group ${group} has members, and only they may say how far it came.` });
  }
};
