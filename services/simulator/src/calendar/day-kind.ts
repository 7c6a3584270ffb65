import { lunarDay } from './lunar-day.ts';

/** What a day is to people who travel, work or fall ill. */
export type DayKind = {
  /** 0 = Sunday. */
  readonly weekday: number;
  /** 1–12. */
  readonly month: number;
  /** Days from Tết (first day of the first lunar month), -6 … 12; undefined on other days. */
  readonly tet: number | undefined;
  readonly holiday: 'new-year' | 'hung-kings' | 'reunification' | 'national-day' | 'full-moon' | undefined;
};

/** A count of days since 1970-01-01 as a kind of day. 1970-01-01 was a Thursday. */
export const dayKind = (day: number): DayKind => {
  const date = new Date(day * 86_400_000);
  const month = date.getUTCMonth() + 1;
  return { weekday: (day + 4) % 7, month, tet: daysFromTet(day), holiday: holidayOf(day, month, date.getUTCDate()) };
};

const daysFromTet = (day: number): number | undefined => {
  const { day: lunar, month } = lunarDay(day);
  if (month === 1 && lunar <= 13) return lunar - 1;
  if (month !== 12 || lunar < 23) return undefined;
  // The last lunar month has 29 or 30 days.
  for (let before = 1; before <= 6; before += 1) {
    const ahead = lunarDay(day + before);
    if (ahead.month === 1 && ahead.day === 1) return -before;
  }
  return undefined;
};

/** Days off by law (Labour Code 2019, art. 112), and the full moon of the first and the seventh lunar month. */
const holidayOf = (day: number, month: number, date: number): DayKind['holiday'] => {
  const lunar = lunarDay(day);
  if (month === 1 && date === 1) return 'new-year';
  if (lunar.month === 3 && lunar.day === 10) return 'hung-kings';
  if ((month === 4 && date === 30) || (month === 5 && date === 1)) return 'reunification';
  if (month === 9 && (date === 1 || date === 2)) return 'national-day';
  return lunar.day === 15 && (lunar.month === 1 || lunar.month === 7) ? 'full-moon' : undefined;
};
