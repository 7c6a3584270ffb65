-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_stay_nights_v1 ON CLUSTER '{cluster}'
(
    night Date COMMENT 'Night from this local day to the next',
    facility_id LowCardinality(String) COMMENT 'Facility',
    ref String COMMENT 'Stay that the night counts for',
    person_key String COMMENT 'Person (keyed hash), linked papers resolved',
    unit_uid LowCardinality(String) COMMENT 'Administrative unit of the arrival',
    facility_kind LowCardinality(String) COMMENT 'Kind of facility',
    nationality LowCardinality(String) COMMENT 'Nationality',
    home_province LowCardinality(String) COMMENT 'Home province, portal code',
    tourism Bool COMMENT 'Counts as tourism (dossier 5.3)',
    first_night Bool COMMENT 'First night of the merged stay: an arrival',
    is_deleted UInt8 COMMENT '1 = this stay has no such night (any more)',
    generation UInt64 COMMENT 'Number of the recompute that wrote the row: the highest counts'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', generation, is_deleted)
PARTITION BY toYYYYMM(night)
ORDER BY (night, facility_id, ref)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Guest-nights, recomputed for every stay that an event touched and its neighbours';

CREATE TABLE IF NOT EXISTS raw_recomputes_v1 ON CLUSTER '{cluster}'
(
    one UInt8 COMMENT 'Always 0',
    generation SimpleAggregateFunction(max, UInt64) COMMENT 'Highest number that a recompute has taken: nanoseconds since 1970, or more'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY one
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Numbers of recomputes, taken before a recompute reads anything';

INSERT INTO schema_migrations VALUES ('0008_stay_nights.sql', 'da8bb52446036f2c4e5c1a4c23fd9ee0cc76d24598c35b0a227e81b65ca50a96');
