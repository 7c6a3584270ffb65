import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCubes, type Cubes } from './cubes.fixture.ts';

let cubes: Cubes;
beforeAll(async () => {
  cubes = await startCubes();
});
afterAll(() => cubes.stop());

const at = (view: string, { asOf = '', boundary = '', knownAt = '' } = {}): string => `${view}_at(as_of = '${asOf}', boundary = '${boundary}', known_at = '${knownAt}')`;
const population = (where: string, day?: { readonly asOf?: string; readonly boundary?: string; readonly knownAt?: string }): Promise<readonly string[]> =>
  cubes.lines(`SELECT place_kind, place, status, sex, age_group, persons, exact FROM ${at('population', day)} WHERE ${where}`);
const indicators = (view: string, where: string, day?: { readonly asOf?: string; readonly boundary?: string }): Promise<readonly string[]> => cubes.lines(`SELECT code, place, value FROM ${at(view, day)} WHERE ${where}`);

/** N1: 6 men of 30 and 7 girls of 5. N2: 10 men of 40 and 9 women of 70. 32 people. */
const village = [
  [6, { unit: 'N1', sex: 'M', born: 1996 }], [7, { unit: 'N1', sex: 'F', born: 2021 }], [10, { unit: 'N2', sex: 'M', born: 1986 }], [9, { unit: 'N2', sex: 'F', born: 1956 }],
] as const;

