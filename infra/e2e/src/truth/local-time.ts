/**
 * Vietnam's clock, written out once more on purpose: what is computed here judges the system and may share no code with it.
 * UTC+7 all year since 1975 (dossier 2.1).
 */
const offset = 7 * 3_600_000;
export const hour = 3_600_000;
export const day = 24 * hour;

/** Whole local days since 1970-01-01. */
export const dayNumber = (at: number): number => Math.floor((at + offset) / day);

/** Moment of local midnight. */
export const midnight = (number: number): number => number * day - offset;

/** YYYY-MM-DD of a local day. */
export const dayText = (number: number): string => new Date(number * day).toISOString().slice(0, 10);

/** Milliseconds since local midnight. */
export const timeOfDay = (at: number): number => at - midnight(dayNumber(at));
