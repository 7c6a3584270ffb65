-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_events_v1 ON CLUSTER '{cluster}'
(
    event_id UUID COMMENT 'Event id',
    type LowCardinality(String) COMMENT 'Event type with version',
    subject String COMMENT 'What the event is about',
    facility_id LowCardinality(String) COMMENT 'Facility, empty if none',
    ref String COMMENT 'Reference of the stay, empty if none',
    occurred_at DateTime64(3, 'UTC') COMMENT 'When it happened',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    sequence FixedString(16) COMMENT 'Hybrid clock: orders the events of a subject',
    codes Array(LowCardinality(String)) COMMENT 'Codes found on the record'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
PARTITION BY toYYYYMM(recorded_at)
ORDER BY (recorded_at, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, merge_selector_base = 16
COMMENT 'One row an event, however often it was delivered';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_events_mv_v1 ON CLUSTER '{cluster}' TO raw_events_v1 AS
SELECT
    id AS event_id, type, subject,
    if(startsWith(type, 'vn.da06.facility.'), data.id, data.facility) AS facility_id,
    data.ref AS ref, time AS occurred_at, recordedtime AS recorded_at, sequence, data.faults.code AS codes
FROM raw_inbox_v1
WHERE type NOT LIKE 'vn.da06.dead-letter.%'
COMMENT 'Carries events from raw_inbox_v1 to raw_events_v1';

CREATE TABLE IF NOT EXISTS raw_progress_v1 ON CLUSTER '{cluster}'
(
    one UInt8 COMMENT 'Always 0',
    recorded_at SimpleAggregateFunction(max, DateTime64(3, 'UTC')) COMMENT 'Highest time of receipt projected: the "as of" of every figure'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY one
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'How far the log is projected, by its own times';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_progress_mv_v1 ON CLUSTER '{cluster}' TO raw_progress_v1 AS
SELECT 0 AS one, max(recordedtime) AS recorded_at FROM raw_inbox_v1 WHERE type NOT LIKE 'vn.da06.dead-letter.%' GROUP BY one
COMMENT 'Carries events from raw_inbox_v1 to raw_progress_v1';

INSERT INTO schema_migrations VALUES ('0003_events.sql', 'bd20ccfb730f2d7c62acc29f707b6807879bd10898b0e7e374d76d5b54d6e16b');
