import { zone } from '../clickhouse/sql.ts';

/** The last day shown; a wall ends now. */
export const today = `toDate($__toTime, '${zone}')`;
export const weekAgo = `(${today} - 7)`;

/** The seven whole days before the last one, and the seven before those. */
export const lastWeek = `day BETWEEN ${today} - 7 AND ${today} - 1`;
export const weekBefore = `day BETWEEN ${today} - 14 AND ${today} - 8`;
export const bothWeeks = `day BETWEEN ${today} - 14 AND ${today} - 1`;

/** The whole territory, every kind of facility. */
export const whole = "place_kind = 'all' AND facility_kind = ''";
