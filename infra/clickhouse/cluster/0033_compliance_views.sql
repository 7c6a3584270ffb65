-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE VIEW IF NOT EXISTS compliance_daily_at ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Ngày',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở, rỗng = mọi loại',
    facilities Float64 COMMENT 'Cơ sở phải thông báo lưu trú, đang hoạt động',
    with_account Float64 COMMENT 'Trong đó có tài khoản: đã từng có tin, hoặc có khóa chưa thu hồi',
    reporting Float64 COMMENT 'Trong đó có khai báo trong 7 ngày tính đến ngày đó',
    silent Float64 COMMENT 'Trong đó không có tin trong 7 ngày',
    no_guests Float64 COMMENT 'Cơ sở báo không có khách ngày đó và không có khách đến',
    stays Float64 COMMENT 'Lượt khai báo có ngày đến là ngày đó',
    on_time Float64 COMMENT 'Trong đó thông báo và đến hệ thống trước hạn',
    late Float64 COMMENT 'Khai muộn: thông báo từ hạn trở đi',
    synced_late Float64 COMMENT 'Thông báo đúng hạn nhưng đến hệ thống sau hạn',
    excused Float64 COMMENT 'Khai muộn do sự cố: hạn nằm trong sự cố, thông báo trong 24 giờ sau khi hết sự cố',
    delay_p50_s Float64 COMMENT 'Trung vị độ trễ từ lúc đến tới lúc thông báo, giây; NaN = không có lượt',
    delay_p90_s Float64 COMMENT 'Bách phân vị 90 của độ trễ, giây',
    typed Float64 COMMENT 'Số lượt nhập tay',
    qr Float64 COMMENT 'Số lượt đọc mã QR',
    mrz Float64 COMMENT 'Số lượt đọc dòng MRZ',
    nfc Float64 COMMENT 'Số lượt đọc chip NFC',
    file Float64 COMMENT 'Số lượt từ tệp',
    other_captured Float64 COMMENT 'Số lượt đọc cách khác hoặc không rõ',
    over_30 Float64 COMMENT 'Khách nghỉ đêm đã ở từ 30 ngày trở lên: phải đăng ký tạm trú',
    conflicts UInt64 COMMENT 'Số người được khai nghỉ đêm đó ở nhiều cơ sở',
    received Float64 COMMENT 'Số bản ghi nhận trong ngày',
    rejected Float64 COMMENT 'Trong đó bị từ chối',
    invalid_documents Float64 COMMENT 'Số lỗi giấy tờ trong các bản ghi nhận trong ngày',
    inspections Float64 COMMENT 'Số cuộc kiểm tra',
    unreported_1_3 Float64 COMMENT 'Cuộc kiểm tra phát hiện 1–3 người chưa thông báo',
    unreported_4_8 Float64 COMMENT 'Phát hiện 4–8 người',
    unreported_9 Float64 COMMENT 'Phát hiện từ 9 người',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới'
)
AS
WITH
    if({boundary:String} = '', toDate(0), toDate(parseDateTime64BestEffort(if({boundary:String} = '', '2000-01-01', {boundary:String}), 3, 'Asia/Ho_Chi_Minh'))) AS given,
    (
        SELECT mapFromArrays(groupArray(key), groupArray(parts))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place, share, exact, boundary_from, boundary_to)) AS parts FROM place_shares GROUP BY key)
    ) AS shares,
    assumeNotNull((SELECT groupArray((scope, target, toUInt32(toUnixTimestamp(from_at)), if(until_at >= toDateTime64('2299-01-01 00:00:00', 3, 'UTC'), 0, toUInt32(toUnixTimestamp(until_at))))) FROM outages)) AS breaks,
    by_facility AS
    (
        SELECT d.day AS day, d.facility_id AS facility_id, d.unit_uid AS unit_uid, d.facility_kind AS facility_kind, d.in_force AS in_force, h.facility_id != '' AS reports,
            d.in_force AND a.facility_id != '' AND (d.day >= a.first_heard OR arrayExists(k -> k.1 <= d.day AND k.2 > d.day, a.keys)) AS has_account, e.facility_id != '' AND f.stays = 0 AS empty_day,
            f.stays AS stays, f.late AS late, f.synced_late AS synced_late, f.delays AS delays, f.captured AS captured, f.over_30 AS over_30,
            arrayCount((due, told) -> arrayExists(o -> (o.1 = 'all' OR (o.1 = 'unit' AND o.2 = d.unit_uid) OR (o.1 = 'facility' AND o.2 = d.facility_id)) AND due >= o.3 AND (o.4 = 0 OR (due < o.4 AND told <= o.4 + 86400)), breaks), f.late_due, f.late_told) AS excused,
            c.persons AS persons, b.received AS received, b.rejected AS rejected, b.invalid_documents AS invalid_documents, i.found AS found
        FROM facility_days AS d
        LEFT JOIN (SELECT day, facility_id, stays, late, synced_late, delays, late_due, late_told, captured, over_30 FROM raw_facility_figures_v1 FINAL) AS f ON f.day = d.day AND f.facility_id = d.facility_id
        LEFT JOIN (SELECT DISTINCT day, facility_id FROM raw_heard_v1) AS h ON h.day = d.day AND h.facility_id = d.facility_id
        LEFT JOIN (SELECT DISTINCT day, facility_id FROM raw_facility_days_v1) AS e ON e.day = d.day AND e.facility_id = d.facility_id
        LEFT JOIN
        (
            SELECT facility_id, min(heard_on) AS first_heard, groupArrayIf(opened, opened.1 > toDate(0)) AS keys
            FROM
            (
                SELECT facility_id, min(day) AS heard_on, (toDate(0), toDate(0)) AS opened FROM raw_heard_v1 GROUP BY facility_id
                UNION ALL
                SELECT arrayJoin(facilities), toDate('2149-06-06'), (toDate(issued_at, 'Asia/Ho_Chi_Minh'), if(revoked_at >= toDateTime64('2149-01-01 00:00:00', 3, 'UTC'), toDate('2149-06-06'), toDate(revoked_at, 'Asia/Ho_Chi_Minh')))
                FROM raw_feed_keys_v1 FINAL WHERE issued_at < toDateTime64('2149-01-01 00:00:00', 3, 'UTC')
            )
            GROUP BY facility_id
        ) AS a ON a.facility_id = d.facility_id
        LEFT JOIN (SELECT night AS day, arrayJoin(facilities) AS facility_id, groupArray(person_key) AS persons FROM raw_conflict_nights_v1 FINAL GROUP BY day, facility_id) AS c ON c.day = d.day AND c.facility_id = d.facility_id
        LEFT JOIN
        (
            SELECT toDate(recorded_at, 'Asia/Ho_Chi_Minh') AS day, facility_id, sum(r.received) AS received, sum(r.rejected) AS rejected, sum(arraySum(mapValues(mapFilter((code, n) -> startsWith(code, 'document.'), codes)))) AS invalid_documents
            FROM raw_feed_batches_v1 AS r FINAL GROUP BY day, facility_id
        ) AS b ON b.day = d.day AND b.facility_id = d.facility_id
        LEFT JOIN (SELECT day, facility_id, groupArray(unreported) AS found FROM inspections GROUP BY day, facility_id) AS i ON i.day = d.day AND i.facility_id = d.facility_id
        WHERE d.facility_kind != 'coach'
    ),
    by_unit AS
    (
        SELECT day, unit_uid, facility_kind, countIf(in_force) AS facilities, countIf(has_account) AS with_account, countIf(in_force AND reports) AS reporting, countIf(in_force AND empty_day) AS no_guests,
            sum(f.stays) AS stays, sum(f.late) AS late, sum(f.synced_late) AS synced_late, sum(f.excused) AS excused, quantilesExactArrayState(0.5, 0.9)(f.delays) AS delays,
            sum(f.captured['typed']) AS typed, sum(f.captured['qr']) AS qr, sum(f.captured['mrz']) AS mrz, sum(f.captured['nfc']) AS nfc, sum(f.captured['file']) AS file, sum(arraySum(mapValues(f.captured))) AS all_captured,
            sum(f.over_30) AS over_30, groupArrayArray(f.persons) AS roaming, sum(f.received) AS received, sum(f.rejected) AS rejected, sum(f.invalid_documents) AS invalid_documents,
            sum(length(f.found)) AS inspections, sum(arrayCount(n -> n BETWEEN 1 AND 3, f.found)) AS unreported_1_3, sum(arrayCount(n -> n BETWEEN 4 AND 8, f.found)) AS unreported_4_8, sum(arrayCount(n -> n >= 9, f.found)) AS unreported_9
        FROM by_facility AS f
        GROUP BY day, unit_uid, facility_kind
    ),
    placed AS
    (
        SELECT day, facilities, with_account, reporting, no_guests, stays, late, synced_late, excused, typed, qr, mrz, nfc, file, all_captured, over_30, received, rejected, invalid_documents, inspections, unreported_1_3, unreported_4_8, unreported_9, delays, roaming, part
        FROM
        (
            SELECT day, facilities, with_account, reporting, no_guests, stays, late, synced_late, excused, typed, qr, mrz, nfc, file, all_captured, over_30, received, rejected, invalid_documents, inspections, unreported_1_3, unreported_4_8, unreported_9, delays, roaming, if(given = toDate(0), day, given) AS boundary_day,
                arrayFilter(p -> p.4 <= boundary_day AND p.5 >= boundary_day, shares[concat('unit ', unit_uid)]) AS unit_parts,
                arrayConcat(arrayMap(p -> ('unit', p.1, '', p.2, p.3), if(empty(unit_parts), [(CAST(unit_uid, 'String'), 1000000000, true, toDate32(0), toDate32(0))], unit_parts)), arrayMap(p -> ('area', p.1, '', p.2, p.3), shares[concat('area ', unit_uid)]), arrayMap(p -> ('unit', p.1, CAST(facility_kind, 'String'), p.2, p.3), if(empty(unit_parts), [(CAST(unit_uid, 'String'), 1000000000, true, toDate32(0), toDate32(0))], unit_parts)), arrayMap(p -> ('area', p.1, CAST(facility_kind, 'String'), p.2, p.3), shares[concat('area ', unit_uid)]), [('all', '', '', 1000000000, true), ('all', '', CAST(facility_kind, 'String'), 1000000000, true)]) AS parts
            FROM by_unit
        )
        ARRAY JOIN parts AS part
    ),
    cells AS
    (
        SELECT day, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, tupleElement(part, 3) AS kind,
            sum(q.facilities * tupleElement(part, 4)) AS facilities,
            sum(q.with_account * tupleElement(part, 4)) AS with_account,
            sum(q.reporting * tupleElement(part, 4)) AS reporting,
            sum(q.no_guests * tupleElement(part, 4)) AS no_guests,
            sum(q.stays * tupleElement(part, 4)) AS stays,
            sum(q.late * tupleElement(part, 4)) AS late,
            sum(q.synced_late * tupleElement(part, 4)) AS synced_late,
            sum(q.excused * tupleElement(part, 4)) AS excused,
            sum(q.typed * tupleElement(part, 4)) AS typed,
            sum(q.qr * tupleElement(part, 4)) AS qr,
            sum(q.mrz * tupleElement(part, 4)) AS mrz,
            sum(q.nfc * tupleElement(part, 4)) AS nfc,
            sum(q.file * tupleElement(part, 4)) AS file,
            sum(q.all_captured * tupleElement(part, 4)) AS all_captured,
            sum(q.over_30 * tupleElement(part, 4)) AS over_30,
            sum(q.received * tupleElement(part, 4)) AS received,
            sum(q.rejected * tupleElement(part, 4)) AS rejected,
            sum(q.invalid_documents * tupleElement(part, 4)) AS invalid_documents,
            sum(q.inspections * tupleElement(part, 4)) AS inspections,
            sum(q.unreported_1_3 * tupleElement(part, 4)) AS unreported_1_3,
            sum(q.unreported_4_8 * tupleElement(part, 4)) AS unreported_4_8,
            sum(q.unreported_9 * tupleElement(part, 4)) AS unreported_9,
            quantilesExactArrayMerge(0.5, 0.9)(q.delays) AS quantiles, uniqExactArray(roaming) AS conflicts,
            countIf(q.facilities + q.stays + q.over_30 + q.received + q.inspections + length(q.roaming) > 0 AND NOT tupleElement(part, 5)) = 0 AS exact, countIf(q.facilities + q.stays + q.over_30 + q.received + q.inspections + length(q.roaming) > 0) > 0 OR (place_kind = 'all' AND kind = '') AS stands
        FROM placed AS q
        GROUP BY day, place_kind, place, kind
        HAVING stands
    )
