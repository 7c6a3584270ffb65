import { meant, visitsOf, type Step } from './nights.ts';

/** Work tables of the revisions, made if the connection has none, and emptied; temporary like those of nights, for the same reasons. */
export const revisionWorkTables: readonly string[] = [
  // Links of the papers that are looked at, and when each was taken in.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_stay_links (cmnd_key String, cccd_key String, known_on Date, event_id UUID)',
  // Stays that were, for a person, near enough to touch each other, of which something was told after the end of the month in which the first of them begins.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_late_stays (facility_id String, who String, near UInt64, ref String, persons Array(String), begins Date, first_day Date, last_day Date)',
  // Days after the end of that month on which something was told of them, and the events.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_late_told (facility_id String, who String, near UInt64, known_on Date, events Array(Tuple(UUID, String)))',
  // The stays again with the days to be compared: the end of the month, and each day of work_late_told. `days` = those of months that were over by the last of them.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_asked_stays (facility_id String, who String, near UInt64, ref String, days Array(UInt32), known Array(Date))',
  // What had been told of a stay until the end of the day recorded_on: registers like those of one event.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_known_registers ENGINE = Memory AS raw_stay_events_v1',
  // The stays that counted for the person by what was known on a day.
  `CREATE TEMPORARY TABLE IF NOT EXISTS work_known_stays (facility_id String, who String, near UInt64, known_on Date, ref String, arrived DateTime64(3, 'UTC'), ended DateTime64(3, 'UTC'), arrived_on UInt32, ended_on UInt32,
    tourist Bool, abroad Bool, late Bool, synced_late Bool, days Array(UInt32))`,
  ...['stay_links', 'late_stays', 'late_told', 'asked_stays', 'known_registers', 'known_stays'].map((name) => `TRUNCATE TABLE work_${name}`),
];

/**
 * The recompute of revisions, after that of nights and from its `work_stays` and `work_persons`: by how much each day on which something was told of a
 * person's stays, after the end of a month, changed what the stays do on the days of that month. What was known on a day is the same computation over what had been told until
 * its end. A stay counts for whom it named then, papers resolved by the links of then: for each person that it may have counted for in any way of
 * telling, and each such day, a row is written or the mark that nothing changed. So the table is a function of what was told alone. Persons of whom nothing was told so late cost nothing.
 */
export const revisionSteps = (generation: string): readonly Step[] => [
  { sql: linksOfPersons, ifAny: 'raw_link_events_v1' },
  { sql: lateStays, ifAny: anyLate },
  { sql: toldLate, ifAny: 'work_late_stays' },
  { sql: askedStays, ifAny: 'work_late_told' },
  { sql: knownRegisters, ifAny: 'work_asked_stays' },
  { sql: knownStays, ifAny: 'work_known_registers' },
  { sql: revisions(generation), ifAny: 'work_asked_stays' },
];

const linksOfPersons = `
INSERT INTO work_stay_links
SELECT cmnd_key, cccd_key, recorded_on, event_id FROM raw_link_events_v1 FINAL PREWHERE cmnd_key IN (SELECT person_key FROM work_persons)`;

/** Nothing can be late if all was told before the first month was over. */
const anyLate = `
(SELECT greatest(max(last_recorded), (SELECT max(known_on) FROM work_stay_links)) AS newest, min(first_day) AS oldest FROM work_stays WHERE last_day > toDate(0))
WHERE newest > toLastDayOfMonth(oldest)`;

