import { registers } from './registers.ts';
import type { RefState, StayKind } from './ref-state.ts';

const kinds: readonly StayKind[] = ['check-in', 'correct', 'check-out', 'cancel'];

/** A state as it is kept: an array, for its keys would take more room than its values. */
export type StoredRef = readonly [
  flags: number, revision: number, putMac: string, putId: string, putRevision: number, touched: number, lastKind: number, lastMac: string, lastId: string, lastRevision: number, lastSets: number,
  revisions: readonly number[] | number, personKey: string, documentKey: string, arrivedAt: number, expectedAt: number, departedAt: number, offsets: readonly number[], older: number, owner?: string,
];

/** The last event is mostly the check-in that holds: then its content and id are kept once. */
export const encodeRef = (state: RefState): StoredRef => {
  const same = state.lastId === state.putId;
  const held = [
    (state.seen ? 1 : 0) | (state.cancelled ? 2 : 0) | (state.late ? 4 : 0), state.revision, state.putMac, state.putId, state.putRevision, state.touched,
    kinds.indexOf(state.lastKind), same ? '' : state.lastMac, same ? '' : state.lastId, state.lastRevision, state.lastSets,
    packRevisions(state.revisions), state.personKey, state.documentKey === state.personKey ? '=' : state.documentKey, state.arrivedAt, state.expectedAt, state.departedAt, state.offsets, state.older,
  ] as const;
  return state.owner === '' ? held : [...held, state.owner];
};

export const decodeRef = (stored: StoredRef): RefState => {
  const [flags, revision, putMac, putId, putRevision, touched, lastKind, lastMac, lastId, lastRevision, lastSets, revisions, personKey, documentKey, arrivedAt, expectedAt, departedAt, offsets, older, owner = ''] = stored;
  const same = lastId === '';
  return {
    seen: (flags & 1) !== 0, cancelled: (flags & 2) !== 0, late: (flags & 4) !== 0, revision, putMac, putId, putRevision, touched,
    lastKind: kinds[lastKind] ?? 'check-in', lastMac: same ? putMac : lastMac, lastId: same ? putId : lastId, lastRevision, lastSets,
    revisions: typeof revisions === 'number' ? unpackRevisions(revisions) : revisions, personKey, documentKey: documentKey === '=' ? personKey : documentKey, arrivedAt, expectedAt, departedAt, offsets, older, owner,
  };
};

/** Mostly every register that is set was set by revision 0: then a bit a register is enough. */
const packRevisions = (revisions: readonly number[]): readonly number[] | number => {
  let bits = 0;
  for (let place = 0; place < revisions.length; place += 1) {
    const revision = revisions[place] ?? -1;
    if (revision > 0) return revisions;
    if (revision === 0) bits |= 1 << place;
  }
  return bits;
};

const unpackRevisions = (bits: number): number[] => registers.map((_, place) => ((bits & (1 << place)) === 0 ? -1 : 0));
