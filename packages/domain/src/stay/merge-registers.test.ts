import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRegisters, type StayEvent } from './merge-registers.ts';
import { compareOrder, orderOf } from './order.ts';

const event = (n: number, type: string, revision: number, groups: StayEvent['data']['groups'], yields: string[] = []): StayEvent => ({
  id: `00000000-0000-7000-8000-00000000000${n}`, type: `vn.da06.stay.${type}.v1`, sequence: `000000000000000${n}`, recordedtime: `2026-11-20T07:00:0${n}.000Z`,
  data: { facilityKind: 'hotel', tourism: true, revision, groups, sets: Object.keys(groups), yields },
});
const orders = <T>(list: readonly T[]): T[][] => (list.length <= 1 ? [[...list]] : list.flatMap((one, index) => orders(list.filter((_, other) => other !== index)).map((rest) => [one, ...rest])));

describe('the registers of a stay', () => {
  const life = [event(1, 'checked-in', 0, { room: '', reason: 'tourism', departure: null }), event(2, 'corrected', 0, { reason: 'work' }), event(3, 'checked-out', 0, { departure: '2026-11-22T05:00:00.000Z' }), event(4, 'cancelled', 0, {})];

  it('give the same state for every order of check-in, patch, check-out and cancel', () => {
    const states = orders(life).map(mergeRegisters);
    expect(states).toHaveLength(24);
    for (const state of states) expect(state).toEqual(states[0]);
    expect(states[0]).toMatchObject({ seen: true, cancelled: true, groups: { reason: 'work', departure: '2026-11-22T05:00:00.000Z' } });
  });
  it('do not change when events are repeated', () => fc.assert(fc.property(fc.array(fc.constantFrom(...life), { minLength: 4 }), (more) => { expect(mergeRegisters([...more, ...life])).toEqual(mergeRegisters(life)); })));
  it('let revision 2 stand against a later revision 1', () => {
    const state = mergeRegisters([event(1, 'checked-in', 1, { reason: 'tourism' }), event(2, 'checked-in', 2, { reason: 'work' }), event(3, 'checked-in', 1, { reason: 'study' })]);
    expect(state.groups.reason).toBe('work');
  });
  it('end A, B, A at A', () => expect(mergeRegisters([event(1, 'checked-in', 0, { reason: 'work' }), event(2, 'checked-in', 0, { reason: 'study' }), event(3, 'checked-in', 0, { reason: 'work' })]).groups.reason).toBe('work'));
  it('keep what was set before a first check-in that yields it', () => {
    const state = mergeRegisters([event(1, 'checked-out', 0, { departure: '2026-11-22T05:00:00.000Z' }), event(2, 'checked-in', 3, { departure: null, reason: 'work' }, ['departure'])]);
    expect(state).toMatchObject({ seen: true, groups: { departure: '2026-11-22T05:00:00.000Z', reason: 'work' } });
  });
  it('reopen a cancelled stay by a later check-in, not by a correction', () => {
    expect(mergeRegisters([...life, event(5, 'corrected', 0, { reason: 'study' })]).cancelled).toBe(true);
    expect(mergeRegisters([...life, event(5, 'checked-in', 0, { reason: 'study' })]).cancelled).toBe(false);
  });
  it('show nothing and know no facility before a check-in', () => {
    expect(mergeRegisters([event(1, 'corrected', 0, { reason: 'work' })])).toMatchObject({ seen: false, facilityKind: '', tourism: false, firstRecordedAt: '', groups: { reason: 'work' } });
    expect(mergeRegisters([])).toEqual({ seen: false, cancelled: false, groups: {}, facilityKind: '', tourism: false, firstRecordedAt: '', newestEventId: '' });
  });
  it('stay cancelled when the first check-in yields a cancellation told before it', () => {
    expect(mergeRegisters([event(1, 'cancelled', 0, {}), event(2, 'checked-in', 0, { reason: 'work' }, ['cancelled'])])).toMatchObject({ seen: true, cancelled: true });
  });
  it('keep a value that was yielded where nobody set one', () => {
    expect(mergeRegisters([event(1, 'checked-in', 0, { departure: null, reason: 'work' }, ['departure'])]).groups).toEqual({ departure: null, reason: 'work' });
  });
  it('tell a group named as empty from one not named', () => {
    expect(mergeRegisters([event(1, 'checked-in', 0, { departure: '2026-11-22T05:00:00.000Z' }), event(2, 'corrected', 0, { departure: null })]).groups).toEqual({ departure: null });
    expect(mergeRegisters([event(1, 'checked-in', 0, { departure: '2026-11-22T05:00:00.000Z' }), event(2, 'corrected', 0, {})]).groups).toEqual({ departure: '2026-11-22T05:00:00.000Z' });
  });
  it('keep the first receipt of a check-in, also where a later one overrides it', () => {
    const [first, again] = [event(2, 'checked-in', 0, { reason: 'work' }), event(3, 'checked-in', 1, { reason: 'study' })];
    expect(mergeRegisters([event(1, 'corrected', 0, {}), again, first])).toMatchObject({ firstRecordedAt: first.recordedtime, newestEventId: again.id });
  });
  it('take the facility as it was at the newest check-in, not at a correction', () => {
    const moved = event(2, 'corrected', 9, { reason: 'work' });
    expect(mergeRegisters([event(1, 'checked-in', 0, {}), { ...moved, data: { ...moved.data, facilityKind: 'motel' } }]).facilityKind).toBe('hotel');
  });
  it('compare ids as the warehouse compares them, by their second half first', () => {
    const [low, high] = ['f0000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
    expect(compareOrder([0, 'a', low], [0, 'a', high])).toBeLessThan(0);
    expect(compareOrder([0, 'b', low], [0, 'a', high])).toBeGreaterThan(0);
    expect(compareOrder([0, 'a', low], [0, 'a', low])).toBe(0);
  });
});

describe('laws of the registers', () => {
  const types = ['checked-in', 'corrected', 'checked-out', 'cancelled'] as const;
  const groups = fc.record({ reason: fc.constantFrom('work', 'study', 'tourism'), departure: fc.constantFrom(null, '2026-11-22T05:00:00.000Z', '2026-11-23T05:00:00.000Z'), sex: fc.constantFrom('M', 'F', '') }, { requiredKeys: [] });
  // Few revisions and few sequences: ties down to the id are common.
  const log = fc.array(fc.record({ type: fc.constantFrom(...types), revision: fc.integer({ min: 0, max: 2 }), sequence: fc.integer({ min: 1, max: 4 }), id: fc.uuid(), groups, yields: fc.subarray(['reason', 'departure', 'cancelled']) }), { maxLength: 9 })
    .map((list) => list.map(({ type, revision, sequence, id, yields, ...rest }): StayEvent => {
      const named: StayEvent['data']['groups'] = type === 'cancelled' ? {} : rest.groups;
      return { ...event(sequence, type, revision, named, type === 'checked-in' ? yields : []), id };
    }));

  it('events in any order and repeated any number of times give one state', () => {
    const copies = log.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), list.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...list), { maxLength: 5 })));
    fc.assert(fc.property(copies, ([list, shuffled, again]) => { expect(mergeRegisters([...again, ...shuffled, ...again])).toEqual(mergeRegisters(list)); }), { numRuns: 300 });
  });
  it('an event below everything known changes at most what nobody has set', () => {
    fc.assert(fc.property(log, (list) => {
      const [first, ...rest] = [...list].sort((a, b) => compareOrder(orderOf(a), orderOf(b)));
      if (first === undefined) return;
      const [before, after] = [mergeRegisters(rest), mergeRegisters(list)];
      const set = new Set(rest.flatMap(({ data }) => data.sets.filter((name) => data.yields?.includes(name) !== true)));
      for (const name of set) expect(after.groups[name as 'reason']).toEqual(before.groups[name as 'reason']);
    }));
  });
  it('the order of events is total', () => {
    fc.assert(fc.property(log, (list) => { for (const a of list) for (const b of list) expect(Math.sign(compareOrder(orderOf(a), orderOf(b)))).toBe(-Math.sign(compareOrder(orderOf(b), orderOf(a))) + 0); }));
  });
});