/** Days of two stays less than 24 hours apart are a day apart at most: so are the days that any revision of them could cover. */
const lateStays = `
INSERT INTO work_late_stays
WITH
    named AS
    (
        SELECT s.facility_id AS facility_id, s.ref AS ref, s.persons AS persons, s.first_day AS first_day, s.last_day AS last_day, greatest(s.last_recorded, l.last_known) AS told_on, arrayJoin(arrayPushBack(l.cards, s.person)) AS who
        FROM (SELECT facility_id, ref, persons, first_day, last_day, last_recorded, arrayJoin(persons) AS person FROM work_stays WHERE last_day > toDate(0)) AS s
        LEFT JOIN (SELECT cmnd_key, groupUniqArray(cccd_key) AS cards, max(known_on) AS last_known FROM work_stay_links GROUP BY cmnd_key) AS l ON l.cmnd_key = s.person
    ),
    late AS (SELECT facility_id, who FROM named GROUP BY facility_id, who HAVING max(told_on) > toLastDayOfMonth(min(first_day))),
    meant AS
    (
        SELECT facility_id, who, ref, any(persons) AS persons, any(first_day) AS first_day, any(last_day) AS last_day, max(told_on) AS told_on
        FROM named
        WHERE (facility_id, who) IN late AND (facility_id, who) IN (SELECT facility_id, person_key FROM work_persons WHERE counts)
        GROUP BY facility_id, who, ref
    ),
    spaced AS (SELECT *, first_day > 1 + max(last_day) OVER (PARTITION BY facility_id, who ORDER BY first_day, ref ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS apart FROM meant),
    grouped AS (SELECT *, sum(apart) OVER (PARTITION BY facility_id, who ORDER BY first_day, ref ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS near FROM spaced),
    dated AS (SELECT *, min(first_day) OVER (PARTITION BY facility_id, who, near) AS begins, max(told_on) OVER (PARTITION BY facility_id, who, near) AS newest FROM grouped)
SELECT facility_id, who, near, ref, persons, begins, first_day, last_day FROM dated WHERE newest > toLastDayOfMonth(begins)`;

/** A link tells something of a person if it is of a paper of theirs: others that a stay named in some other revision are read by some recomputes and not by others. */
const toldLate = `
INSERT INTO work_late_told
SELECT facility_id, who, near, known_on, arraySort(groupUniqArray((event_id, type))) AS events
FROM
(
    SELECT l.facility_id AS facility_id, l.who AS who, l.near AS near, l.begins AS begins, e.recorded_on AS known_on, e.event_id AS event_id, toString(e.type) AS type
    FROM work_late_stays AS l
    INNER JOIN (SELECT facility_id, ref, recorded_on, event_id, type FROM raw_stay_events_v1 PREWHERE (facility_id, ref) IN (SELECT facility_id, ref FROM work_late_stays)) AS e ON e.facility_id = l.facility_id AND e.ref = l.ref
    UNION ALL
    SELECT l.facility_id, l.who, l.near, l.begins, k.known_on, k.event_id, 'vn.da06.person.linked.v1'
    FROM (SELECT facility_id, who, near, begins, arrayJoin(persons) AS person FROM work_late_stays) AS l
    INNER JOIN work_stay_links AS k ON k.cmnd_key = l.person
    WHERE l.person = l.who OR (l.person, l.who) IN (SELECT cmnd_key, cccd_key FROM work_stay_links)
)
WHERE known_on > toLastDayOfMonth(begins)
GROUP BY facility_id, who, near, known_on`;

const askedStays = `
INSERT INTO work_asked_stays
SELECT l.facility_id, l.who, l.near, l.ref, arrayFilter(d -> toLastDayOfMonth(toDate(d)) < t.newest, range(toUInt32(l.first_day), toUInt32(l.last_day))), arrayPushFront(t.known, toLastDayOfMonth(l.begins))
FROM work_late_stays AS l
INNER JOIN (SELECT facility_id, who, near, groupArray(known_on) AS known, max(known_on) AS newest FROM work_late_told GROUP BY facility_id, who, near) AS t
    ON t.facility_id = l.facility_id AND t.who = l.who AND t.near = l.near`;

const knownRegisters = `
INSERT INTO work_known_registers (facility_id, ref, recorded_on, first_recorded_at, whole, groups)
SELECT a.facility_id, a.ref, a.known_on, min(e.first_recorded_at), max(e.whole), maxMap(e.groups)
FROM (SELECT DISTINCT facility_id, ref, arrayJoin(known) AS known_on FROM work_asked_stays) AS a
INNER JOIN (SELECT facility_id, ref, recorded_on, first_recorded_at, whole, groups FROM raw_stay_events_v1 PREWHERE (facility_id, ref) IN (SELECT facility_id, ref FROM work_asked_stays)) AS e ON e.facility_id = a.facility_id AND e.ref = a.ref
WHERE e.recorded_on <= a.known_on
GROUP BY a.facility_id, a.ref, a.known_on`;

