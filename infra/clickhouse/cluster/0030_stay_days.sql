-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

DROP TABLE IF EXISTS raw_stay_nights_v2 ON CLUSTER '{cluster}';

CREATE TABLE IF NOT EXISTS raw_stay_days_v1 ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Local day',
    facility_id LowCardinality(String) COMMENT 'Facility',
    ref String COMMENT 'Stay',
    person_key String COMMENT 'Person (keyed hash), linked papers resolved',
    unit_uid LowCardinality(String) COMMENT 'Administrative unit of the arrival',
    facility_kind LowCardinality(String) COMMENT 'Kind of facility',
    nationality LowCardinality(String) COMMENT 'Nationality',
    home_province LowCardinality(String) COMMENT 'Home province, portal code',
    purpose LowCardinality(String) COMMENT 'Reason of the stay',
    tourism Bool COMMENT 'Counts as tourism (dossier 5.3)',
    night Bool COMMENT 'A guest-night from this day to the next counts for this stay',
    first Bool COMMENT 'The arrival of the visit counts here: its first night, or its day without one',
    day_guest Bool COMMENT 'The visit has no night',
    since Date COMMENT 'Day on which the visit began',
    open_end Bool COMMENT 'No departure is known: the end is the expected one, or 30 days after the arrival',
    room UInt64 COMMENT 'Hash of the keyed hash of the room, 0 = none told',
    arrives Bool COMMENT 'The registration of this stay arrives on this day; what follows is of it, and 0 or empty on other days',
    late Bool COMMENT 'Told at the legal deadline or after it',
    synced_late Bool COMMENT 'Told in time, taken in at the deadline or after it',
    delay_s Int32 COMMENT 'Seconds from arrival to notice',
    due_at UInt32 COMMENT 'Legal deadline, Unix seconds',
    told_at UInt32 COMMENT 'When it was told, Unix seconds',
    captured LowCardinality(String) COMMENT 'How the identity was read',
    is_deleted UInt8 COMMENT '1 = this stay does nothing on this day (any more)',
    generation UInt64 COMMENT 'Number of the recompute that wrote the row: the highest counts'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', generation, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (day, facility_id, ref)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, min_bytes_for_wide_part = 67108864
COMMENT 'What each stay does on each day: arrives, stays the night, is a day guest; recomputed for every stay that an event touched and its neighbours';

CREATE OR REPLACE VIEW stay_nights ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Cơ sở',
    ref String COMMENT 'Lượt lưu trú được tính đêm này',
    person_key String COMMENT 'Người (mã băm có khóa)',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở',
    night Date COMMENT 'Đêm, từ ngày này sang ngày sau',
    nationality LowCardinality(String) COMMENT 'Quốc tịch',
    home_province LowCardinality(String) COMMENT 'Tỉnh cư trú',
    tourism Bool COMMENT 'Tính là khách du lịch (hồ sơ 5.3)',
    first_night Bool COMMENT 'Đêm đầu của lượt khách: một lượt khách đến'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT d.facility_id AS facility_id, d.ref AS ref, d.person_key AS person_key, d.unit_uid AS unit_uid, d.facility_kind AS facility_kind, d.day AS night, d.nationality AS nationality, d.home_province AS home_province,
    d.tourism AS tourism, d.first AS first_night
FROM raw_stay_days_v1 AS d FINAL
WHERE d.night AND d.day <= (SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)
COMMENT 'Guest-nights by midnight crossings in Vietnam time, up to the night of the as-of day; stays of one person at one facility less than 24 h apart are merged. Ngày khách';

INSERT INTO schema_migrations VALUES ('0030_stay_days.sql', '763ba177d9ce97644de5a15fe206694daa7c37a484a6c6835dbb4d79387fe782');
