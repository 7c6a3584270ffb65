-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE VIEW IF NOT EXISTS raw_compliance_sets_v1 ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Ngày',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, all = toàn địa bàn',
    unit_uid String COMMENT 'Đơn vị của cơ sở vào ngày đó, rỗng = toàn địa bàn',
    kind String COMMENT 'Loại cơ sở, rỗng = mọi loại',
    figures Array(UInt64) COMMENT 'Các số đếm, theo thứ tự của các cột của compliance_daily',
    delays AggregateFunction(quantilesExactArray(0.5, 0.9), Array(Int32)) COMMENT 'Độ trễ từ lúc đến tới lúc thông báo, giây',
    roaming Array(String) COMMENT 'Người được khai nghỉ đêm đó ở nhiều cơ sở (bí danh)'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    breaks AS
    (
        SELECT toUInt32(toDate(from_at)) AS first_day, least(if(until_at >= toDateTime64('2299-01-01 00:00:00', 3, 'UTC'), 65535, toUInt32(toDate(until_at))), assumeNotNull((SELECT toUInt32(toDate(max(recorded_at), 'Asia/Ho_Chi_Minh')) FROM raw_progress_v1))) AS last_day,
            (toString(scope), target, toUInt32(toUnixTimestamp(from_at)), if(until_at >= toDateTime64('2299-01-01 00:00:00', 3, 'UTC'), 0, toUInt32(toUnixTimestamp(until_at)))) AS broken
        FROM outages
    )
SELECT d.day AS day, if(grouping(d.unit_uid) = 1, 'all', 'unit') AS place_kind, CAST(d.unit_uid, 'String') AS unit_uid, CAST(d.facility_kind, 'String') AS kind,
    sumForEach([
        toUInt64(d.in_force),
        d.in_force AND a.facility_id != '' AND (d.day >= a.first_heard OR arrayExists(k -> k.1 <= d.day AND k.2 > d.day, a.keys)),
        d.in_force AND r.heard,
        d.in_force AND (d.day, d.facility_id) IN (SELECT day, facility_id FROM raw_facility_days_v1) AND f.stays = 0,
        f.stays, f.late, f.synced_late,
        arrayCount((due, told) -> arrayExists(x -> (x.1 = 'all' OR (x.1 = 'unit' AND x.2 = d.unit_uid) OR (x.1 = 'facility' AND x.2 = d.facility_id)) AND due >= x.3 AND (x.4 = 0 OR (due < x.4 AND told <= x.4 + 86400)), o.near), f.late_due, f.late_told),
        f.captured['typed'], f.captured['qr'], f.captured['mrz'], f.captured['nfc'], f.captured['file'], arraySum(mapValues(f.captured)),
        f.over_30, h.received, h.rejected, h.invalid_documents,
        length(i.found), arrayCount(n -> n BETWEEN 1 AND 3, i.found), arrayCount(n -> n BETWEEN 4 AND 8, i.found), arrayCount(n -> n >= 9, i.found)
    ]) AS figures,
    quantilesExactArrayState(0.5, 0.9)(f.delays) AS delays, groupArrayArray(i.roaming) AS roaming
FROM facility_days AS d
LEFT ANY JOIN (SELECT day, facility_id, true AS heard FROM raw_heard_v1) AS r ON r.day = d.day AND r.facility_id = d.facility_id
LEFT JOIN (SELECT day, facility_id, stays, late, synced_late, delays, late_due, late_told, captured, over_30 FROM raw_facility_figures_v1 FINAL) AS f ON f.day = d.day AND f.facility_id = d.facility_id
LEFT JOIN
(
    SELECT toDate(recorded_at, 'Asia/Ho_Chi_Minh') AS day, facility_id, sum(b.received) AS received, sum(b.rejected) AS rejected, sum(arraySum(arrayMap((code, n) -> startsWith(code, 'document.') * n, mapKeys(codes), mapValues(codes)))) AS invalid_documents
    FROM raw_feed_batches_v1 AS b FINAL GROUP BY day, facility_id
) AS h ON h.day = d.day AND h.facility_id = d.facility_id
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
LEFT JOIN (SELECT toDate(arrayJoin(range(toUInt32(greatest(first_day, 3) - 3), toUInt32(last_day + 1)))) AS day, groupArray(broken) AS near FROM breaks GROUP BY day) AS o ON o.day = d.day
LEFT JOIN
(
    SELECT day, facility_id, groupArrayArray(persons) AS roaming, groupArrayArray(unreported) AS found
    FROM
    (
        SELECT night AS day, arrayJoin(facilities) AS facility_id, [person_key] AS persons, emptyArrayUInt32() AS unreported FROM raw_conflict_nights_v1 FINAL
        UNION ALL
        SELECT tupleElement(t, 'day'), facility_id, [], [tupleElement(t, 'unreported')] FROM (SELECT facility_id, max(told) AS t FROM raw_inspections_v1 GROUP BY facility_id, ref HAVING NOT tupleElement(t, 'withdrawn'))
    )
    GROUP BY day, facility_id
) AS i ON i.day = d.day AND i.facility_id = d.facility_id
WHERE d.facility_kind != 'coach'
GROUP BY GROUPING SETS ((d.day), (d.day, d.facility_kind), (d.day, d.unit_uid), (d.day, d.unit_uid, d.facility_kind))
COMMENT 'What facilities of a unit and kind come to each day, before they are placed on boundaries: compliance_daily and its twin read it. Số đếm chấp hành theo đơn vị và loại cơ sở, trước khi quy về địa giới';

