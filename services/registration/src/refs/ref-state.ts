import { cancelledPlace, maskOf, registers } from './registers.ts';

export type StayKind = 'check-in' | 'correct' | 'check-out' | 'cancel';

/** What the write side knows of one reference, of a stay or of a register's record: enough to tell repeats, amendments and open stays; values it does not decide with stay in the log. */
export type RefState = {
  /** A check-in is known. */
  readonly seen: boolean;
  readonly cancelled: boolean;
  /** Whether the first check-in came late. */
  readonly late: boolean;
  /** The highest revision seen. */
  readonly revision: number;
  /** The check-in that holds: its content, event and revision. '' while none is known. */
  readonly putMac: string;
  readonly putId: string;
  readonly putRevision: number;
  /** Registers that hold what other events have set, not that check-in, as bits: one it would set, did it come again. */
  readonly touched: number;
  readonly lastKind: StayKind;
  readonly lastMac: string;
  readonly lastId: string;
  readonly lastRevision: number;
  /** What the last event named, as bits: a departure that is not named and one that is null have the same content. */
  readonly lastSets: number;
  /** The revision that set each register, in the order of `registers`; -1 = not set. */
  readonly revisions: readonly number[];
  readonly personKey: string;
  readonly documentKey: string;
  /** Of a register's record: uid of its unit, or who sent it where it names none; '' of a stay. A commune's key may change its own alone. */
  readonly owner: string;
  /** Unix milliseconds; 0 = not known. */
  readonly arrivedAt: number;
  readonly expectedAt: number;
  readonly departedAt: number;
  /** Newest places in the stay's partition of the log, added once they are known; `older` chunks of them are kept apart. */
  offsets: readonly number[];
  readonly older: number;
};

/** A recorded event of a stay or of a register's record, as the index needs it. An absent time = not named; null = named without a value. */
export type StayChange = {
  readonly kind: StayKind;
  readonly id: string;
  readonly revision: number;
  readonly sets: readonly string[];
  readonly yields: readonly string[];
  readonly mac: string;
  readonly late: boolean;
  readonly personKey: string | undefined;
  readonly documentKey: string | undefined;
  readonly owner: string;
  readonly arrivedAt: number | undefined;
  readonly expectedAt: number | null | undefined;
  readonly departedAt: number | null | undefined;
};

const unset: readonly number[] = registers.map(() => -1);
const cancelledBit = 1 << cancelledPlace;

const initial: RefState = {
  seen: false, cancelled: false, late: false, revision: 0, putMac: '', putId: '', putRevision: 0, touched: 0, lastKind: 'check-in', lastMac: '', lastId: '', lastRevision: 0, lastSets: 0,
  revisions: unset, personKey: '', documentKey: '', owner: '', arrivedAt: 0, expectedAt: 0, departedAt: 0, offsets: [], older: 0,
};

/**
 * The state after one more event. Events are folded in the order they were recorded, so an event wins a register unless a higher
 * revision has set it: the same as the order (revision, sequence, id) of the tables.
 */
export const applyChange = (before: RefState | undefined, change: StayChange): RefState => {
  const state = before ?? initial;
  const { kind, revision } = change;
  const isCheckIn = kind === 'check-in';
  let named = maskOf(change.sets);
  if (isCheckIn || kind === 'cancel') named |= cancelledBit;
  const yielded = isCheckIn ? maskOf(change.yields) : 0;
  const won = winsOf(named & ~yielded, revision, state.revisions);
  const holds = isCheckIn && (!state.seen || revision >= state.putRevision);
  return {
    seen: state.seen || isCheckIn,
    cancelled: has(won, cancelledPlace) ? kind === 'cancel' : state.cancelled,
    late: state.seen ? state.late : isCheckIn && change.late,
    revision: Math.max(state.revision, revision),
    putMac: holds ? change.mac : state.putMac,
    putId: holds ? change.id : state.putId,
    putRevision: holds ? revision : state.putRevision,
    touched: holds ? (named & ~yielded & ~won) | (heldBits(state.revisions) & ~named) : state.touched | won,
    lastKind: kind,
    lastMac: change.mac,
    lastId: change.id,
    lastRevision: revision,
    lastSets: maskOf(change.sets),
    revisions: won === 0 ? state.revisions : state === initial ? firstRevisions(won, revision) : state.revisions.map((held, place) => (has(won, place) ? revision : held)),
    personKey: has(won, personPlace) ? (change.personKey ?? '') : state.personKey,
    documentKey: has(won, personPlace) ? (change.documentKey ?? '') : state.documentKey,
    owner: has(won, personPlace) ? change.owner : state.owner,
    arrivedAt: has(won, arrivalPlace) ? (change.arrivedAt ?? 0) : state.arrivedAt,
    expectedAt: has(won, expectedPlace) ? (change.expectedAt ?? 0) : state.expectedAt,
    departedAt: has(won, departurePlace) ? (change.departedAt ?? 0) : state.departedAt,
    offsets: state.offsets,
    older: state.older,
  };
};

const has = (bits: number, place: number): boolean => (bits & (1 << place)) !== 0;

const personPlace = registers.indexOf('person');
const arrivalPlace = registers.indexOf('arrival');
const expectedPlace = registers.indexOf('expectedDeparture');
const departurePlace = registers.indexOf('departure');

/** Most stays are registered once, with the same groups: their revisions are one array. */
const known = new Map<number, readonly number[]>();
const firstRevisions = (won: number, revision: number): readonly number[] => {
  const shared = revision === 0 ? known.get(won) : undefined;
  if (shared !== undefined) return shared;
  const revisions = unset.map((held, place) => (has(won, place) ? revision : held));
  if (revision === 0) known.set(won, revisions);
  return revisions;
};

const heldBits = (revisions: readonly number[]): number => revisions.reduce((bits, revision, place) => (revision >= 0 ? bits | (1 << place) : bits), 0);

const winsOf = (named: number, revision: number, held: readonly number[]): number => {
  let won = 0;
  for (let place = 0; place < registers.length; place += 1) {
    if ((named & (1 << place)) !== 0 && revision >= (held[place] ?? -1)) won |= 1 << place;
  }
  return won;
};

/** A stay that a departure by document can close. */
export const isOpen = (state: RefState): boolean => state.seen && !state.cancelled && state.departedAt === 0;