describe('population', () => {
  it('is counted by unit and sex, by unit and age, and by age and sex for all and each area, with margins', async () => {
    await cubes.people({ residents: village });
    expect(await cubes.lines("SELECT place_kind, place, place_vi, cube, sex, age_group, persons, exact, as_of, boundary FROM population WHERE place_kind IN ('unit', 'all')")).toEqual([
      'all  Toàn địa bàn age  05-09 7 1 2026-11-30 2026-11-30', 'all  Toàn địa bàn age  30-34 6 1 2026-11-30 2026-11-30', 'all  Toàn địa bàn age  40-44 10 1 2026-11-30 2026-11-30', 'all  Toàn địa bàn age  70-74 9 1 2026-11-30 2026-11-30',
      'all  Toàn địa bàn age-sex F 05-09 7 1 2026-11-30 2026-11-30', 'all  Toàn địa bàn age-sex F 30-34 0 1 2026-11-30 2026-11-30', 'all  Toàn địa bàn age-sex F 40-44 0 1 2026-11-30 2026-11-30', 'all  Toàn địa bàn age-sex F 70-74 9 1 2026-11-30 2026-11-30',
      'all  Toàn địa bàn age-sex M 05-09 0 1 2026-11-30 2026-11-30', 'all  Toàn địa bàn age-sex M 30-34 6 1 2026-11-30 2026-11-30', 'all  Toàn địa bàn age-sex M 40-44 10 1 2026-11-30 2026-11-30', 'all  Toàn địa bàn age-sex M 70-74 0 1 2026-11-30 2026-11-30',
      'all  Toàn địa bàn sex F  16 1 2026-11-30 2026-11-30', 'all  Toàn địa bàn sex M  16 1 2026-11-30 2026-11-30', 'all  Toàn địa bàn total   32 1 2026-11-30 2026-11-30',
      'unit N1 Xã N1 age  05-09 7 1 2026-11-30 2026-11-30', 'unit N1 Xã N1 age  30-34 6 1 2026-11-30 2026-11-30', 'unit N1 Xã N1 age  40-44 0 1 2026-11-30 2026-11-30', 'unit N1 Xã N1 age  70-74 0 1 2026-11-30 2026-11-30',
      'unit N1 Xã N1 sex F  7 1 2026-11-30 2026-11-30', 'unit N1 Xã N1 sex M  6 1 2026-11-30 2026-11-30', 'unit N1 Xã N1 total   13 1 2026-11-30 2026-11-30',
      'unit N2 Xã N2 age  05-09 0 1 2026-11-30 2026-11-30', 'unit N2 Xã N2 age  30-34 0 1 2026-11-30 2026-11-30', 'unit N2 Xã N2 age  40-44 10 1 2026-11-30 2026-11-30', 'unit N2 Xã N2 age  70-74 9 1 2026-11-30 2026-11-30',
      'unit N2 Xã N2 sex F  9 1 2026-11-30 2026-11-30', 'unit N2 Xã N2 sex M  10 1 2026-11-30 2026-11-30', 'unit N2 Xã N2 total   19 1 2026-11-30 2026-11-30',
    ]);
  });

  it('of a new unit is shared among the old ones as an estimate, that of an area by what lies in it; what is told of the old unit is exact', async () => {
    await cubes.people({ residents: [[10, { unit: 'N1' }], [10, { unit: 'N1', former: 'B' }], [10, { unit: 'N2' }], [10, { unit: 'A', from: '2024-01-01' }]] });
    // N1 without a former unit: 6 to A, 4 to B. With B told: all to B. A stays A.
    expect(await population("cube = 'total'", { boundary: '2025-06-30' })).toEqual(['all  permanent   40 1', 'area D permanent   35 0', 'unit A permanent   16 0', 'unit B permanent   14 0', 'unit C permanent   10 1']);
    expect(await population("cube = 'total'", { boundary: '2025-07-01' })).toEqual(['all  permanent   40 1', 'area D permanent   35 0', 'unit N1 permanent   30 1', 'unit N2 permanent   10 1']);
  });

  it('leaves out a small cell and as many more that it cannot be computed back', async () => {
    // Sexes of N1: 3 and 20; of N2: 30 and 40. One small cell: the poorest outside its row and column joins it, which is (N2, M). So all four go, the margins stay.
    const adults = { born: 1990 };
    await cubes.people({ residents: [[3, { ...adults, unit: 'N1', sex: 'F' }], [20, { ...adults, unit: 'N1', sex: 'M' }], [30, { ...adults, unit: 'N2', sex: 'F' }], [40, { ...adults, unit: 'N2', sex: 'M' }]] });
    expect(await cubes.lines("SELECT place_kind, place, sex, persons, suppressed FROM population WHERE place_kind != 'area' AND cube IN ('sex', 'total')")).toEqual([
      'all   93 0', 'all  F 33 0', 'all  M 60 0', 'unit N1  23 0', 'unit N1 F - 1', 'unit N1 M - 1', 'unit N2  70 0', 'unit N2 F - 1', 'unit N2 M - 1',
    ]);
  });

  it('leaves out a unit of less than five, with the next smallest', async () => {
    const [men, women] = [{ from: '2024-01-01', sex: 'M', born: 1996 }, { from: '2024-01-01', sex: 'F', born: 1950 }] as const;
    await cubes.people({ residents: [[2, { unit: 'A', ...men }], [2, { unit: 'A', ...women }], [10, { unit: 'B', ...men }], [10, { unit: 'B', ...women }], [15, { unit: 'C', ...men }], [15, { unit: 'C', ...women }], [10, { unit: 'A', from: '2024-01-01', track: 'temporary' }]] });
    expect(await cubes.lines(`SELECT status, place, persons FROM ${at('population', { boundary: '2025-06-30' })} WHERE place_kind != 'area' AND cube = 'total'`)).toEqual(['permanent  54', 'permanent A -', 'permanent B -', 'permanent C 30', 'temporary  10', 'temporary A 10']);
  });

  it('turns at the end of local days, as known by then', async () => {
    await cubes.people({
      residents: [
        [10, { unit: 'A', from: '2024-02-29', until: '2025-07-01', closedBy: 'next', after: 'N1' }], [10, { unit: 'N1', from: '2025-07-01', openedBy: 'moved', before: 'A' }],
        [5, { unit: 'N2', from: '2025-01-01', knownFrom: '2025-03-01', knownUntil: '2025-03-10' }], [5, { unit: 'N2', from: '2025-01-01', until: '2025-02-01', closedBy: 'outside', knownFrom: '2025-03-10' }],
      ],
    });
    const units = (asOf: string, knownAt = ''): Promise<readonly string[]> => cubes.lines(`SELECT place, persons FROM ${at('population', { asOf, knownAt })} WHERE cube = 'total' AND place_kind = 'unit'`);
    expect(await units('2024-02-28')).toEqual([]);
    expect(await units('2024-02-29')).toEqual(['A 10']);
    expect(await units('2025-06-30')).toEqual(['A 10']);
    expect(await units('2025-07-01')).toEqual(['N1 10']);
    expect(await units('2025-02-15', '2025-02-28')).toEqual(['A 10']);
    expect(await units('2025-02-15', '2025-03-09')).toEqual(['A 10', 'C 5']);
    expect(await units('2025-02-15', '2025-03-10')).toEqual(['A 10']);
  });
});

