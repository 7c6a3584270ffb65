import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordGroups } from '../refs/reference.ts';
import { applyChange, type RefState, type StayKind } from '../refs/ref-state.ts';
import { decideRecord } from './decide-record.ts';

type Sent = { readonly kind: StayKind; readonly revision: number | undefined; readonly content: string };
type Recorded = { readonly id: string; readonly kind: StayKind; readonly revision: number; readonly content: string };

const sent: fc.Arbitrary<Sent> = fc.record({
  kind: fc.constantFrom<StayKind>('check-in', 'check-in', 'cancel'), revision: fc.option(fc.nat({ max: 3 }), { nil: undefined }), content: fc.constantFrom('a', 'b'),
});

const play = (requests: readonly Sent[]): { readonly state: RefState | undefined; readonly events: Recorded[]; readonly told: { readonly status: string; readonly codes: readonly string[] }[] } => {
  let state: RefState | undefined;
  const events: Recorded[] = [];
  const told = requests.map(({ kind, revision, content }, index) => {
    const contentMac = `${kind} ${content}`;
    const decision = decideRecord({ kind, revision, sets: recordGroups(kind), contentMac }, state);
    if (decision.status === 'duplicate') return { status: 'duplicate', codes: [] };
    const id = `id-${String(index)}`;
    state = applyChange(state, {
      kind, id, revision: decision.revision, sets: recordGroups(kind), yields: decision.yields, mac: contentMac, late: false, personKey: content, documentKey: undefined, owner: content,
      arrivedAt: undefined, expectedAt: undefined, departedAt: undefined,
    });
    events.push({ id, kind, revision: decision.revision, content });
    return { status: decision.status, codes: decision.faults.map(({ code }) => code) };
  });
  return { state, events, told };
};

/** What the tables hold: of the highest revision the last event. */
const heldOf = (events: readonly Recorded[]): Recorded | undefined => events.reduce<Recorded | undefined>((held, event) => (held === undefined || event.revision >= held.revision ? event : held), undefined);

describe('decideRecord', () => {
  it('keeps a state that says what the tables say: withdrawn or not, and whose record it is', () => {
    fc.assert(
      fc.property(fc.array(sent, { minLength: 1, maxLength: 12 }), (requests) => {
        const { state, events } = play(requests);
        const record = heldOf(events.filter(({ kind }) => kind === 'check-in'));
        expect([state?.seen, state?.cancelled, state?.personKey, state?.owner]).toEqual([record !== undefined, heldOf(events)?.kind === 'cancel', record?.content ?? '', record?.content ?? '']);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves out as duplicates only what would change nothing in the tables', () => {
    fc.assert(
      fc.property(fc.array(sent, { maxLength: 10 }), sent, (before, last) => {
        const { events, told, state } = play([...before, last]);
        if (told.at(-1)?.status !== 'duplicate' || state === undefined) return;
        const repeated = { id: 'again', kind: last.kind, revision: last.revision ?? state.revision, content: last.content };
        const [held, after] = [heldOf(events), heldOf([...events, repeated])];
        expect([after?.kind, after?.kind === 'cancel' ? '' : after?.content]).toEqual([held?.kind, held?.kind === 'cancel' ? '' : held?.content]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds the same request directly after itself to be a duplicate', () => {
    fc.assert(
      fc.property(fc.array(sent, { maxLength: 8 }), sent, (before, last) => {
        expect(play([...before, last, last]).told.at(-1)?.status).toBe('duplicate');
      }),
      { numRuns: 1_000 },
    );
  });

  it('warns of a withdrawal of what it does not know, and of a revision below one it knows', () => {
    const withdrawal: Sent = { kind: 'cancel', revision: undefined, content: 'a' };
    const record: Sent = { kind: 'check-in', revision: 3, content: 'a' };
    expect(play([withdrawal, record, { ...record, revision: 1, content: 'b' }]).told.map(({ codes }) => codes)).toEqual([['record.not-seen-yet'], [], ['record.revision-older']]);
  });
});
