import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCubes, type Cubes } from './cubes.fixture.ts';

let cubes: Cubes;
beforeAll(async () => {
  cubes = await startCubes();
});
afterAll(() => cubes.stop());

const flows = (where: string, { asOf = '', boundary = '' } = {}): Promise<readonly string[]> =>
  cubes.lines(`SELECT substring(toString(month), 1, 7) AS of_month, place, entered, left, hired, lost, exact, closed FROM labour_change_at(as_of = '${asOf}', boundary = '${boundary}', known_at = '') WHERE ${where} AND entered + left + hired + lost != 0`);

/** Ten men of N1 had work until September and have none since; six women of N1, of whom nobody asked before, found some in October in N2; five left N2 in November, on whose last day seven came. */
const movers = [
  [10, { unit: 'N1', from: '2024-03-01', until: '2026-09-15' }], [10, { of: 0, unit: 'N1', from: '2026-09-15', status: 'unemployed' }],
  [6, { unit: 'N1', from: '2025-01-01', until: '2026-10-31', status: 'inactive', sex: 'F' }], [6, { of: 10, unit: 'N2', from: '2026-10-31', sex: 'F' }],
  [5, { unit: 'N2', from: '2025-01-01', until: '2026-11-02' }], [7, { unit: 'N2', from: '2026-11-30' }],
] as const;

describe('labour_change', () => {
  it('tells who entered, left, found and lost work in the month of the day on which it holds; a move to another unit is none for all', async () => {
    await cubes.people({ workers: movers });
    expect(await flows("place_kind != 'area'")).toEqual([
      '2024-03  10 0 0 0 1 1', '2024-03 N1 10 0 0 0 1 1', '2025-01  11 0 0 0 1 1', '2025-01 N1 6 0 0 0 1 1', '2025-01 N2 5 0 0 0 1 1', '2026-09  0 0 0 10 1 1', '2026-09 N1 0 0 0 10 1 1',
      '2026-10  0 0 6 0 1 1', '2026-10 N1 0 6 0 0 1 1', '2026-10 N2 6 0 6 0 1 1', '2026-11  7 5 0 0 1 1', '2026-11 N2 7 5 0 0 1 1',
    ]);
    const [months] = await cubes.lines("SELECT toUInt32(uniqExact(month)) AS months, toUInt32(count()) AS of_places FROM labour_change WHERE place_kind != 'area'");
    expect(months).toBe('33 99');
  });

  it('ends with the day it is asked of: who leaves later is still there, and the month is not over', async () => {
    await cubes.people({ workers: movers });
    expect((await flows("place_kind = 'all'", { asOf: '2026-11-29' })).at(-1)).toBe('2026-11  0 5 0 0 1 0');
    expect((await flows("place_kind = 'all'", { asOf: '2026-11-01' })).at(-1)).toBe('2026-10  0 0 6 0 1 1');
  });

  it('is shared out on older boundaries as an estimate, and half of what happened in N2 in the area', async () => {
    await cubes.people({ workers: [[20, { unit: 'N1', from: '2026-09-01' }], [10, { unit: 'N2', from: '2026-09-01' }]] });
    expect(await flows('1', { boundary: '2025-06-30' })).toEqual(['2026-09  30 0 0 0 1 1', '2026-09 A 12 0 0 0 0 1', '2026-09 B 8 0 0 0 0 1', '2026-09 C 10 0 0 0 1 1', '2026-09 D 25 0 0 0 0 1']);
  });

  it('leaves out a unit’s number under five with the next beside it, and that of an area they are in', async () => {
    await cubes.people({ workers: [[4, { unit: 'N1', from: '2026-09-01' }], [10, { unit: 'N2', from: '2026-09-01' }]] });
    expect(await cubes.lines("SELECT place, entered, left, suppressed FROM labour_change WHERE month = '2026-09-01'")).toEqual([' 14 0 0', 'D - 0 1', 'N1 - 0 1', 'N2 - 0 1']);
    await cubes.people({ workers: [[4, { unit: 'N1', from: '2026-09-01' }]] });
    expect(await cubes.lines("SELECT place, entered FROM labour_change WHERE month = '2026-09-01'")).toEqual([' -', 'D -', 'N1 -']);
  });

  it('has no rows without workers', async () => {
    await cubes.people({});
    expect(await cubes.lines('SELECT * FROM labour_change')).toEqual([]);
  });
});
