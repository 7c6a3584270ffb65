import { SolarDate } from '@nghiavuive/lunar_date_vi';

/** A day of the Vietnamese lunar calendar. */
export type LunarDay = { readonly day: number; readonly month: number };

const dayMs = 86_400_000;

/** The lunar day of a day, given as a count of days since 1970-01-01. */
const lunarOf = (day: number): LunarDay => {
  const date = new Date(day * dayMs);
  const lunar = new SolarDate({ day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() }).toLunarDate().get();
  // A leap month has no feasts of its own.
  return { day: lunar.day, month: lunar.leap_month ? 0 : lunar.month };
};

const known = new Map<number, LunarDay>();
const mostKnown = 4_096;

/** The lunar day of a day since 1970-01-01, by the calendar of Vietnam (UTC+7), which in some years differs from the Chinese one. */
export const lunarDay = (day: number): LunarDay => {
  let lunar = known.get(day);
  if (lunar === undefined) {
    if (known.size >= mostKnown) known.clear();
    known.set(day, (lunar = lunarOf(day)));
  }
  return lunar;
};
