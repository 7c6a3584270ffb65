import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDistrict } from './district.ts';
import { faultDefaults, type DistrictOptions, type FaultName } from './options.ts';

const options = (over: Partial<DistrictOptions> = {}): DistrictOptions => ({ preset: 'present', seed: 7, from: '2026-02-10', days: 10, rate: 0.25, ...over });
const seeds = fc.record({ seed: fc.integer(), preset: fc.constantFrom('present' as const, 'reform' as const), from: fc.constantFrom('2025-07-01', '2026-02-10', '2026-08-31'), oversight: fc.boolean() });
const noFaults = Object.fromEntries(Object.keys(faultDefaults).map((name) => [name, 0])) as Record<FaultName, number>;

describe('a district', () => {
  it('sends the same bytes for the same options, whoever walks it and however often', () => {
    fc.assert(fc.property(seeds, (over) => {
      const district = createDistrict(options({ ...over, days: 3 }));
      const first = JSON.stringify([...district.sendings()]);
      expect(JSON.stringify([...district.sendings()])).toBe(first);
      expect(JSON.stringify([...createDistrict(options({ ...over, days: 3 })).sendings()])).toBe(first);
      expect(JSON.stringify(district.truth())).toBe(JSON.stringify(district.truth()));
    }), { numRuns: 4 });
  }, 20_000);

  it('sends in the order of time, and of more days the same and more', () => {
    fc.assert(fc.property(seeds, (over) => {
      const few = [...createDistrict(options({ ...over, days: 3 })).sendings()];
      const more = createDistrict(options({ ...over, days: Number.POSITIVE_INFINITY })).sendings()[Symbol.iterator]();
      expect(few.map(({ at }) => at)).toEqual([...few.map(({ at }) => at)].sort((a, b) => a - b));
      for (const sending of few) expect(more.next().value).toEqual(sending);
    }), { numRuns: 4 });
  });

  it('goes on after a moment as if it had been walked to there', () => {
    const whole = createDistrict(options({ oversight: true }));
    const all = [...whole.sendings()];
    const after = all[Math.floor(all.length / 2)]?.at ?? 0;
    expect([...whole.sendings({ after })]).toEqual(all.filter(({ at }) => at > after));
  });

  it('expects no fault of anything when no faults are planted', () => {
    for (const sending of createDistrict(options({ faults: noFaults })).sendings()) if (sending.expected.about === 'stays') expect(sending.expected).toMatchObject({ rejected: 0, duplicate: 0, codes: {} });
  });

  it('refuses options that cannot be, with every reason at once', () => {
    expect(() => createDistrict(options({ from: '2025-02-30', days: 0, rate: -1 }))).toThrow(/from.*days.*rate/);
    expect(() => createDistrict(options({ from: '2025-06-30' }))).toThrow(/preset reform/);
    expect(() => createDistrict(options({ faults: { late: 2 } }))).toThrow(/late/);
  });
});
