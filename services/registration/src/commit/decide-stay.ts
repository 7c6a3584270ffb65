import { fault, type Fault } from '@da06/errors';
import { cancelledPlace, maskOf, registers } from '../refs/registers.ts';
import type { RefState, StayKind } from '../refs/ref-state.ts';

/** What a sender asks, as far as the decision needs it. */
export type StayClaim = {
  readonly kind: StayKind;
  /** Undefined = the revision that is known. */
  readonly revision: number | undefined;
  readonly sets: readonly string[];
  readonly contentMac: string;
};

export type StayDecision =
  | { readonly status: 'duplicate'; readonly eventId: string }
  | { readonly status: 'accepted' | 'amended'; readonly revision: number; readonly yields: readonly string[]; readonly faults: readonly Fault[] };

/**
 * Whether a record is new, a repeat or an amendment (contracts.md, Amendments). A repeat is content equal to what holds, with nothing
 * it names changed since, or the same request directly after itself. Everything else is recorded, also an older revision.
 */
export const decideStay = (claim: StayClaim, state: RefState | undefined): StayDecision => {
  const faults: Fault[] = [];
  if (state === undefined) {
    if (claim.kind !== 'check-in') faults.push(fault('', 'stay.not-seen-yet'));
    return { status: 'accepted', revision: claim.revision ?? 0, yields: [], faults };
  }
  const revision = claim.revision ?? state.revision;
  if (repeatsLast(claim, revision, state)) return { status: 'duplicate', eventId: state.lastId };
  if (repeatsCheckIn(claim, revision, state)) return { status: 'duplicate', eventId: state.putId };
  if (claim.kind !== 'check-in' && !state.seen) faults.push(fault('', 'stay.not-seen-yet'));
  if (revision < state.revision) faults.push(fault('/revision', 'stay.revision-older', revision));
  if (state.seen) return { status: 'amended', revision, yields: [], faults };
  return { status: 'accepted', revision, yields: claim.kind === 'check-in' ? yieldsOf(claim, revision, state) : [], faults };
};

const repeatsLast = (claim: StayClaim, revision: number, state: RefState): boolean =>
  claim.kind === state.lastKind && claim.contentMac === state.lastMac && revision === state.lastRevision && maskOf(claim.sets) === state.lastSets;

/** Content that holds is repeated, unless the stay was cancelled, something it names was changed, or a higher revision asserts it anew. */
const repeatsCheckIn = (claim: StayClaim, revision: number, state: RefState): boolean =>
  claim.kind === 'check-in' && state.seen && !state.cancelled && claim.contentMac === state.putMac && (state.touched & maskOf(claim.sets)) === 0 && revision <= state.revision;

/**
 * Registers that were set before this first check-in was known, and keep what they have: the check-in was made first, whenever it came.
 * Only one whose sender gave it a higher revision than theirs takes precedence.
 */
const yieldsOf = (claim: StayClaim, revision: number, state: RefState): string[] => {
  const named = maskOf(claim.sets) | (1 << cancelledPlace);
  return registers.filter((_, place) => {
    const held = state.revisions[place] ?? -1;
    return (named & (1 << place)) !== 0 && (held === 0 || (held > 0 && held >= revision));
  });
};
