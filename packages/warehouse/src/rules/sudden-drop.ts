import { from, startOf, to } from './parts.ts';

/**
 * Seven days, up to a day that is settled, with few arrivals for what the four weeks before had; once a facility and week (Monday to Sunday) in which such days end,
 * and not again while the four weeks hold those days. How far it must lie below what it should be follows from how much its own days differ: guests come in parties. What it
 * should have had shrinks with all facilities together, when they all have less: Tết is nobody's fault. Who is heard of on none of the last four days or
 * those after them has not fallen but fallen silent.
 */
export const suddenDrop = `
WITH
    toUInt32(${from}) - 34 AS first_day,
    toUInt32(${to}) - first_day + 1 AS length_of_all,
    counted AS (SELECT facility_id, toUInt32(day) - first_day + 1 AS place, stays FROM raw_facility_figures_v1 FINAL WHERE day BETWEEN toDate(first_day) AND ${to} AND stays > 0),
    series AS
    (
        SELECT facility_id, arrayMap(at -> at_place[toUInt32(at)], range(1, length_of_all + 1)) AS arrivals
        FROM (SELECT toString(facility_id) AS facility_id, CAST((groupArray(place), groupArray(stays)), 'Map(UInt32, UInt32)') AS at_place FROM counted GROUP BY facility_id)
    ),
    (SELECT sumForEach(arrivals) FROM series) AS everybody,
    weeks AS
    (
        SELECT facility_id, toDate(first_day + last - 1) AS day, arraySum(arraySlice(arrivals, last - 6, 7)) AS now, arraySlice(arrivals, last - 34, 28) AS days, arraySum(days) / 4 AS mean,
            greatest(1, (arraySum(x -> x * x, days) / 28 - pow(arraySum(days) / 28, 2)) / (arraySum(days) / 28)) AS dispersion,
            least(1, 4 * arraySum(arraySlice(everybody, last - 6, 7)) / arraySum(arraySlice(everybody, last - 34, 28))) AS trend
        FROM (SELECT facility_id, arrivals, arrayJoin(range(35, length_of_all + 1 - toUInt32({settledAfterDays:Float64}))) AS last FROM series)
        WHERE mean >= {arrivalsPerWeek:Float64} AND now < {share:Float64} * trend * mean AND trend * mean - now >= {deviations:Float64} * sqrt(dispersion * trend * mean)
    ),
    places AS
    (
        SELECT facility_id, min(valid_from) AS opened, if(max(closed_on) = toDate(0), toDate('2149-06-06'), max(closed_on)) AS closed, groupArray((valid_from, toString(unit_uid))) AS units
        FROM facility_versions
        GROUP BY facility_id
    )
SELECT [w.facility_id, toString(toMonday(w.day))] AS about, arrayMap(k -> [w.facility_id, toString(toMonday(w.day) - 7 * k)], [1, 2, 3, 4]) AS also, [w.facility_id] AS facilities, tupleElement(arrayLast((u, i) -> i = 1 OR u.1 <= min(w.day), arraySort(any(p.units)), arrayEnumerate(any(p.units))), 2) AS unit,
    w.facility_id AS facility, '' AS ref, toString(min(w.day)) AS day, toString(${startOf('min(w.day)')}) AS at, toString(${startOf('min(w.day) + 1 + toUInt32({settledAfterDays:Float64})')}) AS known_at,
    map('arrivals', toFloat64(argMin(w.now, w.day)), 'mean', toFloat64(argMin(w.mean, w.day))) AS figures, CAST([], 'Array(String)') AS evidence
FROM weeks AS w
INNER JOIN places AS p ON p.facility_id = w.facility_id
INNER JOIN (SELECT facility_id, groupUniqArray(day) AS days FROM raw_heard_v1 WHERE heard = 1 AND day BETWEEN ${from} - 3 AND ${to} GROUP BY facility_id) AS h ON h.facility_id = w.facility_id
WHERE w.day < p.closed AND arrayExists(d -> d BETWEEN w.day - 3 AND w.day + toUInt32({settledAfterDays:Float64}), h.days)
GROUP BY w.facility_id, toMonday(w.day)`;
