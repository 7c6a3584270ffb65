import { describe, expect, it } from 'vitest';
import { midnight } from './input.fixture.ts';
import { momentText, tickText } from './moments.ts';
import { ticksOf } from './time-axis.ts';

const texts = (from: number, to: number, most: number): readonly string[] => ticksOf(from, to, most).map((time) => tickText(time, 'vi'));

describe('an axis of time', () => {
  it('has its ticks where days begin in Vietnam', () => {
    expect(texts(midnight(2026, 11, 3) + 5_000, midnight(2026, 11, 7), 6)).toEqual(['04/11', '05/11', '06/11', '07/11']);
  });
  it('has its ticks on Mondays when days are too many', () => {
    expect(texts(midnight(2026, 11, 1), midnight(2026, 11, 27), 5)).toEqual(['02/11', '09/11', '16/11', '23/11']);
  });
  it('has its ticks where months begin when weeks are too many, and names the year', () => {
    expect(texts(midnight(2025, 11, 27), midnight(2026, 11, 27), 4)).toEqual(['2026', 'Thg 4', 'Thg 7', 'Thg 10']);
  });
  it('has hours within a day', () => {
    expect(texts(midnight(2026, 11, 3), midnight(2026, 11, 3) + 86_400_000, 4)).toEqual(['03/11', '06:00', '12:00', '18:00', '04/11']);
  });
  it('never has more ticks than there is room for, and always some', () => {
    for (const days of [0.01, 0.5, 2, 9, 40, 100, 400, 1200, 9000]) {
      for (const most of [2, 5, 12]) {
        const ticks = ticksOf(midnight(2026, 1, 1), midnight(2026, 1, 1) + days * 86_400_000, most);
        expect(ticks.length, `${days} days`).toBeLessThanOrEqual(most + 1);
        expect(ticks.length, `${days} days`).toBeGreaterThan(0);
      }
    }
  });
});

describe('a moment of a series', () => {
  it('is a month, a day with its weekday or a minute, by what lies between the points', () => {
    expect(momentText(midnight(2026, 11, 1), 28 * 86_400_000, 'vi')).toBe('Tháng 11/2026');
    expect(momentText(midnight(2026, 11, 1), 86_400_000, 'vi')).toBe('Chủ nhật, 01/11/2026');
    expect(momentText(midnight(2026, 11, 15), 28 * 86_400_000, 'vi')).toBe('Chủ nhật, 15/11/2026');
    expect(momentText(midnight(2026, 11, 1) + 5 * 60_000, 60_000, 'vi')).toBe('01/11/2026 00:05');
    expect(momentText(midnight(2026, 11, 1), 60_000, 'vi')).toBe('01/11/2026 00:00');
  });
});