describe('households', () => {
  it('are counted once at a place, of permanent residents who told theirs', async () => {
    // Five households of two in N1 and six of one in N2; three people told none.
    const residents = [...Array.from({ length: 5 }, (_, at) => [2, { unit: 'N1', household: `h${at}` }] as const), ...Array.from({ length: 6 }, (_, at) => [1, { unit: 'N2', household: `g${at}` }] as const), [3, {}] as const];
    await cubes.people({ residents });
    expect(await cubes.lines('SELECT place_kind, place, households, persons, exact FROM households')).toEqual(['all  11 16 1', 'area D 8 13 0', 'unit N1 5 10 1', 'unit N2 6 6 1']);
    expect(await indicators('household_indicators', "place_kind != 'area'")).toEqual(['dc.household-size  1.455', 'dc.household-size N1 2', 'dc.household-size N2 1', 'dc.households  11', 'dc.households N1 5', 'dc.households N2 6']);
  });
});

describe('population_change', () => {
  it('counts births, deaths and moves in their month and place; inside all and an area a move cancels itself', async () => {
    await cubes.people({
      residents: [
        [20, {}],
        // Two came in October, one was born here and one was loaded: no moves.
        [2, { unit: 'N1', from: '2026-10-01', openedBy: 'arrival' }], [1, { unit: 'N1', from: '2026-10-02', openedBy: 'birth' }], [1, { unit: 'N1', from: '2026-10-02', openedBy: 'initial' }],
        // Three moved from N1 to N2 on the last day of October.
        [3, { unit: 'N1', from: '2020-01-01', until: '2026-10-31', closedBy: 'next', after: 'N2' }], [3, { unit: 'N2', from: '2026-10-31', openedBy: 'moved', before: 'N1' }],
        // One left on the first of November, one was struck off, one died.
        [1, { unit: 'N1', until: '2026-11-01', closedBy: 'abroad' }], [1, { unit: 'N1', until: '2026-11-02', closedBy: 'cancelled' }], [1, { unit: 'N1', until: '2026-11-03', closedBy: 'death' }], [1, { track: 'death', unit: 'N1', from: '2026-11-03', openedBy: '' }],
        // Lodgers: one came, one renewed, one's time was over.
        [1, { track: 'temporary', unit: 'N2', from: '2026-11-05', openedBy: 'arrival', until: '2027-11-05', closedBy: 'expired' }], [1, { track: 'temporary', unit: 'N2', from: '2026-11-06', openedBy: 'renewal', until: '2027-11-05', closedBy: 'expired' }],
        [1, { track: 'temporary', unit: 'N2', from: '2025-11-06', openedBy: 'initial', until: '2026-11-07', closedBy: 'expired' }],
      ],
      births: [{ month: '2026-10', on: '2026-11-02', sex: 'M', unit: 'N1' }, { month: '2026-11', on: '2026-11-20', sex: 'F', unit: 'N1' }],
    });
    const columns = 'toString(month) AS month, place_kind, place, births_m, births_f, births, deaths, in, out, temporary_in, temporary_out, natural, net, closed';
    expect(await cubes.lines(`SELECT ${columns} FROM ${at('population_change', { asOf: '2026-11-29' })} WHERE place_kind != 'area'`)).toEqual([
      '2026-10-01 all  1 0 1 0 2 0 0 0 1 2 1', '2026-10-01 unit N1 1 0 1 0 2 3 0 0 1 -1 1', '2026-10-01 unit N2 0 0 0 0 3 0 0 0 0 3 1',
      '2026-11-01 all  0 1 1 1 0 1 1 1 0 -1 0', '2026-11-01 unit N1 0 1 1 1 0 1 0 0 0 -1 0', '2026-11-01 unit N2 0 0 0 0 0 0 1 1 0 0 0',
    ]);
    // The area holds all of N1 and half of N2: of three who moved away from N1, one and a half left it.
    expect(await cubes.lines("SELECT toString(month) AS month, in, out, exact FROM population_change WHERE place = 'D' AND month = '2026-10-01'")).toEqual(['2026-10-01 2 1.5 0']);
    // On the last day of a month it is closed.
    expect(await cubes.lines("SELECT toString(month) AS month, closed FROM population_change WHERE place_kind = 'all'")).toEqual(['2026-10-01 1', '2026-11-01 1']);
  });

  it('tells a move between the old parts of a new unit by the former units on both sides', async () => {
    await cubes.people({ residents: [[6, { unit: 'N1', former: 'A', until: '2026-03-01', closedBy: 'next', after: 'N1' }], [6, { unit: 'N1', former: 'B', from: '2026-03-01', openedBy: 'moved', before: 'N1', formerBefore: 'A' }]] });
    const moves = (boundary: string): Promise<readonly string[]> => cubes.lines(`SELECT place, in, out, exact FROM ${at('population_change', { boundary })} WHERE month = '2026-03-01' AND place_kind = 'unit' AND in + out > 0`);
    expect(await moves('2025-06-30')).toEqual(['A 0 6 1', 'B 6 0 1']);
    expect(await moves('2026-11-30')).toEqual([]);
  });
});

