import type { Warehouse } from '@da06/warehouse';
import { differences } from '../differences.ts';
import { comparable } from '../population/comparable.ts';
import { expectedCompliance, expectedDelays } from './expected-compliance.ts';
import { expectedOccupancy } from './expected-occupancy.ts';
import { expectedOrigin, expectedTourism } from './expected-tourism.ts';
import { facilityDays, type FacilityDay } from './facility-days.ts';
import type { TourismFacts } from './facts.ts';

/** What each daily view must hold on the units of each day ('') or of a boundary. */
const views: Readonly<Record<string, (facts: TourismFacts, days: readonly FacilityDay[], boundary: string) => readonly object[]>> = {
  tourism_daily: expectedTourism,
  tourism_origin: expectedOrigin,
  occupancy: expectedOccupancy,
  compliance_daily: expectedCompliance,
};

/** The days of units before and after the reform; '' = of each day itself. */
const boundaries = ['', '2025-06-30', '2025-07-01'] as const;

/** Holds every row of the views of tourism and compliance against what plain functions make of the facts. Views that do not exist are not asked. */
export const checkTourism = async (facts: TourismFacts, { query }: Pick<Warehouse, 'query'>): Promise<{ readonly rows: Record<string, number>; readonly differences: string[] }> => {
  const days = facilityDays(facts);
  const rows: Record<string, number> = {};
  const found: string[] = [];
  const existing = new Set((await query<{ name: string }>("SELECT name FROM system.tables WHERE database = 'da06'")).map(({ name }) => name));
  const hold = async (view: string, from: string, expected: readonly object[]): Promise<void> => {
    const actual = await query<object>(`SELECT * FROM da06.${from} SETTINGS output_format_json_quote_64bit_integers = 0, output_format_json_quote_denormals = 0`);
    rows[view] = actual.length;
    found.push(...differences(from, expected.map(comparable), actual.map(comparable)));
  };
  for (const [view, expected] of Object.entries(views)) {
    if (!existing.has(view)) continue;
    for (const boundary of boundaries) await hold(view, `${view}_at(boundary = '${boundary}')`, expected(facts, days, boundary));
    await hold(view, view, expected(facts, days, ''));
  }
  if (existing.has('compliance_delays')) await hold('compliance_delays', 'compliance_delays', expectedDelays(days));
  return { rows, differences: found };
};
