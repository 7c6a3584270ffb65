import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareLines } from '../prepare-body.ts';
import type { LeanItem } from '../prepare-item.ts';
import { changes } from '../register/resident-fields.ts';
import { residentContext, sampleChange, sampleWorker, workerContext } from '../register/samples.ts';
import { sampleContext, sampleStay } from '../samples.ts';
import { deps } from '../take-in.fixture.ts';
import type { TakeInContext } from '../types.ts';
import { buffersOf, createPacker, unpackItems } from './packed.ts';

const guest = sampleStay()['guest'] as Record<string, unknown>;
const withDocument = (document: object): object => ({ guest: { ...guest, document } });

/** What makes one record another kind of record on its way. */
const kinds: readonly object[] = [
  {}, { revision: undefined }, { revision: 7 }, { departure: undefined }, { departure: '2026-11-20T18:00' }, { expectedDeparture: null }, { notifiedAt: '2026-11-20T15:00' }, { arrival: '2026-11-20' },
  { arrival: '2026-11-01T09:00' }, withDocument({ kind: 'passport', number: 'C0123456', issuingState: 'KOR' }), withDocument({ kind: 'cccd', number: '070190104730', formerNumber: '285123456' }), { room: '' }, { lạ: 1 }, { guest: 'ai' },
];
const line = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.nat(99), fc.constantFrom(...kinds), fc.constantFrom(...kinds)).map(([number, one, other]) => JSON.stringify({ ...sampleStay(number), ...one, ...other })) },
  { weight: 1, arbitrary: fc.constantFrom('{"ref"', '[]', '', 'mẫu') },
);

const lean = (text: string, context: TakeInContext = sampleContext): LeanItem[] => [...prepareLines({ bytes: Buffer.from(text), firstIndex: 3, firstLine: 5 }, context, deps).items];
const comparable = (items: readonly LeanItem[]) => items.map(({ draft, ...item }) => ({ ...item, draft: draft && { ...draft, dataJson: String(draft.dataJson) } }));

const sent = (items: readonly LeanItem[], most = items.length): LeanItem[] => {
  const packer = createPacker(most);
  items.forEach(packer.add);
  const packed = packer.packed();
  return [...unpackItems(structuredClone(packed, { transfer: buffersOf(packed) }))];
};

describe('records on their way between threads', () => {
  it('arrive as they were sent, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const items = lean(lines.join('\n'));
        expect(comparable(sent(items))).toEqual(comparable(items));
      }),
      { numRuns: 200 },
    );
  });

  it('arrive as they were sent from a register too', () => {
    const record = fc.tuple(fc.constantFrom(...changes), fc.nat(99), fc.constantFrom({}, { revision: 3 }, { unit: '25357' }, { unit: 'W25345@2025' }, { on: null }, { lạ: 1 }));
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 12 }), (records) => {
        const items = lean(records.map(([change, number, edits]) => JSON.stringify({ ...sampleChange(change, number), ...edits })).join('\n'), residentContext);
        expect(comparable(sent(items))).toEqual(comparable(items));
      }),
      { numRuns: 100 },
    );
    const workers = lean([1, 2].map((number) => JSON.stringify(sampleWorker(number))).join('\n'), workerContext);
    expect(comparable(sent(workers))).toEqual(comparable(workers));
  });

  it('arrive whole when their texts are longer than was thought', () => {
    const items = lean(Array.from({ length: 20 }, (_, number) => JSON.stringify({ ...sampleStay(number), note: 'mẫu '.repeat(400) })).join('\n'));
    expect(comparable(sent(items))).toEqual(comparable(items));
  });

  it('are mostly not objects: a check-in without a link to another paper lies in the buffers, and so does a register’s record of a person', () => {
    const packer = createPacker(3);
    lean([{}, kinds[2], kinds[10]].map((kind, number) => JSON.stringify({ ...sampleStay(number), ...kind })).join('\n')).forEach(packer.add);
    expect([...packer.packed().others.keys()]).toEqual([2]);
    const records = createPacker(10);
    lean(changes.map((change) => JSON.stringify(sampleChange(change))).join('\n'), residentContext).forEach(records.add);
    expect([...records.packed().others.keys()]).toEqual([changes.indexOf('birth')]);
  });
});
