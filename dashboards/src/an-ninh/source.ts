import { zone } from '../clickhouse/sql.ts';
import type { VariableSpec } from '../variables/spec.ts';
import { chosenBoundary, ofPlace } from '../variables/places.ts';

const calendarMonth = { vi: 'tháng dương lịch', en: 'calendar month' };

/** Which months: those of the calendar, or those of the police, from the 15th to the 14th (dossier 5.4). */
export const calendar: VariableSpec = {
  name: 'calendar',
  label: { vi: 'Tháng', en: 'Months' },
  choose: 'one',
  first: { value: 'calendar', text: calendarMonth },
  sql: (say) => `SELECT pair.1 AS value, pair.2 AS text FROM (SELECT arrayJoin([('calendar', '${say(calendarMonth)}'), ('mps_15_14', '${say({ vi: 'tháng công tác 15–14', en: 'police month 15–14' })}')]) AS pair)`,
};

/** The day on which a month begins: one of the police on the 15th before the month whose name it has. */
export const begins = "if(period_kind = 'calendar', month, addDays(addMonths(month, -1), 14))";

/** Months that lie in the range, if only in part. */
const inRange = `${begins} <= toDate($__toTime, '${zone}') AND addMonths(${begins}, 1) > toDate($__fromTime, '${zone}')`;

/** Incidents of the months shown, on the chosen boundaries; `where` says which places and kinds. */
export const rates = (where: string): string => `incident_rates_at(boundary = ${chosenBoundary}, known_at = '') WHERE period_kind = \${calendar:singlequote} AND ${inRange} AND ${where}`;

/** All kinds together, of the whole territory or of the chosen units. */
export const chosen = `kind = '' AND ${ofPlace}`;

/** A figure that is NaN where it is left out, which is where `counted` is, and also where there is none: then NULL. */
export const orMissing = (figure: string, counted: string): string => `if(isNaN(${figure}) AND NOT isNaN(${counted}), NULL, ${figure})`;

/** The 30 last days of the range. */
export const lastDays = `day BETWEEN greatest(toDate($__fromTime, '${zone}'), toDate($__toTime, '${zone}') - 29) AND toDate($__toTime, '${zone}')`;
