/**
 * Makes the work tables if the connection has none, and empties them. They are temporary: several processes recompute on one server, each
 * with its own. A server that started again, or let the session go, has forgotten them.
 */
export const workTables: readonly string[] = [
  // What the recompute starts from: stays, or (facility and ref empty) persons whose papers were linked.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_touched (facility String, ref String, person String)',
  // Whose stays it looks at; without `counts` the key is only a paper under which to look for them.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_persons (facility_id String, person_key String, counts Bool)',
  // The stays it counts: for whom, from when to when, and the days that any revision of them could cover.
  `CREATE TEMPORARY TABLE IF NOT EXISTS work_stays (facility_id String, ref String, who String, counts Bool, arrived DateTime64(3, 'UTC'), ended DateTime64(3, 'UTC'),
    unit_uid String, facility_kind String, nationality String, home_province String, tourist Bool, first_day Date, last_day Date)`,
  'TRUNCATE TABLE work_touched',
  'TRUNCATE TABLE work_persons',
  'TRUNCATE TABLE work_stays',
];

/**
 * Numbers a recompute; of two rows of one night the higher number counts. Two recomputers may run at once (one of them has lost its part of
 * the log and does not know yet), so the number is written down where all can see it, and read back, before anything else is read. Whoever
 * has a higher number, or the same, then began to read after the other's was taken; and as an event is always followed by a recompute, the
 * highest number belongs to one that has read it. The clock is in it so that numbers stay comparable when a rebuild exchanges the tables;
 * set back, it is overtaken by the highest number so far.
 */
export const takeGeneration = {
  claim: 'INSERT INTO raw_recomputes_v1 SELECT 0, greatest(max(generation) + 1, toUInt64(toUnixTimestamp64Nano(now64(9)))) FROM raw_recomputes_v1',
  read: 'SELECT toString(max(generation)) AS generation FROM raw_recomputes_v1',
} as const;

/**
 * The recompute of guest-nights (dossier 5.3), statement by statement over small tables in memory, so that each reads only what the one
 * before found. From the stays in `work_touched` it takes every person that any revision of theirs named, under each paper or card
 * that may have stood for them, and all stays that count for these persons now: whole persons, never a part of one's stays. It joins
 * stays less than 24 h apart and writes, for each day that any revision of such a stay could cover, a night or the mark that there is
 * none. So the table is a function of the registers alone.
 */
export const recomputeStatements = (generation: string): readonly string[] => [
  staysOfLinkedPersons,
  personsOfStays,
  cardsOfPersons,
  papersOfCards,
  staysOfPersons,
  nightsOfStays(generation),
];

const staysOfLinkedPersons = `
INSERT INTO work_touched (facility, ref, person)
SELECT facility_id, ref, '' FROM raw_person_stays_v2 WHERE person_key IN (SELECT person FROM work_touched WHERE person != '')`;

const touched = "(SELECT facility, ref FROM work_touched WHERE ref != '')";

const personsOfStays = `
INSERT INTO work_persons (facility_id, person_key, counts)
SELECT DISTINCT facility_id, arrayJoin(persons), 1 FROM raw_stays_v2 PREWHERE (facility_id, ref) IN ${touched}`;

const cardsOfPersons = `
INSERT INTO work_persons (facility_id, person_key, counts)
SELECT DISTINCT w.facility_id, arrayJoin([l.min_cccd, l.max_cccd]), 1
FROM (SELECT * FROM raw_person_links_v1 WHERE cmnd_key IN (SELECT person_key FROM work_persons)) AS l
INNER JOIN work_persons AS w ON w.person_key = l.cmnd_key`;

const papersOfCards = `
INSERT INTO work_persons (facility_id, person_key, counts)
SELECT DISTINCT w.facility_id, l.cmnd_key, 0
FROM (SELECT cmnd_key, arrayJoin([min_cccd, max_cccd]) AS cccd FROM raw_person_links_v1 WHERE min_cccd IN (SELECT person_key FROM work_persons) OR max_cccd IN (SELECT person_key FROM work_persons)) AS l
INNER JOIN work_persons AS w ON w.person_key = l.cccd`;

