import { z } from 'zod';

/** A holiday or festival as a rule: a day of the solar or of the lunar year, and how many days it lasts. */
export const HolidayRule = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  vi: z.string().min(1),
  en: z.string().min(1),
  calendar: z.enum(['solar', 'lunar']),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  /** Days that go before that day and belong to it. */
  before: z.int().min(0).max(10).default(0),
  /** Days from that day on, itself included. */
  days: z.int().min(1).max(30).default(1),
  dayOff: z.boolean(),
});
export type HolidayRule = z.infer<typeof HolidayRule>;

const rule = (code: string, vi: string, en: string, calendar: HolidayRule['calendar'], [month, day]: readonly [number, number], more: Partial<HolidayRule> = {}): HolidayRule => ({ code, vi, en, calendar, month, day, before: 0, days: 1, dayOff: true, ...more });

/**
 * Days off by law (Labour Code 2019, article 112: Tết has five days, National Day two; which ones beside the day itself is announced each year, here the eve and what follows, and the day
 * before), and feasts on which people travel or go to the pagoda. What a locality has beside them stands in its pack.
 */
export const nationalHolidays: readonly HolidayRule[] = [
  rule('new-year', 'Tết Dương lịch', 'New Year', 'solar', [1, 1]),
  rule('tet', 'Tết Nguyên đán', 'Lunar New Year', 'lunar', [1, 1], { before: 1, days: 4 }),
  rule('hung-kings', 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Day', 'lunar', [3, 10]),
  rule('reunification', 'Ngày Giải phóng miền Nam', 'Reunification Day', 'solar', [4, 30]),
  rule('labour-day', 'Ngày Quốc tế Lao động', 'Labour Day', 'solar', [5, 1]),
  rule('national-day', 'Quốc khánh', 'National Day', 'solar', [9, 2], { before: 1 }),
  rule('first-full-moon', 'Rằm tháng Giêng', 'First full moon', 'lunar', [1, 15], { dayOff: false }),
  rule('vu-lan', 'Lễ Vu Lan, rằm tháng Bảy', 'Vu Lan, seventh full moon', 'lunar', [7, 15], { dayOff: false }),
  rule('mid-autumn', 'Tết Trung thu', 'Mid-Autumn Festival', 'lunar', [8, 15], { dayOff: false }),
];
