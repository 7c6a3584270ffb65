import { describe, expect, it } from 'vitest';
import { dayText, instantText, monthsAfter, monthText } from './days.ts';

describe('days and months', () => {
  it('are written as in Vietnam', () => expect([dayText('2023-10-31'), dayText(null), monthText('2026-10')]).toEqual(['31/10/2023', '–', '10/2026']));
  it('of an instant are those of Vietnam, whatever the browser’s zone', () => expect(instantText('2026-11-26T18:05:00.000Z')).toBe('01:05 27/11/2026'));
  it('follow one another over the years', () => expect([monthsAfter('2026-11', 2), monthsAfter('2026-01', -1), monthsAfter('2026-12', 0)]).toEqual(['2027-01', '2025-12', '2026-12']));
});
