-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_stays_v1 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Facility',
    ref String COMMENT 'Reference of the stay within the facility',
    registration_number SimpleAggregateFunction(max, String) COMMENT 'Registration number, the same for ever',
    seen SimpleAggregateFunction(max, UInt8) COMMENT '1 = a check-in is known',
    first_recorded_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) COMMENT 'First receipt of a check-in',
    event SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID)) COMMENT 'Order of the newest event: revision, sequence, id',
    facility SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, kind String, tourism Bool)) COMMENT 'Kind of the facility when it registered the stay',
    cancelled SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, v UInt8)) COMMENT '1 = cancelled',
    person SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, person_key String, document_kind String)) COMMENT 'Person (keyed hash) and kind of document',
    nationality SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, v String)) COMMENT 'Nationality',
    sex SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, v String)) COMMENT 'Sex',
    birth_year SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, v UInt16)) COMMENT 'Year of birth, 0 = unknown',
    residence SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, province String, ward String)) COMMENT 'Home province and ward, portal codes',
    arrival SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, at DateTime64(3, 'UTC'), time_known Bool, unit String, due_domestic DateTime64(3, 'UTC'), due_foreign DateTime64(3, 'UTC'))) COMMENT 'Arrival, unit of that day, both legal deadlines',
    expected SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, v DateTime64(3, 'UTC'))) COMMENT 'Expected departure, 1970 = none',
    departure SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, v DateTime64(3, 'UTC'))) COMMENT 'Departure, 1970 = none',
    permitted SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, v DateTime64(3, 'UTC'))) COMMENT 'Permitted stay until, 1970 = none',
    room SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, v String)) COMMENT 'Keyed hash of the room',
    reason SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, v String)) COMMENT 'Reason of the stay',
    notified SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, at DateTime64(3, 'UTC'), valid Bool)) COMMENT 'Time of notice as sent, and whether it counts',
    captured SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, v String)) COMMENT 'How the identity was read',
    persons SimpleAggregateFunction(groupUniqArrayArray, Array(String)) COMMENT 'Every person any revision named',
    min_arrival SimpleAggregateFunction(min, Date) COMMENT 'Earliest day of arrival of any revision',
    max_arrival SimpleAggregateFunction(max, Date) COMMENT 'Latest day of arrival of any revision',
    max_end SimpleAggregateFunction(max, Date) COMMENT 'Latest day of departure, real or expected, of any revision',
    open_ended SimpleAggregateFunction(max, UInt8) COMMENT '1 = some revision had no expected departure'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (facility_id, ref)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, index_granularity = 1024, merge_selector_base = 16
COMMENT 'Register of stays: each group of fields keeps the value with the highest (revision, sequence, id), whatever order events come in';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_stays_mv_v1 ON CLUSTER '{cluster}' TO raw_stays_v1 AS
WITH
    reinterpretAsUInt64(reverse(unhex(sequence))) AS s,
    type = 'vn.da06.stay.checked-in.v1' AS is_check_in
