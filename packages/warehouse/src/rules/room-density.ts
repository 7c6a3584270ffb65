import { from, isTold, startOf, staysOf, to } from './parts.ts';

/** Rooms with too many people in a night, once a room and week (Monday to Sunday): of the first such night, with the most there were on one. */
export const roomDensity = `
WITH
    full AS
    (
        SELECT day, facility_id, room, groupArray((ref, person_key)) AS guests
        FROM raw_stay_days_v1 FINAL
        WHERE day BETWEEN ${from} AND ${to} AND night AND room != 0
        GROUP BY day, facility_id, room
        HAVING uniqExact(person_key) > {personsPerRoom:Float64}
    ),
    guest AS (SELECT day, facility_id, room, tupleElement(arrayJoin(guests) AS one, 1) AS ref, tupleElement(one, 2) AS person_key FROM full),
    stays AS (${staysOf('SELECT facility_id, ref FROM guest')}),
    nights AS
    (
        SELECT g.day AS day, g.facility_id AS facility_id, g.room AS room, uniqExact(g.person_key) AS persons, any(s.unit_uid) AS unit, groupArray(100)(s.event) AS events, max(s.received) AS known
        FROM guest AS g
        INNER JOIN stays AS s ON s.facility_id = g.facility_id AND s.ref = g.ref
        WHERE ${isTold('g.day')}
        GROUP BY day, facility_id, room
        HAVING persons > {personsPerRoom:Float64}
    ),
    houses AS (SELECT facility_id, valid_from, rooms, beds FROM facility_versions WHERE facility_id IN (SELECT facility_id FROM nights)),
    crowded AS
    (
        SELECT n.*, argMax(if(h.rooms = 0, 0, ceil(h.beds / h.rooms)), (h.valid_from <= n.day, if(h.valid_from <= n.day, toInt32(h.valid_from), -toInt32(h.valid_from)))) AS beds_each
        FROM nights AS n
        LEFT JOIN houses AS h ON h.facility_id = n.facility_id
        GROUP BY ALL
        HAVING n.persons > beds_each
    )
SELECT [toString(c.facility_id), toString(c.room), toString(toMonday(c.day))] AS about, CAST([], 'Array(Array(String))') AS also, [toString(c.facility_id)] AS facilities, argMin(c.unit, c.day) AS unit, c.facility_id AS facility, '' AS ref, toString(min(c.day)) AS day,
    toString(${startOf('min(c.day)')}) AS at, toString(argMin(c.known, c.day)) AS known_at, map('persons', toFloat64(max(c.persons)), 'nights', toFloat64(count())) AS figures, argMin(c.events, c.day) AS evidence
FROM crowded AS c
GROUP BY c.facility_id, c.room, toMonday(c.day)`;