SELECT
    j.day AS day, j.place_kind AS place_kind, j.place AS place, if(n.place_vi = '', j.place, n.place_vi) AS place_vi, j.kind AS facility_kind,
    j.facilities / 1000000000 AS facilities, j.with_account / 1000000000 AS with_account, j.reporting / 1000000000 AS reporting, (j.facilities - j.reporting) / 1000000000 AS silent, j.no_guests / 1000000000 AS no_guests,
    j.stays / 1000000000 AS stays, (j.stays - j.late - j.synced_late) / 1000000000 AS on_time, j.late / 1000000000 AS late, j.synced_late / 1000000000 AS synced_late, j.excused / 1000000000 AS excused,
    if(j.stays = 0, nan, toFloat64(j.quantiles[1])) AS delay_p50_s, if(j.stays = 0, nan, toFloat64(j.quantiles[2])) AS delay_p90_s,
    j.typed / 1000000000 AS typed, j.qr / 1000000000 AS qr, j.mrz / 1000000000 AS mrz, j.nfc / 1000000000 AS nfc, j.file / 1000000000 AS file, (j.all_captured - j.typed - j.qr - j.mrz - j.nfc - j.file) / 1000000000 AS other_captured,
    j.over_30 / 1000000000 AS over_30, j.conflicts AS conflicts, j.received / 1000000000 AS received, j.rejected / 1000000000 AS rejected, j.invalid_documents / 1000000000 AS invalid_documents,
    j.inspections / 1000000000 AS inspections, j.unreported_1_3 / 1000000000 AS unreported_1_3, j.unreported_4_8 / 1000000000 AS unreported_4_8, j.unreported_9 / 1000000000 AS unreported_9, toUInt8(j.exact) AS exact