describe('population_indicators', () => {
  it('of a unit are of its own people', async () => {
    await cubes.people({ residents: [...village, [8, { track: 'temporary', unit: 'N1' }], [5, { track: 'absence', unit: 'N2' }]] });
    expect(await indicators('population_indicators', "place = 'N1' AND code IN ('dc.permanent', 'dc.sex-ratio', 'dc.density', 'dc.present')")).toEqual(['dc.density N1 1.3', 'dc.permanent N1 13', 'dc.present N1 21', 'dc.sex-ratio N1 85.714']);
  });

  it('count of those declared away the residents alone', async () => {
    await cubes.people({ residents: [...village, [8, { track: 'temporary', unit: 'N1' }], [6, { track: 'absence', unit: 'N2', of: 0 }], [5, { track: 'absence', unit: 'N1', of: 32 }], [9, { track: 'absence', unit: 'N1' }]] });
    expect(await indicators('population_indicators', "place_kind != 'area' AND code IN ('dc.absent', 'dc.present')")).toEqual(['dc.absent  11', 'dc.absent N1 5', 'dc.absent N2 6', 'dc.present  29', 'dc.present N1 16', 'dc.present N2 13']);
    expect(await population("status = 'absent' AND cube = 'total' AND place_kind != 'area'")).toEqual(['all  absent   11 1', 'unit N1 absent   5 1', 'unit N2 absent   6 1']);
  });
});

