CREATE TABLE IF NOT EXISTS raw_population_inbox_v1
(
    event_id UUID COMMENT 'Event id',
    what LowCardinality(String) COMMENT 'Event type without prefix and version',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    sequence FixedString(16) COMMENT 'Hybrid clock: orders the revisions of a record',
    data String COMMENT 'Data as JSON, without what is sealed'
)
ENGINE = Null
COMMENT 'Records of residents and workers, links of their papers, units and definitions on their way to their tables. Holds nothing';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_population_inbox_mv_v1 TO raw_population_inbox_v1 AS
SELECT id AS event_id, extract(type, '^vn\\.da06\\.(.+)\\.v[0-9]+$') AS what, recorded_at, sequence, data
FROM raw_inbox_v2
WHERE type IN ('vn.da06.residence.registered.v1', 'vn.da06.residence.moved.v1', 'vn.da06.residence.ended.v1', 'vn.da06.absence.declared.v1', 'vn.da06.household.changed.v1', 'vn.da06.birth.registered.v1',
    'vn.da06.death.registered.v1', 'vn.da06.worker.declared.v1', 'vn.da06.record.withdrawn.v1', 'vn.da06.person.linked.v1', 'vn.da06.statistic.released.v1', 'vn.da06.unit.published.v1', 'vn.da06.indicator.defined.v1')
COMMENT 'Carries events from raw_inbox_v2 to raw_population_inbox_v1';

