-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_compliance_inbox_v1 ON CLUSTER '{cluster}'
(
    event_id UUID COMMENT 'Event id',
    what LowCardinality(String) COMMENT 'Event type without prefix and version',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    sequence FixedString(16) COMMENT 'Hybrid clock: orders events of one revision',
    data String COMMENT 'Data as JSON, without what is sealed'
)
ENGINE = Null
COMMENT 'Coach trips, businesses, inspections and outages on their way to their tables, apart from the many of stays. Holds nothing';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_compliance_inbox_mv_v1 ON CLUSTER '{cluster}' TO raw_compliance_inbox_v1 AS
SELECT id AS event_id, extract(type, '^vn\\.da06\\.(.+)\\.v[0-9]+$') AS what, recorded_at, sequence, data
FROM raw_inbox_v2
WHERE type IN ('vn.da06.coach-trip.reported.v1', 'vn.da06.business.registered.v1', 'vn.da06.inspection.recorded.v1', 'vn.da06.outage.declared.v1')
COMMENT 'Carries events from raw_inbox_v2 to raw_compliance_inbox_v1';

CREATE TABLE IF NOT EXISTS raw_coach_trips_v1 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Operator of the coach',
    ref String COMMENT 'Reference of the trip',
    first_recorded_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) COMMENT 'When it was taken in first',
    told SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, number String, from_place String, to_place String, departs_at DateTime64(3, 'UTC'), arrives_at DateTime64(3, 'UTC'), passengers UInt8, plate String, cancelled Bool)) COMMENT 'What holds: order (revision, sequence, event id), registration number, route, times (1970 = not told), passengers, keyed hash of the plate, called off'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (facility_id, ref)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Trips of coaches, the last of the highest revision of each';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_coach_trips_mv_v1 ON CLUSTER '{cluster}' TO raw_coach_trips_v1 AS
WITH JSONExtract(data, 'Tuple(facility String, ref String, revision UInt32, registrationNumber String, route Tuple(`from` String, `to` String), departsAt String, arrivesAt Nullable(String), passengers UInt8, plate String, cancelled Bool)') AS d
SELECT d.facility AS facility_id, d.ref AS ref, recorded_at AS first_recorded_at,
    CAST((d.revision, reinterpretAsUInt64(reverse(unhex(sequence))), event_id, d.registrationNumber, tupleElement(d.route, 1), tupleElement(d.route, 2), parseDateTime64BestEffort(d.departsAt, 3, 'UTC'),
        parseDateTime64BestEffort(ifNull(d.arrivesAt, '1970-01-01T00:00:00.000Z'), 3, 'UTC'), d.passengers, d.plate, d.cancelled),
        'Tuple(r UInt32, s UInt64, i UUID, number String, from_place String, to_place String, departs_at DateTime64(3, \'UTC\'), arrives_at DateTime64(3, \'UTC\'), passengers UInt8, plate String, cancelled Bool)') AS told
FROM raw_compliance_inbox_v1
WHERE what = 'coach-trip.reported'
COMMENT 'Carries events from raw_compliance_inbox_v1 to raw_coach_trips_v1';

