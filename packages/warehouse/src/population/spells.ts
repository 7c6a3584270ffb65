import type { Step } from '../nights.ts';

/**
 * Work tables of the recompute of spells, made if the connection has none, and emptied. They are temporary, like those of the recompute of nights,
 * and for the same reasons.
 */
export const spellWorkTables: readonly string[] = [
  // What the recompute starts from: records, or (register and ref empty) persons whose papers were linked.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_records (register String, ref String, person String)',
  // Persons that any revision of these named.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_named (person_key String)',
  // Persons whose spells are written, and each key under which records of theirs stand or have ever stood: their own, and papers linked with them.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_holders (person_key String, who String)',
  // Every revision of their records. `who` is the person it names, papers resolved; it counts from `since` until `until_known`, when a higher revision was known.
  `CREATE TEMPORARY TABLE IF NOT EXISTS work_revisions (register String, ref String, event_id UUID, sequence FixedString(16), person_key String, who String, what String, track String, since Date, until_known Date,
    on_day Date32, until_day Date32, kind String, unit_uid String, former_unit_uid String, cause String, status String)`,
  // When something about a person became known. `who` is every person that could have been meant: what an earlier recompute has written is found again.
  'CREATE TEMPORARY TABLE IF NOT EXISTS work_known (who String, known_from Date, known_until Date)',
  // The spells as known from when to when.
  `CREATE TEMPORARY TABLE IF NOT EXISTS work_spells (who String, known_from Date, track String, from_day Date32, until_day Date32, event_id UUID, opened_by String, closed_by String, unit_before String, former_before String, unit_after String,
    resident_in Array(Tuple(Date32, Date32)))`,
  ...['work_records', 'work_named', 'work_holders', 'work_revisions', 'work_known', 'work_spells'].map((name) => `TRUNCATE TABLE ${name}`),
];

/**
 * The recompute of spells: from when to when a person was resident, away, at work, or dead, for every day on which something about the person became
 * known. From the records in `work_records` it takes every person that any revision of theirs named, under each paper that may have stood for them,
 * and all of their records: whole persons, never a part of one's records. For each (track, first day, day known) that any revision could have given it writes a
 * spell, or the mark that there is none. So the tables are a function of the records and links alone.
 */
export const spellSteps = (generation: string): readonly Step[] => [
  { sql: personsOfRecords },
  { sql: personsWhole },
  { sql: papersOfPersons, ifAny: 'raw_person_papers_v1' },
  { sql: revisionsOfPersons },
  { sql: daysKnown },
  { sql: spells },
  { sql: spellsOfResidents(generation), ifAny: "work_revisions WHERE register = 'residents'" },
  { sql: spellsOfWorkers(generation), ifAny: "work_revisions WHERE register = 'workers'" },
];

/** Days that stand for none: an open end, and a day on which nothing else is known. */
const open = "toDate32('2299-12-31')";
const never = "toDate('2149-06-06')";

const personsOfRecords = `
INSERT INTO work_named
SELECT DISTINCT person_key FROM raw_population_records_v1 PREWHERE (register, ref) IN (SELECT register, ref FROM work_records WHERE ref != '') WHERE person_key != ''
UNION ALL
SELECT DISTINCT person FROM work_records WHERE person != ''`;

/** Whoever is linked with a person may have had, or may now have, the records under the person's key. */
const personsWhole = `
INSERT INTO work_holders
SELECT DISTINCT who AS person_key, who
FROM
(
    SELECT person_key AS who FROM work_named
    UNION ALL
    SELECT other_key FROM raw_person_papers_v1 WHERE person_key IN (SELECT person_key FROM work_named)
)`;

const papersOfPersons = `
INSERT INTO work_holders
SELECT DISTINCT other_key, person_key FROM raw_person_papers_v1 WHERE person_key IN (SELECT who FROM work_holders)`;

