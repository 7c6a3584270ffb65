import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay } from '../time/vietnam-time.ts';
import { daysAfter, daysBetween, dueAtOf, dueOnOf, lastClosedMonth, monthOf, monthsAfter } from './days.ts';

const days = fc.integer({ min: Date.UTC(1950), max: Date.UTC(2150) }).map(localDay);

describe('days of the programme', () => {
  it('are counted across months, leap days and years', () => {
    expect([daysAfter('2023-12-30', -1), daysAfter('2024-02-28', 1), daysAfter('2023-02-28', 1), daysAfter('2024-12-31', 1), daysAfter('2024-03-01', -1)]).toEqual(['2023-12-29', '2024-02-29', '2023-03-01', '2025-01-01', '2024-02-29']);
    expect([daysBetween('2023-12-29', '2024-01-01'), daysBetween('2024-03-01', '2024-02-28'), daysBetween('2024-02-28', '2024-02-28')]).toEqual([3, -2, 0]);
  });
  it('lie as far apart as they were set', () => {
    fc.assert(fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => { expect(daysBetween(day, daysAfter(day, count))).toBe(count); }));
  });
  it('know the months before and after', () => expect([monthsAfter('2026-12', 1), monthsAfter('2026-01', -1), monthsAfter('2026-03', -14), monthsAfter('2026-03', 0)]).toEqual(['2027-01', '2025-12', '2025-01', '2026-03']));
});

describe('the last day on time of a monthly report', () => {
  it.each([['2026-10', 5, '2026-11-05'], ['2026-12', 5, '2027-01-05'], ['2026-01', 31, '2026-02-28'], ['2024-01', 30, '2024-02-29'], ['2026-02', 31, '2026-03-31'], ['2026-03', 31, '2026-04-30'], ['2026-11', 28, '2026-12-28']])(
    '%s by day %i: %s',
    (period, day, dueOn) => expect(dueOnOf(period, day)).toBe(dueOn),
  );
  it('ends with the local midnight after it', () => expect(dueAtOf('2026-12-31')).toBe(Date.UTC(2026, 11, 31, 17)));
});

describe('the last closed month', () => {
  it.each([['2026-11-05', '2026-09'], ['2026-11-06', '2026-10'], ['2026-11-30', '2026-10'], ['2027-01-05', '2026-11'], ['2027-01-06', '2026-12'], ['2026-12-01', '2026-10']])('on %s with day 5: %s', (today, month) => expect(lastClosedMonth(today, 5)).toBe(month));
  it('is the newest whose last day on time has passed', () => {
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 31 }), (today, dueDay) => {
      const closed = lastClosedMonth(today, dueDay);
      expect(closed < monthOf(today)).toBe(true);
      expect(dueOnOf(closed, dueDay) < today).toBe(true);
      expect(dueOnOf(monthsAfter(closed, 1), dueDay) < today).toBe(false);
    }));
  });
});
