import { z } from 'zod';

const Day = z.iso.date();

/** A holiday or a festival in one year. The newest of a code and year holds. */
export const HolidayPublishedV1 = z.object({
  code: z.string().min(1),
  year: z.int(),
  vi: z.string().min(1),
  en: z.string().min(1),
  /** Which calendar its day is fixed in. */
  calendar: z.enum(['solar', 'lunar']),
  /** Whether the law gives these days off (Labour Code 2019, article 112); a festival gives none. */
  dayOff: z.boolean(),
  /** First and last local day. */
  from: Day,
  to: Day,
});