const staysOfPersons = `
INSERT INTO work_stays
WITH toDateTime64(0, 3, 'UTC') AS none
SELECT
    r.facility_id, r.ref, if(l.person_key != '', l.person_key, r.person_key) AS who,
    r.seen AND NOT r.cancelled AS counts,
    r.arrived_at AS arrived,
    greatest(arrived, least(multiIf(r.departed_at > none, r.departed_at, r.expected_at > none, r.expected_at, arrived + INTERVAL 30 DAY), arrived + INTERVAL 366 DAY)) AS ended,
    r.unit_uid, r.facility_kind, r.nationality, r.province,
    r.facility_tourism AND r.reason IN ('', 'tourism', 'business', 'visit', 'family-visit', 'conference') AND NOT (r.ward != '' AND endsWith(r.ward, substring(r.unit_uid, 2, 5))) AS tourist,
    if(max_arrival > toDate(0), min_arrival, toDate(0)) AS first_day,
    if(max_arrival > toDate(0), least(max_arrival + 366, greatest(max_end, if(open_ended = 1, max_arrival + 30, toDate(0)))), toDate(0)) AS last_day
FROM
(
    SELECT facility_id, ref, seen, cancelled, person_key, arrived_at, departed_at, expected_at, unit_uid, facility_kind, facility_tourism, nationality, province, ward, reason,
        min_arrival, max_arrival, max_end, open_ended
    FROM raw_stays_v2 FINAL
    PREWHERE (facility_id, ref) IN
    (
        SELECT facility, ref FROM work_touched WHERE ref != ''
        UNION DISTINCT
        SELECT facility_id, ref FROM raw_person_stays_v2 WHERE (facility_id, person_key) IN (SELECT facility_id, person_key FROM work_persons)
    )
) AS r
LEFT JOIN (SELECT * FROM person_links WHERE cmnd_key IN (SELECT person_key FROM work_persons)) AS l ON l.cmnd_key = r.person_key
WHERE (r.facility_id, r.ref) IN ${touched} OR (r.facility_id, who) IN (SELECT facility_id, person_key FROM work_persons WHERE counts)`;

const nightsOfStays = (generation: string): string => `
INSERT INTO raw_stay_nights_v2 (night, facility_id, ref, person_key, unit_uid, facility_kind, nationality, home_province, tourism, first_night, is_deleted, generation)
WITH
    joined AS
    (
        SELECT *,
            max(ended) OVER (PARTITION BY facility_id, who ORDER BY arrived, ref ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS ended_before,
            row_number() OVER (PARTITION BY facility_id, who ORDER BY arrived, ref) = 1 OR arrived >= ended_before + INTERVAL 24 HOUR AS starts
        FROM work_stays WHERE counts
    ),
    merged AS (SELECT *, sum(starts) OVER (PARTITION BY facility_id, who ORDER BY arrived, ref ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS merged_stay FROM joined),
    measured AS
    (
        SELECT *,
            toDate(max(ended) OVER (PARTITION BY facility_id, who, merged_stay), 'Asia/Ho_Chi_Minh')
                - toDate(min(arrived) OVER (PARTITION BY facility_id, who, merged_stay), 'Asia/Ho_Chi_Minh') AS length
        FROM merged
    ),
    covered AS
    (
        SELECT *, arrayJoin(range(toUInt32(toDate(arrived, 'Asia/Ho_Chi_Minh')), toUInt32(toDate(ended, 'Asia/Ho_Chi_Minh')))) AS day
        FROM measured
        ORDER BY facility_id, who, day, arrived, ref
        LIMIT 1 BY facility_id, who, day
    ),
    nights AS (SELECT *, day = min(day) OVER (PARTITION BY facility_id, who, merged_stay) AS is_first FROM covered),
    days AS (SELECT facility_id, ref, arrayJoin(range(toUInt32(first_day), toUInt32(last_day))) AS day FROM work_stays)
SELECT
    toDate(d.day) AS night, d.facility_id, d.ref, n.who, n.unit_uid, n.facility_kind, n.nationality, n.home_province,
    n.tourist AND n.length < 30, n.is_first, n.ref = '', ${generation}
FROM days AS d
LEFT JOIN nights AS n ON n.facility_id = d.facility_id AND n.ref = d.ref AND n.day = d.day
SETTINGS optimize_on_insert = 0`;
