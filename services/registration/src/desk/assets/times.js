/** Vietnam's local time whatever zone the browser is set to: UTC+7 all year. */

const offset = 7 * 3_600_000;
const dayLength = 86_400_000;
/** @param {number} value */
const two = (value) => String(value).padStart(2, '0');
/** A date whose UTC parts are Vietnam's local ones. @param {number} at */
const local = (at) => new Date(at + offset);

/** The local day, YYYY-MM-DD. @param {number} at */
export const dayOf = (at) => local(at).toISOString().slice(0, 10);

/** An instant as the server takes it, with Vietnam's offset. @param {number} at */
export const instantText = (at) => `${local(at).toISOString().slice(0, 19)}+07:00`;

/** dd/mm/yyyy hh:mm, as people write it and the server reads it. @param {number} at */
export const momentText = (at) => `${dayText(dayOf(at))} ${clockText(at)}`;

/** hh:mm @param {number} at */
export const clockText = (at) => `${two(local(at).getUTCHours())}:${two(local(at).getUTCMinutes())}`;

/** dd/mm/yyyy of YYYY-MM-DD; also of a birth of which only the year or month is known. @param {string} day */
export const dayText = (day) => day.split('-').reverse().join('/');

/** Today without its year, other days too: short enough for a table. @param {number} at @param {number} now */
export const shortText = (at, now) => (dayOf(at) === dayOf(now) ? clockText(at) : `${dayText(dayOf(at)).slice(0, 5)} ${clockText(at)}`);

/** Noon on the day a guest leaves who came at `at` and stays some nights: who comes before 06:00 has the night behind him that he pays for.
 * @param {number} at @param {number} nights */
export const leavesAt = (at, nights) => {
  const early = local(at).getUTCHours() < 6;
  const midnight = Math.floor((at + offset) / dayLength) * dayLength - offset;
  return midnight + (nights - (early ? 1 : 0)) * dayLength + dayLength / 2;
};

/** Unix milliseconds of dd/mm/yyyy hh:mm in Vietnam, undefined if it is not written so. @param {string} text */
export const readMoment = (text) => {
  const [, day, month, year, hour, minute] = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})[ ,]+(\d{1,2}):(\d\d)\s*$/.exec(text) ?? [];
  return year === undefined ? undefined : Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) - offset;
};

/** The last days, today first, as YYYY-MM-DD. @param {number} now @param {number} count */
export const lastDays = (now, count) => Array.from({ length: count }, (_, back) => dayOf(now - back * dayLength));
