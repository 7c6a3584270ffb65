-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_facility_figures_v1 ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Local day',
    facility_id LowCardinality(String) COMMENT 'Facility',
    arrivals UInt32 COMMENT 'Visits whose first night it is',
    nights UInt32 COMMENT 'Guest-nights from this day to the next',
    day_guests UInt32 COMMENT 'Visits without a night that began on it',
    t_arrivals UInt32 COMMENT 'Of arrivals, tourism',
    t_nights UInt32 COMMENT 'Of nights, tourism',
    t_day_guests UInt32 COMMENT 'Of day guests, tourism',
    ti_arrivals UInt32 COMMENT 'Of tourist arrivals, of another nationality than Vietnamese',
    ti_nights UInt32 COMMENT 'Of tourist nights, likewise',
    ti_day_guests UInt32 COMMENT 'Of tourist day guests, likewise',
    rooms_used UInt32 COMMENT 'Rooms with a night',
    guests_without_room UInt32 COMMENT 'Nights for which no room was told',
    open_end_nights UInt32 COMMENT 'Nights of stays whose departure is not known',
    over_30 UInt32 COMMENT 'Guests with a night whose visit began 30 days before or more',
    stays UInt32 COMMENT 'Registrations that arrive on this day',
    late UInt32 COMMENT 'Of these, told at the legal deadline or after it',
    synced_late UInt32 COMMENT 'Of these, told in time, taken in at the deadline or after it',
    delays Array(Int32) COMMENT 'Seconds from arrival to notice, one a registration',
    late_due Array(UInt32) COMMENT 'Legal deadlines of the late ones, Unix seconds',
    late_told Array(UInt32) COMMENT 'When these were told, in the same order',
    captured Map(String, UInt32) COMMENT 'How identities were read: registrations each',
    nationality_values Array(LowCardinality(String)) COMMENT 'Nationalities of tourists',
    nationality_arrivals Array(UInt32) COMMENT 'Their arrivals, in the same order',
    nationality_nights Array(UInt32) COMMENT 'Their nights',
    nationality_day_guests Array(UInt32) COMMENT 'Day guests',
    province_values Array(LowCardinality(String)) COMMENT 'Home provinces of tourists',
    province_arrivals Array(UInt32) COMMENT 'Their arrivals, in the same order',
    province_nights Array(UInt32) COMMENT 'Their nights',
    province_day_guests Array(UInt32) COMMENT 'Day guests',
    purpose_values Array(LowCardinality(String)) COMMENT 'Reasons of tourists',
    purpose_arrivals Array(UInt32) COMMENT 'Their arrivals, in the same order',
    purpose_nights Array(UInt32) COMMENT 'Their nights',
    purpose_day_guests Array(UInt32) COMMENT 'Day guests',
    is_deleted UInt8 COMMENT '1 = nothing happened there on this day (any more)',
    generation UInt64 COMMENT 'Number of the recompute that wrote the row: the highest counts'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', generation, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (day, facility_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, min_bytes_for_wide_part = 67108864
COMMENT 'What a day at a facility came to, one row replaced whole: a function of raw_stay_days_v1 of that day and facility';

