import { from, startOf, staysOf, to } from './parts.ts';

/** Visits on the night that makes them long. A visit may go on under several references: under any of them it is the same one. */
export const over30Days = `
WITH
    reached AS
    (
        SELECT facility_id, person_key, since, argMaxIf(ref, day, night) AS last_ref, max(day) AS on_day, argMaxIf(unit_uid, day, night) AS unit, max(open_end) AS open_end, groupUniqArray(toString(ref)) AS refs
        FROM raw_stay_days_v1 FINAL
        WHERE day BETWEEN ${from} - {nights:UInt32} AND ${to} AND (arrives OR (night AND day = since + {nights:UInt32} - 1)) AND day <= since + {nights:UInt32} - 1 AND since + {nights:UInt32} - 1 BETWEEN ${from} AND ${to}
        GROUP BY facility_id, person_key, since
        HAVING countIf(night AND day = since + {nights:UInt32} - 1) > 0
    ),
    stays AS (${staysOf('SELECT facility_id, last_ref FROM reached')})
SELECT [toString(r.facility_id), r.last_ref] AS about, arrayMap(x -> [toString(r.facility_id), x], r.refs) AS also, [toString(r.facility_id)] AS facilities, r.unit AS unit, r.facility_id AS facility, r.last_ref AS ref, toString(r.on_day) AS day,
    toString(${startOf('r.on_day')}) AS at, toString(greatest(s.received, ${startOf('r.on_day')})) AS known_at, map('nights', toFloat64({nights:UInt32}), 'open', toFloat64(r.open_end)) AS figures, [s.event] AS evidence
FROM reached AS r
INNER JOIN stays AS s ON s.facility_id = r.facility_id AND s.ref = r.last_ref`;