/** The highest (revision, sequence, id) of those known counts: a revision does so from its receipt until a higher one is known, if it ever does. */
const revisionsOfPersons = `
INSERT INTO work_revisions
SELECT
    r.register, r.ref, r.event_id, r.sequence, r.person_key, if(l.person_key != '', l.person_key, r.person_key),
    r.what, multiIf(r.what = 'worker.declared', 'work', r.what = 'death.registered', 'death', r.what = 'absence.declared', 'absence', r.what = 'residence.moved', 'permanent', r.kind) AS track,
    r.recorded_on, if(r.overridden_on = toDate(0), ${never}, r.overridden_on), r.on_day, r.until_day, r.kind, r.unit_uid, r.former_unit_uid, r.cause, r.status
FROM
(
    SELECT *, min(recorded_on) OVER (PARTITION BY register, ref ORDER BY revision, sequence, event_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS overridden_on
    FROM (SELECT * FROM raw_population_records_v1 FINAL PREWHERE (register, ref) IN (SELECT register, ref FROM raw_person_records_v1 WHERE person_key IN (SELECT person_key FROM work_holders)))
) AS r
LEFT JOIN (SELECT cmnd_key, person_key FROM person_links WHERE cmnd_key IN (SELECT person_key FROM work_holders)) AS l ON l.cmnd_key = r.person_key`;

/** A record makes itself known to whomever any revision of it names: also by being withdrawn, or by being of somebody else from now on. */
const daysKnown = `
INSERT INTO work_known
SELECT who, day, leadInFrame(day, 1, ${never}) OVER (PARTITION BY who ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
FROM
(
    SELECT DISTINCT h.who AS who, arrayJoin(r.days) AS day
    FROM (SELECT arrayJoin(groupUniqArrayIf(person_key, person_key != '')) AS person_key, groupUniqArray(since) AS days FROM work_revisions GROUP BY register, ref) AS r
    INNER JOIN work_holders AS h ON h.person_key = r.person_key
)`;

/** Points of one person, track and day known, in their order. */
const inOrder = 'PARTITION BY who, known_from, track ORDER BY on_day, sequence, event_id';
const wholeTrack = 'PARTITION BY who, known_from, track ORDER BY from_day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING';

const spells = `
INSERT INTO work_spells
WITH
    points AS
    (
        SELECT
            r.who AS who, k.known_from AS known_from, r.track AS track, r.on_day AS on_day, r.sequence AS sequence, r.event_id AS event_id, r.unit_uid AS unit_uid, r.former_unit_uid AS former_unit_uid,
            multiIf(what = 'residence.moved', unit_uid != '', what = 'residence.ended', 0, what = 'worker.declared', status != 'left', 1) AS opens,
            multiIf(what = 'residence.moved', 'moved', what = 'household.changed', 'household', what = 'residence.registered', cause, '') AS opened_by,
            if(opens, '', cause) AS closes_by,
            if(opens AND track IN ('temporary', 'absence') AND until_day < ${open}, until_day + 1, ${open}) AS told_end,
            what = 'household.changed' AND track = 'temporary' AS keeps_end
        FROM work_revisions AS r
        INNER JOIN work_known AS k ON k.who = r.who
        WHERE r.track != '' AND r.since < r.until_known AND r.since <= k.known_from AND k.known_from < r.until_known
    ),
    bounded AS
    (
        SELECT *, on_day AS from_day, min(if(track = 'death', on_day, ${open})) OVER (PARTITION BY who, known_from) AS died_on,
            if(keeps_end, ifNull(anyLast(if(keeps_end, NULL, told_end)) OVER (${inOrder} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), ${open}), told_end) AS own_end,
            row_number() OVER (${inOrder} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) = 1 AS is_first,
            leadInFrame(on_day, 1, ${open}) OVER (${inOrder} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) != on_day AS is_last_of_day
        FROM points
    ),
    lasting AS
    (
        SELECT *, leadInFrame(from_day, 1, ${open}) OVER (${wholeTrack}) AS next_day, leadInFrame(closes_by, 1, '') OVER (${wholeTrack}) AS next_closes_by,
            if(track = 'death', ${open}, least(next_day, own_end, died_on)) AS until_day
        FROM bounded WHERE if(track = 'death', is_first, is_last_of_day)
    ),
    neighbours AS
    (
        SELECT *, lagInFrame(until_day, 1, ${open}) OVER (${wholeTrack}) = from_day AS touches_before, lagInFrame(unit_uid, 1, '') OVER (${wholeTrack}) AS unit_of_before, lagInFrame(former_unit_uid, 1, '') OVER (${wholeTrack}) AS former_of_before,
            leadInFrame(from_day, 1, ${open}) OVER (${wholeTrack}) = until_day AS touches_after, leadInFrame(unit_uid, 1, '') OVER (${wholeTrack}) AS unit_of_after
        FROM lasting WHERE opens AND from_day < until_day
    )
SELECT
    who, known_from, track, from_day, until_day, event_id, opened_by,
    multiIf(until_day = ${open}, '', until_day = died_on, 'death', touches_after, 'next', until_day = next_day AND next_closes_by != '', next_closes_by, until_day = own_end, 'expired', ''),
    if(touches_before, unit_of_before, ''), if(touches_before, former_of_before, ''), if(touches_after AND until_day < ${open}, unit_of_after, ''),
    if(track = 'absence', arraySort(arrayFilter(lived -> lived.1 < until_day AND lived.2 > from_day, groupArrayIf((from_day, until_day), track IN ('permanent', 'temporary')) OVER (PARTITION BY who, known_from))), [])
FROM neighbours`;

