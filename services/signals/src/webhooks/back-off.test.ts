import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('an attempt is waited for between a second and an hour, whatever chance says and however long it has failed', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), chance, (failures, random) => {
    const wait = backOffMs(failures, random);
    expect(wait).toBeGreaterThanOrEqual(1_000);
    expect(wait).toBeLessThanOrEqual(3_600_000);
  }));
});

it('no later attempt is waited for less than an earlier one could be at the least, and a day holds at least twenty-four', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), chance, chance, (failures, earlier, later) => {
    expect(backOffMs(failures + 1, later)).toBeGreaterThanOrEqual(Math.min(backOffMs(failures, earlier), backOffMs(failures + 1, 0)));
  }));
  expect([1, 2, 3, 11, 12, 13].map((failures) => backOffMs(failures, 0))).toEqual([1_000, 2_000, 4_000, 1_024_000, 1_800_000, 1_800_000]);
});