CREATE TABLE IF NOT EXISTS raw_businesses_v1 ON CLUSTER '{cluster}'
(
    business_id String COMMENT 'Business',
    valid_from Date COMMENT 'Local day from which it is so',
    version SimpleAggregateFunction(max, Tuple(s UInt64, i UUID, kind String, unit String, readers UInt16, readers_since Date, closed_on Date)) COMMENT 'What holds from that day: order (sequence, event id), kind, unit, readers, day of the first one and of closing (1970-01-01 = none)'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (business_id, valid_from)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Businesses that have to have an ID-card reader, the last word of each day of validity';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_businesses_mv_v1 ON CLUSTER '{cluster}' TO raw_businesses_v1 AS
WITH JSONExtract(data, 'Tuple(id String, kind String, unit String, readers UInt16, readersSince Nullable(String), validFrom String, closedOn Nullable(String))') AS d
SELECT d.id AS business_id, toDate(d.validFrom) AS valid_from,
    CAST((reinterpretAsUInt64(reverse(unhex(sequence))), event_id, d.kind, d.unit, d.readers, toDateOrZero(ifNull(d.readersSince, '')), toDateOrZero(ifNull(d.closedOn, ''))),
        'Tuple(s UInt64, i UUID, kind String, unit String, readers UInt16, readers_since Date, closed_on Date)') AS version
FROM raw_compliance_inbox_v1
WHERE what = 'business.registered'
COMMENT 'Carries events from raw_compliance_inbox_v1 to raw_businesses_v1';

CREATE TABLE IF NOT EXISTS raw_inspections_v1 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Facility that was inspected',
    ref String COMMENT 'Reference of the inspection',
    first_recorded_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) COMMENT 'When it was taken in first',
    told SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, day Date, inspected_by String, guests_found UInt32, unreported UInt32, withdrawn Bool)) COMMENT 'What holds: order (revision, sequence, event id), local day, agency or unit that inspected, guests found, those not reported, withdrawn'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (facility_id, ref)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Inspections of facilities, the last of the highest revision of each';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_inspections_mv_v1 ON CLUSTER '{cluster}' TO raw_inspections_v1 AS
WITH JSONExtract(data, 'Tuple(facility String, ref String, revision UInt32, `on` String, `by` String, guestsFound UInt32, unreported UInt32, withdrawn Bool)') AS d
SELECT d.facility AS facility_id, d.ref AS ref, recorded_at AS first_recorded_at,
    CAST((d.revision, reinterpretAsUInt64(reverse(unhex(sequence))), event_id, toDate(tupleElement(d, 'on')), tupleElement(d, 'by'), d.guestsFound, d.unreported, d.withdrawn),
        'Tuple(r UInt32, s UInt64, i UUID, day Date, inspected_by String, guests_found UInt32, unreported UInt32, withdrawn Bool)') AS told
FROM raw_compliance_inbox_v1
WHERE what = 'inspection.recorded'
COMMENT 'Carries events from raw_compliance_inbox_v1 to raw_inspections_v1';

CREATE TABLE IF NOT EXISTS raw_outages_v1 ON CLUSTER '{cluster}'
(
    ref String COMMENT 'Reference of the outage',
    first_recorded_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) COMMENT 'When it was taken in first',
    told SimpleAggregateFunction(max, Tuple(r UInt32, s UInt64, i UUID, scope String, target String, from_at DateTime64(3, 'UTC'), until_at DateTime64(3, 'UTC'), cause String, withdrawn Bool)) COMMENT 'What holds: order (revision, sequence, event id), whom it is of, from when until when (2299-12-31 = not over), cause, withdrawn'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY ref
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Times in which notices could not be sent, the last of the highest revision of each';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_outages_mv_v1 ON CLUSTER '{cluster}' TO raw_outages_v1 AS
WITH JSONExtract(data, 'Tuple(ref String, revision UInt32, scope String, target String, `from` String, until Nullable(String), cause String, withdrawn Bool)') AS d
SELECT d.ref AS ref, recorded_at AS first_recorded_at,
    CAST((d.revision, reinterpretAsUInt64(reverse(unhex(sequence))), event_id, d.scope, d.target, parseDateTime64BestEffort(tupleElement(d, 'from'), 3, 'UTC'),
        if(isNull(d.until), toDateTime64('2299-12-31 00:00:00', 3, 'UTC'), parseDateTime64BestEffort(ifNull(d.until, '1970-01-01T00:00:00.000Z'), 3, 'UTC')), d.cause, d.withdrawn),
        'Tuple(r UInt32, s UInt64, i UUID, scope String, target String, from_at DateTime64(3, \'UTC\'), until_at DateTime64(3, \'UTC\'), cause String, withdrawn Bool)') AS told
FROM raw_compliance_inbox_v1
WHERE what = 'outage.declared'
COMMENT 'Carries events from raw_compliance_inbox_v1 to raw_outages_v1';

