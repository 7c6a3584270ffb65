import kafkajs from 'kafkajs';

const { MemberAssignment, MemberMetadata } = kafkajs.AssignerProtocol;

/** The name of our way to share out; all members of a group use the same, or the coordinator refuses them. */
export const protocolName = 'da06-even-or-exclusive';
const version = 1;

/** One partition; `topic` is the name on the cluster. */
export type TopicPartition = { readonly topic: string; readonly partition: number };
export type Share = { readonly memberId: string; readonly partitions: readonly TopicPartition[] };

/** What a member says of itself when it joins. */
export const encodeMember = (topics: readonly string[], exclusive: boolean): Buffer => MemberMetadata.encode({ version, topics: [...topics], userData: Buffer.from(JSON.stringify({ exclusive })) });

const isExclusive = (metadata: Buffer): boolean => {
  try {
    return (JSON.parse(MemberMetadata.decode(metadata)?.userData.toString() ?? '') as { exclusive?: unknown }).exclusive === true;
  } catch {
    return false;
  }
};

/** Shares out the partitions: all to the first member that wants them for itself, or else evenly in turn. By the members' ids, so that every leader comes to the same. */
export const shareOut = (members: readonly { readonly memberId: string; readonly memberMetadata: Buffer }[], partitions: readonly TopicPartition[]): readonly Share[] => {
  const sorted = members.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1));
  const alone = sorted.find(({ memberMetadata }) => isExclusive(memberMetadata));
  return sorted.map((member, index) => ({
    memberId: member.memberId,
    partitions: alone === undefined ? partitions.filter((_, at) => at % sorted.length === index) : member === alone ? partitions : [],
  }));
};

export const encodeShare = (partitions: readonly TopicPartition[]): Buffer => {
  const assignment: Record<string, number[]> = {};
  for (const { topic, partition } of partitions) (assignment[topic] ??= []).push(partition);
  return MemberAssignment.encode({ version, assignment, userData: Buffer.alloc(0) });
};

export const decodeShare = (share: Buffer): readonly TopicPartition[] =>
  Object.entries(MemberAssignment.decode(share)?.assignment ?? {}).flatMap(([topic, partitions]) => partitions.map((partition) => ({ topic, partition })));
