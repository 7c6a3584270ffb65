-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_check_ins_v1 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Facility',
    ref String COMMENT 'Reference of the stay within the facility',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When a check-in of this stay was taken in: the first, and every amendment that is a whole check-in'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (facility_id, ref, recorded_at)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, merge_selector_base = 16
COMMENT 'Every time at which a stay was ever counted as taken in, so that a notice can be withdrawn from all but the first';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_check_ins_mv_v1 ON CLUSTER '{cluster}' TO raw_check_ins_v1 AS
SELECT facility_id, ref, recorded_at
FROM raw_inbox_v2
WHERE type = 'vn.da06.stay.checked-in.v1'
COMMENT 'Carries events from raw_inbox_v2 to raw_check_ins_v1';

CREATE TABLE IF NOT EXISTS raw_stay_notices_v1 ON CLUSTER '{cluster}'
(
    recorded_at DateTime64(3, 'UTC') COMMENT 'First receipt of the check-in',
    facility_id LowCardinality(String) COMMENT 'Facility',
    stay UInt64 COMMENT 'Hash of the reference: tells the stays of a facility apart',
    late Bool COMMENT 'Told at the legal deadline or after it',
    synced_late Bool COMMENT 'Told in time, taken in at the deadline or after it',
    delay_s Int32 COMMENT 'Seconds from arrival to notice',
    is_deleted UInt8 COMMENT '1 = no notice (any more): cancelled, or an earlier check-in is known',
    generation UInt64 COMMENT 'Number of the recompute that wrote the row: the highest counts'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', generation, is_deleted)
PARTITION BY toYYYYMM(recorded_at)
ORDER BY (recorded_at, facility_id, stay)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'What feeds are measured by, a narrow row a stay in the order of receipt; recomputed with the guest-nights for every stay that an event touched';

CREATE VIEW IF NOT EXISTS stay_notices ON CLUSTER '{cluster}'
(
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Lần đầu hệ thống nhận khai báo đến',
    facility_id LowCardinality(String) COMMENT 'Cơ sở',
    late Bool COMMENT 'Khai muộn: thông báo từ hạn trở đi',
    synced_late Bool COMMENT 'Thông báo đúng hạn nhưng đến hệ thống sau hạn',
    delay_s Int32 COMMENT 'Độ trễ từ lúc đến tới lúc thông báo, giây'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT toTimeZone(recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_at, facility_id, late, synced_late, delay_s
FROM raw_stay_notices_v1 FINAL
COMMENT 'How in time each stay was notified, a row a stay that is not cancelled, in the order of receipt: what dashboards count, where `stays` would read whole registers. Tính kịp thời của từng lượt khai báo';

CREATE OR REPLACE VIEW feed_health ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Cơ sở',
    last_received_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Lần cuối nhận tin; 1970 = chưa bao giờ',
    received_7d UInt64 COMMENT 'Số bản ghi nhận trong 7 ngày tính đến thời điểm tính',
    rejected_7d UInt64 COMMENT 'Trong đó bị từ chối',
    late_share Float64 COMMENT 'Tỷ lệ khai muộn của các lượt nhận trong 7 ngày',
    delay_p50_s Float64 COMMENT 'Trung vị độ trễ từ lúc đến tới lúc thông báo, giây',
    delay_p90_s Float64 COMMENT 'Bách phân vị 90 của độ trễ, giây',
    silent_days UInt32 COMMENT 'Số ngày không có tin'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH assumeNotNull((SELECT max(recorded_at) FROM raw_progress_v1)) AS now_at, now_at - INTERVAL 7 DAY AS since
SELECT
    f.facility_id AS facility_id,
    toTimeZone(h.last_at, 'Asia/Ho_Chi_Minh') AS last_received_at,
    b.received AS received_7d,
    b.rejected AS rejected_7d,
    s.late_share AS late_share,
    s.p50 AS delay_p50_s,
    s.p90 AS delay_p90_s,
    toUInt32(greatest(0, toDate(now_at, 'Asia/Ho_Chi_Minh') - if(last_received_at > toDateTime64(0, 3, 'UTC'), toDate(last_received_at, 'Asia/Ho_Chi_Minh'), f.first_day))) AS silent_days
FROM (SELECT facility_id, min(valid_from) AS first_day FROM raw_facilities_v1 GROUP BY facility_id) AS f
LEFT JOIN (SELECT facility_id, max(recorded_at) AS last_at FROM raw_last_heard_v1 GROUP BY facility_id) AS h ON h.facility_id = f.facility_id
LEFT JOIN
(
    SELECT facility_id, sum(received) AS received, sum(rejected) AS rejected
    FROM raw_feed_batches_v1 FINAL WHERE recorded_at > since GROUP BY facility_id
) AS b ON b.facility_id = f.facility_id
LEFT JOIN
(
    SELECT facility_id, countIf(late) / count() AS late_share, quantileExact(0.5)(toFloat64(delay_s)) AS p50, quantileExact(0.9)(toFloat64(delay_s)) AS p90
    FROM raw_stay_notices_v1 FINAL WHERE recorded_at > since GROUP BY facility_id
) AS s ON s.facility_id = f.facility_id
COMMENT 'How each facility reports, over the 7 days up to the as-of time. Tình trạng khai báo của từng cơ sở';

INSERT INTO schema_migrations VALUES ('0018_stay_notices.sql', 'd6eafbad43ea539821963355650df51f5c9f3cb35b738d7873dc182aba3b9819');
