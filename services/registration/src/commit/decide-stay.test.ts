import { mergeRegisters } from '@da06/domain';
import type { StayGroups } from '@da06/events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, isOpen, type RefState, type StayKind } from '../refs/ref-state.ts';
import { decideStay } from './decide-stay.ts';

type Sent = { readonly kind: StayKind; readonly revision: number | undefined; readonly groups: Record<string, string | null> };

const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T05:00:00.000Z`;

const sent: fc.Arbitrary<Sent> = fc.record({
  kind: fc.constantFrom<StayKind>('check-in', 'check-in', 'correct', 'check-out', 'cancel'),
  revision: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
  reason: fc.constantFrom('tourism', 'visit'),
  departure: fc.option(fc.constantFrom(null, at(21), at(22)), { nil: undefined }),
}).map(({ kind, revision, reason, departure }): Sent => {
  const named: Record<string, string | null> = departure === undefined ? {} : { departure };
  if (kind === 'check-in') return { kind, revision, groups: { reason, ...named } };
  if (kind === 'correct') return { kind, revision, groups: { reason } };
  return { kind, revision, groups: kind === 'check-out' ? { departure: departure ?? at(21) } : {} };
});

type Recorded = { readonly id: string; readonly type: string; readonly sequence: string; readonly recordedtime: string; readonly data: { readonly facilityKind: string; readonly tourism: boolean; readonly revision: number; readonly groups: StayGroups; readonly sets: string[]; readonly yields: readonly string[] } };

const types: Readonly<Record<StayKind, string>> = { 'check-in': 'vn.da06.stay.checked-in.v1', correct: 'vn.da06.stay.corrected.v1', 'check-out': 'vn.da06.stay.checked-out.v1', cancel: 'vn.da06.stay.cancelled.v1' };

const play = (requests: readonly Sent[]): { readonly state: RefState | undefined; readonly events: Recorded[]; readonly statuses: string[] } => {
  let state: RefState | undefined;
  const events: Recorded[] = [];
  const statuses = requests.map(({ kind, revision, groups }, index) => {
    const sets = Object.keys(groups);
    // As take-in makes it: a departure that is not named and one that is null are the same text.
    const contentMac = JSON.stringify([kind, groups['reason'], groups['departure'] ?? null]);
    const decision = decideStay({ kind, revision, sets, contentMac }, state);
    if (decision.status === 'duplicate') return 'duplicate';
    const id = `id-${String(index).padStart(3, '0')}`;
    const departure = groups['departure'];
    state = applyChange(state, {
      kind, id, revision: decision.revision, sets, yields: decision.yields, mac: contentMac, late: false, personKey: undefined, documentKey: undefined, owner: '', arrivedAt: undefined, expectedAt: undefined,
      departedAt: departure === undefined || departure === null ? departure : Date.parse(departure),
    });
    events.push({ id, type: types[kind], sequence: String(index).padStart(16, '0'), recordedtime: at(20), data: { facilityKind: 'hotel', tourism: true, revision: decision.revision, groups: groups, sets, yields: decision.yields } });
    return decision.status;
  });
  return { state, events, statuses };
};

describe('decideStay', () => {
  it('keeps a state that says what the merged registers of its events say', () => {
    fc.assert(
      fc.property(fc.array(sent, { minLength: 1, maxLength: 12 }), (requests) => {
        const { state, events } = play(requests);
        const merged = mergeRegisters(events);
        expect([state?.seen, state?.cancelled, state !== undefined && isOpen(state)]).toEqual([merged.seen, merged.cancelled, merged.seen && !merged.cancelled && (merged.groups.departure ?? null) === null]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('loses nothing by leaving duplicates out: recording every one of them would end in the same', () => {
    fc.assert(
      fc.property(fc.array(sent, { minLength: 1, maxLength: 10 }), (requests) => {
        const { events, statuses, state } = play(requests);
        const last = requests.at(-1);
        if (statuses.at(-1) !== 'duplicate' || last === undefined || state === undefined) return;
        const repeated: Recorded = {
          id: 'id-999', type: types[last.kind], sequence: '9'.padStart(16, '0'), recordedtime: at(20),
          data: { facilityKind: 'hotel', tourism: true, revision: last.revision ?? state.revision, groups: last.groups, sets: Object.keys(last.groups), yields: ['cancelled', 'reason', 'departure'].filter((name) => last.kind === 'check-in' && (name === 'cancelled' ? state.cancelled : false)) },
        };
        const before = mergeRegisters(events);
        const after = mergeRegisters([...events, repeated]);
        // A check-in that yielded is repeated without overriding what it yielded to: that is the one difference allowed.
        if (events.some(({ data }) => data.yields.length > 0)) return;
        expect([after.cancelled, after.groups.reason, after.groups.departure ?? null]).toEqual([before.cancelled, before.groups.reason, before.groups.departure ?? null]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds the same request directly after itself to be a duplicate', () => {
    fc.assert(
      fc.property(fc.array(sent, { maxLength: 8 }), sent, (before, last) => {
        expect(play([...before, last, last]).statuses.at(-1)).toBe('duplicate');
      }),
      { numRuns: 1_000 },
    );
  });

  it('lets a check-in yield to what came before it, unless its sender numbered it higher', () => {
    const patch: Sent = { kind: 'correct', revision: 1, groups: { reason: 'visit' } };
    expect(mergeRegisters(play([patch, { kind: 'check-in', revision: undefined, groups: { reason: 'tourism' } }]).events).groups.reason).toBe('visit');
    expect(mergeRegisters(play([patch, { kind: 'check-in', revision: 2, groups: { reason: 'tourism' } }]).events).groups.reason).toBe('tourism');
  });
});
