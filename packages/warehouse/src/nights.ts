/**
 * Makes the work tables if the connection has none, and empties them. They are temporary: several processes recompute on one server, each
 * with its own. A server that started again, or let the session go, has forgotten them.
 */
export const workTables: readonly string[] = [
  // What the recompute starts from: stays, or (facility and ref empty) persons whose papers were linked.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_touched (facility String, ref String, person String)',
  // Whose stays it looks at; without `counts` the key is only a paper under which to look for them.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_persons (facility_id String, person_key String, counts Bool)',
  // Their stays: whom the newest event names, from when to when, and the days that any revision of them could cover.
  `CREATE TEMPORARY TABLE IF NOT EXISTS work_stays (facility_id String, ref String, touched Bool, persons Array(String), person_key String, counts Bool, arrived DateTime64(3, 'UTC'), ended DateTime64(3, 'UTC'),
    unit_uid String, facility_kind String, nationality String, home_province String, tourist Bool, first_day Date, last_day Date,
    recorded DateTime64(3, 'UTC'), notice DateTime64(3, 'UTC'), notice_counts Bool, due DateTime64(3, 'UTC'))`,
  // Those that count for the persons, with the person they count for.
  `CREATE TEMPORARY TABLE IF NOT EXISTS work_counted (facility_id String, ref String, who String, counts Bool, arrived DateTime64(3, 'UTC'), ended DateTime64(3, 'UTC'), arrived_on UInt32, ended_on UInt32,
    unit_uid String, facility_kind String, nationality String, home_province String, tourist Bool, days Array(UInt32))`,
  // Stays of the same persons that were not touched.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_others (facility_id String, ref String)',
  // Persons with several stays at a facility, which may touch each other.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_several (facility_id String, who String)',
  'TRUNCATE TABLE work_touched',
  'TRUNCATE TABLE work_persons',
  'TRUNCATE TABLE work_stays',
  'TRUNCATE TABLE work_counted',
  'TRUNCATE TABLE work_several',
  'TRUNCATE TABLE work_others',
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
 * none. So the table is a function of the registers alone. Of the same stays it writes how in time they were notified.
 */
export const recomputeSteps = (generation: string): readonly Step[] => [
  { sql: staysOfLinkedPersons, ifAny: "work_touched WHERE person != ''" },
  { sql: touchedStays },
  { sql: personsOfStays },
  { sql: cardsOfPersons, ifAny: 'raw_person_links_v1' },
  { sql: papersOfCards, ifAny: 'raw_person_links_v1' },
  { sql: otherKeysOfPersons },
  { sql: otherStaysOfPersons, ifAny: 'work_others' },
  { sql: countedStays },
  { sql: personsOfSeveralStays },
  { sql: nightsOfStaysApart(generation) },
  { sql: nightsOfStaysBeside(generation), ifAny: 'work_several' },
  { sql: noticesOfStays(generation) },
];

/** A statement of the recompute. `ifAny` names rows without which it has nothing to do: planning it costs the engine more than a look. */
export type Step = { readonly sql: string; readonly ifAny?: string };

const staysOfLinkedPersons = `
INSERT INTO work_touched (facility, ref, person)
SELECT facility_id, ref, '' FROM raw_person_stays_v2 WHERE person_key IN (SELECT person FROM work_touched WHERE person != '')`;

const touched = "(SELECT facility, ref FROM work_touched WHERE ref != '')";

/** Registers of the stays in `keys` into `work_stays`. */
const staysIn = (keys: string, areTouched: 0 | 1): string => `
INSERT INTO work_stays
WITH toDateTime64(0, 3, 'UTC') AS none
SELECT
    facility_id, ref, ${areTouched} AS touched, persons, person_key,
    seen AND NOT cancelled AS counts,
    arrived_at AS arrived,
    greatest(arrived, least(multiIf(departed_at > none, departed_at, expected_at > none, expected_at, arrived + INTERVAL 30 DAY), arrived + INTERVAL 366 DAY)) AS ended,
    unit_uid, facility_kind, nationality, province,
    facility_tourism AND reason IN ('', 'tourism', 'business', 'visit', 'family-visit', 'conference') AND NOT (ward != '' AND endsWith(ward, substring(unit_uid, 2, 5))) AS tourist,
    if(max_arrival > toDate(0), min_arrival, toDate(0)) AS first_day,
    if(max_arrival > toDate(0), least(max_arrival + 366, greatest(max_end, if(open_ended = 1, max_arrival + 30, toDate(0)))), toDate(0)) AS last_day,
    first_recorded_at, notified_at, notified_valid, if(nationality = 'VNM', due_domestic_at, due_foreign_at)
FROM raw_stays_v2 FINAL
PREWHERE (facility_id, ref) IN (${keys})`;

const touchedStays = staysIn("SELECT facility, ref FROM work_touched WHERE ref != ''", 1);

const personsOfStays = `
INSERT INTO work_persons (facility_id, person_key, counts)
SELECT DISTINCT facility_id, arrayJoin(persons), 1 FROM work_stays`;

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

/** Most persons have one stay, so there are few of these. */
const otherKeysOfPersons = `
INSERT INTO work_others
SELECT facility_id, ref FROM raw_person_stays_v2 PREWHERE person_key IN (SELECT person_key FROM work_persons) WHERE (facility_id, ref) NOT IN ${touched}`;

const otherStaysOfPersons = staysIn('SELECT facility_id, ref FROM work_others', 0);

const countedStays = `
INSERT INTO work_counted
SELECT
    s.facility_id, s.ref, if(l.person_key != '', l.person_key, s.person_key) AS who, counts, arrived, ended,
    toDate(arrived, 'Asia/Ho_Chi_Minh'), toDate(ended, 'Asia/Ho_Chi_Minh'), unit_uid, facility_kind, nationality, home_province, tourist, range(toUInt32(first_day), toUInt32(last_day))
FROM work_stays AS s
LEFT JOIN (SELECT cmnd_key, person_key FROM person_links WHERE cmnd_key IN (SELECT person_key FROM work_stays)) AS l ON l.cmnd_key = s.person_key
WHERE touched OR (facility_id, who) IN (SELECT facility_id, person_key FROM work_persons WHERE counts)`;

const personsOfSeveralStays = `
INSERT INTO work_several
SELECT facility_id, who FROM work_counted WHERE counts GROUP BY facility_id, who HAVING count() > 1`;

const columns = 'night, facility_id, ref, person_key, unit_uid, facility_kind, nationality, home_province, tourism, first_night, is_deleted, generation';

/** A stay that no other of its person can touch has its own nights: nearly all of them. */
const nightsOfStaysApart = (generation: string): string => `
INSERT INTO raw_stay_nights_v2 (${columns})
SELECT toDate(arrayJoin(days) AS day), facility_id, ref, who, unit_uid, facility_kind, nationality, home_province,
    tourist AND ended_on - arrived_on < 30, day = arrived_on, NOT (counts AND day >= arrived_on AND day < ended_on), ${generation}
FROM work_counted
WHERE NOT counts OR (facility_id, who) NOT IN work_several
SETTINGS optimize_on_insert = 0`;

const nightsOfStaysBeside = (generation: string): string => `
INSERT INTO raw_stay_nights_v2 (${columns})
WITH
    beside AS (SELECT * FROM work_counted WHERE counts AND (facility_id, who) IN work_several),
    joined AS
    (
        SELECT *,
            max(ended) OVER (PARTITION BY facility_id, who ORDER BY arrived, ref ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS ended_before,
            row_number() OVER (PARTITION BY facility_id, who ORDER BY arrived, ref) = 1 OR arrived >= ended_before + INTERVAL 24 HOUR AS starts
        FROM beside
    ),
    merged AS (SELECT *, sum(starts) OVER (PARTITION BY facility_id, who ORDER BY arrived, ref ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS merged_stay FROM joined),
    measured AS (SELECT *, max(ended_on) OVER (PARTITION BY facility_id, who, merged_stay) - min(arrived_on) OVER (PARTITION BY facility_id, who, merged_stay) AS length FROM merged),
    covered AS
    (
        SELECT *, arrayJoin(range(arrived_on, ended_on)) AS day
        FROM measured
        ORDER BY facility_id, who, day, arrived, ref
        LIMIT 1 BY facility_id, who, day
    ),
    nights AS (SELECT *, day = min(day) OVER (PARTITION BY facility_id, who, merged_stay) AS is_first FROM covered)
SELECT toDate(d.day), d.facility_id, d.ref, n.who, n.unit_uid, n.facility_kind, n.nationality, n.home_province, n.tourist AND n.length < 30, n.is_first, n.ref = '', ${generation}
FROM (SELECT facility_id, ref, arrayJoin(days) AS day FROM beside) AS d
LEFT JOIN nights AS n ON n.facility_id = d.facility_id AND n.ref = d.ref AND n.day = d.day
SETTINGS optimize_on_insert = 0`;

/** A notice stands at the first receipt of its check-in; from every other time at which a check-in was taken in, it is withdrawn. */
const noticesOfStays = (generation: string): string => `
INSERT INTO raw_stay_notices_v1 (recorded_at, facility_id, stay, late, synced_late, delay_s, is_deleted, generation)
WITH
    toDateTime64(0, 3, 'UTC') AS none,
    if(w.notice_counts AND w.notice > none, w.notice, w.recorded) AS told
SELECT
    c.recorded_at, w.facility_id, cityHash64(w.ref), told >= w.due, told < w.due AND w.recorded >= w.due,
    dateDiff('second', w.arrived, if(w.notice > none AND w.notice <= w.recorded, w.notice, w.recorded)),
    NOT (w.counts AND c.recorded_at = w.recorded), ${generation}
FROM work_stays AS w
INNER JOIN (SELECT facility_id, ref, recorded_at FROM raw_check_ins_v1 WHERE (facility_id, ref) IN (SELECT facility_id, ref FROM work_stays WHERE touched)) AS c
    ON c.facility_id = w.facility_id AND c.ref = w.ref
WHERE w.touched
SETTINGS optimize_on_insert = 0`;
