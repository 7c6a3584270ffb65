/** Whether a day stands in the Gregorian calendar. */
export const isDay = (year: number, month: number, day: number): boolean => year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

/** The day so many calendar months before a day YYYY-MM-DD; the last of its month where that has no such day. */
export const monthsBefore = (day: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) - months;
  const [thenYear, thenMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const text = (number: number, digits: number): string => String(number).padStart(digits, '0');
  return `${text(thenYear, 4)}-${text(thenMonth, 2)}-${text(Math.min(date, daysIn(thenYear, thenMonth)), 2)}`;
};
