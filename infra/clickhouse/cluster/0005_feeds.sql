-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_feed_batches_v1 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Facility',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    event_id UUID COMMENT 'Event id',
    shape LowCardinality(String) COMMENT 'Shape of the records',
    single Bool COMMENT 'One record alone',
    received UInt32 COMMENT 'Records received',
    accepted UInt32 COMMENT 'Records accepted',
    duplicate UInt32 COMMENT 'Of these, already known',
    amended UInt32 COMMENT 'Of these, amendments',
    late UInt32 COMMENT 'Of these, late',
    rejected UInt32 COMMENT 'Records rejected',
    codes Map(LowCardinality(String), UInt32) COMMENT 'How often each code was found'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
PARTITION BY toYYYYMM(recorded_at)
ORDER BY (facility_id, recorded_at, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'One row a request of a feed: counts and codes, no values';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_feed_batches_mv_v1 ON CLUSTER '{cluster}' TO raw_feed_batches_v1 AS
SELECT data.facility AS facility_id, recordedtime AS recorded_at, id AS event_id, data.shape AS shape, data.single AS single, data.received AS received,
    data.accepted AS accepted, data.duplicate AS duplicate, data.amended AS amended, data.late AS late, data.rejected AS rejected, data.codes AS codes
FROM raw_inbox_v1
WHERE type = 'vn.da06.feed.batch-received.v1'
COMMENT 'Carries events from raw_inbox_v1 to raw_feed_batches_v1';

CREATE TABLE IF NOT EXISTS raw_facility_days_v1 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Facility',
    day Date COMMENT 'Local day without guests',
    recorded_at SimpleAggregateFunction(max, DateTime64(3, 'UTC')) COMMENT 'When it was last said'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (facility_id, day)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Days for which a facility said that nobody arrived';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_facility_days_mv_v1 ON CLUSTER '{cluster}' TO raw_facility_days_v1 AS
SELECT data.facility AS facility_id, data.day AS day, recordedtime AS recorded_at
FROM raw_inbox_v1
WHERE type = 'vn.da06.facility-day.reported.v1'
COMMENT 'Carries events from raw_inbox_v1 to raw_facility_days_v1';

INSERT INTO schema_migrations VALUES ('0005_feeds.sql', 'faaafffc8524f51b81f8fea751e84b2fc278f3629e704fe920e1bd4cf36a52ae');
