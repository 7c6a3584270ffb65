import type { Warehouse } from '@da06/warehouse';
import { differences } from '../differences.ts';
import { expectedDuty } from './expected-duty.ts';
import { expectedModels, expectedSteps } from './expected-models.ts';
import { expectedReports, expectedTexts, expectedValues } from './expected-reports.ts';
import type { Fact } from './facts.ts';

/** What each view of the programme must hold, and which of its columns are moments. */
const views = {
  models: { expected: expectedModels, moments: ['changed_at'] },
  model_steps: { expected: expectedSteps, moments: ['changed_at'] },
  reports: { expected: expectedReports, moments: ['due_at', 'recorded_at'] },
  report_texts: { expected: expectedTexts, moments: [] },
  report_duty: { expected: expectedDuty, moments: ['due_at', 'submitted_at'] },
  indicator_values: { expected: expectedValues, moments: ['recorded_at'] },
} as const satisfies Record<string, { readonly expected: (facts: readonly Fact[], asOf: number) => readonly object[]; readonly moments: readonly string[] }>;

/** When the views are asked about: the newest receipt that is projected, or an instant, by their twins. */
export type Asked = { readonly newest: number } | { readonly at: number };

/** Holds every row of the programme's views against what plain functions make of the facts that were sent. */
export const checkProgramme = async (facts: readonly Fact[], asked: Asked, { query }: Pick<Warehouse, 'query'>): Promise<{ rows: Record<string, number>; differences: string[] }> => {
  const rows: Record<string, number> = {};
  const found: string[] = [];
  for (const [view, { expected, moments }] of Object.entries(views)) {
    const [from, asOf] = 'at' in asked ? [`${view}_at(as_of = '${new Date(asked.at).toISOString()}')`, asked.at] : [view, asked.newest];
    const columns = moments.length === 0 ? '*' : `* REPLACE (${moments.map((name) => `toUnixTimestamp64Milli(${name}) AS ${name}`).join(', ')})`;
    const actual = await query<object>(`SELECT ${columns} FROM da06.${from} SETTINGS output_format_json_quote_64bit_integers = 0`);
    rows[view] = actual.length;
    found.push(...differences(from, expected(facts, asOf), actual));
  }
  return { rows, differences: found };
};
