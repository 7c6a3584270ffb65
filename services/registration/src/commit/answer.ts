import type { Fault } from '@da06/errors';
import type { At } from '../take-in/types.ts';

type ItemStatus = 'accepted' | 'duplicate' | 'amended' | 'rejected';

/** One record of an answer (contracts.md, Answers). */
export type AnswerItem = {
  readonly index: number;
  readonly ref: string;
  readonly status: ItemStatus;
  readonly late: boolean;
  readonly registrationNumber: string | null;
  readonly eventId: string | null;
  readonly hash: string;
  readonly at?: At;
  readonly faults: readonly Fault[];
};

export type Counts = { readonly received: number; readonly accepted: number; readonly duplicate: number; readonly amended: number; readonly late: number; readonly rejected: number };

/** What became of a request's records. `seen` tells of each whether a check-in of its reference is known now. */
export type Outcome = { readonly counts: Counts; readonly items: readonly AnswerItem[]; readonly seen: readonly boolean[] };

/** received = accepted + rejected; duplicate, amended and late are counted within accepted. */
export const countItems = (items: readonly AnswerItem[]): Counts => {
  const counts = { received: items.length, accepted: 0, duplicate: 0, amended: 0, late: 0, rejected: 0 };
  for (const { status, late } of items) {
    if (status === 'rejected') counts.rejected += 1;
    else counts.accepted += 1;
    if (status === 'duplicate') counts.duplicate += 1;
    if (status === 'amended') counts.amended += 1;
    if (late) counts.late += 1;
  }
  return counts;
};

/** How often each code was found. */
export const countCodes = (items: readonly AnswerItem[]): Record<string, number> => {
  const codes: Record<string, number> = {};
  for (const { faults } of items) for (const { code } of faults) codes[code] = (codes[code] ?? 0) + 1;
  return codes;
};
