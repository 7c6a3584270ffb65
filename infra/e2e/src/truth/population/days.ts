/** No end, and no beginning, as the views write them. */
export const endless = '2299-12-31';
export const noDay = '1900-01-01';

export const dayAfter = (day: string): string => shifted(day, 1);
export const dayBefore = (day: string): string => shifted(day, -1);
const shifted = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

export const monthOf = (day: string): string => day.slice(0, 7);

/** A month so many months later (or, negative, earlier), YYYY-MM. */
export const monthPlus = (month: string, months: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
};

/** The last day of a month. */
export const lastDayOf = (month: string): string => dayBefore(`${monthPlus(month, 1)}-01`);

/** The same day so many months later, or the last of that month where it has no such day. */
export const dayPlusMonths = (day: string, months: number): string => {
  const month = monthPlus(monthOf(day), months);
  const same = `${month}${day.slice(7)}`;
  return same < lastDayOf(month) ? same : lastDayOf(month);
};

export const monthsBetween = (first: string, last: string): string[] => {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthPlus(month, 1)) months.push(month);
  return months;
};
