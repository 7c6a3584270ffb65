import { asAppError, isLostMembership, isUnknownTopic, protocolType } from './failures.ts';
import type { Link } from './link.ts';
import type { TopicPartition } from './assignment.ts';
import { decodeShare, encodeMember, encodeShare, protocolName, shareOut } from './assignment.ts';
import { pause } from './pause.ts';

export type GroupTimeouts = {
  /** A member that has not been heard of for so long is out of the group, and its partitions go to others. */
  readonly sessionMs: number;
  readonly heartbeatMs: number;
  /** So long the others wait for a member to join again when the group is shared out anew. */
  readonly rebalanceMs: number;
  /** So long a member finishes what it has in hand before it joins again, or leaves. */
  readonly finishMs: number;
};

/** What this process holds of a group, for one generation of it. */
export type Member = { readonly memberId: string; readonly generationId: number; readonly partitions: readonly TopicPartition[] };

/** The work of a member with its share. */
export type Share = {
  /** Takes nothing new; resolves when what is in hand is done. */
  readonly finish: () => Promise<void>;
  /** From now on nothing is committed. */
  readonly end: () => void;
};

export type MembershipOptions = {
  readonly link: Link;
  /** Leaves the group also when the link is cut. */
  readonly leaveLink: Link;
  /** The names on the cluster. */
  readonly group: string;
  readonly topics: readonly string[];
  readonly allPartitions: () => readonly TopicPartition[];
  readonly exclusive: boolean;
  readonly timeouts: GroupTimeouts;
  readonly begin: (member: Member) => Share;
  readonly onBeat: () => void;
  readonly onError: (error: unknown, attempt: number) => void;
  readonly onFatal: (error: unknown) => void;
};

const quietFailures = 3;
const quietUnknown = 10;

export type Membership = {
  readonly start: () => void;
  /** Leaves; with `finish` after what is in hand is done, for as long as `finishMs`. */
  readonly stop: (how: 'finish' | 'at once') => Promise<void>;
};

/**
 * Being a member of a consumer group: join, beat, finish what is in hand when the group is shared out anew, join again. The beating does not
 * depend on the work, so work may take as long as it wants; whether it still moves is the consumer's to watch.
 */
export const createMembership = (options: MembershipOptions): Membership => {
  const { link, group, topics, timeouts } = options;
  const stopping = new AbortController();
  let finishing = true;
  let memberId = '';
  let joining = false;
  let loop: Promise<void> | undefined;
  let stopped: Promise<void> | undefined;

  const join = async (): Promise<Member> =>
    await link.runGroup(group, topics, async (coordinator) => {
      const groupProtocols = [{ name: protocolName, metadata: encodeMember(topics, options.exclusive) }];
      const joined = await coordinator.joinGroup({ groupId: group, sessionTimeout: timeouts.sessionMs, rebalanceTimeout: timeouts.rebalanceMs, memberId, groupProtocols });
      memberId = joined.memberId;
      const { generationId } = joined;
      const shares = joined.leaderId === memberId ? shareOut(joined.members, options.allPartitions()) : [];
      const groupAssignment = shares.map((share) => ({ memberId: share.memberId, memberAssignment: encodeShare(share.partitions) }));
      const { memberAssignment } = await coordinator.syncGroup({ groupId: group, generationId, memberId, groupAssignment });
      return { memberId, generationId, partitions: decodeShare(memberAssignment) };
    });

  /** Beats until the group is shared out anew or `until` is given. @throws when the member has lost its place, or may have. */
  const beatUntil = async (member: Member, until: AbortSignal, throughRebalance: boolean): Promise<void> => {
    let heard = performance.now();
    let wait = timeouts.heartbeatMs;
    for (;;) {
      await pause(wait, until);
      if (until.aborted) return;
      try {
        await link.runGroup(group, topics, (coordinator) => coordinator.heartbeat({ groupId: group, groupGenerationId: member.generationId, memberId: member.memberId }));
        options.onBeat();
        heard = performance.now();
        wait = timeouts.heartbeatMs;
      } catch (error) {
        if (protocolType(error) === 'REBALANCE_IN_PROGRESS') {
          if (!throughRebalance) return;
          heard = performance.now();
          continue;
        }
        if (isLostMembership(error) || performance.now() - heard > timeouts.sessionMs) throw error;
        wait = Math.min(500, timeouts.heartbeatMs);
      }
    }
  };

  /** Lets the work finish while the member goes on beating. */
  const finish = async (member: Member, share: Share): Promise<void> => {
    const over = new AbortController();
    const finished = Promise.race([share.finish(), pause(timeouts.finishMs, over.signal)]).finally(() => over.abort());
    await Promise.all([finished, beatUntil(member, over.signal, true)]).finally(() => over.abort());
  };

  const run = async (): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      let share: Share | undefined;
      try {
        joining = true;
        const member = await join().finally(() => (joining = false));
        if (stopping.signal.aborted) return;
        failures = 0;
        share = options.begin(member);
        await beatUntil(member, stopping.signal, false);
        if (finishing) await finish(member, share);
      } catch (error) {
        if (protocolType(error) === 'UNKNOWN_MEMBER_ID' || protocolType(error) === 'FENCED_INSTANCE_ID') memberId = '';
        else if (isLostMembership(error)) await pause(50, stopping.signal);
        else if (!stopping.signal.aborted) {
          // A group that moves to another broker answers so a few times, and one that has just started may not know the topics yet: no news for people.
          if (failures >= (isUnknownTopic(error) ? quietUnknown : quietFailures)) options.onError(asAppError(error), failures);
          await pause(Math.min(5_000, 100 * 2 ** failures), stopping.signal);
          failures += 1;
        }
      } finally {
        share?.end();
      }
    }
  };

  const leave = async (): Promise<void> => {
    if (memberId === '') return;
    // The coordinator finds out by itself, only later, when it cannot be told.
    const told = options.leaveLink.runGroup(group, topics, (coordinator) => coordinator.leaveGroup({ groupId: group, memberId })).catch(() => undefined);
    await Promise.race([told, pause(5_000)]);
  };

  const stop = async (how: 'finish' | 'at once'): Promise<void> => {
    finishing = how === 'finish';
    stopping.abort();
    // To join takes as long as the other members need to finish: that is not waited for.
    if (joining) link.close();
    await loop;
    link.close();
    await leave();
  };

  return {
    start: () => {
      loop ??= run().catch(options.onFatal);
    },
    stop: (how) => (stopped ??= stop(how)),
  };
};
