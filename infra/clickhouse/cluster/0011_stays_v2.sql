-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_stays_v2 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Facility',
    ref String COMMENT 'Reference of the stay within the facility',
    registration_number SimpleAggregateFunction(max, String) COMMENT 'Registration number, the same for ever',
    first_recorded_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) COMMENT 'First receipt of a check-in; 2299 = none is known',
    whole SimpleAggregateFunction(max, String) COMMENT 'Newest check-in that names every group but the departure: order, then the values one after another',
    groups SimpleAggregateFunction(maxMap, Map(String, String)) COMMENT 'What other events said, a group of fields each: order, then the value. `event` = order of the newest of them',
    persons SimpleAggregateFunction(groupUniqArrayArray, Array(String)) COMMENT 'Every person any revision named',
    min_arrival SimpleAggregateFunction(min, Date) COMMENT 'Earliest day of arrival of any revision',
    max_arrival SimpleAggregateFunction(max, Date) COMMENT 'Latest day of arrival of any revision',
    max_end SimpleAggregateFunction(max, Date) COMMENT 'Latest day of departure, real or expected, of any revision',
    open_ended SimpleAggregateFunction(max, UInt8) COMMENT '1 = some revision had no expected departure',
    whole_order String ALIAS substring(whole, 1, 28) COMMENT 'Order of `whole`: revision (4 bytes), sequence (8), id (16, second half first), so that text order is the order of events',
    whole_texts Array(String) ALIAS splitByChar('\0', substring(whole, 82)) COMMENT 'Texts of `whole`',
    event_id UUID ALIAS reinterpretAsUUID(reverse(substring(greatest(groups['event'], whole_order), 13, 16))) COMMENT 'Newest event',
    seen Bool ALIAS first_recorded_at < toDateTime64('2299-01-01 00:00:00', 3, 'UTC') COMMENT 'A check-in is known',
    cancelled Bool ALIAS substring(greatest(groups['cancelled'], whole_order), 29) = '1' COMMENT 'Cancelled',
    facility String ALIAS substring(greatest(groups['facility'], concat(whole_order, substring(whole, 81, 1), whole_texts[1])), 29) COMMENT 'Facility when it registered the stay: tourism, kind',
    person String ALIAS substring(greatest(groups['person'], concat(whole_order, whole_texts[2], '\0', whole_texts[3])), 29) COMMENT 'Person and kind of document',
    residence String ALIAS substring(greatest(groups['residence'], concat(whole_order, whole_texts[6], '\0', whole_texts[7])), 29) COMMENT 'Home province and ward',
    arrival String ALIAS substring(greatest(groups['arrival'], concat(whole_order, substring(whole, 29, 25), whole_texts[8])), 29) COMMENT 'Arrival, both deadlines, whether the hour is known, unit',
    notified String ALIAS substring(greatest(groups['notified'], concat(whole_order, substring(whole, 70, 9))), 29) COMMENT 'Notice as sent, and whether it counts',
    facility_kind String ALIAS substring(facility, 2) COMMENT 'Kind of the facility when it registered the stay',
    facility_tourism Bool ALIAS substring(facility, 1, 1) = '1' COMMENT 'Whether that kind counts as tourism',
    person_key String ALIAS splitByChar('\0', person)[1] COMMENT 'Person (keyed hash) as the newest event names them',
    nationality String ALIAS substring(greatest(groups['nationality'], concat(whole_order, whole_texts[4])), 29) COMMENT 'Nationality',
    sex String ALIAS substring(greatest(groups['sex'], concat(whole_order, whole_texts[5])), 29) COMMENT 'Sex',
    birth_year UInt16 ALIAS reinterpretAsUInt16(substring(greatest(groups['birthYear'], concat(whole_order, substring(whole, 79, 2))), 29)) COMMENT 'Year of birth, 0 = unknown',
    province String ALIAS splitByChar('\0', residence)[1] COMMENT 'Home province, portal code',
    ward String ALIAS splitByChar('\0', residence)[2] COMMENT 'Home ward, portal code',
    arrived_at DateTime64(3, 'UTC') ALIAS fromUnixTimestamp64Milli(reinterpretAsInt64(substring(arrival, 1, 8)), 'UTC') COMMENT 'Arrival',
    due_domestic_at DateTime64(3, 'UTC') ALIAS fromUnixTimestamp64Milli(reinterpretAsInt64(substring(arrival, 9, 8)), 'UTC') COMMENT 'Legal deadline for a Vietnamese guest',
    due_foreign_at DateTime64(3, 'UTC') ALIAS fromUnixTimestamp64Milli(reinterpretAsInt64(substring(arrival, 17, 8)), 'UTC') COMMENT 'Legal deadline for a foreigner',
    unit_uid String ALIAS substring(arrival, 26) COMMENT 'Administrative unit on the day of arrival',
    expected_at DateTime64(3, 'UTC') ALIAS fromUnixTimestamp64Milli(reinterpretAsInt64(substring(greatest(groups['expectedDeparture'], concat(whole_order, substring(whole, 54, 8))), 29)), 'UTC') COMMENT 'Expected departure, 1970 = none',
    departed_at DateTime64(3, 'UTC') ALIAS fromUnixTimestamp64Milli(reinterpretAsInt64(substring(groups['departure'], 29)), 'UTC') COMMENT 'Departure, 1970 = none',
    permitted_at DateTime64(3, 'UTC') ALIAS fromUnixTimestamp64Milli(reinterpretAsInt64(substring(greatest(groups['permittedUntil'], concat(whole_order, substring(whole, 62, 8))), 29)), 'UTC') COMMENT 'Permitted stay until, 1970 = none',
    room String ALIAS substring(greatest(groups['room'], concat(whole_order, whole_texts[9])), 29) COMMENT 'Keyed hash of the room',
    reason String ALIAS substring(greatest(groups['reason'], concat(whole_order, whole_texts[10])), 29) COMMENT 'Reason of the stay',
    notified_at DateTime64(3, 'UTC') ALIAS fromUnixTimestamp64Milli(reinterpretAsInt64(substring(notified, 1, 8)), 'UTC') COMMENT 'Notice as sent, 1970 = none',
    notified_valid Bool ALIAS substring(notified, 9, 1) = '1' COMMENT 'Whether that notice counts',
    captured String ALIAS substring(greatest(groups['captured'], concat(whole_order, whole_texts[11])), 29) COMMENT 'How the identity was read'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (facility_id, ref)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, index_granularity = 1024, merge_selector_base = 16, min_bytes_for_wide_part = 67108864
