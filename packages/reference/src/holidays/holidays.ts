import type { HolidayPublishedData } from '@da06/events';
import { LunarDate } from '@nghiavuive/lunar_date_vi';
import type { HolidayRule } from './rules.ts';

/** Years whose holidays are told: from before the plan, and far enough ahead for any screen. A fixed range, so that what is told does not depend on when. */
export const holidayYears = { from: 2020, to: 2035 } as const;

const dayMs = 86_400_000;

/** The solar day of a rule's own day in a year: of a lunar rule that of the lunar year that begins in it, by the calendar of Vietnam (UTC+7), never in a leap month. */
const mainDay = ({ calendar, month, day }: HolidayRule, year: number): number => {
  if (calendar === 'solar') return Date.UTC(year, month - 1, day);
  const lunar = new LunarDate({ day, month, year });
  lunar.init();
  const { year: solarYear, month: solarMonth, day: solarDay } = lunar.toSolarDate().get();
  return Date.UTC(solarYear, solarMonth - 1, solarDay);
};

const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The days of holidays, year by year, as their events carry them. */
export const holidaysOf = (rules: readonly HolidayRule[]): readonly HolidayPublishedData[] =>
  Array.from({ length: holidayYears.to - holidayYears.from + 1 }, (_, index) => holidayYears.from + index).flatMap((year) =>
    rules.map((rule) => {
      const { code, vi, en, calendar, before, days, dayOff } = rule;
      const main = mainDay(rule, year);
      return { code, year, vi, en, calendar, dayOff, from: dayText(main - before * dayMs), to: dayText(main + (days - 1) * dayMs) };
    }),
  );
