CREATE TABLE IF NOT EXISTS raw_events_v2
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
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(recorded_at)
ORDER BY (recorded_at, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, merge_selector_base = 16, min_bytes_for_wide_part = 67108864
COMMENT 'One row an event, however often it was delivered';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_events_mv_v2 TO raw_events_v2 AS
SELECT id AS event_id, type, subject, facility_id, ref, occurred_at, recorded_at, sequence, codes
FROM raw_inbox_v2
WHERE type NOT LIKE 'vn.da06.dead-letter.%'
COMMENT 'Carries events from raw_inbox_v2 to raw_events_v2';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_progress_mv_v2 TO raw_progress_v1 AS
SELECT 0 AS one, max(recorded_at) AS recorded_at FROM raw_inbox_v2 WHERE type NOT LIKE 'vn.da06.dead-letter.%' GROUP BY one
COMMENT 'Carries events from raw_inbox_v2 to raw_progress_v1';
