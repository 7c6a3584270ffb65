import type { Warehouse } from '@da06/warehouse';
import { differences } from '../differences.ts';
import { comparable } from './comparable.ts';
import { expectedChange } from './expected-change.ts';
import { expectedHouseholds } from './expected-households.ts';
import { expectedHouseholdIndicators, expectedIndicators, expectedRates } from './expected-indicators.ts';
import { expectedCoverage, expectedLabourIndicators } from './expected-labour-indicators.ts';
import { expectedLabourChange } from './expected-labour-change.ts';
import { expectedLabour } from './expected-labour.ts';
import { expectedResidents, expectedWorkers } from './expected-persons.ts';
import { expectedPopulation } from './expected-population.ts';
import { expectedSpells, expectedWorkSpells } from './expected-spells.ts';
import { expectedAreas, expectedBreaks, expectedDefinitions, expectedNames, expectedProjections, expectedShares, expectedUnits } from './expected-units.ts';
import type { Asked, Facts } from './facts.ts';

/** What each view of a moment must hold, and whether it asks for a boundary. */
const views: Readonly<Record<string, { readonly expected: (facts: Facts, asked: Asked) => readonly object[]; readonly bounded: boolean }>> = {
  residents: { expected: expectedResidents, bounded: false },
  workers: { expected: expectedWorkers, bounded: false },
  population: { expected: expectedPopulation, bounded: true },
  households: { expected: expectedHouseholds, bounded: true },
  population_change: { expected: expectedChange, bounded: true },
  population_indicators: { expected: expectedIndicators, bounded: true },
  household_indicators: { expected: expectedHouseholdIndicators, bounded: true },
  population_rates: { expected: expectedRates, bounded: true },
  labour: { expected: expectedLabour, bounded: true },
  labour_indicators: { expected: expectedLabourIndicators, bounded: true },
  labour_coverage: { expected: expectedCoverage, bounded: true },
  labour_change: { expected: expectedLabourChange, bounded: true },
};

/** Views of whole courses of life, which hold what was known at any day. */
const courses = { resident_spells: expectedSpells, worker_spells: expectedWorkSpells } as const;

/** Views of units and definitions, which ask for no moment. */
const maps = { units: expectedUnits, unit_projections: expectedProjections, unit_areas: expectedAreas, unit_breaks: expectedBreaks, indicator_definitions: expectedDefinitions, place_shares: expectedShares, place_names: expectedNames } as const;

/** Holds every row of the views of population and labour against what plain functions make of the facts: of the newest receipt, or of a moment by their twins. */
export const checkPopulation = async (
  facts: Facts, asked: Asked | 'newest', { query }: Pick<Warehouse, 'query'>, { only = [...Object.keys(views), ...Object.keys(courses), ...Object.keys(maps)], named = (row) => row }: { readonly only?: readonly string[]; /** A row with the persons and households that its keys stand for. */ readonly named?: (row: object) => object } = {},
): Promise<{ rows: Record<string, number>; differences: string[] }> => {
  const rows: Record<string, number> = {};
  const found: string[] = [];
  const at = asked === 'newest' ? { asOf: facts.newest, boundary: facts.newest, knownAt: facts.newest } : asked;
  for (const [view, { expected, bounded }] of Object.entries(views)) {
    if (!only.includes(view)) continue;
    const from = asked === 'newest' ? view : `${view}_at(as_of = '${at.asOf}', ${bounded ? `boundary = '${at.boundary}', ` : ''}known_at = '${at.knownAt}')`;
    const actual = await query<object>(`SELECT * FROM da06.${from} SETTINGS output_format_json_quote_64bit_integers = 0, output_format_json_quote_denormals = 0`);
    rows[view] = actual.length;
    found.push(...differences(from, expected(facts, at).map(comparable), actual.map((row) => comparable(named(row)))));
  }
  for (const [view, expected] of Object.entries(courses)) {
    if (!only.includes(view)) continue;
    const actual = await query<object>(`SELECT * EXCEPT (known_from, known_until) FROM da06.${view} WHERE known_from <= '${at.knownAt}' AND '${at.knownAt}' < known_until SETTINGS output_format_json_quote_64bit_integers = 0`);
    rows[view] = actual.length;
    found.push(...differences(view, expected(facts, at.knownAt).map(comparable), actual.map((row) => comparable(named(row)))));
  }
  if (asked !== 'newest') return { rows, differences: found };
  for (const [view, expected] of Object.entries(maps)) {
    if (!only.includes(view)) continue;
    const actual = await query<object>(`SELECT * FROM da06.${view} SETTINGS output_format_json_quote_64bit_integers = 0`);
    rows[view] = actual.length;
    found.push(...differences(view, expected(facts).map(comparable), actual.map((row) => comparable(named(row)))));
  }
  return { rows, differences: found };
};
