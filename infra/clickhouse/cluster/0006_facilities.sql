-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_facilities_v1 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Facility',
    valid_from Date COMMENT 'First day of this version',
    version SimpleAggregateFunction(max, Tuple(s UInt64, i UUID, kind String, name String, unit String, model Int16, tourism Bool, rooms UInt32, beds UInt32, stars UInt8, remote Bool, lat Float64, lon Float64)) COMMENT 'What the facility is from that day on',
    recorded_at SimpleAggregateFunction(max, DateTime64(3, 'UTC')) COMMENT 'When it was last taken in'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (facility_id, valid_from)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Register of facilities, a row a version';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_facilities_mv_v1 ON CLUSTER '{cluster}' TO raw_facilities_v1 AS
SELECT data.id AS facility_id, data.validFrom AS valid_from,
    CAST((reinterpretAsUInt64(reverse(unhex(sequence))), id, data.kind, data.name, data.unit, ifNull(data.model, 0), data.tourism, ifNull(data.rooms, 0), ifNull(data.beds, 0), ifNull(data.stars, 0), data.remote, ifNull(data.lat, 0), ifNull(data.lon, 0)), 'Tuple(s UInt64, i UUID, kind String, name String, unit String, model Int16, tourism Bool, rooms UInt32, beds UInt32, stars UInt8, remote Bool, lat Float64, lon Float64)') AS version,
    recordedtime AS recorded_at
FROM raw_inbox_v1
WHERE type IN ('vn.da06.facility.registered.v1', 'vn.da06.facility.changed.v1')
COMMENT 'Carries events from raw_inbox_v1 to raw_facilities_v1';

CREATE TABLE IF NOT EXISTS raw_facility_closings_v1 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Facility',
    closing SimpleAggregateFunction(max, Tuple(s UInt64, i UUID, closed_on Date)) COMMENT 'Day from which it takes no guests; 1970 = open again'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY facility_id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Register of closed facilities';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_facility_closings_mv_v1 ON CLUSTER '{cluster}' TO raw_facility_closings_v1 AS
SELECT data.id AS facility_id,
    CAST((reinterpretAsUInt64(reverse(unhex(sequence))), id, if(type = 'vn.da06.facility.closed.v1', data.`on`, toDate(0))), 'Tuple(s UInt64, i UUID, closed_on Date)') AS closing
FROM raw_inbox_v1
WHERE type IN ('vn.da06.facility.closed.v1', 'vn.da06.facility.changed.v1')
COMMENT 'Carries events from raw_inbox_v1 to raw_facility_closings_v1';

INSERT INTO schema_migrations VALUES ('0006_facilities.sql', 'e703fb6ce8ed9825d458dd33f819c47e2f125a09a54ffb3501b3bd6aa488c3b3');