describe('labour', () => {
  const workers = [
    [10, { unit: 'N1', sex: 'M', status: 'employed', position: 'employee', occupation: '7231', section2018: 'C', section2025: 'C', contract: 'indefinite', social: 'compulsory', unemployment: 'yes', training: 'college' }],
    [8, { unit: 'N2', sex: 'F', status: 'employed', position: 'own-account', occupation: '61', section2018: 'A', section2025: 'A', contract: 'none', social: 'none', unemployment: 'no', training: 'none' }],
    [6, { unit: 'N1', sex: 'F', status: 'unemployed', since: '2026-09-01', training: 'none' }], [5, { unit: 'N2', sex: 'M', status: 'unemployed', since: '2025-11-30', training: 'none' }], [7, { unit: 'N2', sex: 'F', status: 'inactive', born: 1960 }],
  ] as const;

  it('is counted in its cubes', async () => {
    await cubes.people({ workers });
    const cube = (name: string): Promise<readonly string[]> => cubes.lines(`SELECT place, a, b, persons FROM labour WHERE cube = '${name}' AND place_kind != 'area'`);
    expect(await cube('status×sex')).toEqual([
      '   36', '  F 21', '  M 15', ' employed  18', ' employed F 8', ' employed M 10', ' inactive  7', ' inactive F 7', ' inactive M 0', ' unemployed  11', ' unemployed F 6', ' unemployed M 5',
    ]);
    expect(await cube('unit×status')).toEqual([
      '   36', ' employed  18', ' inactive  7', ' unemployed  11', 'N1   16', 'N1 employed  10', 'N1 inactive  0', 'N1 unemployed  6', 'N2   20', 'N2 employed  8', 'N2 inactive  7', 'N2 unemployed  5',
    ]);
    // Since 30 November of the year before: 12 months to the day are over.
    expect(await cube('duration×sex')).toEqual(['   11', '  F 6', '  M 5', ' over-12  5', ' over-12 F 0', ' over-12 M 5', ' under-3  6', ' under-3 F 6', ' under-3 M 0']);
    for (const [name, a, b] of [['section-2018', 'A', 'C'], ['section-2025', 'A', 'C'], ['occupation', '6', '7'], ['contract', 'none', 'indefinite'], ['insurance', 'none', 'compulsory'], ['training', 'none', 'college'], ['position', 'own-account', 'employee']] as const) {
      expect(await cube(`${name}×sex`)).toEqual([`   18`, '  F 8', '  M 10', ` ${a}  8`, ` ${a} F 8`, ` ${a} M 0`, ` ${b}  10`, ` ${b} F 0`, ` ${b} M 10`].sort());
    }
  });

  it('draws the working age by year and sex', async () => {
    // In 2026 men work to 61 years and 6 months, women to 57; in 2025 men to 61 and 3, women to 56 and 8.
    await cubes.people({ workers: [[10, { sex: 'M', born: 1965 }], [20, { sex: 'M', born: 1964 }], [30, { sex: 'F', born: 1969 }], [40, { sex: 'F', born: 1968 }], [50, { born: 2011 }], [60, { born: 2012 }]] });
    const age = async (asOf: string): Promise<readonly string[]> => indicators('labour_indicators', "code = 'ld.working-age' AND place_kind = 'all'", { asOf });
    expect(await age('2026-06-30')).toEqual(['ld.working-age  90']); // 10 of 61, 30 of 57, 50 of 15
    expect(await age('2025-12-31')).toEqual(['ld.working-age  60']); // 10 of 60, 20 of 61, 30 of 56; women of 57 are beyond
  });
});

it('figures are the same whatever the time zone of the session', async () => {
  await cubes.people({ residents: [...village, [5, { from: '2026-11-30', openedBy: 'arrival' }], [5, { from: '2026-12-01', openedBy: 'arrival' }]] });
  const figures = async (zone: string): Promise<readonly string[]> => {
    const all = await Promise.all(['population', 'population_change', 'households'].map((view) => cubes.lines(`SELECT * FROM ${view} SETTINGS session_timezone = '${zone}'`)));
    return all.flat();
  };
  const utc = await figures('UTC');
  expect(utc).toEqual(await figures('Asia/Ho_Chi_Minh'));
  expect(utc).toEqual(await figures('America/Los_Angeles'));
  expect(utc.length).toBeGreaterThan(20);
});
