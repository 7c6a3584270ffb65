-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_dead_letters_v1 ON CLUSTER '{cluster}'
(
    id UUID COMMENT 'Dead letter',
    recorded SimpleAggregateFunction(max, Tuple(recorded_at DateTime64(3, 'UTC'), topic String, cause_code String, size UInt32)) COMMENT 'When, from where, why, how large',
    redriven SimpleAggregateFunction(max, UInt8) COMMENT '1 = put back into its topic'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Records set aside because they could not be projected; their bytes lie sealed in the log';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_dead_letters_mv_v1 ON CLUSTER '{cluster}' TO raw_dead_letters_v1 AS
SELECT toUUID(data.id) AS id,
    if(type = 'vn.da06.dead-letter.recorded.v1',
       CAST((recordedtime, data.topic, data.causeCode, data.size), 'Tuple(recorded_at DateTime64(3, \'UTC\'), topic String, cause_code String, size UInt32)'),
       defaultValueOfTypeName('Tuple(recorded_at DateTime64(3, \'UTC\'), topic String, cause_code String, size UInt32)')) AS recorded,
    toUInt8(type = 'vn.da06.dead-letter.redriven.v1') AS redriven
FROM raw_inbox_v1
WHERE type LIKE 'vn.da06.dead-letter.%'
COMMENT 'Carries events from raw_inbox_v1 to raw_dead_letters_v1';

INSERT INTO schema_migrations VALUES ('0007_dead_letters.sql', '21cc23a2997157cde33ed98d5a4357af0dd936972c431f2efb99638fff1c429b');
