import { expect, it } from 'vitest';
import { isDemonstration } from './demonstration.ts';

it('a facility is of the demonstration by its id alone', () => {
  expect(['demo-ks-01', 'demo-', 'ks-demo-01', 'demo', 'Demo-ks-01'].map(isDemonstration)).toEqual([true, true, false, false, false]);
});
