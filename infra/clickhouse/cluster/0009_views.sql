-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE VIEW IF NOT EXISTS as_of ON CLUSTER '{cluster}'
(
    as_of DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Highest time of receipt that is projected'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT toTimeZone(max(recorded_at), 'Asia/Ho_Chi_Minh') AS as_of FROM raw_progress_v1
COMMENT 'Tính đến: what every figure is as of; no clock of the machine is read';

CREATE VIEW IF NOT EXISTS person_links ON CLUSTER '{cluster}'
(
    cmnd_key String COMMENT 'Old identity paper (keyed hash)',
    person_key String COMMENT 'The person: the card if the paper has exactly one, else the paper itself',
    ambiguous Bool COMMENT 'The paper was seen with several cards'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT cmnd_key, if(lowest = highest, lowest, cmnd_key) AS person_key, toBool(lowest != highest) AS ambiguous
FROM (SELECT cmnd_key, min(min_cccd) AS lowest, max(max_cccd) AS highest FROM raw_person_links_v1 GROUP BY cmnd_key)
COMMENT 'Papers of one person seen together';

CREATE VIEW IF NOT EXISTS stays ON CLUSTER '{cluster}'
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
    tupleElement(arrival, 'at') AS a, tupleElement(expected, 'v') AS x, tupleElement(departure, 'v') AS d, tupleElement(notified, 'at') AS n, tupleElement(notified, 'valid') AS n_valid,
    tupleElement(nationality, 'v') AS nat,
    if(nat = 'VNM', tupleElement(arrival, 'due_domestic'), tupleElement(arrival, 'due_foreign')) AS due,
    if(n_valid AND n > toDateTime64(0, 3, 'UTC'), n, first_recorded_at) AS told
SELECT
    s.facility_id AS facility_id,
    tupleElement(facility, 'kind') AS facility_kind,
    s.ref AS ref,
    toString(s.registration_number) AS registration_number,
    if(l.person_key != '', l.person_key, tupleElement(person, 'person_key')) AS person_key,
    tupleElement(arrival, 'unit') AS unit_uid,
    nat AS nationality,
    tupleElement(sex, 'v') AS sex,
    tupleElement(birth_year, 'v') AS birth_year,
    tupleElement(residence, 'province') AS home_province,
    tupleElement(reason, 'v') AS reason,
    toTimeZone(a, 'Asia/Ho_Chi_Minh') AS arrived_at,
    if(x > toDateTime64(0, 3, 'UTC'), toTimeZone(x, 'Asia/Ho_Chi_Minh'), NULL) AS expected_departure_at,
    if(d > toDateTime64(0, 3, 'UTC'), toTimeZone(d, 'Asia/Ho_Chi_Minh'), NULL) AS departed_at,
    if(n > toDateTime64(0, 3, 'UTC'), toTimeZone(n, 'Asia/Ho_Chi_Minh'), NULL) AS notified_at,
    multiIf(tupleElement(cancelled, 'v') = 1, 'cancelled', d > toDateTime64(0, 3, 'UTC'), 'closed', 'open') AS status,
    toTimeZone(first_recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_at,
    toTimeZone(due, 'Asia/Ho_Chi_Minh') AS due_at,
    toBool(told >= due) AS late,
    toBool(told < due AND first_recorded_at >= due) AS synced_late,
    tupleElement(event, 'i') AS event_id
FROM (SELECT * FROM raw_stays_v1 FINAL WHERE seen = 1) AS s
LEFT JOIN person_links AS l ON l.cmnd_key = tupleElement(s.person, 'person_key')
COMMENT 'Stays, a row a registration once its check-in is known. Lưu trú, mỗi lượt đăng ký một dòng';

CREATE VIEW IF NOT EXISTS stay_nights ON CLUSTER '{cluster}'
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
FROM raw_stay_nights_v1 FINAL
WHERE night <= (SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)
COMMENT 'Guest-nights by midnight crossings in Vietnam time, up to the night of the as-of day; stays of one person at one facility less than 24 h apart are merged. Ngày khách';

CREATE VIEW IF NOT EXISTS events ON CLUSTER '{cluster}'
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
FROM raw_events_v1 FINAL
COMMENT 'Every event of the log, once. Mọi sự kiện, mỗi sự kiện một dòng';

CREATE VIEW IF NOT EXISTS dead_letters ON CLUSTER '{cluster}'
(
    id UUID COMMENT 'Mã thư chết',
    topic LowCardinality(String) COMMENT 'Chủ đề gốc',
    cause_code LowCardinality(String) COMMENT 'Mã nguyên nhân',
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm bị gạt ra',
    size UInt32 COMMENT 'Số byte'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT id, tupleElement(recorded, 'topic') AS topic, tupleElement(recorded, 'cause_code') AS cause_code, toTimeZone(tupleElement(recorded, 'recorded_at'), 'Asia/Ho_Chi_Minh') AS recorded_at,
    tupleElement(recorded, 'size') AS size
FROM raw_dead_letters_v1 FINAL
WHERE redriven = 0
COMMENT 'Records set aside and not yet put back. Bản ghi bị gạt ra, chưa đưa lại';

CREATE VIEW IF NOT EXISTS facility_versions ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Cơ sở',
    valid_from Date COMMENT 'Có hiệu lực từ ngày',
    valid_to Date COMMENT 'Đến hết ngày; 2149-06-06 = đến nay',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở',
    name String COMMENT 'Tên cơ sở; hộ gia đình để trống',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính',
    model Int16 COMMENT 'Mô hình của kế hoạch, 0 = ngoài kế hoạch',
    tourism Bool COMMENT 'Cơ sở lưu trú du lịch',
    rooms UInt32 COMMENT 'Số buồng, 0 = không rõ',
    beds UInt32 COMMENT 'Số giường, 0 = không rõ',
    stars UInt8 COMMENT 'Hạng sao, 0 = không xếp hạng',
    remote Bool COMMENT 'Vùng sâu, xa: hạn 24 giờ với người nước ngoài',
    lat Float64 COMMENT 'Vĩ độ, 0 = không rõ',
    lon Float64 COMMENT 'Kinh độ, 0 = không rõ',
    closed_on Date COMMENT 'Ngày đóng cửa, 1970-01-01 = đang hoạt động'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT f.facility_id AS facility_id, valid_from,
    leadInFrame(valid_from - 1, 1, toDate('2149-06-06')) OVER (PARTITION BY f.facility_id ORDER BY valid_from ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS valid_to,
    tupleElement(version, 'kind') AS facility_kind, tupleElement(version, 'name') AS name, tupleElement(version, 'unit') AS unit_uid, tupleElement(version, 'model') AS model,
    tupleElement(version, 'tourism') AS tourism, tupleElement(version, 'rooms') AS rooms, tupleElement(version, 'beds') AS beds, tupleElement(version, 'stars') AS stars,
    tupleElement(version, 'remote') AS remote, tupleElement(version, 'lat') AS lat, tupleElement(version, 'lon') AS lon, c.closed_on AS closed_on
FROM (SELECT * FROM raw_facilities_v1 FINAL) AS f
LEFT JOIN (SELECT facility_id, tupleElement(max(closing), 'closed_on') AS closed_on FROM raw_facility_closings_v1 GROUP BY facility_id) AS c ON c.facility_id = f.facility_id
COMMENT 'Facilities, a row a version. Cơ sở theo thời gian';

CREATE VIEW IF NOT EXISTS facilities ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Cơ sở',
    valid_from Date COMMENT 'Có hiệu lực từ ngày',
    valid_to Date COMMENT 'Đến hết ngày; 2149-06-06 = đến nay',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở',
    name String COMMENT 'Tên cơ sở; hộ gia đình để trống',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính',
    model Int16 COMMENT 'Mô hình của kế hoạch, 0 = ngoài kế hoạch',
    tourism Bool COMMENT 'Cơ sở lưu trú du lịch',
    rooms UInt32 COMMENT 'Số buồng, 0 = không rõ',
    beds UInt32 COMMENT 'Số giường, 0 = không rõ',
    stars UInt8 COMMENT 'Hạng sao, 0 = không xếp hạng',
    remote Bool COMMENT 'Vùng sâu, xa: hạn 24 giờ với người nước ngoài',
    lat Float64 COMMENT 'Vĩ độ, 0 = không rõ',
    lon Float64 COMMENT 'Kinh độ, 0 = không rõ',
    closed_on Date COMMENT 'Ngày đóng cửa, 1970-01-01 = đang hoạt động'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT * FROM facility_versions
ORDER BY facility_id, valid_from <= (SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1) DESC,
    if(valid_from <= (SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1), -toInt32(valid_from), toInt32(valid_from))
LIMIT 1 BY facility_id
COMMENT 'Facilities as they are on the as-of day, or from their first day on if that is still to come. Cơ sở hiện nay';

CREATE VIEW IF NOT EXISTS feed_batches ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Cơ sở',
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm nhận',
    event_id UUID COMMENT 'Mã sự kiện',
    shape LowCardinality(String) COMMENT 'Dạng dữ liệu',
    single Bool COMMENT 'Gửi một bản ghi',
    received UInt32 COMMENT 'Số bản ghi nhận',
    accepted UInt32 COMMENT 'Được chấp nhận',
    duplicate UInt32 COMMENT 'Trong đó trùng',
    amended UInt32 COMMENT 'Trong đó sửa đổi',
    late UInt32 COMMENT 'Trong đó muộn',
    rejected UInt32 COMMENT 'Bị từ chối',
    codes Map(LowCardinality(String), UInt32) COMMENT 'Số lần gặp từng mã lỗi'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT facility_id, toTimeZone(recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_at, event_id, shape, single, received, accepted, duplicate, amended, late, rejected, codes FROM raw_feed_batches_v1 FINAL
COMMENT 'Requests of feeds: counts and codes. Lần gửi của cơ sở';

CREATE VIEW IF NOT EXISTS feed_health ON CLUSTER '{cluster}'
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
    toTimeZone(greatest(b.last_at, d.last_at, e.last_at), 'Asia/Ho_Chi_Minh') AS last_received_at,
    b.received AS received_7d,
    b.rejected AS rejected_7d,
    s.late_share AS late_share,
    s.p50 AS delay_p50_s,
    s.p90 AS delay_p90_s,
    toUInt32(greatest(0, toDate(now_at, 'Asia/Ho_Chi_Minh') - if(last_received_at > toDateTime64(0, 3, 'UTC'), toDate(last_received_at, 'Asia/Ho_Chi_Minh'), f.first_day))) AS silent_days
FROM (SELECT facility_id, min(valid_from) AS first_day FROM raw_facilities_v1 GROUP BY facility_id) AS f
LEFT JOIN
(
    SELECT facility_id, max(recorded_at) AS last_at, sumIf(received, recorded_at > since) AS received, sumIf(rejected, recorded_at > since) AS rejected
    FROM raw_feed_batches_v1 FINAL GROUP BY facility_id
) AS b ON b.facility_id = f.facility_id
LEFT JOIN (SELECT facility_id, max(recorded_at) AS last_at FROM raw_facility_days_v1 GROUP BY facility_id) AS d ON d.facility_id = f.facility_id
LEFT JOIN
(
    SELECT facility_id, max(recorded_at) AS last_at FROM raw_events_v1 WHERE startsWith(type, 'vn.da06.stay.') GROUP BY facility_id
) AS e ON e.facility_id = f.facility_id
LEFT JOIN
(
    SELECT facility_id, countIf(late) / count() AS late_share, quantileExact(0.5)(delay) AS p50, quantileExact(0.9)(delay) AS p90
    FROM
    (
        SELECT facility_id, late,
            toFloat64(dateDiff('second', arrived_at, if(ifNull(notified_at <= recorded_at, false), assumeNotNull(notified_at), recorded_at))) AS delay
        FROM stays
        WHERE status != 'cancelled' AND recorded_at > since
            AND (facility_id, ref) IN (SELECT facility_id, ref FROM raw_events_v1 WHERE recorded_at > since AND type = 'vn.da06.stay.checked-in.v1')
    )
    GROUP BY facility_id
) AS s ON s.facility_id = f.facility_id
COMMENT 'How each facility reports, over the 7 days up to the as-of time. Tình trạng khai báo của từng cơ sở';

INSERT INTO schema_migrations VALUES ('0009_views.sql', '1483939e55bb3c93a8f54fc64b951f1eb1693797875d8bee0354a26b74a0568a');