CREATE TABLE IF NOT EXISTS raw_population_records_v1
(
    register LowCardinality(String) COMMENT 'residents or workers',
    ref String COMMENT 'Reference of the record',
    revision UInt32 COMMENT 'Revision of the sender: orders the events of a record',
    sequence FixedString(16) COMMENT 'Hybrid clock: orders events of one revision',
    event_id UUID COMMENT 'Event id: orders events of one sequence',
    what LowCardinality(String) COMMENT 'Event type without prefix and version',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    recorded_on Date COMMENT 'Local day of that',
    registration_number String COMMENT 'Registration number',
    person_key String COMMENT 'Person (keyed hash), empty = none named',
    sex LowCardinality(String) COMMENT 'M, F or X',
    birth_year UInt16 COMMENT 'Year of birth, 0 = none named',
    nationality LowCardinality(String) COMMENT 'Nationality, ISO 3166-1 alpha-3',
    on_day Date32 COMMENT 'Local day from which it holds; of a birth the day of its registration',
    until_day Date32 COMMENT 'Last local day, 2299-12-31 = open',
    month LowCardinality(String) COMMENT 'Of a birth: its month, YYYY-MM',
    unit_uid LowCardinality(String) COMMENT 'Administrative unit valid on that day, empty = outside the locality',
    former_unit_uid LowCardinality(String) COMMENT 'Unit of before the last reform in which the address lies, empty = not told',
    kind LowCardinality(String) COMMENT 'permanent, temporary or absence',
    cause LowCardinality(String) COMMENT 'Why: of a registration or an ending; destination of a move',
    household String COMMENT 'Household (keyed hash), empty = not told',
    relation LowCardinality(String) COMMENT 'Relation to the head of the household',
    status LowCardinality(String) COMMENT 'Worker: employed, unemployed, inactive, left',
    position LowCardinality(String) COMMENT 'Worker: position in employment',
    occupation LowCardinality(String) COMMENT 'Worker: VSCO 2020 code as told',
    section_2018 LowCardinality(String) COMMENT 'Worker: section of VSIC 2018',
    section_2025 LowCardinality(String) COMMENT 'Worker: section of VSIC 2025',
    section_exact Bool COMMENT 'Worker: the code decides both sections',
    contract LowCardinality(String) COMMENT 'Worker: kind of contract',
    social_insurance LowCardinality(String) COMMENT 'Worker: social insurance',
    unemployment_insurance LowCardinality(String) COMMENT 'Worker: unemployment insurance',
    training LowCardinality(String) COMMENT 'Worker: highest training',
    unemployed_since Date32 COMMENT 'Worker: first day without work, 2299-12-31 = none'
)
ENGINE = ReplacingMergeTree
ORDER BY (register, ref, revision, sequence, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Every revision of every record of residents and workers, one row an event';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_population_records_mv_v1 TO raw_population_records_v1 AS
WITH JSONExtract(data, 'Tuple(register String, ref String, revision UInt32, registrationNumber String, personKey String, sex String, birthYear UInt16, nationality String, on String, until String, month String, unit String, formerUnit String, kind String, cause String, destination String, household String, relation String, status String, position String, occupation String, industry Tuple(section2018 String, section2025 String, exact Bool), contract String, socialInsurance String, unemploymentInsurance String, training String, unemployedSince String)') AS d
SELECT d.register AS register, d.ref AS ref, d.revision AS revision, sequence, event_id, what, recorded_at, toDate(recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_on, d.registrationNumber AS registration_number, d.personKey AS person_key,
    d.sex AS sex, d.birthYear AS birth_year, d.nationality AS nationality, if(d.on = '', toDate32('1900-01-01'), toDate32(d.on)) AS on_day, if(d.until = '', toDate32('2299-12-31'), toDate32(d.until)) AS until_day, d.month AS month,
    d.unit AS unit_uid, d.formerUnit AS former_unit_uid, d.kind AS kind, if(d.cause != '', d.cause, d.destination) AS cause, d.household AS household, d.relation AS relation, d.status AS status, d.position AS position,
    d.occupation AS occupation, d.industry.section2018 AS section_2018, d.industry.section2025 AS section_2025, d.industry.exact AS section_exact, d.contract AS contract, d.socialInsurance AS social_insurance,
    d.unemploymentInsurance AS unemployment_insurance, d.training AS training, if(d.unemployedSince = '', toDate32('2299-12-31'), toDate32(d.unemployedSince)) AS unemployed_since
FROM raw_population_inbox_v1
WHERE what NOT IN ('person.linked', 'statistic.released', 'unit.published', 'indicator.defined')
COMMENT 'Carries records from raw_population_inbox_v1 to raw_population_records_v1';

CREATE TABLE IF NOT EXISTS raw_person_records_v1
(
    person_key String COMMENT 'Person (keyed hash), of any revision',
    register LowCardinality(String) COMMENT 'residents or workers',
    ref String COMMENT 'Reference of the record'
)
ENGINE = ReplacingMergeTree
ORDER BY (person_key, register, ref)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Which records have ever named a person';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_person_records_mv_v1 TO raw_person_records_v1 AS
WITH JSONExtract(data, 'Tuple(personKey String, register String, ref String)') AS d
SELECT d.personKey AS person_key, d.register AS register, d.ref AS ref
FROM raw_population_inbox_v1
WHERE what NOT IN ('person.linked', 'statistic.released', 'unit.published', 'indicator.defined') AND person_key != ''
COMMENT 'Carries persons of records from raw_population_inbox_v1 to raw_person_records_v1';

CREATE TABLE IF NOT EXISTS raw_person_papers_v1
(
    person_key String COMMENT 'Person under a paper (keyed hash)',
    other_key String COMMENT 'The same person under another paper, seen together with it'
)
ENGINE = ReplacingMergeTree
ORDER BY (person_key, other_key)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Every link of two papers, both ways: a paper that came to have several cards is found from each of them';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_person_papers_mv_v1 TO raw_person_papers_v1 AS
WITH JSONExtract(data, 'Tuple(cmndKey String, cccdKey String)') AS d, arrayJoin([(d.cmndKey, d.cccdKey), (d.cccdKey, d.cmndKey)]) AS pair
SELECT pair.1 AS person_key, pair.2 AS other_key
FROM raw_population_inbox_v1
WHERE what = 'person.linked'
COMMENT 'Carries links of papers from raw_population_inbox_v1 to raw_person_papers_v1';

INSERT INTO raw_person_papers_v1 SELECT pair.1, pair.2
FROM (SELECT arrayJoin([(cmnd_key, min_cccd), (min_cccd, cmnd_key), (cmnd_key, max_cccd), (max_cccd, cmnd_key)]) AS pair FROM raw_person_links_v1);

CREATE TABLE IF NOT EXISTS raw_resident_spells_v1
(
    person_key String COMMENT 'Person (keyed hash), linked papers resolved',
    person UInt128 MATERIALIZED reinterpretAsUInt128(sipHash128(person_key)) COMMENT 'The key as a number: merging compares it at two thirds of the cost',
    track LowCardinality(String) COMMENT 'permanent, temporary, absence or death',
    from_day Date32 COMMENT 'First local day',
    known_from Date COMMENT 'Local day from which this was known',
    known_until Date COMMENT 'Local day from which something else was known, 2149-06-06 = none',
    until_day Date32 COMMENT 'First local day on which it no longer held, 2299-12-31 = open',
    unit_uid LowCardinality(String) COMMENT 'Administrative unit of the record',
    former_unit_uid LowCardinality(String) COMMENT 'Unit of before the last reform, empty = not told',
    sex LowCardinality(String) COMMENT 'M, F or X',
    birth_year UInt16 COMMENT 'Year of birth',
    nationality LowCardinality(String) COMMENT 'Nationality, ISO 3166-1 alpha-3',
    household String COMMENT 'Household (keyed hash), empty = not told',
    relation LowCardinality(String) COMMENT 'Relation to the head of the household',
    opened_by LowCardinality(String) COMMENT 'What began it: initial, birth, arrival, renewal, other, moved, household',
    closed_by LowCardinality(String) COMMENT 'What ended it: empty = open, next (another spell follows at once), death, expired, moved-out, abroad, returned, cancelled, other, outside',
    unit_before LowCardinality(String) COMMENT 'Unit of the spell of this track that ended on the first day, empty = none',
    former_before LowCardinality(String) COMMENT 'Unit of before the last reform of that spell, empty = not told',
    unit_after LowCardinality(String) COMMENT 'Unit of the spell of this track that begins on the day this one ends, empty = none',
    resident_in Array(Tuple(Date32, Date32)) COMMENT 'Of an absence: when the person was resident meanwhile, from a first day up to the day before another; else empty',
    ref String COMMENT 'Reference of the record that began it',
    is_deleted UInt8 COMMENT '1 = there is no such spell (any more)',
    generation UInt64 COMMENT 'Number of the recompute that wrote the row: the highest counts'
)
ENGINE = ReplacingMergeTree(generation, is_deleted)
PARTITION BY person % 8
ORDER BY (track, person, from_day, known_from)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, min_age_to_force_merge_seconds = 60, min_age_to_force_merge_on_partition_only = 1
COMMENT 'From when to when a person was resident, away, or dead, as known from when to when; recomputed whole for every person that a record touched';

CREATE TABLE IF NOT EXISTS raw_worker_spells_v1
(
    person_key String COMMENT 'Person (keyed hash), linked papers resolved',
    person UInt128 MATERIALIZED reinterpretAsUInt128(sipHash128(person_key)) COMMENT 'The key as a number: merging compares it at two thirds of the cost',
    from_day Date32 COMMENT 'First local day',
    known_from Date COMMENT 'Local day from which this was known',
    known_until Date COMMENT 'Local day from which something else was known, 2149-06-06 = none',
    until_day Date32 COMMENT 'First local day on which it no longer held, 2299-12-31 = open',
    unit_uid LowCardinality(String) COMMENT 'Administrative unit of the record',
    former_unit_uid LowCardinality(String) COMMENT 'Unit of before the last reform, empty = not told',
    sex LowCardinality(String) COMMENT 'M, F or X',
    birth_year UInt16 COMMENT 'Year of birth',
    status LowCardinality(String) COMMENT 'employed, unemployed or inactive',
    position LowCardinality(String) COMMENT 'Position in employment',
    occupation LowCardinality(String) COMMENT 'VSCO 2020 code as told',
    section_2018 LowCardinality(String) COMMENT 'Section of VSIC 2018',
    section_2025 LowCardinality(String) COMMENT 'Section of VSIC 2025',
    section_exact Bool COMMENT 'The code decides both sections',
    contract LowCardinality(String) COMMENT 'Kind of contract',
    social_insurance LowCardinality(String) COMMENT 'Social insurance',
    unemployment_insurance LowCardinality(String) COMMENT 'Unemployment insurance',
    training LowCardinality(String) COMMENT 'Highest training',
    unemployed_since Date32 COMMENT 'First day without work, 2299-12-31 = none',
    ref String COMMENT 'Reference of the record',
    is_deleted UInt8 COMMENT '1 = there is no such spell (any more)',
    generation UInt64 COMMENT 'Number of the recompute that wrote the row: the highest counts'
)
ENGINE = ReplacingMergeTree(generation, is_deleted)
PARTITION BY person % 8
ORDER BY (person, from_day, known_from)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, min_age_to_force_merge_seconds = 60, min_age_to_force_merge_on_partition_only = 1
COMMENT 'How a person worked from when to when, as known from when to when; recomputed whole for every person that a record touched';

CREATE TABLE IF NOT EXISTS raw_units_v1
(
    uid LowCardinality(String) COMMENT 'uid of the unit version',
    published SimpleAggregateFunction(max, Tuple(s UInt64, i UUID, data String)) COMMENT 'Newest publication: order, event id, data as JSON'
)
ENGINE = AggregatingMergeTree
ORDER BY uid
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Versions of administrative units, the newest publication of each';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_units_mv_v1 TO raw_units_v1 AS
SELECT JSONExtractString(data, 'uid') AS uid, CAST((reinterpretAsUInt64(reverse(unhex(sequence))), event_id, data), 'Tuple(s UInt64, i UUID, data String)') AS published
FROM raw_population_inbox_v1
WHERE what = 'unit.published'
COMMENT 'Carries events from raw_population_inbox_v1 to raw_units_v1';

CREATE TABLE IF NOT EXISTS raw_indicator_definitions_v1
(
    code LowCardinality(String) COMMENT 'Code of the indicator',
    defined SimpleAggregateFunction(max, Tuple(s UInt64, i UUID, data String)) COMMENT 'Newest definition: order, event id, data as JSON'
)
ENGINE = AggregatingMergeTree
ORDER BY code
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'What figures mean, the newest definition of each';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_indicator_definitions_mv_v1 TO raw_indicator_definitions_v1 AS
SELECT JSONExtractString(data, 'code') AS code, CAST((reinterpretAsUInt64(reverse(unhex(sequence))), event_id, data), 'Tuple(s UInt64, i UUID, data String)') AS defined
FROM raw_population_inbox_v1
WHERE what = 'indicator.defined'
COMMENT 'Carries events from raw_population_inbox_v1 to raw_indicator_definitions_v1';