/** Every spell that any revision could have given on any day known, whoever it was thought to be of. */
const candidates = (ofWork: 0 | 1): string => `
    SELECT f.who AS who, f.track AS track, f.on_day AS from_day, k.known_from AS known_from, k.known_until AS known_until
    FROM
    (
        SELECT h.who AS who, r.track AS track, r.on_day AS on_day, min(r.since) AS since
        FROM work_revisions AS r INNER JOIN work_holders AS h ON h.person_key = r.person_key
        WHERE r.track != '' AND (r.track = 'work') = ${ofWork}
        GROUP BY who, track, on_day
    ) AS f
    INNER JOIN work_known AS k ON k.who = f.who
    WHERE k.known_from >= f.since`;

const tellOf = (columns: string): string => `(SELECT event_id, ref, unit_uid, former_unit_uid, sex, birth_year, ${columns} FROM raw_population_records_v1 PREWHERE (register, ref) IN (SELECT register, ref FROM work_revisions))`;

const spellsOfResidents = (generation: string): string => `
INSERT INTO raw_resident_spells_v1
SELECT c.who, c.track, c.from_day, c.known_from, c.known_until, s.until_day, r.unit_uid, r.former_unit_uid, r.sex, r.birth_year, r.nationality, r.household, r.relation, s.opened_by, s.closed_by, s.unit_before, s.former_before, s.unit_after, s.resident_in, r.ref, s.who = '', ${generation}
FROM (${candidates(0)}) AS c
LEFT JOIN (SELECT * FROM work_spells WHERE track != 'work') AS s ON s.who = c.who AND s.track = c.track AND s.from_day = c.from_day AND s.known_from = c.known_from
LEFT ANY JOIN ${tellOf('nationality, household, relation')} AS r ON r.event_id = s.event_id
SETTINGS optimize_on_insert = 0`;

const workColumns = 'status, position, occupation, section_2018, section_2025, section_exact, contract, social_insurance, unemployment_insurance, training, unemployed_since';

const spellsOfWorkers = (generation: string): string => `
INSERT INTO raw_worker_spells_v1
SELECT c.who, c.from_day, c.known_from, c.known_until, s.until_day, r.unit_uid, r.former_unit_uid, r.sex, r.birth_year, ${workColumns.split(', ').map((name) => `r.${name}`).join(', ')}, r.ref, s.who = '', ${generation}
FROM (${candidates(1)}) AS c
LEFT JOIN (SELECT * FROM work_spells WHERE track = 'work') AS s ON s.who = c.who AND s.from_day = c.from_day AND s.known_from = c.known_from
LEFT ANY JOIN ${tellOf(workColumns)} AS r ON r.event_id = s.event_id
SETTINGS optimize_on_insert = 0`;
