import { describe, expect, it } from 'vitest';
import { loadLocality } from '../locality.ts';
import { holidaysOf, holidayYears } from './holidays.ts';
import { nationalHolidays } from './rules.ts';

const { holidays } = loadLocality();
const of = (code: string, year: number): unknown => holidays.filter((holiday) => holiday.code === code && holiday.year === year).map(({ from, to }) => [from, to]);

describe('holidays', () => {
  // First days of lunar years and feasts, as calendars have them.
  it.each([
    ['tet', 2023, '2023-01-21', '2023-01-25'], ['tet', 2024, '2024-02-09', '2024-02-13'], ['tet', 2025, '2025-01-28', '2025-02-01'], ['tet', 2026, '2026-02-16', '2026-02-20'],
    ['hung-kings', 2023, '2023-04-29', '2023-04-29'], ['hung-kings', 2025, '2025-04-07', '2025-04-07'], ['hung-kings', 2026, '2026-04-26', '2026-04-26'],
    ['national-day', 2025, '2025-09-01', '2025-09-02'], ['new-year', 2026, '2026-01-01', '2026-01-01'], ['mid-autumn', 2025, '2025-10-06', '2025-10-06'],
  ])('%s of %d is from %s to %s', (code, year, from, to) => {
    expect(of(code, year)).toEqual([[from, to]]);
  });

  it('stand once a year each, in every year that is told, those off by law apart from feasts', () => {
    const years = holidayYears.to - holidayYears.from + 1;
    expect(holidays).toHaveLength(years * nationalHolidays.length);
    expect(new Set(holidays.map(({ code, year }) => `${code}/${year}`)).size).toBe(holidays.length);
    expect(new Set(holidays.filter(({ dayOff }) => dayOff).map(({ code }) => code))).toEqual(new Set(['new-year', 'tet', 'hung-kings', 'reunification', 'labour-day', 'national-day']));
  });

  it('of a year with a leap month are those of its ordinary months', () => {
    // 2023 had its second lunar month twice, 2025 its sixth: the seventh full moon came late, and once.
    expect([of('vu-lan', 2023), of('vu-lan', 2025)]).toEqual([[['2023-08-30', '2023-08-30']], [['2025-09-06', '2025-09-06']]]);
  });

  it('of a locality’s own stand beside those of the country', () => {
    const own = holidaysOf([{ code: 'le-hoi', vi: 'Lễ hội mẫu', en: 'Sample festival', calendar: 'solar', month: 12, day: 30, before: 0, days: 4, dayOff: false }]);
    expect(own.find(({ year }) => year === 2026)).toMatchObject({ from: '2026-12-30', to: '2027-01-02' });
  });
});
