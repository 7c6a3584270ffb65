import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abortedOf } from './aborted.ts';
import type { RawRecord } from './kafkajs.ts';

type Made = { readonly producerId: string; readonly inTransaction: boolean; readonly ends?: 'commit' | 'abort' };

const raw = ({ producerId, inTransaction, ends }: Made, offset: number): RawRecord => ({
  offset: String(offset), value: Buffer.alloc(0), isControlRecord: ends !== undefined, batchContext: { producerId, inTransaction },
  key: ends === undefined ? Buffer.from([0, 0, 0, 0]) : Buffer.from([0, 0, 0, ends === 'abort' ? 0 : 1]),
});

/** What a broker tells of a partition: transactions that were aborted, with their first and last offset. */
const abortedIn = (made: readonly Made[]) => {
  const found: { readonly producerId: string; readonly first: number; readonly last: number }[] = [];
  const began = new Map<string, number>();
  for (const [offset, { producerId, inTransaction, ends }] of made.entries()) {
    if (!inTransaction) continue;
    if (ends === undefined && !began.has(producerId)) began.set(producerId, offset);
    const first = began.get(producerId);
    if (ends === 'abort' && first !== undefined) found.push({ producerId, first, last: offset });
    if (ends !== undefined) began.delete(producerId);
  }
  return found;
};

const madeRecord = fc.record({ producerId: fc.constantFrom('1', '2', '3'), inTransaction: fc.boolean(), ends: fc.constantFrom(undefined, undefined, undefined, 'commit' as const, 'abort' as const) })
  .map(({ ends, ...made }): Made => (ends === undefined ? made : { ...made, inTransaction: true, ends }));

describe('records of aborted transactions', () => {
  it('are told from those of others, wherever in the partition reading begins', () => {
    fc.assert(
      fc.property(fc.array(madeRecord, { maxLength: 40 }), fc.nat({ max: 40 }), (made, from) => {
        const aborted = abortedIn(made);
        const told = aborted.filter(({ last }) => last >= from).map(({ producerId, first }) => ({ producerId, firstOffset: String(first) }));
        const isAborted = abortedOf(told.toReversed());
        for (const [offset, one] of made.entries()) {
          if (offset < from) continue;
          const expected = one.inTransaction && one.ends === undefined && aborted.some(({ producerId, first, last }) => producerId === one.producerId && first <= offset && offset < last);
          if (one.ends === undefined) expect(isAborted(raw(one, offset))).toBe(expected);
          else isAborted(raw(one, offset));
        }
      }),
    );
  });
});
