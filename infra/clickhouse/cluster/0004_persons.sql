-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_person_stays_v1 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Facility',
    person_key String COMMENT 'Person (keyed hash), of any revision',
    ref String COMMENT 'Reference of the stay'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (person_key, facility_id, ref)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, merge_selector_base = 16
COMMENT 'Which stays a person has had at a facility';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_person_stays_mv_v1 ON CLUSTER '{cluster}' TO raw_person_stays_v1 AS
SELECT data.facility AS facility_id, data.groups.person.personKey AS person_key, data.ref AS ref
FROM raw_inbox_v1
WHERE has(data.sets, 'person')
COMMENT 'Carries events from raw_inbox_v1 to raw_person_stays_v1';

CREATE TABLE IF NOT EXISTS raw_person_links_v1 ON CLUSTER '{cluster}'
(
    cmnd_key String COMMENT 'Person under the old identity paper (keyed hash)',
    min_cccd SimpleAggregateFunction(min, String) COMMENT 'Lowest identity card linked to it',
    max_cccd SimpleAggregateFunction(max, String) COMMENT 'Highest identity card linked to it'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY cmnd_key
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, merge_selector_base = 16
COMMENT 'Old papers and the identity card of the same person: one card = the person is the card, several = ambiguous, the paper stays';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_person_links_mv_v1 ON CLUSTER '{cluster}' TO raw_person_links_v1 AS
SELECT data.cmndKey AS cmnd_key, data.cccdKey AS min_cccd, data.cccdKey AS max_cccd
FROM raw_inbox_v1
WHERE type = 'vn.da06.person.linked.v1'
COMMENT 'Carries events from raw_inbox_v1 to raw_person_links_v1';

INSERT INTO schema_migrations VALUES ('0004_persons.sql', '68e2cce43feb66a54f74fefb554e9c941b65151d3dc79f76e33ccd11e8c464d1');
