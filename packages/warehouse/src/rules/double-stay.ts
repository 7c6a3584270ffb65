import { from, isTold, staysOf, to } from './parts.ts';

/** Pairs of stays that claim one person for the same night; told of the one that began later. */
export const doubleStay = `
WITH
    both AS
    (
        SELECT night, tupleElement(pair, 1) AS one, tupleElement(pair, 2) AS other
        FROM
        (
            SELECT night, arrayZip(facilities, refs) AS places, arrayJoin(arrayFlatten(arrayMap(i -> arrayMap(j -> (places[i], places[j]), range(i + 1, length(places) + 1)), range(1, length(places))))) AS pair
            FROM raw_conflict_nights_v1 FINAL
            WHERE night BETWEEN ${from} AND ${to}
        )
    ),
    stays AS (${staysOf('SELECT one.1, one.2 FROM both UNION ALL SELECT other.1, other.2 FROM both')}),
    each AS
    (
        SELECT b.night AS night, b.one AS one, b.other AS other, s.arrived AS arrived, s.unit_uid AS unit_uid, s.event AS event, s.received AS received, (s.facility_id, s.ref) AS own
        FROM (SELECT night, one, other, arrayJoin([one, other]) AS own FROM both) AS b
        INNER JOIN stays AS s ON s.facility_id = b.own.1 AND s.ref = b.own.2
        WHERE ${isTold('b.night')}
    ),
    nights AS
    (
        SELECT night, one, other, argMax(own, (arrived, own)) AS later, argMax(unit_uid, (arrived, own)) AS unit, max(arrived) AS came, groupArray(event) AS events, max(received) AS known
        FROM each
        GROUP BY night, one, other
        HAVING count() = 2
    )
SELECT [one.1, one.2, other.1, other.2] AS about, CAST([], 'Array(Array(String))') AS also, [one.1, other.1] AS facilities, any(unit) AS unit, any(later).1 AS facility, any(later).2 AS ref, toString(min(night)) AS day,
    toString(any(came)) AS at, toString(any(known)) AS known_at, map('nights', toFloat64(count())) AS figures, any(events) AS evidence
FROM nights
GROUP BY one, other`;
