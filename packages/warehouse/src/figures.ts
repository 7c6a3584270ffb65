import type { Step } from './nights.ts';

/** Work table of the recompute of figures, made if the connection has none, and emptied; temporary like those of nights, for the same reasons. */
export const figureWorkTables: readonly string[] = [
  // Days at a facility whose figures are due, as days since 1970.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_days (facility String, days Array(UInt32))',
  'TRUNCATE TABLE work_days',
];

/** Days on which stays do something, with how much: figures of all days are computed some days at a time. */
export const daysOfAll = "SELECT toUInt32(day) AS day, toUInt32(count()) AS rows FROM raw_stay_days_v1 GROUP BY day ORDER BY day";
export const fillDays = (from: number, to: number): string => `INSERT INTO work_days SELECT facility_id, groupUniqArray(toUInt32(day)) FROM raw_stay_days_v1 WHERE day BETWEEN toDate(${from}) AND toDate(${to}) GROUP BY facility_id`;

const split = (dimension: string, column: string): string =>
  `sumMapIf([toString(${column})], [toUInt32(first AND night)], [toUInt32(night)], [toUInt32(day_guest)], tourism) AS ${dimension}`;
const parts = (dimension: string): string => [1, 2, 3, 4].map((part) => `tupleElement(${dimension}, ${part})`).join(', ');

/**
 * The recompute of figures: what each day in `work_days` came to at its facility, a row of its own, from the rows of that day and facility alone.
 * A day on which nothing happens (any more) gets the mark of that.
 */
export const figureSteps = (generation: string): readonly Step[] => [{ sql: figures(generation), ifAny: 'work_days' }];

const figures = (generation: string): string => `
INSERT INTO raw_facility_figures_v1
WITH
    due AS (SELECT toDate(arrayJoin(days)) AS day, facility FROM work_days),
    counted AS
    (
        SELECT
            day, facility_id,
            countIf(first AND night) AS arrivals, countIf(night) AS nights, countIf(day_guest) AS day_guests,
            countIf(tourism AND first AND night) AS t_arrivals, countIf(tourism AND night) AS t_nights, countIf(tourism AND day_guest) AS t_day_guests,
            countIf(tourism AND first AND night AND nationality != 'VNM') AS ti_arrivals, countIf(tourism AND night AND nationality != 'VNM') AS ti_nights, countIf(tourism AND day_guest AND nationality != 'VNM') AS ti_day_guests,
            uniqExactIf(room, night AND room != 0) AS rooms_used, countIf(night AND room = 0) AS guests_without_room, countIf(night AND open_end) AS open_end_nights, countIf(night AND day >= since + 30) AS over_30,
            countIf(arrives) AS stays, countIf(arrives AND late) AS late_ones, countIf(arrives AND synced_late) AS synced_late_ones,
            arraySort(groupArrayIf(delay_s, arrives)) AS delays, arraySort(groupArrayIf((due_at, told_at), arrives AND late)) AS lates,
            sumMapIf([toString(captured)], [toUInt32(1)], arrives) AS captures,
            ${split('by_nationality', 'nationality')}, ${split('by_province', 'home_province')}, ${split('by_purpose', 'purpose')}
        FROM raw_stay_days_v1 FINAL
        PREWHERE (day, facility_id) IN (SELECT day, facility FROM due)
        GROUP BY day, facility_id
    )
SELECT
    d.day, d.facility, c.arrivals, c.nights, c.day_guests, c.t_arrivals, c.t_nights, c.t_day_guests, c.ti_arrivals, c.ti_nights, c.ti_day_guests, c.rooms_used, c.guests_without_room, c.open_end_nights, c.over_30,
    c.stays, c.late_ones, c.synced_late_ones, c.delays, tupleElement(c.lates, 1), tupleElement(c.lates, 2), mapFromArrays(tupleElement(c.captures, 1), tupleElement(c.captures, 2)),
    ${parts('by_nationality')}, ${parts('by_province')}, ${parts('by_purpose')}, c.facility_id = '', ${generation}
FROM due AS d
LEFT JOIN counted AS c ON c.day = d.day AND c.facility_id = d.facility
SETTINGS optimize_on_insert = 0`;