COMMENT 'Register of stays: each group of fields keeps the value with the highest (revision, sequence, id), whatever order events come in. Values are packed behind their order, so that a merge compares a text; columns below `open_ended` unpack them';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_stays_mv_v2 ON CLUSTER '{cluster}' TO raw_stays_v2 AS
SELECT
    facility_id, ref, registration_number,
    if(type = 'vn.da06.stay.checked-in.v1', recorded_at, toDateTime64('2299-12-31 00:00:00', 3, 'UTC')) AS first_recorded_at,
    whole, groups,
    if(person_key = '', [], [person_key]) AS persons,
    if(arrived_at > toDateTime64(0, 3, 'UTC'), toDate(arrived_at, 'Asia/Ho_Chi_Minh'), toDate('2149-06-06')) AS min_arrival,
    if(arrived_at > toDateTime64(0, 3, 'UTC'), toDate(arrived_at, 'Asia/Ho_Chi_Minh'), toDate(0)) AS max_arrival,
    if(ends_at > toDateTime64(0, 3, 'UTC'), toDate(ends_at, 'Asia/Ho_Chi_Minh'), toDate(0)) AS max_end,
    toUInt8(open_ended) AS open_ended
FROM raw_inbox_v2
WHERE registration_number != ''
COMMENT 'Carries events from raw_inbox_v2 to raw_stays_v2';

INSERT INTO schema_migrations VALUES ('0011_stays_v2.sql', 'c7893cd460e58349b68f1c4deab38fd12560fded9e169867f09a71cd514f4f76');