DROP VIEW IF EXISTS compliance_daily_at ON CLUSTER '{cluster}';

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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    if({boundary:String} = '', toDate(0), toDate(parseDateTime64BestEffort(if({boundary:String} = '', '2000-01-01', {boundary:String}), 3, 'Asia/Ho_Chi_Minh'))) AS given,
    (
        SELECT tuple(mapFromArrays(groupArray(key), groupArray(parts)))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place, toUInt64(share), exact, boundary_from, boundary_to)) AS parts FROM place_shares WHERE given = toDate(0) OR (boundary_from <= given AND boundary_to >= given) GROUP BY key)
    ) AS shares,
    (SELECT tuple(mapFromArrays(groupArray(concat(place_kind, ' ', place)), groupArray(place_vi))) FROM place_names) AS names,
    (
        SELECT tuple(mapFromArrays(groupArray(key), groupArray(held)))
        FROM
        (
            SELECT concat(place_kind, ' ', tupleElement(part, 1)) AS key, groupArray((starts, ends, tupleElement(part, 4), tupleElement(part, 5))) AS held
            FROM
            (
                SELECT place_kind, unit_uid, starts, ends, tupleElement(shares, 1)[concat(place_kind, ' ', unit_uid)] AS parts
                FROM (SELECT CAST(unit_uid, 'String') AS unit_uid, min(if(valid_from = first_from, toDate(0), valid_from)) AS starts, max(valid_to) AS ends FROM (SELECT unit_uid, valid_from, valid_to, min(valid_from) OVER (PARTITION BY facility_id) AS first_from FROM facility_versions WHERE facility_kind != 'coach') GROUP BY unit_uid)
                ARRAY JOIN ['unit', 'area'] AS place_kind
            )
            ARRAY JOIN if(empty(parts), [(CAST(unit_uid, 'LowCardinality(String)'), toUInt64(1000000000), true, toDate32('1900-01-01'), toDate32('2299-12-31'))], parts) AS part
            GROUP BY key
            HAVING count() > 1
        )
    ) AS crowds,
    placed AS
    (
        SELECT day, tupleElement(part, 5) AS kind, figures, something, delays, quantiles, roaming, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, tupleElement(part, 3) AS share, tupleElement(part, 4) AS exact, arrayCount(h -> h.1 <= day AND h.2 >= day AND h.3 <= boundary_day AND h.4 >= boundary_day, tupleElement(crowds, 1)[concat(place_kind, ' ', place)]) AS units
        FROM
        (
            SELECT day, kind, figures, delays, finalizeAggregation(delays) AS quantiles, roaming, figures[1] + figures[5] + figures[15] + figures[16] + figures[19] + length(roaming) > 0 AS something,
                if(given = toDate(0), day, given) AS boundary_day,
                arrayFilter(p -> p.4 <= boundary_day AND p.5 >= boundary_day, tupleElement(shares, 1)[concat(place_kind, ' ', unit_uid)]) AS given_parts,
                arrayConcat(
                    if(empty(given_parts), [(place_kind, unit_uid, toUInt64(1000000000), true, kind)], arrayMap(p -> (place_kind, CAST(p.1, 'String'), p.2, p.3, kind), given_parts)),
                    if(place_kind = 'unit', arrayMap(p -> ('area', CAST(p.1, 'String'), p.2, p.3, kind), arrayFilter(p -> p.4 <= boundary_day AND p.5 >= boundary_day, tupleElement(shares, 1)[concat('area ', unit_uid)])), [])) AS parts
            FROM raw_compliance_sets_v1
        )
        ARRAY JOIN parts AS part
    ),
    cells AS
    (
        SELECT q.day AS day, q.place_kind AS place_kind, q.place AS place, q.kind AS kind,
            sumForEach(arrayMap(n -> n * q.share, q.figures)) AS m,
            if(max(q.units) < 2, any(q.quantiles), quantilesExactArrayMergeIf(0.5, 0.9)(q.delays, q.units > 1)) AS quantiles,
            uniqExactArray(q.roaming) AS conflicts,
            countIf(something AND NOT q.exact) = 0 AS exact, countIf(something) > 0 OR (place_kind = 'all' AND kind = '') AS stands
        FROM placed AS q
        GROUP BY day, place_kind, place, kind
        HAVING stands
    )
