-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_feed_batches_mv_v2 ON CLUSTER '{cluster}' TO raw_feed_batches_v1 AS
SELECT facility_id, recorded_at, id AS event_id, JSONExtractString(data, 'shape') AS shape, JSONExtractBool(data, 'single') AS single, JSONExtract(data, 'received', 'UInt32') AS received,
    JSONExtract(data, 'accepted', 'UInt32') AS accepted, JSONExtract(data, 'duplicate', 'UInt32') AS duplicate, JSONExtract(data, 'amended', 'UInt32') AS amended, JSONExtract(data, 'late', 'UInt32') AS late,
    JSONExtract(data, 'rejected', 'UInt32') AS rejected, JSONExtract(data, 'codes', 'Map(LowCardinality(String), UInt32)') AS codes
FROM raw_inbox_v2
WHERE type = 'vn.da06.feed.batch-received.v1'
COMMENT 'Carries events from raw_inbox_v2 to raw_feed_batches_v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_facility_days_mv_v2 ON CLUSTER '{cluster}' TO raw_facility_days_v1 AS
SELECT facility_id, toDate(JSONExtractString(data, 'day')) AS day, recorded_at
FROM raw_inbox_v2
WHERE type = 'vn.da06.facility-day.reported.v1'
COMMENT 'Carries events from raw_inbox_v2 to raw_facility_days_v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_facilities_mv_v2 ON CLUSTER '{cluster}' TO raw_facilities_v1 AS
SELECT facility_id, toDate(JSONExtractString(data, 'validFrom')) AS valid_from,
    CAST((reinterpretAsUInt64(reverse(unhex(sequence))), id, JSONExtractString(data, 'kind'), JSONExtractString(data, 'name'), JSONExtractString(data, 'unit'), JSONExtract(data, 'model', 'Int16'), JSONExtractBool(data, 'tourism'),
        JSONExtract(data, 'rooms', 'UInt32'), JSONExtract(data, 'beds', 'UInt32'), JSONExtract(data, 'stars', 'UInt8'), JSONExtractBool(data, 'remote'), JSONExtractFloat(data, 'lat'), JSONExtractFloat(data, 'lon')),
        'Tuple(s UInt64, i UUID, kind String, name String, unit String, model Int16, tourism Bool, rooms UInt32, beds UInt32, stars UInt8, remote Bool, lat Float64, lon Float64)') AS version,
    recorded_at
FROM raw_inbox_v2
WHERE type IN ('vn.da06.facility.registered.v1', 'vn.da06.facility.changed.v1')
COMMENT 'Carries events from raw_inbox_v2 to raw_facilities_v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_facility_closings_mv_v2 ON CLUSTER '{cluster}' TO raw_facility_closings_v1 AS
SELECT facility_id,
    CAST((reinterpretAsUInt64(reverse(unhex(sequence))), id, if(type = 'vn.da06.facility.closed.v1', toDateOrZero(JSONExtractString(data, 'on')), toDate(0))), 'Tuple(s UInt64, i UUID, closed_on Date)') AS closing
FROM raw_inbox_v2
WHERE type IN ('vn.da06.facility.closed.v1', 'vn.da06.facility.changed.v1')
COMMENT 'Carries events from raw_inbox_v2 to raw_facility_closings_v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_dead_letters_mv_v2 ON CLUSTER '{cluster}' TO raw_dead_letters_v1 AS
SELECT toUUID(JSONExtractString(data, 'id')) AS id,
    if(type = 'vn.da06.dead-letter.recorded.v1',
       CAST((recorded_at, JSONExtractString(data, 'topic'), JSONExtractString(data, 'causeCode'), JSONExtract(data, 'size', 'UInt32')), 'Tuple(recorded_at DateTime64(3, \'UTC\'), topic String, cause_code String, size UInt32)'),
       defaultValueOfTypeName('Tuple(recorded_at DateTime64(3, \'UTC\'), topic String, cause_code String, size UInt32)')) AS recorded,
    toUInt8(type = 'vn.da06.dead-letter.redriven.v1') AS redriven
FROM raw_inbox_v2
WHERE type LIKE 'vn.da06.dead-letter.%'
COMMENT 'Carries events from raw_inbox_v2 to raw_dead_letters_v1';

INSERT INTO schema_migrations VALUES ('0014_others_v2.sql', '1d5e2fa17fae222da455ccf544f447b81c3e0e52315507b011677fb60c2bafeb');
