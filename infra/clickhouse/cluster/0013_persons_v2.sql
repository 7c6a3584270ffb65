-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_person_stays_v2 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Facility',
    person_key String COMMENT 'Person (keyed hash), of any revision',
    ref String COMMENT 'Reference of the stay'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (person_key, facility_id, ref)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, merge_selector_base = 16, min_bytes_for_wide_part = 67108864
COMMENT 'Which stays a person has had at a facility';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_person_stays_mv_v2 ON CLUSTER '{cluster}' TO raw_person_stays_v2 AS
SELECT facility_id, person_key, ref
FROM raw_inbox_v2
WHERE person_key != ''
COMMENT 'Carries events from raw_inbox_v2 to raw_person_stays_v2';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_person_links_mv_v2 ON CLUSTER '{cluster}' TO raw_person_links_v1 AS
SELECT JSONExtractString(data, 'cmndKey') AS cmnd_key, JSONExtractString(data, 'cccdKey') AS min_cccd, min_cccd AS max_cccd
FROM raw_inbox_v2
WHERE type = 'vn.da06.person.linked.v1'
COMMENT 'Carries events from raw_inbox_v2 to raw_person_links_v1';

INSERT INTO schema_migrations VALUES ('0013_persons_v2.sql', '0835b5bf012f2dc8264eccb555f37ba1e2486b7de44f1254f97a128fef89d17e');
