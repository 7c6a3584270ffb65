import { monthsBefore } from '../time/calendar.ts';
import { dayMs, localDay, localMidnight } from '../time/vietnam-time.ts';

export { localDay };

/** Project 06 began with Decision 06/QĐ-TTg of this day: nothing of the programme can have happened before. */
export const programmeBegan = '2022-01-06';

/** The day so many days after a day YYYY-MM-DD; before it if negative. */
export const daysAfter = (day: string, days: number): string => localDay(localMidnight(day) + days * dayMs);

/** How many days a later day lies after an earlier one; negative the other way round. */
export const daysBetween = (earlier: string, later: string): number => (localMidnight(later) - localMidnight(earlier)) / dayMs;

/** The month YYYY-MM of a local day. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The month so many months after a month YYYY-MM; before it if negative. */
export const monthsAfter = (month: string, months: number): string => monthOf(monthsBefore(`${month}-01`, -months));

/** The last day on time of the report of a month: that day of the month after, or the last one that month has. The plan gives no day; the locality pack does. */
export const dueOnOf = (period: string, dueDay: number): string => monthsBefore(`${period}-${String(dueDay).padStart(2, '0')}`, -1);

/** The newest month whose report is no longer awaited: its last day on time has passed. */
export const lastClosedMonth = (today: string, dueDay: number): string => {
  const before = monthsAfter(monthOf(today), -1);
  return dueOnOf(before, dueDay) < today ? before : monthsAfter(before, -1);
};

/** Unix milliseconds of the local midnight that ends the last day on time: what is recorded then or after is late. */
export const dueAtOf = (dueOn: string): number => localMidnight(dueOn) + dayMs;