CREATE VIEW IF NOT EXISTS coach_trips ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Nhà xe',
    ref String COMMENT 'Mã tham chiếu của nhà xe',
    registration_number String COMMENT 'Số đăng ký',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính của nhà xe vào ngày khởi hành',
    day Date COMMENT 'Ngày khởi hành',
    departs_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm khởi hành',
    arrives_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm đến, 1970 = không nêu',
    from_place String COMMENT 'Nơi đi',
    to_place String COMMENT 'Nơi đến',
    passengers UInt8 COMMENT 'Số hành khách; không phải khách lưu trú',
    plate_key String COMMENT 'Biển số xe (mã băm có khóa)',
    status LowCardinality(String) COMMENT 'reported = đã khai báo, cancelled = đã hủy',
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Lần đầu hệ thống nhận',
    event_id UUID COMMENT 'Sự kiện có hiệu lực'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH trips AS
(
    SELECT facility_id, ref, min(first_recorded_at) AS first_at, max(told) AS t, toDate(tupleElement(t, 'departs_at'), 'Asia/Ho_Chi_Minh') AS day
    FROM raw_coach_trips_v1 GROUP BY facility_id, ref
)
SELECT
    trips.facility_id AS facility_id, ref, tupleElement(t, 'number') AS registration_number,
    tupleElement(if(arrayExists(v -> v.1 <= day, versions), arrayLast(v -> v.1 <= day, versions), versions[1]), 2) AS unit_uid, day,
    toTimeZone(tupleElement(t, 'departs_at'), 'Asia/Ho_Chi_Minh') AS departs_at, toTimeZone(tupleElement(t, 'arrives_at'), 'Asia/Ho_Chi_Minh') AS arrives_at,
    tupleElement(t, 'from_place') AS from_place, tupleElement(t, 'to_place') AS to_place, tupleElement(t, 'passengers') AS passengers, tupleElement(t, 'plate') AS plate_key,
    if(tupleElement(t, 'cancelled'), 'cancelled', 'reported') AS status, toTimeZone(first_at, 'Asia/Ho_Chi_Minh') AS recorded_at, tupleElement(t, 'i') AS event_id
FROM trips
LEFT JOIN (SELECT facility_id, arraySort(groupArray((valid_from, toString(unit_uid)))) AS versions FROM facility_versions GROUP BY facility_id) AS f ON f.facility_id = trips.facility_id
COMMENT 'Trips of coaches as their operators told them, a row a trip; never guests, nights or residents. Chuyến xe khách đường dài (mô hình 12)';

CREATE VIEW IF NOT EXISTS coach_daily ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Ngày khởi hành',
    facility_id LowCardinality(String) COMMENT 'Nhà xe',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính của nhà xe vào ngày đó',
    trips UInt64 COMMENT 'Số chuyến, không kể chuyến đã hủy',
    passengers UInt64 COMMENT 'Số hành khách của các chuyến đó'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT day, facility_id, unit_uid, count() AS trips, sum(coach_trips.passengers) AS passengers
FROM coach_trips
WHERE status != 'cancelled' AND day <= (SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)
GROUP BY day, facility_id, unit_uid
COMMENT 'Trips and passengers of each coach operator by day of departure, up to the as-of day. Chuyến xe và hành khách theo ngày';