SELECT
    j.day AS day, j.place_kind AS place_kind, j.place AS place, if(tupleElement(names, 1)[concat(j.place_kind, ' ', j.place)] = '', j.place, tupleElement(names, 1)[concat(j.place_kind, ' ', j.place)]) AS place_vi, j.kind AS facility_kind,
    m[1] / 1000000000 AS facilities, m[2] / 1000000000 AS with_account, m[3] / 1000000000 AS reporting, (m[1] - m[3]) / 1000000000 AS silent, m[4] / 1000000000 AS no_guests,
    m[5] / 1000000000 AS stays, (m[5] - m[6] - m[7]) / 1000000000 AS on_time, m[6] / 1000000000 AS late, m[7] / 1000000000 AS synced_late, m[8] / 1000000000 AS excused,
    if(m[5] = 0, nan, toFloat64(j.quantiles[1])) AS delay_p50_s, if(m[5] = 0, nan, toFloat64(j.quantiles[2])) AS delay_p90_s,
    m[9] / 1000000000 AS typed, m[10] / 1000000000 AS qr, m[11] / 1000000000 AS mrz, m[12] / 1000000000 AS nfc, m[13] / 1000000000 AS file, (m[14] - m[9] - m[10] - m[11] - m[12] - m[13]) / 1000000000 AS other_captured,
    m[15] / 1000000000 AS over_30, j.conflicts AS conflicts, m[16] / 1000000000 AS received, m[17] / 1000000000 AS rejected, m[18] / 1000000000 AS invalid_documents,
    m[19] / 1000000000 AS inspections, m[20] / 1000000000 AS unreported_1_3, m[21] / 1000000000 AS unreported_4_8, m[22] / 1000000000 AS unreported_9, toUInt8(j.exact) AS exact
FROM cells AS j
SETTINGS optimize_and_compare_chain = 0
COMMENT 'The view compliance_daily on the boundaries of a day: SELECT * FROM compliance_daily_at(boundary = ...); an empty boundary is the boundaries of each day itself. Chấp hành thông báo lưu trú theo ngày, theo địa giới của một ngày';

