import { describe, expect, it } from 'vitest';
import { checkViews } from './check-views.ts';
import { playDistrict } from './play-district.ts';

describe('every view over a synthetic district', () => {
  it.each([
    { preset: 'present', seed: 1, from: '2026-02-13', days: 8, rate: 0.4, residents: 900, oversight: true },
    { preset: 'present', seed: 2, from: '2026-04-20', days: 40, rate: 0.08, residents: 900, oversight: true, faults: { oldPaper: 0.3, longLet: 0.8, cancellation: 0.05 } },
    { preset: 'reform', seed: 3, from: '2025-06-25', days: 8, rate: 0.4, residents: 900, oversight: true },
  ] as const)('equals what plain functions make of the truth: $preset, seed $seed', async (options) => {
    const played = await playDistrict(options);
    try {
      expect(played.wrong.slice(0, 5)).toEqual([]);
      const { rows, differences } = await checkViews(played, played.warehouse);
      expect([...differences.slice(0, 4), ...differences.slice(-4)]).toEqual([]);
      const views = await played.warehouse.query<{ name: string }>("SELECT name FROM system.tables WHERE database = 'da06' AND engine = 'View' AND empty(parameterized_view_parameters) AND NOT startsWith(name, 'raw_')");
      expect(Object.keys(rows).sort()).toEqual(views.map(({ name }) => name).sort());
      expect(rows['stays']).toBeGreaterThan(500);
      expect(rows['residents']).toBeGreaterThan(700);
      expect(rows['reports']).toBeGreaterThan(30);
      expect(rows['coach_trips']).toBeGreaterThan(20);
      expect(rows['alerts']).toBeGreaterThan(100);
    } finally {
      await played.close();
    }
  }, 300_000);
});
