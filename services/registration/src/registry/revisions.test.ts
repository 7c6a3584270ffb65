import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessOn, withVersion, type BusinessRecord } from './business-record.ts';
import { isRepeat, revised, type Revised } from './revisions.ts';

type Told = { readonly revision: number; readonly what: string };
// As events are: objects with a prototype, which counts where they are compared.
const word = fc.record({ revision: fc.nat(3), what: fc.constantFrom('a', 'b', 'c') }, { noNullPrototype: true });
const words = fc.array(word, { minLength: 1, maxLength: 12 });
const fold = (told: readonly Told[]): Revised<Told> | undefined => told.reduce<Revised<Told> | undefined>((known, one) => revised(known, one), undefined);

describe('what is replaced whole by revision', () => {
  it('holds the last of the highest revision, as the tables do', () => {
    fc.assert(fc.property(words, (told) => {
      const highest = Math.max(...told.map(({ revision }) => revision));
      expect(fold(told)?.held).toBe(told.findLast(({ revision }) => revision === highest));
    }));
  });

  it('takes what holds, and what was said last, for a repeat, and nothing else', () => {
    fc.assert(fc.property(words, word, (told, next) => {
      const known = fold(told);
      const same = (one: Told | undefined): boolean => one?.revision === next.revision && one.what === next.what;
      expect(isRepeat(known, next)).toBe(same(known?.held) || same(known?.last));
    }));
    expect(isRepeat(undefined, { revision: 0 })).toBe(false);
  });
});

describe('a business in time', () => {
  const version = (validFrom: string, readers: number) => ({ id: 'b-1', kind: 'other' as const, unit: 'W', readers, readersSince: null, validFrom, closedOn: null });
  const days = fc.array(fc.tuple(fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'), fc.nat(9)), { minLength: 1, maxLength: 8 });

  it('is on each day what was last told of the newest day of validity by then, or what it was first', () => {
    fc.assert(fc.property(days, fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-15', '2026-03-01'), (told, day) => {
      const record = told.reduce<BusinessRecord>((known, [validFrom, readers]) => withVersion(known, version(validFrom, readers)), []);
      const known = [...new Set(told.map(([validFrom]) => validFrom))].sort();
      const expected = known.findLast((validFrom) => validFrom <= day) ?? known[0];
      expect([businessOn(record, day).validFrom, businessOn(record, day).readers]).toEqual([expected, told.findLast(([validFrom]) => validFrom === expected)?.[1]]);
    }));
  });
});