SELECT
    data.facility AS facility_id,
    data.ref AS ref,
    data.registrationNumber AS registration_number,
    toUInt8(is_check_in) AS seen,
    if(is_check_in, recordedtime, toDateTime64('2299-12-31 00:00:00', 3, 'UTC')) AS first_recorded_at,
    CAST((data.revision, s, id), 'Tuple(r UInt32, s UInt64, i UUID)') AS event,
    if(is_check_in,
       CAST((data.revision, s, id, data.facilityKind, data.tourism), 'Tuple(r UInt32, s UInt64, i UUID, kind String, tourism Bool)'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, kind String, tourism Bool)')) AS facility,
    multiIf(
       type = 'vn.da06.stay.cancelled.v1', CAST((data.revision, s, id, 1), 'Tuple(r UInt32, s UInt64, i UUID, v UInt8)'),
       is_check_in AND NOT has(data.yields, 'cancelled'), CAST((data.revision, s, id, 0), 'Tuple(r UInt32, s UInt64, i UUID, v UInt8)'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, v UInt8)')) AS cancelled,
    if(has(data.sets, 'person'),
       CAST((if(has(data.yields, 'person'), 0, data.revision), if(has(data.yields, 'person'), 0, s), id, data.groups.person.personKey, data.groups.person.documentKind), 'Tuple(r UInt32, s UInt64, i UUID, person_key String, document_kind String)'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, person_key String, document_kind String)')) AS person,
    if(has(data.sets, 'nationality'),
       CAST((if(has(data.yields, 'nationality'), 0, data.revision), if(has(data.yields, 'nationality'), 0, s), id, data.groups.nationality), 'Tuple(r UInt32, s UInt64, i UUID, v String)'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, v String)')) AS nationality,
    if(has(data.sets, 'sex'),
       CAST((if(has(data.yields, 'sex'), 0, data.revision), if(has(data.yields, 'sex'), 0, s), id, data.groups.sex), 'Tuple(r UInt32, s UInt64, i UUID, v String)'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, v String)')) AS sex,
    if(has(data.sets, 'birthYear'),
       CAST((if(has(data.yields, 'birthYear'), 0, data.revision), if(has(data.yields, 'birthYear'), 0, s), id, data.groups.birthYear), 'Tuple(r UInt32, s UInt64, i UUID, v UInt16)'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, v UInt16)')) AS birth_year,
    if(has(data.sets, 'residence'),
       CAST((if(has(data.yields, 'residence'), 0, data.revision), if(has(data.yields, 'residence'), 0, s), id, data.groups.residence.province, data.groups.residence.ward), 'Tuple(r UInt32, s UInt64, i UUID, province String, ward String)'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, province String, ward String)')) AS residence,
    if(has(data.sets, 'arrival'),
       CAST((if(has(data.yields, 'arrival'), 0, data.revision), if(has(data.yields, 'arrival'), 0, s), id, data.groups.arrival.at, data.groups.arrival.timeKnown, data.groups.arrival.unit, data.groups.arrival.dueDomestic, data.groups.arrival.dueForeign), 'Tuple(r UInt32, s UInt64, i UUID, at DateTime64(3, \'UTC\'), time_known Bool, unit String, due_domestic DateTime64(3, \'UTC\'), due_foreign DateTime64(3, \'UTC\'))'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, at DateTime64(3, \'UTC\'), time_known Bool, unit String, due_domestic DateTime64(3, \'UTC\'), due_foreign DateTime64(3, \'UTC\'))')) AS arrival,
    if(has(data.sets, 'expectedDeparture'),
       CAST((if(has(data.yields, 'expectedDeparture'), 0, data.revision), if(has(data.yields, 'expectedDeparture'), 0, s), id, ifNull(data.groups.expectedDeparture, toDateTime64(0, 3, 'UTC'))), 'Tuple(r UInt32, s UInt64, i UUID, v DateTime64(3, \'UTC\'))'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, v DateTime64(3, \'UTC\'))')) AS expected,
    if(has(data.sets, 'departure'),
       CAST((if(has(data.yields, 'departure'), 0, data.revision), if(has(data.yields, 'departure'), 0, s), id, ifNull(data.groups.departure, toDateTime64(0, 3, 'UTC'))), 'Tuple(r UInt32, s UInt64, i UUID, v DateTime64(3, \'UTC\'))'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, v DateTime64(3, \'UTC\'))')) AS departure,
    if(has(data.sets, 'permittedUntil'),
       CAST((if(has(data.yields, 'permittedUntil'), 0, data.revision), if(has(data.yields, 'permittedUntil'), 0, s), id, ifNull(data.groups.permittedUntil, toDateTime64(0, 3, 'UTC'))), 'Tuple(r UInt32, s UInt64, i UUID, v DateTime64(3, \'UTC\'))'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, v DateTime64(3, \'UTC\'))')) AS permitted,
    if(has(data.sets, 'room'),
       CAST((if(has(data.yields, 'room'), 0, data.revision), if(has(data.yields, 'room'), 0, s), id, data.groups.room), 'Tuple(r UInt32, s UInt64, i UUID, v String)'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, v String)')) AS room,
    if(has(data.sets, 'reason'),
       CAST((if(has(data.yields, 'reason'), 0, data.revision), if(has(data.yields, 'reason'), 0, s), id, data.groups.reason), 'Tuple(r UInt32, s UInt64, i UUID, v String)'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, v String)')) AS reason,
    if(has(data.sets, 'notified'),
       CAST((if(has(data.yields, 'notified'), 0, data.revision), if(has(data.yields, 'notified'), 0, s), id, ifNull(data.groups.notified.at, toDateTime64(0, 3, 'UTC')), data.groups.notified.valid), 'Tuple(r UInt32, s UInt64, i UUID, at DateTime64(3, \'UTC\'), valid Bool)'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, at DateTime64(3, \'UTC\'), valid Bool)')) AS notified,
    if(has(data.sets, 'captured'),
       CAST((if(has(data.yields, 'captured'), 0, data.revision), if(has(data.yields, 'captured'), 0, s), id, data.groups.captured), 'Tuple(r UInt32, s UInt64, i UUID, v String)'),
       defaultValueOfTypeName('Tuple(r UInt32, s UInt64, i UUID, v String)')) AS captured,
    if(has(data.sets, 'person'), [data.groups.person.personKey], []) AS persons,
    if(has(data.sets, 'arrival'), toDate(data.groups.arrival.at, 'Asia/Ho_Chi_Minh'), toDate('2149-06-06')) AS min_arrival,
    if(has(data.sets, 'arrival'), toDate(data.groups.arrival.at, 'Asia/Ho_Chi_Minh'), toDate(0)) AS max_arrival,
    greatest(
        if(isNull(data.groups.expectedDeparture), toDate(0), toDate(assumeNotNull(data.groups.expectedDeparture), 'Asia/Ho_Chi_Minh')),
        if(isNull(data.groups.departure), toDate(0), toDate(assumeNotNull(data.groups.departure), 'Asia/Ho_Chi_Minh'))) AS max_end,
    toUInt8((is_check_in OR has(data.sets, 'expectedDeparture')) AND isNull(data.groups.expectedDeparture)) AS open_ended
FROM raw_inbox_v1
WHERE type IN ('vn.da06.stay.checked-in.v1', 'vn.da06.stay.corrected.v1', 'vn.da06.stay.checked-out.v1', 'vn.da06.stay.cancelled.v1')
COMMENT 'Carries events from raw_inbox_v1 to raw_stays_v1';

INSERT INTO schema_migrations VALUES ('0002_stays.sql', '931930cc4cde08f8c687cc0c7e3904a187b8f18f5cf5519067109c00399865d3');
