import { describe, expect, it } from 'vitest';
import { monthsBefore } from './calendar.ts';

describe('calendar months before a day', () => {
  it.each([['2026-11-25', 24, '2024-11-25'], ['2026-01-15', 1, '2025-12-15'], ['2026-03-31', 1, '2026-02-28'], ['2024-03-31', 1, '2024-02-29'], ['2026-02-28', 24, '2024-02-28'], ['2026-12-31', 12, '2025-12-31'], ['2026-05-05', 0, '2026-05-05']])(
    '%s and %i months: %s',
    (day, months, before) => expect(monthsBefore(day, months)).toBe(before),
  );
});
