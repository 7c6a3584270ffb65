import { instant, localDay, localMidnight } from '@da06/domain';
import type { HybridClock, topics } from '@da06/events';
import type { Decided } from '../owner/owner.ts';
import type { ProgrammeState } from '../state/state.ts';

/** An event that was decided, before it gets its id, its times and its place. */
export type Draft = {
  readonly topic: typeof topics.steps | typeof topics.reports;
  readonly type: string;
  readonly subject: string;
  /** The local day it happened. */
  readonly at: string;
  /** false = its stream has no versions. */
  readonly versioned: boolean;
  readonly data: object;
};

export type By = { readonly actor: string; /** Unix milliseconds. */ readonly receivedAt: number };

export type ComposeDeps = { readonly sequence: HybridClock; readonly newId: () => string };

/** Drafts as events on top of a state; several of one subject get versions one after the other. What happened on the day of its receipt happened then, else with its day. */
export const compose = (drafts: readonly Draft[], { actor, receivedAt }: By, state: ProgrammeState, { sequence, newId }: ComposeDeps): readonly Decided[] => {
  const taken = new Map<string, number>();
  const versionOf = ({ topic, subject }: Draft): number => {
    const key = `${topic} ${subject}`;
    const version = taken.get(key) ?? state.nextVersion(topic, subject);
    taken.set(key, version + 1);
    return version;
  };
  return drafts.map((draft) => ({ topic: draft.topic, event: {
    specversion: '1.0', id: newId(), source, type: draft.type, subject: draft.subject,
    time: instant(draft.at === localDay(receivedAt) ? receivedAt : localMidnight(draft.at)), datacontenttype: 'application/json', recordedtime: instant(receivedAt),
    sequence: sequence.next(), ...(draft.versioned && { streamversion: versionOf(draft) }), actor, data: draft.data as Record<string, unknown>,
  } }));
};

export const source = '/da06/programme';