FROM cells AS j LEFT JOIN place_names AS n ON n.place_kind = j.place_kind AND n.place = j.place
COMMENT 'The view compliance_daily on the boundaries of a day: SELECT * FROM compliance_daily_at(boundary = ...); an empty boundary is the boundaries of each day itself. Chấp hành thông báo lưu trú theo ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS compliance_daily ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Ngày',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở, rỗng = mọi loại',
    facilities Float64 COMMENT 'Cơ sở phải thông báo lưu trú, đang hoạt động',
    with_account Float64 COMMENT 'Trong đó có tài khoản: đã từng có tin, hoặc có khóa chưa thu hồi',
    reporting Float64 COMMENT 'Trong đó có khai báo trong 7 ngày tính đến ngày đó',
    silent Float64 COMMENT 'Trong đó không có tin trong 7 ngày',
    no_guests Float64 COMMENT 'Cơ sở báo không có khách ngày đó và không có khách đến',
    stays Float64 COMMENT 'Lượt khai báo có ngày đến là ngày đó',
    on_time Float64 COMMENT 'Trong đó thông báo và đến hệ thống trước hạn',
    late Float64 COMMENT 'Khai muộn: thông báo từ hạn trở đi',
    synced_late Float64 COMMENT 'Thông báo đúng hạn nhưng đến hệ thống sau hạn',
    excused Float64 COMMENT 'Khai muộn do sự cố: hạn nằm trong sự cố, thông báo trong 24 giờ sau khi hết sự cố',
    delay_p50_s Float64 COMMENT 'Trung vị độ trễ từ lúc đến tới lúc thông báo, giây; NaN = không có lượt',
    delay_p90_s Float64 COMMENT 'Bách phân vị 90 của độ trễ, giây',
    typed Float64 COMMENT 'Số lượt nhập tay',
    qr Float64 COMMENT 'Số lượt đọc mã QR',
    mrz Float64 COMMENT 'Số lượt đọc dòng MRZ',
    nfc Float64 COMMENT 'Số lượt đọc chip NFC',
    file Float64 COMMENT 'Số lượt từ tệp',
    other_captured Float64 COMMENT 'Số lượt đọc cách khác hoặc không rõ',
    over_30 Float64 COMMENT 'Khách nghỉ đêm đã ở từ 30 ngày trở lên: phải đăng ký tạm trú',
    conflicts UInt64 COMMENT 'Số người được khai nghỉ đêm đó ở nhiều cơ sở',
    received Float64 COMMENT 'Số bản ghi nhận trong ngày',
    rejected Float64 COMMENT 'Trong đó bị từ chối',
    invalid_documents Float64 COMMENT 'Số lỗi giấy tờ trong các bản ghi nhận trong ngày',
    inspections Float64 COMMENT 'Số cuộc kiểm tra',
    unreported_1_3 Float64 COMMENT 'Cuộc kiểm tra phát hiện 1–3 người chưa thông báo',
    unreported_4_8 Float64 COMMENT 'Phát hiện 4–8 người',
    unreported_9 Float64 COMMENT 'Phát hiện từ 9 người',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới'
)
AS
SELECT * FROM da06.compliance_daily_at(boundary = '')
COMMENT 'Whether facilities report, in time and truly, each day, by place and kind of facility: figures of duty for the police, nothing is left out. Chấp hành thông báo lưu trú theo ngày (mô hình 9–12)';

