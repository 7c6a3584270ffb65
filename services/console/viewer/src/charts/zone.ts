/** Vietnam has one offset and no summer time. */
const offset = 7 * 3_600_000;

export const hour = 3_600_000;
export const day = 24 * hour;

type Wall = { readonly year: number; readonly month: number; readonly day: number; readonly weekday: number; readonly hour: number; readonly minute: number; readonly second: number };

/** What a clock on a wall in Vietnam shows at an instant (Unix milliseconds); months from 1, weekdays from Sunday = 0. */
export const wallOf = (time: number): Wall => {
  const date = new Date(time + offset);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay(), hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() };
};

/** The instant at which a month begins in Vietnam; months beyond 1 to 12 fall into other years. */
export const startOfMonth = (year: number, month: number): number => Date.UTC(year, month - 1, 1) - offset;

/** The last instant, not after `time`, of those that lie `step` milliseconds apart from midnight of a Monday in Vietnam. */
export const floorTo = (time: number, step: number): number => {
  const monday = Date.UTC(1970, 0, 5) - offset;
  return monday + Math.floor((time - monday) / step) * step;
};
