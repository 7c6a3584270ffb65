import type { Say, Text } from '../text.ts';

/** The time zone in which days begin, also on a server that runs in UTC. */
export const zone = 'Asia/Ho_Chi_Minh';

/** Keeps the facilities that were chosen; with "all" it costs nothing. */
export const ofFacility = '$__conditionalAll(facility_id IN (${facility:singlequote}), $facility)';

/** Events that facilities send one by one and get an answer for: stays, and trips of coaches. */
export const sentByFacilities = "(startsWith(type, 'vn.da06.stay.') OR startsWith(type, 'vn.da06.coach-trip.'))";

/** A column's name as people see it. */
export const named = (say: Say, text: Text): string => `\`${say(text)}\``;

/** The local day of a time, as the time column of a series. */
export const dayOf = (column: string): string => `toDateTime(toStartOfDay(${column}, '${zone}'), '${zone}')`;

/** Days without rows are shown as 0: a gap in a bar chart would look like missing data. */
export const everyDay = `ORDER BY time WITH FILL FROM ${dayOf('$__fromTime')} TO toDateTime($__toTime, '${zone}') STEP 86400`;

/** The same for the chart's own interval. */
export const everyInterval = 'ORDER BY time WITH FILL FROM $__timeInterval($__fromTime) TO $__toTime STEP $__interval_s';

/** The days that are shown, whole ones in Vietnam; `day` is a Date. */
export const inDays = (day = 'day'): string => `${day} BETWEEN toDate($__fromTime, '${zone}') AND toDate($__toTime, '${zone}')`;

/** The months that are shown, whole ones; `month` is the Date of a first day. */
export const inMonths = (month = 'month'): string => `${month} BETWEEN toStartOfMonth(toDate($__fromTime, '${zone}')) AND toDate($__toTime, '${zone}')`;

/** The local midnight of a Date, as the time column of a series. */
export const midnight = (day: string): string => `toDateTime(toString(${day}), '${zone}')`;

/** A figure that is left out (NaN) is a gap in a chart. */
export const orGap = (figure: string): string => `if(isNaN(${figure}), NULL, ${figure})`;