CREATE VIEW IF NOT EXISTS compliance_delays ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Ngày đến',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở vào ngày đó',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính của cơ sở vào ngày đó',
    bucket LowCardinality(String) COMMENT 'Số giờ từ lúc đến tới lúc thông báo: 0-1, 1-2, 2-4, 4-8, 8-12, 12-24, 24-48, 48+; không tính giờ cuối',
    stays UInt64 COMMENT 'Số lượt'
)
AS
SELECT day, facility_kind, unit_uid, tupleElement(b, 1) AS bucket, sum(tupleElement(b, 2)) AS stays
FROM
(
    SELECT d.day AS day, d.facility_kind AS facility_kind, d.unit_uid AS unit_uid,
        arrayJoin(arrayFilter(x -> x.2 > 0, arrayMap((name, low, high) -> (name, arrayCount(s -> s >= low AND s < high, f.delays)),
            ['0-1', '1-2', '2-4', '4-8', '8-12', '12-24', '24-48', '48+'], [-2147483648, 3600, 7200, 14400, 28800, 43200, 86400, 172800], [3600, 7200, 14400, 28800, 43200, 86400, 172800, 2147483647]))) AS b
    FROM facility_days AS d
    INNER JOIN (SELECT day, facility_id, delays FROM raw_facility_figures_v1 FINAL) AS f ON f.day = d.day AND f.facility_id = d.facility_id
    WHERE d.facility_kind != 'coach'
)
GROUP BY day, facility_kind, unit_uid, bucket
COMMENT 'How long after arrival stays are told, by kind and unit: the curve of delays. Phân bố độ trễ thông báo';

INSERT INTO schema_migrations VALUES ('0033_compliance_views.sql', '5b3fcfd3179c1252c753171b83db2a61a2f4b6a3e2609928cbe20c01449dff1e');
