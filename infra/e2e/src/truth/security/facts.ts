import type { TruthPaper } from '@da06/simulator';

/** Which of what is played comes first in the log: each of these is done when the next begins. Moments order what lies in one of them. */
export const phases = { before: 0, stays: 1, records: 2, after: 3 } as const;
export type Phase = (typeof phases)[keyof typeof phases];

/** When something was told. */
export type Moment = { readonly phase: Phase; /** Unix milliseconds. */ readonly at: number };

/** Somebody who is watched for, by one paper. */
export type Watched = { readonly entry: string; readonly eventId: string; readonly paper: TruthPaper; readonly reasonClass: string; readonly validFrom: string; readonly expiresOn: string; readonly added: Moment; readonly removed: (Moment & { readonly cause: string }) | undefined };

/** What came of an alert, by what it is about: the steps of its life after it was raised. */
export type Judged = { readonly entry: string; readonly facility: string; readonly ref: string; readonly steps: readonly { readonly action: 'confirm' | 'dismiss' | 'close'; readonly reason: string }[]; readonly at: number };

/** What was played of a watch-list. */
export type WatchFacts = { readonly watched: readonly Watched[]; readonly judged: readonly Judged[] };
