-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_last_heard_v1 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Facility',
    recorded_at SimpleAggregateFunction(max, DateTime64(3, 'UTC')) COMMENT 'When anything was last taken in from it: a request, a stay, a day without guests'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY facility_id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'When each facility was last heard, a row a facility';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_last_heard_mv_v1 ON CLUSTER '{cluster}' TO raw_last_heard_v1 AS
SELECT facility_id, max(recorded_at) AS recorded_at
FROM raw_inbox_v2
WHERE type IN ('vn.da06.feed.batch-received.v1', 'vn.da06.facility-day.reported.v1') OR startsWith(type, 'vn.da06.stay.')
GROUP BY facility_id
COMMENT 'Carries events from raw_inbox_v2 to raw_last_heard_v1';

INSERT INTO schema_migrations VALUES ('0017_last_heard.sql', 'e295278303d0cc7c4588d9f9b83b79667b4db0f8b1f8203188ecc29211cd5f1e');