CREATE TABLE IF NOT EXISTS raw_conflict_nights_v1 ON CLUSTER '{cluster}'
(
    night Date COMMENT 'Night from this local day to the next',
    person_key String COMMENT 'Person (keyed hash), linked papers resolved',
    facilities Array(String) COMMENT 'Facilities at which a stay covers that night, two or more',
    refs Array(String) COMMENT 'The stay at each of them that began first',
    is_deleted UInt8 COMMENT '1 = at one facility at most (any more)',
    generation UInt64 COMMENT 'Number of the recompute that wrote the row: the highest counts'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', generation, is_deleted)
PARTITION BY toYYYYMM(night)
ORDER BY (night, person_key)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Nights that one person spends at several facilities, recomputed for every person whose stays an event touched';

CREATE TABLE IF NOT EXISTS raw_heard_v1 ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Local day',
    facility_id LowCardinality(String) COMMENT 'Facility',
    heard SimpleAggregateFunction(max, UInt8) COMMENT '1 = heard on this day, 0 = on one of the six days before'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
PARTITION BY toYYYYMM(day)
ORDER BY (day, facility_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Days on which a facility reports: on that day or one of the six before a check-in of it was taken in, or it said then, or for that day, that nobody arrived';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_heard_mv_v1 ON CLUSTER '{cluster}' TO raw_heard_v1 AS
SELECT told_on + k AS day, facility_id, toUInt8(k = 0) AS heard
FROM (SELECT DISTINCT toDate(recorded_at, 'Asia/Ho_Chi_Minh') AS told_on, facility_id FROM raw_inbox_v2 WHERE type = 'vn.da06.stay.checked-in.v1') ARRAY JOIN range(7) AS k
COMMENT 'Carries check-ins from raw_inbox_v2 to raw_heard_v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_heard_days_mv_v1 ON CLUSTER '{cluster}' TO raw_heard_v1 AS
SELECT told_on + k AS day, facility_id, toUInt8(k = 0) AS heard
FROM (SELECT arrayJoin([toDate(recorded_at, 'Asia/Ho_Chi_Minh'), toDate(JSONExtractString(data, 'day'))]) AS told_on, facility_id FROM raw_inbox_v2 WHERE type = 'vn.da06.facility-day.reported.v1') ARRAY JOIN range(7) AS k
COMMENT 'Carries days without guests from raw_inbox_v2 to raw_heard_v1';

CREATE TABLE IF NOT EXISTS raw_feed_keys_v1 ON CLUSTER '{cluster}'
(
    key_id String COMMENT 'Key',
    facilities SimpleAggregateFunction(groupUniqArrayArray, Array(String)) COMMENT 'Facilities that it may send for',
    issued_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) COMMENT 'When it was issued; 2299 = that is not known',
    revoked_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) COMMENT 'When it was revoked; 2299 = it was not'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY key_id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Keys that name facilities, and until when they opened';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_feed_keys_mv_v1 ON CLUSTER '{cluster}' TO raw_feed_keys_v1 AS
WITH toDateTime64('2299-12-31 00:00:00', 3, 'UTC') AS never
SELECT JSONExtractString(data, 'id') AS key_id, JSONExtract(data, 'facilities', 'Array(String)') AS facilities,
    if(type = 'vn.da06.key.issued.v1', recorded_at, never) AS issued_at, if(type = 'vn.da06.key.revoked.v1', recorded_at, never) AS revoked_at
FROM raw_inbox_v2
WHERE type IN ('vn.da06.key.issued.v1', 'vn.da06.key.revoked.v1')
COMMENT 'Carries events from raw_inbox_v2 to raw_feed_keys_v1';

CREATE VIEW IF NOT EXISTS facility_figures ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Ngày',
    facility_id LowCardinality(String) COMMENT 'Cơ sở',
    arrivals UInt32 COMMENT 'Lượt khách nghỉ đêm có đêm đầu là ngày này, mọi khách',
    nights UInt32 COMMENT 'Ngày khách, mọi khách',
    day_guests UInt32 COMMENT 'Lượt khách trong ngày, mọi khách',
    t_arrivals UInt32 COMMENT 'Lượt khách nghỉ đêm, khách du lịch',
    t_nights UInt32 COMMENT 'Ngày khách, khách du lịch',
    t_day_guests UInt32 COMMENT 'Lượt khách trong ngày, khách du lịch',
    ti_arrivals UInt32 COMMENT 'Lượt khách du lịch quốc tế nghỉ đêm',
    ti_nights UInt32 COMMENT 'Ngày khách du lịch quốc tế',
    ti_day_guests UInt32 COMMENT 'Lượt khách du lịch quốc tế trong ngày',
    rooms_used UInt32 COMMENT 'Số buồng có khách nghỉ đêm',
    guests_without_room UInt32 COMMENT 'Khách nghỉ đêm không khai buồng',
    open_end_nights UInt32 COMMENT 'Ngày khách của lượt chưa khai ngày đi',
    over_30 UInt32 COMMENT 'Khách nghỉ đêm đã ở từ 30 ngày trở lên',
    stays UInt32 COMMENT 'Lượt khai báo có ngày đến là ngày này',
    late UInt32 COMMENT 'Trong đó khai muộn',
    synced_late UInt32 COMMENT 'Trong đó thông báo đúng hạn nhưng đến hệ thống sau hạn',
    delays Array(Int32) COMMENT 'Độ trễ từ lúc đến tới lúc thông báo, giây, mỗi lượt một số',
    late_due Array(UInt32) COMMENT 'Hạn của các lượt khai muộn, giây Unix',
    late_told Array(UInt32) COMMENT 'Thời điểm thông báo của các lượt đó, cùng thứ tự',
    captured Map(String, UInt32) COMMENT 'Cách đọc giấy tờ: số lượt',
    nationality_values Array(LowCardinality(String)) COMMENT 'Quốc tịch của khách du lịch',
    nationality_arrivals Array(UInt32) COMMENT 'Lượt khách nghỉ đêm, cùng thứ tự',
    nationality_nights Array(UInt32) COMMENT 'Ngày khách',
    nationality_day_guests Array(UInt32) COMMENT 'Lượt khách trong ngày',
    province_values Array(LowCardinality(String)) COMMENT 'Tỉnh cư trú của khách du lịch',
    province_arrivals Array(UInt32) COMMENT 'Lượt khách nghỉ đêm, cùng thứ tự',
    province_nights Array(UInt32) COMMENT 'Ngày khách',
    province_day_guests Array(UInt32) COMMENT 'Lượt khách trong ngày',
    purpose_values Array(LowCardinality(String)) COMMENT 'Lý do lưu trú của khách du lịch',
    purpose_arrivals Array(UInt32) COMMENT 'Lượt khách nghỉ đêm, cùng thứ tự',
    purpose_nights Array(UInt32) COMMENT 'Ngày khách',
    purpose_day_guests Array(UInt32) COMMENT 'Lượt khách trong ngày'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT * EXCEPT (is_deleted, generation)
FROM raw_facility_figures_v1 FINAL
WHERE day <= (SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)
COMMENT 'What each day at each facility came to, up to the as-of day; a day on which nothing happened has no row. A building block: figures to be shown leave out what tells of one facility, read tourism_daily, tourism_origin, occupancy, compliance_daily. Số liệu từng ngày của từng cơ sở';

CREATE VIEW IF NOT EXISTS conflict_nights ON CLUSTER '{cluster}'
(
    night Date COMMENT 'Đêm, từ ngày này sang ngày sau',
    person_key String COMMENT 'Người (mã băm có khóa); giấy tờ liên kết đã quy về một người',
    facilities Array(String) COMMENT 'Các cơ sở cùng khai người này nghỉ đêm đó',
    refs Array(String) COMMENT 'Lượt lưu trú tại mỗi cơ sở, cùng thứ tự'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT night, person_key, facilities, refs
FROM raw_conflict_nights_v1 FINAL
WHERE night <= (SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)
COMMENT 'Nights that stays at several facilities claim one person for, up to the as-of day. Đêm mà một người được khai ở nhiều cơ sở';

CREATE VIEW IF NOT EXISTS facilities_heard ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Ngày',
    facility_id LowCardinality(String) COMMENT 'Cơ sở',
    heard UInt8 COMMENT '1 = có tin đúng ngày này, 0 = có tin trong 6 ngày trước'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT day, facility_id, max(raw_heard_v1.heard) AS heard
FROM raw_heard_v1
WHERE day <= (SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)
GROUP BY day, facility_id
COMMENT 'Days on which a facility reports: on that day or one of the six before a check-in of it was taken in, or it said then, or for that day, that nobody arrived. Ngày cơ sở có khai báo (trong 7 ngày)';

CREATE VIEW IF NOT EXISTS facility_days ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Ngày',
    facility_id LowCardinality(String) COMMENT 'Cơ sở',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở vào ngày đó',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính vào ngày đó',
    tourism UInt8 COMMENT '1 = cơ sở lưu trú du lịch',
    rooms UInt32 COMMENT 'Số buồng vào ngày đó, 0 = không rõ',
    beds UInt32 COMMENT 'Số giường vào ngày đó, 0 = không rõ',
    in_force UInt8 COMMENT '1 = đang hoạt động: đã đăng ký, chưa đóng cửa'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toUInt32(toDate(max(recorded_at), 'Asia/Ho_Chi_Minh')) FROM raw_progress_v1)) AS last_day,
    assumeNotNull((SELECT min(day) FROM raw_facility_figures_v1)) AS first_mark,
    assumeNotNull((
        SELECT if(count() = 0, 65535, toUInt32(min(first_one)))
        FROM
        (
            SELECT min(day) AS first_one FROM raw_heard_v1 HAVING count() > 0
            UNION ALL
            SELECT if(count() = 0, first_mark, min(day)) FROM raw_facility_figures_v1 FINAL WHERE day BETWEEN toStartOfMonth(first_mark) AND toLastDayOfMonth(first_mark) HAVING first_mark > toDate(0)
        )
    )) AS first_day
SELECT toDate(on_day) AS day, facility_id, facility_kind, unit_uid, tourism, rooms, beds, toUInt8(on_day >= starts AND on_day < ends) AS in_force
FROM
(
    SELECT facility_id, facility_kind, unit_uid, tourism, rooms, beds, toUInt32(valid_from) AS starts, if(closed_on = toDate(0), 65535, toUInt32(closed_on)) AS ends,
        range(if(valid_from = min(valid_from) OVER (PARTITION BY facility_id), first_day, greatest(first_day, starts)), 1 + least(last_day, toUInt32(valid_to))) AS days
    FROM facility_versions
)
ARRAY JOIN days AS on_day
COMMENT 'What each facility is on each day, from the first day on which anything happened to the as-of day; before its first version it is what it was first, not yet in force. Cơ sở theo ngày';

INSERT INTO schema_migrations VALUES ('0031_facility_figures.sql', '93f5950b192ae8cb14c0716f679142a1dc32b0a8e2cb6fe25e352a63bf1c42d4');
