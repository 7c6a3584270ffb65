import type { Warehouse } from '@da06/warehouse';
import { differences } from '../differences.ts';
import { comparable } from '../population/comparable.ts';
import { expectedHours } from './expected-hours.ts';
import { expectedIncidents, expectedLimits } from './expected-incidents.ts';
import { expectedRates } from './expected-rates.ts';
import { dayOf, type IncidentFacts } from './facts.ts';

const moments = ['happened_at', 'reported_at', 'handled_at', 'due_at', 'recorded_at'].map((name) => `toUnixTimestamp64Milli(${name}) AS ${name}`).join(', ');
const exactly = 'SETTINGS output_format_json_quote_64bit_integers = 0, output_format_json_quote_denormals = 0';

/** Holds every row of the views of incidents against what plain functions make of what was told, also as known on a day before, and on the boundaries of before and after the reform. */
export const checkIncidents = async (facts: IncidentFacts, { query }: Pick<Warehouse, 'query'>): Promise<{ readonly rows: Record<string, number>; readonly differences: string[] }> => {
  const newest = dayOf(facts.asOf);
  const days = facts.told.map(({ receivedAt }) => dayOf(receivedAt)).sort();
  const before = days[Math.floor(days.length / 2)] ?? newest;
  const rows: Record<string, number> = {};
  const found: string[] = [];
  const hold = async (view: string, from: string, expected: readonly object[], columns = '*'): Promise<void> => {
    const actual = await query<object>(`SELECT ${columns} FROM da06.${from} ${exactly}`);
    rows[view] ??= actual.length;
    found.push(...differences(from, expected.map(comparable), actual.map(comparable)));
  };
  await hold('incident_limits', 'incident_limits', expectedLimits());
  await hold('incidents', 'incidents', expectedIncidents(facts), `* EXCEPT event_id REPLACE (${moments})`);
  await hold('incident_rates', 'incident_rates', expectedRates(facts, newest, newest));
  await hold('incident_hours', 'incident_hours', expectedHours(facts, newest));
  for (const [boundary, known] of [['2025-06-30', newest], ['2025-07-01', before]] as const) await hold('incident_rates', `incident_rates_at(boundary = '${boundary}', known_at = '${known}')`, expectedRates(facts, known, boundary));
  await hold('incident_hours', `incident_hours_at(known_at = '${before}')`, expectedHours(facts, before));
  return { rows, differences: found };
};
