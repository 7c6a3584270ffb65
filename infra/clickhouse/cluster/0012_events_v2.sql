-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_events_v2 ON CLUSTER '{cluster}'
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
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, merge_selector_base = 16, min_bytes_for_wide_part = 67108864
COMMENT 'One row an event, however often it was delivered';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_events_mv_v2 ON CLUSTER '{cluster}' TO raw_events_v2 AS
SELECT id AS event_id, type, subject, facility_id, ref, occurred_at, recorded_at, sequence, codes
FROM raw_inbox_v2
WHERE type NOT LIKE 'vn.da06.dead-letter.%'
COMMENT 'Carries events from raw_inbox_v2 to raw_events_v2';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_progress_mv_v2 ON CLUSTER '{cluster}' TO raw_progress_v1 AS
SELECT 0 AS one, max(recorded_at) AS recorded_at FROM raw_inbox_v2 WHERE type NOT LIKE 'vn.da06.dead-letter.%' GROUP BY one
COMMENT 'Carries events from raw_inbox_v2 to raw_progress_v1';

INSERT INTO schema_migrations VALUES ('0012_events_v2.sql', 'e3a067b0cb67f9fcf51f9ca14c13817e32baeb98e1c28ea49d13645e4a37bf4e');
