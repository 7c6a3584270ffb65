import { from, startOf, to } from './parts.ts';

/**
 * Silences: from a day on which something was taken in from a facility (or on which it came to have an account) to the next such day, or to the newest day, which is not over
 * and does not count: a request of any kind is a word from it. What a facility says later of a day in between does not make that day one on which it was heard. Coaches register no stays.
 */
export const silentFacility = `
WITH
    ${from} - 62 AS earliest,
    said AS
    (
        SELECT h.facility_id AS facility_id, h.day AS day
        FROM (SELECT DISTINCT facility_id, day FROM raw_heard_v1 WHERE heard = 1 AND day BETWEEN earliest AND ${to}) AS h
        LEFT ANTI JOIN (SELECT facility_id, day FROM raw_facility_days_v1 GROUP BY facility_id, day HAVING toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') > day) AS afterwards ON afterwards.facility_id = h.facility_id AND afterwards.day = h.day
        UNION DISTINCT
        SELECT DISTINCT facility_id, toDate(recorded_at, 'Asia/Ho_Chi_Minh') AS day FROM raw_feed_batches_v1 WHERE recorded_at >= toDateTime(earliest, 'Asia/Ho_Chi_Minh') AND day <= ${to}
    ),
    (SELECT (groupArray(day), avg(speakers)) FROM (SELECT day, uniqExact(facility_id) AS speakers FROM said GROUP BY day)) AS spoken,
    places AS
    (
        SELECT facility_id, argMin(facility_kind, valid_from) AS kind, min(valid_from) AS opened, if(max(closed_on) = toDate(0), toDate('2149-06-06'), max(closed_on)) AS closed, groupArray((valid_from, toString(unit_uid))) AS units
        FROM facility_versions
        GROUP BY facility_id
    ),
    accounts AS
    (
        SELECT arrayJoin(facilities) AS facility_id, min(toDate(issued_at, 'Asia/Ho_Chi_Minh')) AS day
        FROM raw_feed_keys_v1 FINAL
        WHERE issued_at < toDateTime64('2149-01-01 00:00:00', 3, 'UTC') AND revoked_at >= toDateTime64('2149-01-01 00:00:00', 3, 'UTC')
        GROUP BY facility_id
    ),
    begun AS (SELECT facility_id, arraySort(groupUniqArray(day)) AS days FROM (SELECT facility_id, day FROM said UNION ALL SELECT a.facility_id, greatest(a.day, p.opened) FROM accounts AS a INNER JOIN places AS p ON p.facility_id = a.facility_id WHERE greatest(a.day, p.opened) BETWEEN earliest AND ${to}) GROUP BY facility_id),
    (SELECT groupArray((toString(scope), target, toDate(from_at), toDate(until_at))) FROM outages WHERE toDate(until_at) >= earliest) AS broken,
    gaps AS
    (
        SELECT b.facility_id AS facility_id, p.units AS units, tupleElement(arrayJoin(arrayZip(b.days, arrayPushBack(arrayPopFront(b.days), ${to}))) AS gap, 1) AS last_day,
            arrayFilter(d -> d >= p.opened AND d < p.closed AND (tupleElement(spoken, 2) < {usualSpeakers:Float64} OR has(tupleElement(spoken, 1), d))
                    AND NOT arrayExists(x -> (x.1 = 'all' OR (x.1 = 'facility' AND x.2 = b.facility_id) OR (x.1 = 'unit' AND arrayExists(u -> u.2 = x.2, p.units))) AND d BETWEEN x.3 AND x.4, broken),
                arrayMap(n -> last_day + n, range(1, toUInt32(gap.2 - gap.1)))) AS silent
        FROM begun AS b
        INNER JOIN places AS p ON p.facility_id = b.facility_id
        WHERE p.kind != 'coach' AND gap.2 - gap.1 > {silentDays:Float64}
    )
SELECT [toString(facility_id), toString(last_day)] AS about, CAST([], 'Array(Array(String))') AS also, [toString(facility_id)] AS facilities,
    tupleElement(arrayLast((u, i) -> i = 1 OR u.1 <= last_day, arraySort(units), arrayEnumerate(units)), 2) AS unit, facility_id AS facility, '' AS ref, toString(silent[toUInt32({silentDays:Float64})] AS ends) AS day,
    toString(${startOf('last_day + 1')}) AS at, toString(${startOf('ends + 1')}) AS known_at, map('days', toFloat64(length(silent))) AS figures, CAST([], 'Array(String)') AS evidence
FROM gaps
WHERE length(silent) >= {silentDays:Float64} AND ends BETWEEN ${from} AND ${to}`;
