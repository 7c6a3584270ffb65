/**
 * Makes the work tables if the connection has none, and empties them: `TRUNCATE` alone where they were made before. They are temporary: several processes recompute on one server, each
 * with its own. A server that started again, or let the session go, has forgotten them.
 */
export const workTables: readonly string[] = [
  // What the recompute starts from: stays, or (facility and ref empty) persons whose papers were linked.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_touched (facility String, ref String, person String)',
  // Whose stays it looks at; without `counts` the key is only a paper under which to look for them.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_persons (facility_id String, person_key String, counts Bool)',
  // Their stays: whom the newest event names, from when to when, and the days that any revision of them could cover.
  `CREATE TEMPORARY TABLE IF NOT EXISTS work_stays (facility_id String, ref String, touched Bool, persons Array(String), person_key String, counts Bool, arrived DateTime64(3, 'UTC'), ended DateTime64(3, 'UTC'),
    unit_uid String, facility_kind String, nationality String, home_province String, purpose String, tourist Bool, open_end Bool, room UInt64, captured String, first_day Date, last_day Date, last_recorded Date,
    recorded DateTime64(3, 'UTC'), told DateTime64(3, 'UTC'), due DateTime64(3, 'UTC'), delay_s Int32)`,
  // Those that count for the persons, with the person they count for.
  `CREATE TEMPORARY TABLE IF NOT EXISTS work_counted (facility_id String, ref String, who String, counts Bool, arrived DateTime64(3, 'UTC'), ended DateTime64(3, 'UTC'), arrived_on UInt32, ended_on UInt32,
    unit_uid String, facility_kind String, nationality String, home_province String, purpose String, tourist Bool, open_end Bool, room UInt64, captured String,
    late Bool, synced_late Bool, delay_s Int32, due_at UInt32, told_at UInt32, days Array(UInt32))`,
  // Stays of the same persons that were not touched.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_others (facility_id String, ref String)',
  // Persons with several stays at a facility, which may touch each other.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_several (facility_id String, who String)',
  // Persons whose stays lie at several facilities, with each stay that ever named them.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_roaming (who String, facility_id String, ref String)',
  'TRUNCATE TABLE work_touched',
  'TRUNCATE TABLE work_persons',
  'TRUNCATE TABLE work_stays',
  'TRUNCATE TABLE work_counted',
  'TRUNCATE TABLE work_several',
  'TRUNCATE TABLE work_others',
  'TRUNCATE TABLE work_roaming',
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
 * stays less than 24 h apart into visits and writes, for each day that any revision of such a stay could cover, what the stay does on it,
 * or the mark that it does nothing. So the table is a function of the registers alone. Of the same stays it writes how in time they were notified.
 */
export const recomputeSteps = (generation: string): readonly Step[] => [
  { sql: staysOfLinkedPersons, ifAny: "work_touched WHERE person != ''" },
  { sql: touchedStays },
  { sql: personsOfStays },
  { sql: otherPapersOfPersons, ifAny: 'raw_person_papers_v1' },
  { sql: papersOfPapers, ifAny: 'raw_person_papers_v1' },
  { sql: otherKeysOfPersons },
  { sql: otherStaysOfPersons, ifAny: 'work_others' },
  { sql: countedStays },
  { sql: personsOfSeveralStays },
  { sql: daysOfStaysApart(generation) },
  { sql: daysOfStaysBeside(generation), ifAny: 'work_several' },
  { sql: noticesOfStays(generation) },
  { sql: staysOfRoamingPersons },
  { sql: conflictNights(generation), ifAny: 'work_roaming' },
];

/** The days that this recompute wrote, a row a facility: what is derived of them is due. */
export const daysWritten = 'SELECT facility_id AS facility, groupUniqArrayArray(days) AS days FROM work_counted GROUP BY facility_id';

/** A statement of the recompute. `ifAny` names rows without which it has nothing to do: planning it costs the engine more than a look. */
export type Step = { readonly sql: string; readonly ifAny?: string };

const staysOfLinkedPersons = `
INSERT INTO work_touched (facility, ref, person)
SELECT facility_id, ref, '' FROM raw_person_stays_v2 WHERE person_key IN (SELECT person FROM work_touched WHERE person != '')`;

const touched = "(SELECT facility, ref FROM work_touched WHERE ref != '')";

/** What the registers of a stay come to, however they were merged; `none` is 1970, `arrived` the arrival. */
export const meant = {
  counts: 'seen AND NOT cancelled',
  ended: 'greatest(arrived, least(multiIf(departed_at > none, departed_at, expected_at > none, expected_at, arrived + INTERVAL 30 DAY), arrived + INTERVAL 366 DAY))',
  tourist: "facility_tourism AND reason IN ('', 'tourism', 'business', 'visit', 'family-visit', 'conference') AND NOT (ward != '' AND endsWith(ward, substring(unit_uid, 2, 5)))",
  told: 'if(notified_valid AND notified_at > none, notified_at, first_recorded_at)',
  due: "if(nationality = 'VNM', due_domestic_at, due_foreign_at)",
} as const;

/** Registers of the stays in `keys` into `work_stays`. */
const staysIn = (keys: string, areTouched: 0 | 1): string => `
INSERT INTO work_stays
WITH toDateTime64(0, 3, 'UTC') AS none
SELECT
    facility_id, ref, ${areTouched} AS touched, persons, person_key,
    ${meant.counts} AS counts,
    arrived_at AS arrived,
    ${meant.ended} AS ended,
    unit_uid, facility_kind, nationality, province, reason,
    ${meant.tourist} AS tourist,
    departed_at <= none, if(room = '', 0, cityHash64(room)), captured,
    if(max_arrival > toDate(0), min_arrival, toDate(0)) AS first_day,
    if(max_arrival > toDate(0), greatest(max_arrival + 1, least(max_arrival + 366, greatest(max_end, if(open_ended = 1, max_arrival + 30, toDate(0))))), toDate(0)) AS last_day, last_recorded_on,
    first_recorded_at, ${meant.told}, ${meant.due},
    dateDiff('second', arrived, if(notified_at > none AND notified_at <= first_recorded_at, notified_at, first_recorded_at))
FROM raw_stays_v2 FINAL
PREWHERE (facility_id, ref) IN (${keys})`;

const touchedStays = staysIn("SELECT facility, ref FROM work_touched WHERE ref != ''", 1);

const personsOfStays = `
INSERT INTO work_persons (facility_id, person_key, counts)
SELECT DISTINCT facility_id, arrayJoin(persons), 1 FROM work_stays`;

/** Every card that a paper was ever seen with: the paper may have stood for it before another came. */
const otherPapersOfPersons = `
INSERT INTO work_persons (facility_id, person_key, counts)
SELECT DISTINCT w.facility_id, p.other_key, 1
FROM (SELECT person_key, other_key FROM raw_person_papers_v1 WHERE person_key IN (SELECT person_key FROM work_persons)) AS p
INNER JOIN work_persons AS w ON w.person_key = p.person_key`;

/** What stands under another paper of a card is looked at as well. */
const papersOfPapers = `
INSERT INTO work_persons (facility_id, person_key, counts)
SELECT DISTINCT w.facility_id, p.other_key, 0
FROM (SELECT person_key, other_key FROM raw_person_papers_v1 WHERE person_key IN (SELECT person_key FROM work_persons)) AS p
INNER JOIN work_persons AS w ON w.person_key = p.person_key`;

/** Most persons have one stay, so there are few of these. */
const otherKeysOfPersons = `
INSERT INTO work_others
SELECT facility_id, ref FROM raw_person_stays_v2 PREWHERE person_key IN (SELECT person_key FROM work_persons) WHERE (facility_id, ref) NOT IN ${touched}`;

const otherStaysOfPersons = staysIn('SELECT facility_id, ref FROM work_others', 0);

const countedStays = `
INSERT INTO work_counted
SELECT
    s.facility_id, s.ref, if(l.person_key != '', l.person_key, s.person_key) AS who, counts, arrived, ended,
    toDate(arrived, 'Asia/Ho_Chi_Minh'), toDate(ended, 'Asia/Ho_Chi_Minh'), unit_uid, facility_kind, nationality, home_province, purpose, tourist, open_end, room, captured,
    told >= due, told < due AND recorded >= due, delay_s, toUInt32(toDateTime(due, 'UTC')), toUInt32(toDateTime(told, 'UTC')), range(toUInt32(first_day), toUInt32(last_day))
FROM work_stays AS s
LEFT JOIN (SELECT cmnd_key, person_key FROM person_links WHERE cmnd_key IN (SELECT person_key FROM work_stays)) AS l ON l.cmnd_key = s.person_key
WHERE touched OR (facility_id, who) IN (SELECT facility_id, person_key FROM work_persons WHERE counts)`;

const personsOfSeveralStays = `
INSERT INTO work_several
SELECT facility_id, who FROM work_counted WHERE counts GROUP BY facility_id, who HAVING count() > 1`;

const columns = `day, facility_id, ref, person_key, unit_uid, facility_kind, nationality, home_province, purpose, tourism, night, first, day_guest, since, open_end, room,
    arrives, late, synced_late, delay_s, due_at, told_at, captured, is_deleted, generation`;

/** What is of the registration, on the day it arrives. */
const ofRegistration = "arrives AND late, arrives AND synced_late, if(arrives, delay_s, 0), if(arrives, due_at, 0), if(arrives, told_at, 0), if(arrives, captured, '')";

/** A stay that no other of its person can touch is a visit of its own: nearly all of them. */
const daysOfStaysApart = (generation: string): string => `
INSERT INTO raw_stay_days_v1 (${columns})
SELECT toDate(arrayJoin(days) AS on_day), facility_id, ref, who, unit_uid, facility_kind, nationality, home_province, purpose, tourist AND ended_on - arrived_on < 30,
    counts AND on_day >= arrived_on AND on_day < ended_on AS night, counts AND on_day = arrived_on AS arrives, arrives AND NOT night, toDate(arrived_on), open_end, room,
    arrives, ${ofRegistration}, NOT (night OR arrives), ${generation}
FROM work_counted
WHERE NOT counts OR (facility_id, who) NOT IN work_several
SETTINGS optimize_on_insert = 0`;

/**
 * What stays beside each other do on each of their `days`, as common table expressions that end in `counted`: `of` are stays that count, `one` the columns
 * that tell whose they are. Of stays that overlap, a night counts for the one that began first. A visit without any night is a day guest of the day it began.
 */
export const visitsOf = (of: string, one: string): string => `
    joined AS
    (
        SELECT *,
            max(ended) OVER (PARTITION BY ${one} ORDER BY arrived, ref ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS ended_before,
            row_number() OVER (PARTITION BY ${one} ORDER BY arrived, ref) = 1 OR arrived >= ended_before + INTERVAL 24 HOUR AS starts
        FROM ${of}
    ),
    merged AS (SELECT *, sum(starts) OVER (PARTITION BY ${one} ORDER BY arrived, ref ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS visit FROM joined),
    measured AS
    (
        SELECT *, min(arrived_on) OVER (PARTITION BY ${one}, visit) AS since, max(ended_on) OVER (PARTITION BY ${one}, visit) - since AS length,
            max(ended_on > arrived_on) OVER (PARTITION BY ${one}, visit) AS has_night
        FROM merged
    ),
    spread AS (SELECT *, arrayJoin(days) AS on_day, on_day >= arrived_on AND on_day < ended_on AS covers FROM measured),
    counted AS
    (
        SELECT *, covers AND row_number() OVER (PARTITION BY ${one}, on_day ORDER BY covers DESC, arrived, ref) = 1 AS night, minIf(on_day, covers) OVER (PARTITION BY ${one}, visit) AS first_night,
            on_day = arrived_on AS arrives, NOT has_night AND starts AND arrives AS day_guest, tourist AND length < 30 AS tourism, day_guest OR (night AND on_day = first_night) AS first
        FROM spread
    )`;

const daysOfStaysBeside = (generation: string): string => `
INSERT INTO raw_stay_days_v1 (${columns})
WITH ${visitsOf('work_counted WHERE counts AND (facility_id, who) IN work_several', 'facility_id, who')}
SELECT toDate(on_day), facility_id, ref, who, unit_uid, facility_kind, nationality, home_province, purpose, tourism, night, first, day_guest, toDate(since), open_end, room,
    arrives, ${ofRegistration}, NOT (night OR arrives), ${generation}
FROM counted
SETTINGS optimize_on_insert = 0`;

/** A notice stands at the first receipt of its check-in; from every other time at which a check-in was taken in, it is withdrawn. */
const noticesOfStays = (generation: string): string => `
INSERT INTO raw_stay_notices_v1 (recorded_at, facility_id, stay, late, synced_late, delay_s, is_deleted, generation)
SELECT
    c.recorded_at, w.facility_id, cityHash64(w.ref), w.told >= w.due, w.told < w.due AND w.recorded >= w.due, w.delay_s,
    NOT (w.counts AND c.recorded_at = w.recorded), ${generation}
FROM work_stays AS w
INNER JOIN (SELECT facility_id, ref, recorded_at FROM raw_check_ins_v1 WHERE (facility_id, ref) IN (SELECT facility_id, ref FROM work_stays WHERE touched)) AS c
    ON c.facility_id = w.facility_id AND c.ref = w.ref
WHERE w.touched
SETTINGS optimize_on_insert = 0`;

/** Stays count for a person now or may have before: those of any revision, under each paper that was linked. Who was at one facility alone is left out at once. */
const staysOfRoamingPersons = `
INSERT INTO work_roaming
WITH
    named AS (SELECT facility_id, ref, arrayJoin(persons) AS person_key FROM work_stays),
    meant AS
    (
        SELECT facility_id, ref, person_key AS who FROM named
        UNION ALL
        SELECT n.facility_id, n.ref, p.other_key FROM named AS n INNER JOIN (SELECT person_key, other_key FROM raw_person_papers_v1 WHERE person_key IN (SELECT person_key FROM work_persons)) AS p ON p.person_key = n.person_key
    )
SELECT DISTINCT who, facility_id, ref
FROM (SELECT *, min(facility_id) OVER (PARTITION BY who) != max(facility_id) OVER (PARTITION BY who) AS roams FROM meant WHERE who IN (SELECT person_key FROM work_persons WHERE counts))
WHERE roams`;

/** Nights of a person at two facilities or more, and for every other day that any revision of the stays could cover the mark that there is none. */
const conflictNights = (generation: string): string => `
INSERT INTO raw_conflict_nights_v1 (night, person_key, facilities, refs, is_deleted, generation)
WITH
    present AS
    (
        SELECT r.who AS who, s.facility_id AS facility_id, s.ref AS ref, s.arrived AS arrived, s.counts AND r.who = if(l.person_key != '', l.person_key, s.person_key) AS counts,
            toUInt32(toDate(s.arrived, 'Asia/Ho_Chi_Minh')) AS arrived_on, toUInt32(toDate(s.ended, 'Asia/Ho_Chi_Minh')) AS ended_on, arrayJoin(range(toUInt32(s.first_day), toUInt32(s.last_day))) AS on_day
        FROM work_roaming AS r
        INNER JOIN work_stays AS s ON s.facility_id = r.facility_id AND s.ref = r.ref
        LEFT JOIN (SELECT cmnd_key, person_key FROM person_links WHERE cmnd_key IN (SELECT person_key FROM work_stays)) AS l ON l.cmnd_key = s.person_key
    ),
    at_facilities AS
    (
        SELECT who, on_day, facility_id, argMinIf(ref, (arrived, ref), counts AND on_day >= arrived_on AND on_day < ended_on) AS own_ref
        FROM present
        GROUP BY who, on_day, facility_id
    ),
    nights AS (SELECT who, on_day, arraySort(groupArrayIf((facility_id, own_ref), own_ref != '')) AS places FROM at_facilities GROUP BY who, on_day)
SELECT toDate(on_day), who, tupleElement(places, 1), tupleElement(places, 2), length(places) < 2, ${generation}
FROM nights
SETTINGS optimize_on_insert = 0`;
