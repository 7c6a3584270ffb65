import { from, staysOf, to } from './parts.ts';

/**
 * Days at a facility whose arrivals lie in the last minutes before midnight. A Vietnamese guest who comes after 23:00 has until the next morning to be told of (dossier 2.1), which leaves most
 * stays out before their hour is looked at. An hour that nobody told is none.
 */
export const arrivalSpike = `
WITH
    came AS
    (
        SELECT day, toString(facility_id) AS facility_id, groupArray(ref) AS refs, groupArrayIf(ref, nationality != 'VNM' OR due_at > toUnixTimestamp(toDateTime(day + 1, 'Asia/Ho_Chi_Minh'))) AS late_refs
        FROM raw_stay_days_v1 FINAL
        WHERE day BETWEEN ${from} AND ${to} AND arrives
        GROUP BY day, facility_id
        HAVING length(late_refs) >= {arrivals:Float64} AND length(late_refs) >= {share:Float64} * length(refs)
    ),
    stays AS (${staysOf('SELECT facility_id, arrayJoin(late_refs) FROM came')})
SELECT [c.facility_id, toString(c.day)] AS about, CAST([], 'Array(Array(String))') AS also, [c.facility_id] AS facilities, any(s.unit_uid) AS unit, c.facility_id AS facility, '' AS ref, toString(c.day) AS day, toString(min(s.arrived)) AS at,
    toString(max(s.received)) AS known_at, map('arrivals', toFloat64(count()), 'ofDay', toFloat64(any(c.of_day))) AS figures, groupArray(100)(s.event) AS evidence
FROM (SELECT day, facility_id, length(refs) AS of_day, arrayJoin(late_refs) AS ref FROM came) AS c
INNER JOIN stays AS s ON s.facility_id = c.facility_id AND s.ref = c.ref
WHERE s.minute >= 1440 - {minutesBeforeMidnight:Float64}
GROUP BY c.facility_id, c.day
HAVING count() >= {arrivals:Float64} AND count() >= {share:Float64} * any(c.of_day)`;