DROP VIEW IF EXISTS compliance_daily ON CLUSTER '{cluster}';

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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    toDate(0) AS given,
    (
        SELECT tuple(mapFromArrays(groupArray(key), groupArray(parts)))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place, toUInt64(share), exact, boundary_from, boundary_to)) AS parts FROM place_shares WHERE given = toDate(0) OR (boundary_from <= given AND boundary_to >= given) GROUP BY key)
    ) AS shares,
    (SELECT tuple(mapFromArrays(groupArray(concat(place_kind, ' ', place)), groupArray(place_vi))) FROM place_names) AS names,
    (
        SELECT tuple(mapFromArrays(groupArray(key), groupArray(held)))
        FROM
        (
            SELECT concat(place_kind, ' ', tupleElement(part, 1)) AS key, groupArray((starts, ends, tupleElement(part, 4), tupleElement(part, 5))) AS held
            FROM
            (
                SELECT place_kind, unit_uid, starts, ends, tupleElement(shares, 1)[concat(place_kind, ' ', unit_uid)] AS parts
                FROM (SELECT CAST(unit_uid, 'String') AS unit_uid, min(if(valid_from = first_from, toDate(0), valid_from)) AS starts, max(valid_to) AS ends FROM (SELECT unit_uid, valid_from, valid_to, min(valid_from) OVER (PARTITION BY facility_id) AS first_from FROM facility_versions WHERE facility_kind != 'coach') GROUP BY unit_uid)
                ARRAY JOIN ['unit', 'area'] AS place_kind
            )
            ARRAY JOIN if(empty(parts), [(CAST(unit_uid, 'LowCardinality(String)'), toUInt64(1000000000), true, toDate32('1900-01-01'), toDate32('2299-12-31'))], parts) AS part
            GROUP BY key
            HAVING count() > 1
        )
    ) AS crowds,
    placed AS
    (
        SELECT day, tupleElement(part, 5) AS kind, figures, something, delays, quantiles, roaming, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, tupleElement(part, 3) AS share, tupleElement(part, 4) AS exact, arrayCount(h -> h.1 <= day AND h.2 >= day AND h.3 <= boundary_day AND h.4 >= boundary_day, tupleElement(crowds, 1)[concat(place_kind, ' ', place)]) AS units
        FROM
        (
            SELECT day, kind, figures, delays, finalizeAggregation(delays) AS quantiles, roaming, figures[1] + figures[5] + figures[15] + figures[16] + figures[19] + length(roaming) > 0 AS something,
                if(given = toDate(0), day, given) AS boundary_day,
                arrayFilter(p -> p.4 <= boundary_day AND p.5 >= boundary_day, tupleElement(shares, 1)[concat(place_kind, ' ', unit_uid)]) AS given_parts,
                arrayConcat(
                    if(empty(given_parts), [(place_kind, unit_uid, toUInt64(1000000000), true, kind)], arrayMap(p -> (place_kind, CAST(p.1, 'String'), p.2, p.3, kind), given_parts)),
                    if(place_kind = 'unit', arrayMap(p -> ('area', CAST(p.1, 'String'), p.2, p.3, kind), arrayFilter(p -> p.4 <= boundary_day AND p.5 >= boundary_day, tupleElement(shares, 1)[concat('area ', unit_uid)])), [])) AS parts
            FROM raw_compliance_sets_v1
        )
        ARRAY JOIN parts AS part
    ),
    cells AS
    (
        SELECT q.day AS day, q.place_kind AS place_kind, q.place AS place, q.kind AS kind,
            sumForEach(arrayMap(n -> n * q.share, q.figures)) AS m,
            if(max(q.units) < 2, any(q.quantiles), quantilesExactArrayMergeIf(0.5, 0.9)(q.delays, q.units > 1)) AS quantiles,
            uniqExactArray(q.roaming) AS conflicts,
            countIf(something AND NOT q.exact) = 0 AS exact, countIf(something) > 0 OR (place_kind = 'all' AND kind = '') AS stands
        FROM placed AS q
        GROUP BY day, place_kind, place, kind
        HAVING stands
    )
SELECT
    j.day AS day, j.place_kind AS place_kind, j.place AS place, if(tupleElement(names, 1)[concat(j.place_kind, ' ', j.place)] = '', j.place, tupleElement(names, 1)[concat(j.place_kind, ' ', j.place)]) AS place_vi, j.kind AS facility_kind,
    m[1] / 1000000000 AS facilities, m[2] / 1000000000 AS with_account, m[3] / 1000000000 AS reporting, (m[1] - m[3]) / 1000000000 AS silent, m[4] / 1000000000 AS no_guests,
    m[5] / 1000000000 AS stays, (m[5] - m[6] - m[7]) / 1000000000 AS on_time, m[6] / 1000000000 AS late, m[7] / 1000000000 AS synced_late, m[8] / 1000000000 AS excused,
    if(m[5] = 0, nan, toFloat64(j.quantiles[1])) AS delay_p50_s, if(m[5] = 0, nan, toFloat64(j.quantiles[2])) AS delay_p90_s,
    m[9] / 1000000000 AS typed, m[10] / 1000000000 AS qr, m[11] / 1000000000 AS mrz, m[12] / 1000000000 AS nfc, m[13] / 1000000000 AS file, (m[14] - m[9] - m[10] - m[11] - m[12] - m[13]) / 1000000000 AS other_captured,
    m[15] / 1000000000 AS over_30, j.conflicts AS conflicts, m[16] / 1000000000 AS received, m[17] / 1000000000 AS rejected, m[18] / 1000000000 AS invalid_documents,
    m[19] / 1000000000 AS inspections, m[20] / 1000000000 AS unreported_1_3, m[21] / 1000000000 AS unreported_4_8, m[22] / 1000000000 AS unreported_9, toUInt8(j.exact) AS exact
FROM cells AS j
SETTINGS optimize_and_compare_chain = 0
COMMENT 'Whether facilities report, in time and truly, each day, by place and kind of facility: figures of duty for the police, nothing is left out. Chấp hành thông báo lưu trú theo ngày (mô hình 9–12)';

INSERT INTO schema_migrations VALUES ('0041_compliance_sets.sql', '3c7923993b648241002002499d8abf48de32cfbeb700d8d570458981f55bdcc0');
