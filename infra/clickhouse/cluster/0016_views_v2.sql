-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE OR REPLACE VIEW stays ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Cơ sở',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở',
    ref String COMMENT 'Mã tham chiếu của cơ sở',
    registration_number String COMMENT 'Số đăng ký',
    person_key String COMMENT 'Người (mã băm có khóa); giấy tờ liên kết đã quy về một người',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính vào ngày đến',
    nationality LowCardinality(String) COMMENT 'Quốc tịch, ISO 3166 ba chữ',
    sex LowCardinality(String) COMMENT 'Giới tính M, F, X',
    birth_year UInt16 COMMENT 'Năm sinh, 0 = không rõ',
    home_province LowCardinality(String) COMMENT 'Tỉnh cư trú, mã cổng dịch vụ, rỗng = không rõ',
    reason LowCardinality(String) COMMENT 'Lý do lưu trú',
    arrived_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm đến',
    expected_departure_at Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')) COMMENT 'Ngày đi dự kiến',
    departed_at Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')) COMMENT 'Ngày đi thực tế',
    notified_at Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')) COMMENT 'Thời điểm thông báo theo bên gửi',
    status LowCardinality(String) COMMENT 'open = đang ở, closed = đã đi, cancelled = đã hủy',
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Lần đầu hệ thống nhận khai báo đến',
    due_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Hạn thông báo theo luật (hồ sơ 2.1)',
    late Bool COMMENT 'Khai muộn: thông báo từ hạn trở đi',
    synced_late Bool COMMENT 'Thông báo đúng hạn nhưng đến hệ thống sau hạn',
    event_id UUID COMMENT 'Sự kiện mới nhất của lượt lưu trú'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    toDateTime64(0, 3, 'UTC') AS none,
    if(s.nationality = 'VNM', s.due_domestic_at, s.due_foreign_at) AS due,
    if(s.notified_valid AND s.notified_at > none, s.notified_at, s.first_recorded_at) AS told
SELECT
    s.facility_id AS facility_id,
    s.facility_kind AS facility_kind,
    s.ref AS ref,
    s.registration_number AS registration_number,
    if(l.person_key != '', l.person_key, s.person_key) AS person_key,
    s.unit_uid AS unit_uid,
    s.nationality AS nationality,
    s.sex AS sex,
    s.birth_year AS birth_year,
    s.province AS home_province,
    s.reason AS reason,
    toTimeZone(s.arrived_at, 'Asia/Ho_Chi_Minh') AS arrived_at,
    if(s.expected_at > none, toTimeZone(s.expected_at, 'Asia/Ho_Chi_Minh'), NULL) AS expected_departure_at,
    if(s.departed_at > none, toTimeZone(s.departed_at, 'Asia/Ho_Chi_Minh'), NULL) AS departed_at,
    if(s.notified_at > none, toTimeZone(s.notified_at, 'Asia/Ho_Chi_Minh'), NULL) AS notified_at,
    multiIf(s.cancelled, 'cancelled', s.departed_at > none, 'closed', 'open') AS status,
    toTimeZone(s.first_recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_at,
    toTimeZone(due, 'Asia/Ho_Chi_Minh') AS due_at,
    toBool(told >= due) AS late,
    toBool(told < due AND s.first_recorded_at >= due) AS synced_late,
    s.event_id AS event_id
FROM
(
    SELECT facility_id, ref, toString(registration_number) AS registration_number, first_recorded_at, facility_kind, person_key, unit_uid, nationality, sex, birth_year, province, reason, arrived_at, expected_at,
        departed_at, notified_at, notified_valid, cancelled, due_domestic_at, due_foreign_at, event_id
    FROM raw_stays_v2 FINAL
    WHERE seen
) AS s
LEFT JOIN person_links AS l ON l.cmnd_key = s.person_key
COMMENT 'Stays, a row a registration once its check-in is known. Lưu trú, mỗi lượt đăng ký một dòng';

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
SELECT facility_id, ref, person_key, unit_uid, facility_kind, night, nationality, home_province, tourism, first_night
FROM raw_stay_nights_v2 FINAL
WHERE night <= (SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)
COMMENT 'Guest-nights by midnight crossings in Vietnam time, up to the night of the as-of day; stays of one person at one facility less than 24 h apart are merged. Ngày khách';

CREATE OR REPLACE VIEW events ON CLUSTER '{cluster}'
(
    event_id UUID COMMENT 'Mã sự kiện',
    type LowCardinality(String) COMMENT 'Loại sự kiện, kèm phiên bản',
    subject String COMMENT 'Đối tượng của sự kiện',
    facility_id LowCardinality(String) COMMENT 'Cơ sở, rỗng nếu không có',
    ref String COMMENT 'Mã tham chiếu, rỗng nếu không có',
    occurred_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm xảy ra',
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm hệ thống nhận',
    sequence String COMMENT 'Thứ tự: 16 chữ số hex của đồng hồ lai'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT event_id, type, subject, facility_id, ref, toTimeZone(occurred_at, 'Asia/Ho_Chi_Minh') AS occurred_at, toTimeZone(recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_at, toString(sequence) AS sequence
FROM raw_events_v2 FINAL
COMMENT 'Every event of the log, once. Mọi sự kiện, mỗi sự kiện một dòng';

INSERT INTO schema_migrations VALUES ('0016_views_v2.sql', 'cbb2349e8028814fd8b2db831d13259961e943d11feabc4ed6ef0967b4679c9e');
