import type { Say, Text } from '../text.ts';

/** The time zone in which days begin, also on a server that runs in UTC. */
export const zone = 'Asia/Ho_Chi_Minh';

/** Keeps the facilities that were chosen; with "all" it costs nothing. */
export const ofFacility = '$__conditionalAll(facility_id IN (${facility:singlequote}), $facility)';

/** A column's name as people see it. */
export const named = (say: Say, text: Text): string => `\`${say(text)}\``;

/** The local day of a time, as the time column of a series. */
export const dayOf = (column: string): string => `toDateTime(toStartOfDay(${column}, '${zone}'), '${zone}')`;

/** Days without rows are shown as 0: a gap in a bar chart would look like missing data. */
export const everyDay = `ORDER BY time WITH FILL FROM ${dayOf('$__fromTime')} TO toDateTime($__toTime, '${zone}') STEP 86400`;

/** The same for the chart's own interval. */
export const everyInterval = 'ORDER BY time WITH FILL FROM $__timeInterval($__fromTime) TO $__toTime STEP $__interval_s';
