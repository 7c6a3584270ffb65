import { loadLocality } from '@da06/reference';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewOfPeople } from '../figures/figure-values.ts';
import { startCubes, type Cubes } from './cubes.fixture.ts';
import { handCases } from './hand-cases.fixture.ts';

type Figure = { readonly view: string; readonly code: string; readonly value: number | null; readonly count: number | null; readonly sum_12m: number | null; readonly base: number | null };

let cubes: Cubes;
beforeAll(async () => {
  cubes = await startCubes();
});
afterAll(() => cubes.stop());

/** The figures of the whole locality in November 2026, by their code; the engine's NaN is null. */
const rowsOf = async (asOf = ''): Promise<readonly Figure[]> => {
  const one = (view: string): string => `SELECT '${view}_at' AS view, code, value, count, sum_12m, base FROM ${view}_at(as_of = '${asOf}', boundary = '', known_at = '') WHERE place_kind = 'all' AND month = '2026-11-01'`;
  return await cubes.warehouse.query<Figure>(['population_indicators', 'household_indicators', 'population_rates', 'labour_indicators', 'labour_coverage'].map(one).join(' UNION ALL '));
};
const rounded = (figure: number | null): number | null => (figure === null ? null : Math.round(figure * 1e6) / 1e6);
const sorted = (codes: Iterable<string>): string[] => [...new Set(codes)].sort();
const codesOfCases = sorted(handCases.flatMap(({ figures }) => Object.keys(figures)));

describe('a figure counted from the registers is what a person computes', () => {
  it.each(handCases)('of $name', async ({ people, asOf, figures }) => {
    await cubes.people(people);
    const given = new Map((await rowsOf(asOf)).map(({ code, value, count, sum_12m, base }) => [code, [value, count, sum_12m, base].map(rounded)]));
    expect(Object.fromEntries(Object.keys(figures).map((code) => [code, given.get(code)]))).toEqual(Object.fromEntries(Object.entries(figures).map(([code, figure]) => [code, figure.map(rounded)])));
  });

  it('for every one that is defined', () => {
    expect(codesOfCases).toEqual(sorted(loadLocality().indicatorDefinitions.map(({ code }) => code).filter((code) => /^(?:dc|ld)\./.test(code))));
  });

  it('and for every one that a view gives', async () => {
    const all = handCases.map(({ people }) => people);
    await cubes.people({ residents: all.flatMap(({ residents = [] }) => residents), workers: all.flatMap(({ workers = [] }) => workers), births: all.flatMap(({ births = [] }) => births) });
    const rows = await rowsOf();
    expect(rows.map(({ code }) => code).sort()).toEqual(codesOfCases);
    // Whoever asks for one figure knows which view tells it.
    for (const { code, view } of rows) expect([code, viewOfPeople(code)]).toEqual([code, view]);
  });
});
