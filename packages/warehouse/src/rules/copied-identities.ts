import { from, startOf, staysOf, to } from './parts.ts';

/** The list of an earlier day sent again, once a facility and day; and one person in several stays of a facility in one night, once those stays. */
export const copiedIdentities = `
WITH
    came AS
    (
        SELECT day, toString(facility_id) AS facility_id, ref, person_key, toString(unit_uid) AS unit_uid
        FROM raw_stay_days_v1 FINAL
        WHERE day BETWEEN ${from} - 31 AND ${to} AND arrives
    ),
    sizes AS (SELECT day, facility_id, uniqExact(person_key) AS persons, any(unit_uid) AS unit, groupArray((person_key, ref)) AS refs FROM came GROUP BY day, facility_id HAVING persons >= {persons:Float64}),
    again AS
    (
        SELECT n.day AS day, n.facility_id AS facility_id, b.day AS earlier, uniqExact(n.person_key) AS persons
        FROM came AS n
        INNER JOIN came AS b ON b.facility_id = n.facility_id AND b.person_key = n.person_key
        WHERE n.day >= ${from} AND b.day < n.day AND b.day >= n.day - {withinDays:Float64} AND n.ref != b.ref
        GROUP BY day, facility_id, earlier
        HAVING persons >= {persons:Float64}
    ),
    lists AS
    (
        SELECT s.day AS day, s.facility_id AS facility_id, max(a.persons) AS again, any(s.persons) AS persons, any(s.unit) AS unit, arrayMap(r -> r.2, any(s.refs)) AS refs
        FROM again AS a
        INNER JOIN sizes AS s ON s.day = a.day AND s.facility_id = a.facility_id
        WHERE a.persons >= {share:Float64} * s.persons
        GROUP BY day, facility_id
    ),
    several AS (SELECT facility_id, person_key, groupArray(ref) AS refs, any(unit_uid) AS unit FROM came GROUP BY facility_id, person_key HAVING count() >= {staysOfOne:Float64}),
    ends AS
    (
        SELECT facility_id, ref, arrayJoin(arrayMap(n -> arrived_on + n, range(if(assumed, 1, toUInt32(greatest(0, ended_on - arrived_on)))))) AS night
        FROM
        (
            SELECT toString(facility_id) AS facility_id, ref, toDate(arrived_at, 'Asia/Ho_Chi_Minh') AS arrived_on, departed_at <= toDateTime64(0, 3, 'UTC') AND expected_at <= toDateTime64(0, 3, 'UTC') AS assumed,
                toDate(least(if(departed_at > toDateTime64(0, 3, 'UTC'), departed_at, expected_at), arrived_at + INTERVAL 366 DAY), 'Asia/Ho_Chi_Minh') AS ended_on
            FROM raw_stays_v2 FINAL
            PREWHERE (facility_id, ref) IN (SELECT facility_id, arrayJoin(refs) FROM several)
        )
    ),
    covered AS
    (
        SELECT s.facility_id AS facility_id, s.person_key AS person_key, s.ref AS ref, e.night AS night
        FROM (SELECT facility_id, person_key, arrayJoin(refs) AS ref FROM several) AS s
        INNER JOIN ends AS e ON e.facility_id = s.facility_id AND e.ref = s.ref
    ),
    together AS
    (
        SELECT facility_id, min(night) AS day, arraySort(argMin(own, night)) AS refs, max(length(own)) AS most
        FROM (SELECT facility_id, person_key, night, groupUniqArray(ref) AS own FROM covered WHERE night BETWEEN ${from} AND ${to} GROUP BY facility_id, person_key, night HAVING length(own) >= {staysOfOne:Float64})
        GROUP BY facility_id, person_key
    ),
    found AS
    (
        SELECT [facility_id, 'list', toString(day)] AS about, CAST([], 'Array(Array(String))') AS also, facility_id, '' AS ref, day, refs, map('persons', toFloat64(again), 'arrivals', toFloat64(persons)) AS figures FROM lists
        UNION ALL
        SELECT [facility_id, 'person', refs[1]], arrayMap(r -> [facility_id, 'person', r], refs), facility_id, refs[1], day, refs, map('stays', toFloat64(most)) FROM together
    ),
    stays AS (${staysOf('SELECT facility_id, arrayJoin(refs) FROM found')})
SELECT f.about AS about, any(f.also) AS also, [f.facility_id] AS facilities, any(s.unit_uid) AS unit, f.facility_id AS facility, f.ref AS ref, toString(f.day) AS day, toString(${startOf('f.day')}) AS at, toString(max(s.received)) AS known_at,
    any(f.figures) AS figures, groupArray(100)(s.event) AS evidence
FROM (SELECT about, also, facility_id, ref, day, figures, arrayJoin(refs) AS own FROM found) AS f
INNER JOIN stays AS s ON s.facility_id = f.facility_id AND s.ref = f.own
GROUP BY f.about, f.facility_id, f.ref, f.day`;
