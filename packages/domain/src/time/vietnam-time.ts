/** Vietnam is at UTC+7 all year (no daylight saving): local time is arithmetic, no time zone data are needed. */
export const vietnamOffsetMs = 7 * 3_600_000;
export const dayMs = 86_400_000;
export const hourMs = 3_600_000;

/** A moment in Unix milliseconds as we write it: ISO 8601 in UTC with milliseconds. @throws RangeError outside the years a Date can hold. */
export const instant = (milliseconds: number): string => {
  const day = Math.floor(milliseconds / dayMs);
  const rest = milliseconds - day * dayMs;
  if (!Number.isInteger(rest)) return new Date(milliseconds).toISOString();
  const minutes = Math.floor(rest / 60_000);
  const within = rest - minutes * 60_000;
  return `${dayText(day)}T${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}:${two[Math.floor(within / 1000)]}.${String((within % 1000) + 1000).slice(1)}Z`;
};

/** The local day of a moment, YYYY-MM-DD. */
export const localDay = (milliseconds: number): string => dayText(Math.floor((milliseconds + vietnamOffsetMs) / dayMs));

/** Unix milliseconds of the local midnight with which the day of a moment begins. */
export const startOfLocalDay = (milliseconds: number): number => Math.floor((milliseconds + vietnamOffsetMs) / dayMs) * dayMs - vietnamOffsetMs;

/** Unix milliseconds of the local midnight of a day YYYY-MM-DD that exists. */
export const localMidnight = (day: string): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) - vietnamOffsetMs;

const two: readonly string[] = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** Records of a feed fall on few days: writing a day once and remembering it makes a moment five times as quick to write. */
const written = new Map<number, string>();
const mostRemembered = 4096;

const dayText = (day: number): string => {
  const known = written.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * dayMs).toISOString();
  const date = text.slice(0, text.indexOf('T'));
  if (written.size >= mostRemembered) written.clear();
  written.set(day, date);
  return date;
};