const knownStays = `
INSERT INTO work_known_stays
SELECT a.facility_id, a.who, a.near, a.known_on, a.ref, s.arrived, s.ended, toDate(s.arrived, 'Asia/Ho_Chi_Minh'), toDate(s.ended, 'Asia/Ho_Chi_Minh'), s.tourist, s.abroad, s.told >= s.due, s.told < s.due AND s.first_recorded_at >= s.due, a.days
FROM (SELECT facility_id, who, near, ref, days, arrayJoin(known) AS known_on FROM work_asked_stays) AS a
INNER JOIN
(
    WITH toDateTime64(0, 3, 'UTC') AS none
    SELECT facility_id, ref, recorded_on, person_key, first_recorded_at, arrived_at AS arrived, ${meant.ended} AS ended, ${meant.tourist} AS tourist, nationality != 'VNM' AS abroad, ${meant.told} AS told, ${meant.due} AS due
    FROM work_known_registers
    WHERE ${meant.counts}
) AS s ON s.facility_id = a.facility_id AND s.ref = a.ref AND s.recorded_on = a.known_on
LEFT JOIN (SELECT cmnd_key, groupArray((known_on, cccd_key)) AS links FROM work_stay_links GROUP BY cmnd_key) AS l ON l.cmnd_key = s.person_key
WHERE a.who = if(length(arrayDistinct(arrayMap(link -> link.2, arrayFilter(link -> link.1 <= a.known_on, l.links))) AS cards) = 1, cards[1], s.person_key)`;

/** What is counted of a stay on a day, in the order of the columns of raw_stay_revisions_v1. */
const figures = ['tourism AND first AND night', 'tourism AND day_guest', 'tourism AND night', 'tourism AND abroad AND first AND night', 'tourism AND abroad AND day_guest', 'tourism AND abroad AND night', 'arrives', 'arrives AND late', 'arrives AND synced_late'];

const revisions = (generation: string): string => `
INSERT INTO raw_stay_revisions_v1
WITH ${visitsOf('work_known_stays', 'facility_id, who, near, known_on')},
    told AS
    (
        SELECT facility_id, who, near, ref, on_day, known_on, sumForEach(figures) AS figures
        FROM
        (
            SELECT facility_id, who, near, ref, on_day, known_on, [${figures.map((figure) => `toInt8(${figure})`).join(', ')}] AS figures FROM counted
            UNION ALL
            SELECT facility_id, who, near, ref, on_day, known_on, CAST(${JSON.stringify(figures.map(() => 0))}, 'Array(Int8)') FROM work_asked_stays ARRAY JOIN days AS on_day LEFT ARRAY JOIN known AS known_on
        )
        GROUP BY facility_id, who, near, ref, on_day, known_on
    ),
    compared AS (SELECT *, lagInFrame(figures) OVER (PARTITION BY facility_id, who, near, ref, on_day ORDER BY known_on ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before FROM told),
    changed AS (SELECT *, toDate(on_day) AS day, arrayMap((now_known, known) -> toInt8(now_known - known), figures, before) AS more FROM compared WHERE known_on > toLastDayOfMonth(toDate(on_day)))
SELECT c.day, c.facility_id, c.who, c.ref, c.known_on, ${figures.map((_, at) => `c.more[${at + 1}]`).join(', ')}, 
    if(is_deleted, [], tupleElement(t.events, 1)), if(is_deleted, [], tupleElement(t.events, 2)), NOT arrayExists(one -> one != 0, c.more) AS is_deleted, ${generation}
FROM changed AS c
INNER JOIN work_late_told AS t ON t.facility_id = c.facility_id AND t.who = c.who AND t.near = c.near AND t.known_on = c.known_on
SETTINGS optimize_on_insert = 0`;
