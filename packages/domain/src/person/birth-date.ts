import { isDay } from '../time/calendar.ts';

/** A date of birth as precisely as it is known: month and day are 0 where they are not. */
export type BirthDate = { readonly year: number; readonly month: number; readonly day: number };

/** Reads YYYY-MM-DD, YYYY-MM, YYYY, dd/MM/yyyy or MM/yyyy; undefined when it does not exist. */
export const parseBirthDate = (text: string): BirthDate | undefined => {
  const trimmed = text.trim();
  const iso = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ]00:00:00(?:\.0+)?Z?)?$/.exec(trimmed);
  const local = iso === null ? /^(?:(?:(\d{1,2})\/)?(\d{1,2})\/)(\d{4})$/.exec(trimmed) : null;
  const [year, month, day] = iso !== null ? [iso[1], iso[2], iso[3]] : local !== null ? [local[3], local[2], local[1]] : [undefined, undefined, undefined];
  if (year === undefined) return undefined;
  const date = { year: Number(year), month: Number(month ?? 0), day: Number(day ?? 0) };
  const exists = isDay(date.year, month === undefined ? 1 : date.month, day === undefined ? 1 : date.day);
  return exists && date.year >= 1000 ? date : undefined;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** YYYY, YYYY-MM or YYYY-MM-DD, as precisely as a birth is known. */
export const birthText = ({ year, month, day }: BirthDate): string => `${String(year).padStart(4, '0')}${month === 0 ? '' : `-${two(month)}${day === 0 ? '' : `-${two(day)}`}`}`;

/** Whole years between a birth and a local day YYYY-MM-DD; for a year or month alone, counted from its beginning. Negative = not born yet. */
export const ageOn = (birth: BirthDate, day: string): number => {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const before = month < (birth.month || 1) || (month === (birth.month || 1) && date < (birth.day || 1));
  return year - birth.year - (before ? 1 : 0);
};
