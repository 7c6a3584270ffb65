-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_register_batches_v1 ON CLUSTER '{cluster}'
(
    register LowCardinality(String) COMMENT 'residents or workers',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    event_id UUID COMMENT 'Event id',
    shape LowCardinality(String) COMMENT 'Shape of the records',
    single Bool COMMENT 'One record alone',
    simulated Bool COMMENT 'Of the demonstration',
    received UInt32 COMMENT 'Records received',
    accepted UInt32 COMMENT 'Records accepted',
    duplicate UInt32 COMMENT 'Of these, already known',
    amended UInt32 COMMENT 'Of these, amendments',
    rejected UInt32 COMMENT 'Records rejected',
    codes Map(LowCardinality(String), UInt32) COMMENT 'How often each code was found'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
PARTITION BY toYYYYMM(recorded_at)
ORDER BY (register, recorded_at, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'One row a request to a register: counts and codes, no values';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_register_batches_mv_v1 ON CLUSTER '{cluster}' TO raw_register_batches_v1 AS
SELECT subject AS register, recorded_at, id AS event_id, JSONExtractString(data, 'shape') AS shape, JSONExtractBool(data, 'single') AS single, JSONExtractBool(data, 'simulated') AS simulated, JSONExtract(data, 'received', 'UInt32') AS received,
    JSONExtract(data, 'accepted', 'UInt32') AS accepted, JSONExtract(data, 'duplicate', 'UInt32') AS duplicate, JSONExtract(data, 'amended', 'UInt32') AS amended, JSONExtract(data, 'rejected', 'UInt32') AS rejected,
    JSONExtract(data, 'codes', 'Map(LowCardinality(String), UInt32)') AS codes
FROM raw_inbox_v2
WHERE type = 'vn.da06.register.batch-received.v1'
COMMENT 'Carries events from raw_inbox_v2 to raw_register_batches_v1';

CREATE VIEW IF NOT EXISTS register_batches ON CLUSTER '{cluster}'
(
    register LowCardinality(String) COMMENT 'Sổ: residents = dân cư, workers = lao động',
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm nhận',
    event_id UUID COMMENT 'Mã sự kiện',
    shape LowCardinality(String) COMMENT 'Dạng dữ liệu',
    single Bool COMMENT 'Gửi một bản ghi',
    simulated Bool COMMENT 'Dữ liệu mô phỏng',
    received UInt32 COMMENT 'Số bản ghi nhận',
    accepted UInt32 COMMENT 'Được chấp nhận',
    duplicate UInt32 COMMENT 'Trong đó trùng',
    amended UInt32 COMMENT 'Trong đó sửa đổi',
    rejected UInt32 COMMENT 'Bị từ chối',
    codes Map(LowCardinality(String), UInt32) COMMENT 'Số lần gặp từng mã lỗi'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT register, toTimeZone(recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_at, event_id, shape, single, simulated, received, accepted, duplicate, amended, rejected, codes FROM raw_register_batches_v1 FINAL
COMMENT 'Requests to the registers of residents and workers: counts and codes. Lần gửi vào sổ dân cư, sổ lao động';

INSERT INTO schema_migrations VALUES ('0027_register_batches.sql', '2be8827d61463859bf38c28223f86143add1d0c24f8bd8a113de8b4a28b589c7');