CREATE VIEW IF NOT EXISTS business_versions ON CLUSTER '{cluster}'
(
    business_id String COMMENT 'Cơ sở kinh doanh có điều kiện về an ninh trật tự',
    valid_from Date COMMENT 'Có hiệu lực từ ngày',
    valid_to Date COMMENT 'Đến hết ngày; 2149-06-06 = đến nay',
    kind LowCardinality(String) COMMENT 'Loại hình: pawnshop = cầm đồ, security-service = dịch vụ bảo vệ, bailiff-service = thừa phát lại, karaoke, massage, gaming = trò chơi có thưởng, other = khác',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính',
    readers UInt16 COMMENT 'Số đầu đọc thẻ căn cước đang dùng',
    readers_since Date COMMENT 'Ngày có đầu đọc đầu tiên, 1970-01-01 = không nêu',
    closed_on Date COMMENT 'Ngày ngừng kinh doanh, 1970-01-01 = đang hoạt động'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT business_id, valid_from,
    leadInFrame(valid_from - 1, 1, toDate('2149-06-06')) OVER (PARTITION BY business_id ORDER BY valid_from ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS valid_to,
    tupleElement(v, 'kind') AS kind, tupleElement(v, 'unit') AS unit_uid, tupleElement(v, 'readers') AS readers, tupleElement(v, 'readers_since') AS readers_since, tupleElement(v, 'closed_on') AS closed_on
FROM (SELECT business_id, valid_from, max(version) AS v FROM raw_businesses_v1 GROUP BY business_id, valid_from)
COMMENT 'Businesses that have to have an ID-card reader (model 16), a row a version. Cơ sở kinh doanh có điều kiện theo thời gian (mô hình 16)';

CREATE VIEW IF NOT EXISTS businesses ON CLUSTER '{cluster}'
(
    business_id String COMMENT 'Cơ sở kinh doanh có điều kiện về an ninh trật tự',
    valid_from Date COMMENT 'Có hiệu lực từ ngày',
    valid_to Date COMMENT 'Đến hết ngày; 2149-06-06 = đến nay',
    kind LowCardinality(String) COMMENT 'Loại hình: pawnshop = cầm đồ, security-service = dịch vụ bảo vệ, bailiff-service = thừa phát lại, karaoke, massage, gaming = trò chơi có thưởng, other = khác',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính',
    readers UInt16 COMMENT 'Số đầu đọc thẻ căn cước đang dùng',
    readers_since Date COMMENT 'Ngày có đầu đọc đầu tiên, 1970-01-01 = không nêu',
    closed_on Date COMMENT 'Ngày ngừng kinh doanh, 1970-01-01 = đang hoạt động'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT business_id, valid_from, valid_to, kind, unit_uid, readers, readers_since, closed_on
FROM business_versions
ORDER BY business_id, valid_from <= (SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1) DESC,
    if(valid_from <= (SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1), -toInt32(valid_from), toInt32(valid_from))
LIMIT 1 BY business_id
COMMENT 'Businesses that have to have an ID-card reader as they are on the as-of day, or from their first day on if that is still to come. Cơ sở kinh doanh có điều kiện hiện nay';

CREATE VIEW IF NOT EXISTS reader_coverage ON CLUSTER '{cluster}'
(
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính',
    kind LowCardinality(String) COMMENT 'Loại hình kinh doanh',
    businesses UInt64 COMMENT 'Số cơ sở đang hoạt động vào ngày tính',
    with_reader UInt64 COMMENT 'Trong đó có đầu đọc thẻ căn cước',
    readers UInt64 COMMENT 'Số đầu đọc của các cơ sở đó',
    coverage Float64 COMMENT 'Tỷ lệ cơ sở có đầu đọc, %'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH (SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1) AS today
SELECT unit_uid, kind, count() AS businesses, countIf(has_reader) AS with_reader, sumIf(b.readers, has_reader) AS readers, 100 * with_reader / businesses AS coverage
FROM (SELECT unit_uid, kind, readers, readers > 0 AND readers_since <= today AS has_reader FROM business_versions WHERE today BETWEEN valid_from AND valid_to AND (closed_on = toDate(0) OR closed_on > today)) AS b
GROUP BY unit_uid, kind
COMMENT 'Businesses in force on the as-of day, and those of them with an ID-card reader, by unit and kind. Độ phủ đầu đọc thẻ căn cước (mô hình 16)';

CREATE VIEW IF NOT EXISTS inspections ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Cơ sở được kiểm tra',
    ref String COMMENT 'Mã tham chiếu của cuộc kiểm tra',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở vào ngày kiểm tra',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính của cơ sở vào ngày kiểm tra',
    day Date COMMENT 'Ngày kiểm tra',
    inspected_by LowCardinality(String) COMMENT 'Cơ quan hoặc đơn vị kiểm tra',
    guests_found UInt32 COMMENT 'Số khách có mặt',
    unreported UInt32 COMMENT 'Trong đó chưa thông báo lưu trú',
    bucket LowCardinality(String) COMMENT 'Mức chưa thông báo: 0, 1-3, 4-8, 9+ (Nghị định 282/2025)',
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Lần đầu hệ thống nhận',
    event_id UUID COMMENT 'Sự kiện có hiệu lực'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH found AS
(
    SELECT facility_id, ref, min(first_recorded_at) AS first_at, max(told) AS t, tupleElement(t, 'day') AS day FROM raw_inspections_v1 GROUP BY facility_id, ref HAVING NOT tupleElement(t, 'withdrawn')
)
SELECT
    found.facility_id AS facility_id, ref, tupleElement(held, 2) AS facility_kind, tupleElement(held, 3) AS unit_uid, day, tupleElement(t, 'inspected_by') AS inspected_by,
    tupleElement(t, 'guests_found') AS guests_found, tupleElement(t, 'unreported') AS unreported, multiIf(unreported = 0, '0', unreported < 4, '1-3', unreported < 9, '4-8', '9+') AS bucket,
    toTimeZone(first_at, 'Asia/Ho_Chi_Minh') AS recorded_at, tupleElement(t, 'i') AS event_id
FROM
(
    SELECT found.facility_id, ref, first_at, t, day, if(arrayExists(v -> v.1 <= day, versions), arrayLast(v -> v.1 <= day, versions), versions[1]) AS held
    FROM found
    LEFT JOIN (SELECT facility_id, arraySort(groupArray((valid_from, toString(facility_kind), toString(unit_uid)))) AS versions FROM facility_versions GROUP BY facility_id) AS f ON f.facility_id = found.facility_id
) AS found
COMMENT 'Inspections of facilities that were not withdrawn, a row each. Kiểm tra cơ sở';

CREATE VIEW IF NOT EXISTS outages ON CLUSTER '{cluster}'
(
    ref String COMMENT 'Mã tham chiếu của sự cố',
    scope LowCardinality(String) COMMENT 'Phạm vi: all = toàn địa bàn, unit = một đơn vị, facility = một cơ sở',
    target String COMMENT 'uid của đơn vị hoặc mã cơ sở, rỗng = toàn địa bàn',
    from_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Bắt đầu',
    until_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Kết thúc; 2299-12-31 = chưa kết thúc',
    cause LowCardinality(String) COMMENT 'Nguyên nhân: power = mất điện, network = mất mạng, software = phần mềm, central = hệ thống trung ương, other = khác',
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Lần đầu hệ thống nhận',
    event_id UUID COMMENT 'Sự kiện có hiệu lực'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT ref, tupleElement(t, 'scope') AS scope, tupleElement(t, 'target') AS target, toTimeZone(tupleElement(t, 'from_at'), 'Asia/Ho_Chi_Minh') AS from_at, toTimeZone(tupleElement(t, 'until_at'), 'Asia/Ho_Chi_Minh') AS until_at,
    tupleElement(t, 'cause') AS cause, toTimeZone(first_at, 'Asia/Ho_Chi_Minh') AS recorded_at, tupleElement(t, 'i') AS event_id
FROM (SELECT ref, min(first_recorded_at) AS first_at, max(told) AS t FROM raw_outages_v1 GROUP BY ref HAVING NOT tupleElement(t, 'withdrawn'))
COMMENT 'Times in which notices could not be sent, declared and not withdrawn. Sự cố làm gián đoạn việc thông báo lưu trú';

INSERT INTO schema_migrations VALUES ('0029_coaches_and_compliance.sql', 'c142beeaaa581c3229bae4452c1e9cd54f0f4c4f06fc451becc4d79a52ecce8c');
