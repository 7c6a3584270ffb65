-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE raw_stay_nights_v1 ON CLUSTER '{cluster}'
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

CREATE TABLE work_touched_v1 ON CLUSTER '{cluster}'
(
    facility String COMMENT 'Facility, empty for a person',
    ref String COMMENT 'Stay, empty for a person',
    person String COMMENT 'Person whose papers were linked, empty for a stay'
)
ENGINE = Memory
COMMENT 'What the recompute under way starts from';

CREATE TABLE work_persons_v1 ON CLUSTER '{cluster}'
(
    facility_id String COMMENT 'Facility',
    person_key String COMMENT 'Person (keyed hash)',
    counts Bool COMMENT 'Whether stays that count for this person are recomputed; else it is only a paper under which to look for them'
)
ENGINE = Memory
COMMENT 'Whose stays the recompute under way looks at';

CREATE TABLE work_stays_v1 ON CLUSTER '{cluster}'
(
    facility_id String COMMENT 'Facility',
    ref String COMMENT 'Stay',
    who String COMMENT 'Person it counts for, linked papers resolved',
    counts Bool COMMENT 'Checked in and not cancelled',
    arrived DateTime64(3, 'UTC') COMMENT 'Arrival',
    ended DateTime64(3, 'UTC') COMMENT 'End for counting: departure, else expected, else 30 days after arrival; at most 366 days',
    unit_uid String COMMENT 'Administrative unit of the arrival',
    facility_kind String COMMENT 'Kind of facility',
    nationality String COMMENT 'Nationality',
    home_province String COMMENT 'Home province, portal code',
    tourist Bool COMMENT 'Counts as tourism if the merged stay is short enough',
    first_day Date COMMENT 'First day that any revision could cover',
    last_day Date COMMENT 'Day after the last that any revision could cover'
)
ENGINE = Memory
COMMENT 'The stays that the recompute under way counts';

INSERT INTO schema_migrations VALUES ('0008_stay_nights.sql', 'ddedccb55194cbfd9f76e0aadb96c2e0970746aba3133f84086385f244e94863');
