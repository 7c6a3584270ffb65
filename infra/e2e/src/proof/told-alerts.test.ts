import { expect, it } from 'vitest';
import { judge } from './told-alerts.ts';

const told = (alerts: Readonly<Record<string, readonly string[]>>, twice = 0) => ({ alerts: new Map(Object.entries(alerts).map(([match, ids]) => [match, new Set(ids)])), twice, repeated: 0 });
const expected = new Set(['e1/R-1', 'e2/R-2']);

it('matches that were told are found to be missing, untrue or told twice', () => {
  expect(judge(expected, told({ 'e1/R-1': ['a'], 'e2/R-2': ['b'] }))).toEqual({ missed: 0, untrue: 0, twice: 0, repeated: 0 });
  expect(judge(expected, told({ 'e1/R-1': ['a'] }))).toMatchObject({ missed: 1 });
  expect(judge(expected, told({ 'e1/R-1': ['a'], 'e2/R-2': ['b'], 'e2/R-1': ['c'] }))).toMatchObject({ untrue: 1 });
  expect(judge(expected, told({ 'e1/R-1': ['a', 'c'], 'e2/R-2': ['b'] }, 1))).toMatchObject({ twice: 2 });
});
