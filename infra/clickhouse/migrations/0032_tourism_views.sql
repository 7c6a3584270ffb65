CREATE VIEW IF NOT EXISTS tourism_daily_at
(
    day Date COMMENT 'Ngày',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở, rỗng = mọi loại',
    arrivals Float64 COMMENT 'Lượt khách du lịch phục vụ: nghỉ đêm và trong ngày; NaN = che',
    overnight_arrivals Float64 COMMENT 'Lượt khách nghỉ đêm, tính vào ngày của đêm đầu; lưu trú cách nhau dưới 24 giờ là một lượt',
    day_guests Float64 COMMENT 'Lượt khách trong ngày, không nghỉ đêm',
    nights Float64 COMMENT 'Ngày khách: số lần qua nửa đêm giờ Việt Nam, tính vào ngày trước nửa đêm',
    international_arrivals Float64 COMMENT 'Lượt khách quốc tế: quốc tịch khác Việt Nam',
    international_nights Float64 COMMENT 'Ngày khách quốc tế',
    average_stay Float64 COMMENT 'Độ dài lưu trú bình quân: ngày khách chia lượt khách nghỉ đêm; NaN = không có lượt nghỉ đêm, hoặc che',
    facilities Float64 COMMENT 'Cơ sở lưu trú du lịch đang hoạt động ngày đó',
    heard Float64 COMMENT 'Trong đó có tin đúng ngày đó',
    suppressed UInt8 COMMENT '1 = che: ô có dưới 3 cơ sở, hoặc ô kế tiếp, hoặc vùng so sánh, để không suy ra được ô như vậy',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới'
)
AS
WITH
    if({boundary:String} = '', toDate(0), toDate(parseDateTime64BestEffort(if({boundary:String} = '', '2000-01-01', {boundary:String}), 3, 'Asia/Ho_Chi_Minh'))) AS given,
    (
        SELECT tuple(mapFromArrays(groupArray(key), groupArray(parts)))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place, share, exact, boundary_from, boundary_to)) AS parts FROM place_shares GROUP BY key)
    ) AS shares,
    by_unit AS
    (
        SELECT d.day AS day, d.unit_uid AS unit_uid, d.facility_kind AS facility_kind, countIf(d.tourism AND d.in_force) AS facilities, countIf(d.tourism AND d.in_force AND h.heard) AS heard,
            sum(f.t_arrivals) AS overnight, sum(f.t_day_guests) AS by_day, sum(f.t_nights) AS nights, sum(f.ti_arrivals + f.ti_day_guests) AS foreign_arrivals, sum(f.ti_nights) AS foreign_nights
        FROM facility_days AS d
        LEFT JOIN (SELECT day, facility_id, t_arrivals, t_day_guests, t_nights, ti_arrivals, ti_day_guests, ti_nights FROM raw_facility_figures_v1 FINAL) AS f ON f.day = d.day AND f.facility_id = d.facility_id
        LEFT JOIN (SELECT day, facility_id, max(raw_heard_v1.heard) AS heard FROM raw_heard_v1 GROUP BY day, facility_id) AS h ON h.day = d.day AND h.facility_id = d.facility_id
        GROUP BY day, unit_uid, facility_kind
    ),
    placed AS
    (
        SELECT day, facilities, heard, overnight, by_day, nights, foreign_arrivals, foreign_nights, lies, part
        FROM
        (
            SELECT day, facilities, heard, overnight, by_day, nights, foreign_arrivals, foreign_nights, cityHash64(arraySort(arrayMap(p -> (p.1, p.2), tupleElement(shares, 1)[concat('area ', unit_uid)]))) AS lies, if(given = toDate(0), day, given) AS boundary_day,
                arrayFilter(p -> p.4 <= boundary_day AND p.5 >= boundary_day, tupleElement(shares, 1)[concat('unit ', unit_uid)]) AS unit_parts,
                arrayConcat(arrayMap(p -> ('unit', p.1, '', p.2, p.3), if(empty(unit_parts), [(CAST(unit_uid, 'String'), 1000000000, true, toDate32(0), toDate32(0))], unit_parts)), arrayMap(p -> ('area', p.1, '', p.2, p.3), tupleElement(shares, 1)[concat('area ', unit_uid)]), [('all', '', '', 1000000000, true), ('all', '', CAST(facility_kind, 'String'), 1000000000, true)]) AS parts
            FROM by_unit
        )
        ARRAY JOIN parts AS part
    ),
    cells AS
    (
        SELECT day, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, tupleElement(part, 3) AS kind,
            sum(q.facilities * tupleElement(part, 4)) AS facilities,
            sum(q.heard * tupleElement(part, 4)) AS heard,
            sum(q.overnight * tupleElement(part, 4)) AS overnight,
            sum(q.by_day * tupleElement(part, 4)) AS by_day,
            sum(q.nights * tupleElement(part, 4)) AS nights,
            sum(q.foreign_arrivals * tupleElement(part, 4)) AS foreign_arrivals,
            sum(q.foreign_nights * tupleElement(part, 4)) AS foreign_nights,
            countIf(q.facilities + q.overnight + q.by_day + q.nights > 0 AND NOT tupleElement(part, 5)) = 0 AS exact, countIf(q.facilities + q.overnight + q.by_day + q.nights > 0) > 0 OR (place_kind = 'all' AND kind = '') AS stands,
            minIf(q.lies, q.facilities > 0) AS lies_from, maxIf(if(tupleElement(part, 4) < 1000000000, 18446744073709551615, q.lies), q.facilities > 0) AS lies_to
        FROM placed AS q
        GROUP BY day, place_kind, place, kind
        HAVING stands
    ),
    sized AS (SELECT *, facilities > 0 AND facilities < 3000000000 AS small, multiIf(place_kind != 'all', place_kind, kind != '', 'kind', 'whole') AS in_table FROM cells),
    beside AS
    (
        SELECT *, countIf(small) OVER (PARTITION BY day, in_table) AS smalls, minIf((facilities, place, kind), facilities >= 3000000000) OVER (PARTITION BY day, in_table) AS next_one,
            small OR (smalls = 1 AND (facilities, place, kind) = next_one) AS few, few AND place_kind = 'unit' AS few_unit
        FROM sized
    ),
    -- An area beside the whole tells units that are left out unless they lie in it alike, each with all that it is made of (a part lies like nothing: the greatest number), or everything does.
    judged AS (SELECT *, few OR (place_kind = 'area' AND minIf(lies_from, few_unit) OVER (PARTITION BY day) != maxIf(lies_to, few_unit) OVER (PARTITION BY day) AND minIf(lies_from, in_table = 'whole') OVER (PARTITION BY day) != maxIf(lies_to, in_table = 'whole') OVER (PARTITION BY day)) AS hidden FROM beside)
SELECT
    j.day AS day, j.place_kind AS place_kind, j.place AS place, if(n.place_vi = '', j.place, n.place_vi) AS place_vi, j.kind AS facility_kind,
    if(hidden, nan, (j.overnight + j.by_day) / 1000000000) AS arrivals, if(hidden, nan, j.overnight / 1000000000) AS overnight_arrivals, if(hidden, nan, j.by_day / 1000000000) AS day_guests, if(hidden, nan, j.nights / 1000000000) AS nights,
    if(hidden, nan, j.foreign_arrivals / 1000000000) AS international_arrivals, if(hidden, nan, j.foreign_nights / 1000000000) AS international_nights,
    if(hidden OR j.overnight = 0, nan, j.nights / j.overnight) AS average_stay, j.facilities / 1000000000 AS facilities, j.heard / 1000000000 AS heard, toUInt8(hidden) AS suppressed, toUInt8(j.exact) AS exact
FROM judged AS j LEFT JOIN place_names AS n ON n.place_kind = j.place_kind AND n.place = j.place
SETTINGS optimize_and_compare_chain = 0
COMMENT 'The view tourism_daily on the boundaries of a day: SELECT * FROM tourism_daily_at(boundary = ...); an empty boundary is the boundaries of each day itself. Khách du lịch theo ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS tourism_daily
(
    day Date COMMENT 'Ngày',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở, rỗng = mọi loại',
    arrivals Float64 COMMENT 'Lượt khách du lịch phục vụ: nghỉ đêm và trong ngày; NaN = che',
    overnight_arrivals Float64 COMMENT 'Lượt khách nghỉ đêm, tính vào ngày của đêm đầu; lưu trú cách nhau dưới 24 giờ là một lượt',
    day_guests Float64 COMMENT 'Lượt khách trong ngày, không nghỉ đêm',
    nights Float64 COMMENT 'Ngày khách: số lần qua nửa đêm giờ Việt Nam, tính vào ngày trước nửa đêm',
    international_arrivals Float64 COMMENT 'Lượt khách quốc tế: quốc tịch khác Việt Nam',
    international_nights Float64 COMMENT 'Ngày khách quốc tế',
    average_stay Float64 COMMENT 'Độ dài lưu trú bình quân: ngày khách chia lượt khách nghỉ đêm; NaN = không có lượt nghỉ đêm, hoặc che',
    facilities Float64 COMMENT 'Cơ sở lưu trú du lịch đang hoạt động ngày đó',
    heard Float64 COMMENT 'Trong đó có tin đúng ngày đó',
    suppressed UInt8 COMMENT '1 = che: ô có dưới 3 cơ sở, hoặc ô kế tiếp, hoặc vùng so sánh, để không suy ra được ô như vậy',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới'
)
AS
WITH
    toDate(0) AS given,
    (
        SELECT tuple(mapFromArrays(groupArray(key), groupArray(parts)))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place, share, exact, boundary_from, boundary_to)) AS parts FROM place_shares GROUP BY key)
    ) AS shares,
    by_unit AS
    (
        SELECT d.day AS day, d.unit_uid AS unit_uid, d.facility_kind AS facility_kind, countIf(d.tourism AND d.in_force) AS facilities, countIf(d.tourism AND d.in_force AND h.heard) AS heard,
            sum(f.t_arrivals) AS overnight, sum(f.t_day_guests) AS by_day, sum(f.t_nights) AS nights, sum(f.ti_arrivals + f.ti_day_guests) AS foreign_arrivals, sum(f.ti_nights) AS foreign_nights
        FROM facility_days AS d
        LEFT JOIN (SELECT day, facility_id, t_arrivals, t_day_guests, t_nights, ti_arrivals, ti_day_guests, ti_nights FROM raw_facility_figures_v1 FINAL) AS f ON f.day = d.day AND f.facility_id = d.facility_id
        LEFT JOIN (SELECT day, facility_id, max(raw_heard_v1.heard) AS heard FROM raw_heard_v1 GROUP BY day, facility_id) AS h ON h.day = d.day AND h.facility_id = d.facility_id
        GROUP BY day, unit_uid, facility_kind
    ),
    placed AS
    (
        SELECT day, facilities, heard, overnight, by_day, nights, foreign_arrivals, foreign_nights, lies, part
        FROM
        (
            SELECT day, facilities, heard, overnight, by_day, nights, foreign_arrivals, foreign_nights, cityHash64(arraySort(arrayMap(p -> (p.1, p.2), tupleElement(shares, 1)[concat('area ', unit_uid)]))) AS lies, if(given = toDate(0), day, given) AS boundary_day,
                arrayFilter(p -> p.4 <= boundary_day AND p.5 >= boundary_day, tupleElement(shares, 1)[concat('unit ', unit_uid)]) AS unit_parts,
                arrayConcat(arrayMap(p -> ('unit', p.1, '', p.2, p.3), if(empty(unit_parts), [(CAST(unit_uid, 'String'), 1000000000, true, toDate32(0), toDate32(0))], unit_parts)), arrayMap(p -> ('area', p.1, '', p.2, p.3), tupleElement(shares, 1)[concat('area ', unit_uid)]), [('all', '', '', 1000000000, true), ('all', '', CAST(facility_kind, 'String'), 1000000000, true)]) AS parts
            FROM by_unit
        )
        ARRAY JOIN parts AS part
    ),
    cells AS
    (
        SELECT day, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, tupleElement(part, 3) AS kind,
            sum(q.facilities * tupleElement(part, 4)) AS facilities,
            sum(q.heard * tupleElement(part, 4)) AS heard,
            sum(q.overnight * tupleElement(part, 4)) AS overnight,
            sum(q.by_day * tupleElement(part, 4)) AS by_day,
            sum(q.nights * tupleElement(part, 4)) AS nights,
            sum(q.foreign_arrivals * tupleElement(part, 4)) AS foreign_arrivals,
            sum(q.foreign_nights * tupleElement(part, 4)) AS foreign_nights,
            countIf(q.facilities + q.overnight + q.by_day + q.nights > 0 AND NOT tupleElement(part, 5)) = 0 AS exact, countIf(q.facilities + q.overnight + q.by_day + q.nights > 0) > 0 OR (place_kind = 'all' AND kind = '') AS stands,
            minIf(q.lies, q.facilities > 0) AS lies_from, maxIf(if(tupleElement(part, 4) < 1000000000, 18446744073709551615, q.lies), q.facilities > 0) AS lies_to
        FROM placed AS q
        GROUP BY day, place_kind, place, kind
        HAVING stands
    ),
    sized AS (SELECT *, facilities > 0 AND facilities < 3000000000 AS small, multiIf(place_kind != 'all', place_kind, kind != '', 'kind', 'whole') AS in_table FROM cells),
    beside AS
    (
        SELECT *, countIf(small) OVER (PARTITION BY day, in_table) AS smalls, minIf((facilities, place, kind), facilities >= 3000000000) OVER (PARTITION BY day, in_table) AS next_one,
            small OR (smalls = 1 AND (facilities, place, kind) = next_one) AS few, few AND place_kind = 'unit' AS few_unit
        FROM sized
    ),
    -- An area beside the whole tells units that are left out unless they lie in it alike, each with all that it is made of (a part lies like nothing: the greatest number), or everything does.
    judged AS (SELECT *, few OR (place_kind = 'area' AND minIf(lies_from, few_unit) OVER (PARTITION BY day) != maxIf(lies_to, few_unit) OVER (PARTITION BY day) AND minIf(lies_from, in_table = 'whole') OVER (PARTITION BY day) != maxIf(lies_to, in_table = 'whole') OVER (PARTITION BY day)) AS hidden FROM beside)
SELECT
    j.day AS day, j.place_kind AS place_kind, j.place AS place, if(n.place_vi = '', j.place, n.place_vi) AS place_vi, j.kind AS facility_kind,
    if(hidden, nan, (j.overnight + j.by_day) / 1000000000) AS arrivals, if(hidden, nan, j.overnight / 1000000000) AS overnight_arrivals, if(hidden, nan, j.by_day / 1000000000) AS day_guests, if(hidden, nan, j.nights / 1000000000) AS nights,
    if(hidden, nan, j.foreign_arrivals / 1000000000) AS international_arrivals, if(hidden, nan, j.foreign_nights / 1000000000) AS international_nights,
    if(hidden OR j.overnight = 0, nan, j.nights / j.overnight) AS average_stay, j.facilities / 1000000000 AS facilities, j.heard / 1000000000 AS heard, toUInt8(hidden) AS suppressed, toUInt8(j.exact) AS exact
FROM judged AS j LEFT JOIN place_names AS n ON n.place_kind = j.place_kind AND n.place = j.place
SETTINGS optimize_and_compare_chain = 0
COMMENT 'Tourists of each day (dossier 5.3): by unit, by kind of facility, by comparable area, and of all; cells of one or two facilities are left out, and one more where a cell could be told by subtraction. Khách du lịch qua lưu trú theo ngày (mô hình 39)';

CREATE VIEW IF NOT EXISTS tourism_origin_at
(
    day Date COMMENT 'Ngày',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    dimension LowCardinality(String) COMMENT 'nationality = quốc tịch, province = tỉnh cư trú, purpose = lý do lưu trú',
    value LowCardinality(String) COMMENT 'Mã của giá trị, rỗng = không rõ',
    arrivals Float64 COMMENT 'Lượt khách du lịch: nghỉ đêm và trong ngày',
    overnight_arrivals Float64 COMMENT 'Lượt khách nghỉ đêm',
    nights Float64 COMMENT 'Ngày khách',
    day_guests Float64 COMMENT 'Lượt khách trong ngày',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới'
)
AS
WITH
    if({boundary:String} = '', toDate(0), toDate(parseDateTime64BestEffort(if({boundary:String} = '', '2000-01-01', {boundary:String}), 3, 'Asia/Ho_Chi_Minh'))) AS given,
    (
        SELECT tuple(mapFromArrays(groupArray(key), groupArray(parts)))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place, share, exact, boundary_from, boundary_to)) AS parts FROM place_shares GROUP BY key)
    ) AS shares,
    by_unit AS
    (
        SELECT day, unit_uid, dimension, value, sum(overnight) AS overnight, sum(nights) AS nights, sum(by_day) AS by_day
        FROM
        (
            SELECT f.day AS day, d.unit_uid AS unit_uid, f.dimension AS dimension, f.its_values AS its_values, f.its_arrivals AS its_arrivals, f.its_nights AS its_nights, f.its_day_guests AS its_day_guests
            FROM
            (
                SELECT day, facility_id, 'nationality' AS dimension, nationality_values AS its_values, nationality_arrivals AS its_arrivals, nationality_nights AS its_nights, nationality_day_guests AS its_day_guests FROM raw_facility_figures_v1 FINAL
                UNION ALL
                SELECT day, facility_id, 'province' AS dimension, province_values AS its_values, province_arrivals AS its_arrivals, province_nights AS its_nights, province_day_guests AS its_day_guests FROM raw_facility_figures_v1 FINAL
                UNION ALL
                SELECT day, facility_id, 'purpose' AS dimension, purpose_values AS its_values, purpose_arrivals AS its_arrivals, purpose_nights AS its_nights, purpose_day_guests AS its_day_guests FROM raw_facility_figures_v1 FINAL
            ) AS f
            INNER JOIN facility_days AS d ON f.day = d.day AND f.facility_id = d.facility_id
        )
        ARRAY JOIN its_values AS value, its_arrivals AS overnight, its_nights AS nights, its_day_guests AS by_day
        GROUP BY day, unit_uid, dimension, value
    ),
    housed AS
    (
        SELECT day, unit_uid, facilities, lies, part
        FROM
        (
            SELECT day, unit_uid, facilities, cityHash64(arraySort(arrayMap(p -> (p.1, p.2), tupleElement(shares, 1)[concat('area ', unit_uid)]))) AS lies, if(given = toDate(0), day, given) AS boundary_day,
                arrayFilter(p -> p.4 <= boundary_day AND p.5 >= boundary_day, tupleElement(shares, 1)[concat('unit ', unit_uid)]) AS unit_parts,
                arrayConcat(arrayMap(p -> ('unit', p.1, p.2, p.3), if(empty(unit_parts), [(CAST(unit_uid, 'String'), 1000000000, true, toDate32(0), toDate32(0))], unit_parts)), arrayMap(p -> ('area', p.1, p.2, p.3), tupleElement(shares, 1)[concat('area ', unit_uid)]), [('all', '', 1000000000, true)]) AS parts
            FROM (SELECT day, unit_uid, countIf(tourism AND in_force) AS facilities FROM facility_days GROUP BY day, unit_uid)
        )
        ARRAY JOIN parts AS part
    ),
    sized AS
    (
        SELECT day, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, groupArray((unit_uid, tupleElement(part, 3), tupleElement(part, 4))) AS its_units,
            sum(q.facilities * tupleElement(part, 3)) AS facilities, facilities > 0 AND facilities < 3000000000 AS small,
            minIf(q.lies, q.facilities > 0) AS lies_from, maxIf(if(tupleElement(part, 3) < 1000000000, 18446744073709551615, q.lies), q.facilities > 0) AS lies_to
        FROM housed AS q
        GROUP BY day, place_kind, place
    ),
    beside AS
    (
        SELECT *, countIf(small) OVER (PARTITION BY day, place_kind) AS smalls, minIf((facilities, place), facilities >= 3000000000) OVER (PARTITION BY day, place_kind) AS next_one,
            small OR (smalls = 1 AND (facilities, place) = next_one) AS few, few AND place_kind = 'unit' AS few_unit
        FROM sized
    ),
    -- An area beside the whole tells units that are left out unless they lie in it alike, each with all that it is made of (a part lies like nothing: the greatest number), or everything does.
    judged AS (SELECT *, few OR (place_kind = 'area' AND minIf(lies_from, few_unit) OVER (PARTITION BY day) != maxIf(lies_to, few_unit) OVER (PARTITION BY day) AND minIf(lies_from, place_kind = 'all') OVER (PARTITION BY day) != maxIf(lies_to, place_kind = 'all') OVER (PARTITION BY day)) AS hidden FROM beside),
    shown AS
    (
        SELECT s.day AS day, s.place_kind AS place_kind, s.place AS place, toLowCardinality(if(n.place_vi = '', s.place, n.place_vi)) AS place_vi, tupleElement(its_unit, 1) AS unit_uid, tupleElement(its_unit, 2) AS share, tupleElement(its_unit, 3) AS exact
        FROM (SELECT day, place_kind, place, arrayJoin(its_units) AS its_unit FROM judged WHERE NOT hidden) AS s
        LEFT JOIN place_names AS n ON n.place_kind = s.place_kind AND n.place = s.place
    )
SELECT
    s.day AS day, s.place_kind AS place_kind, s.place AS place, s.place_vi AS place_vi, u.dimension AS dimension, u.value AS value,
    sum((u.overnight + u.by_day) * s.share) / 1000000000 AS arrivals, sum(u.overnight * s.share) / 1000000000 AS overnight_arrivals, sum(u.nights * s.share) / 1000000000 AS nights, sum(u.by_day * s.share) / 1000000000 AS day_guests, toUInt8(min(s.exact)) AS exact
FROM by_unit AS u
INNER JOIN shown AS s ON s.day = u.day AND s.unit_uid = u.unit_uid
GROUP BY day, place_kind, place, place_vi, dimension, value
COMMENT 'The view tourism_origin on the boundaries of a day: SELECT * FROM tourism_origin_at(boundary = ...); an empty boundary is the boundaries of each day itself. Cơ cấu khách du lịch theo ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS tourism_origin
(
    day Date COMMENT 'Ngày',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    dimension LowCardinality(String) COMMENT 'nationality = quốc tịch, province = tỉnh cư trú, purpose = lý do lưu trú',
    value LowCardinality(String) COMMENT 'Mã của giá trị, rỗng = không rõ',
    arrivals Float64 COMMENT 'Lượt khách du lịch: nghỉ đêm và trong ngày',
    overnight_arrivals Float64 COMMENT 'Lượt khách nghỉ đêm',
    nights Float64 COMMENT 'Ngày khách',
    day_guests Float64 COMMENT 'Lượt khách trong ngày',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới'
)
AS
WITH
    toDate(0) AS given,
    (
        SELECT tuple(mapFromArrays(groupArray(key), groupArray(parts)))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place, share, exact, boundary_from, boundary_to)) AS parts FROM place_shares GROUP BY key)
    ) AS shares,
    by_unit AS
    (
        SELECT day, unit_uid, dimension, value, sum(overnight) AS overnight, sum(nights) AS nights, sum(by_day) AS by_day
        FROM
        (
            SELECT f.day AS day, d.unit_uid AS unit_uid, f.dimension AS dimension, f.its_values AS its_values, f.its_arrivals AS its_arrivals, f.its_nights AS its_nights, f.its_day_guests AS its_day_guests
            FROM
            (
                SELECT day, facility_id, 'nationality' AS dimension, nationality_values AS its_values, nationality_arrivals AS its_arrivals, nationality_nights AS its_nights, nationality_day_guests AS its_day_guests FROM raw_facility_figures_v1 FINAL
                UNION ALL
                SELECT day, facility_id, 'province' AS dimension, province_values AS its_values, province_arrivals AS its_arrivals, province_nights AS its_nights, province_day_guests AS its_day_guests FROM raw_facility_figures_v1 FINAL
                UNION ALL
                SELECT day, facility_id, 'purpose' AS dimension, purpose_values AS its_values, purpose_arrivals AS its_arrivals, purpose_nights AS its_nights, purpose_day_guests AS its_day_guests FROM raw_facility_figures_v1 FINAL
            ) AS f
            INNER JOIN facility_days AS d ON f.day = d.day AND f.facility_id = d.facility_id
        )
        ARRAY JOIN its_values AS value, its_arrivals AS overnight, its_nights AS nights, its_day_guests AS by_day
        GROUP BY day, unit_uid, dimension, value
    ),
    housed AS
    (
        SELECT day, unit_uid, facilities, lies, part
        FROM
        (
            SELECT day, unit_uid, facilities, cityHash64(arraySort(arrayMap(p -> (p.1, p.2), tupleElement(shares, 1)[concat('area ', unit_uid)]))) AS lies, if(given = toDate(0), day, given) AS boundary_day,
                arrayFilter(p -> p.4 <= boundary_day AND p.5 >= boundary_day, tupleElement(shares, 1)[concat('unit ', unit_uid)]) AS unit_parts,
                arrayConcat(arrayMap(p -> ('unit', p.1, p.2, p.3), if(empty(unit_parts), [(CAST(unit_uid, 'String'), 1000000000, true, toDate32(0), toDate32(0))], unit_parts)), arrayMap(p -> ('area', p.1, p.2, p.3), tupleElement(shares, 1)[concat('area ', unit_uid)]), [('all', '', 1000000000, true)]) AS parts
            FROM (SELECT day, unit_uid, countIf(tourism AND in_force) AS facilities FROM facility_days GROUP BY day, unit_uid)
        )
        ARRAY JOIN parts AS part
    ),
    sized AS
    (
        SELECT day, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, groupArray((unit_uid, tupleElement(part, 3), tupleElement(part, 4))) AS its_units,
            sum(q.facilities * tupleElement(part, 3)) AS facilities, facilities > 0 AND facilities < 3000000000 AS small,
            minIf(q.lies, q.facilities > 0) AS lies_from, maxIf(if(tupleElement(part, 3) < 1000000000, 18446744073709551615, q.lies), q.facilities > 0) AS lies_to
        FROM housed AS q
        GROUP BY day, place_kind, place
    ),
    beside AS
    (
        SELECT *, countIf(small) OVER (PARTITION BY day, place_kind) AS smalls, minIf((facilities, place), facilities >= 3000000000) OVER (PARTITION BY day, place_kind) AS next_one,
            small OR (smalls = 1 AND (facilities, place) = next_one) AS few, few AND place_kind = 'unit' AS few_unit
        FROM sized
    ),
    -- An area beside the whole tells units that are left out unless they lie in it alike, each with all that it is made of (a part lies like nothing: the greatest number), or everything does.
    judged AS (SELECT *, few OR (place_kind = 'area' AND minIf(lies_from, few_unit) OVER (PARTITION BY day) != maxIf(lies_to, few_unit) OVER (PARTITION BY day) AND minIf(lies_from, place_kind = 'all') OVER (PARTITION BY day) != maxIf(lies_to, place_kind = 'all') OVER (PARTITION BY day)) AS hidden FROM beside),
    shown AS
    (
        SELECT s.day AS day, s.place_kind AS place_kind, s.place AS place, toLowCardinality(if(n.place_vi = '', s.place, n.place_vi)) AS place_vi, tupleElement(its_unit, 1) AS unit_uid, tupleElement(its_unit, 2) AS share, tupleElement(its_unit, 3) AS exact
        FROM (SELECT day, place_kind, place, arrayJoin(its_units) AS its_unit FROM judged WHERE NOT hidden) AS s
        LEFT JOIN place_names AS n ON n.place_kind = s.place_kind AND n.place = s.place
    )
SELECT
    s.day AS day, s.place_kind AS place_kind, s.place AS place, s.place_vi AS place_vi, u.dimension AS dimension, u.value AS value,
    sum((u.overnight + u.by_day) * s.share) / 1000000000 AS arrivals, sum(u.overnight * s.share) / 1000000000 AS overnight_arrivals, sum(u.nights * s.share) / 1000000000 AS nights, sum(u.by_day * s.share) / 1000000000 AS day_guests, toUInt8(min(s.exact)) AS exact
FROM by_unit AS u
INNER JOIN shown AS s ON s.day = u.day AND s.unit_uid = u.unit_uid
GROUP BY day, place_kind, place, place_vi, dimension, value
COMMENT 'Of what nationality, from which province and for what purpose tourists of each day were, by unit, area, and of all; a place whose figures tourism_daily leaves out has no rows. Cơ cấu khách du lịch theo ngày';

CREATE VIEW IF NOT EXISTS occupancy_at
(
    day Date COMMENT 'Ngày',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở, rỗng = mọi loại',
    rooms_used Float64 COMMENT 'Số buồng có khách nghỉ đêm; NaN = che',
    rooms_reporting Float64 COMMENT 'Số buồng của cơ sở có khai báo trong 7 ngày',
    rooms_all Float64 COMMENT 'Số buồng của mọi cơ sở đang hoạt động',
    beds_used Float64 COMMENT 'Số khách nghỉ đêm; NaN = che',
    beds_reporting Float64 COMMENT 'Số giường của cơ sở có khai báo trong 7 ngày',
    beds_all Float64 COMMENT 'Số giường của mọi cơ sở đang hoạt động',
    room_occupancy_reporting Float64 COMMENT 'Công suất buồng của cơ sở có khai báo, %; chỉ tính cơ sở biết số buồng; NaN = không có buồng, hoặc che',
    room_occupancy_all Float64 COMMENT 'Công suất buồng trên mọi cơ sở, %',
    bed_occupancy_reporting Float64 COMMENT 'Công suất giường của cơ sở có khai báo, %; chỉ tính cơ sở biết số giường',
    bed_occupancy_all Float64 COMMENT 'Công suất giường trên mọi cơ sở, %',
    guests_without_room Float64 COMMENT 'Khách nghỉ đêm không khai buồng',
    over_capacity Float64 COMMENT 'Số cơ sở dùng quá số buồng của mình',
    facilities Float64 COMMENT 'Cơ sở lưu trú du lịch đang hoạt động ngày đó',
    reporting Float64 COMMENT 'Trong đó có khai báo trong 7 ngày tính đến ngày đó',
    suppressed UInt8 COMMENT '1 = che: ô có dưới 3 cơ sở, hoặc ô kế tiếp, hoặc vùng so sánh, để không suy ra được ô như vậy',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới'
)
AS
WITH
    if({boundary:String} = '', toDate(0), toDate(parseDateTime64BestEffort(if({boundary:String} = '', '2000-01-01', {boundary:String}), 3, 'Asia/Ho_Chi_Minh'))) AS given,
    (
        SELECT tuple(mapFromArrays(groupArray(key), groupArray(parts)))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place, share, exact, boundary_from, boundary_to)) AS parts FROM place_shares GROUP BY key)
    ) AS shares,
    by_unit AS
    (
        SELECT d.day AS day, d.unit_uid AS unit_uid, d.facility_kind AS facility_kind, countIf(d.in_force) AS facilities, countIf(d.in_force AND h.facility_id != '') AS reporting,
            sum(f.rooms_used) AS rooms_used, sumIf(f.rooms_used, d.in_force AND d.rooms > 0) AS rooms_used_known, sumIf(f.rooms_used, d.in_force AND d.rooms > 0 AND h.facility_id != '') AS rooms_used_reporting,
            sumIf(d.rooms, d.in_force AND h.facility_id != '') AS rooms_reporting, sumIf(d.rooms, d.in_force) AS rooms_all,
            sum(f.nights) AS beds_used, sumIf(f.nights, d.in_force AND d.beds > 0) AS beds_used_known, sumIf(f.nights, d.in_force AND d.beds > 0 AND h.facility_id != '') AS beds_used_reporting,
            sumIf(d.beds, d.in_force AND h.facility_id != '') AS beds_reporting, sumIf(d.beds, d.in_force) AS beds_all,
            sum(f.guests_without_room) AS without_room, countIf(d.in_force AND d.rooms > 0 AND f.rooms_used > d.rooms) AS over_capacity
        FROM facility_days AS d
        LEFT JOIN (SELECT day, facility_id, rooms_used, nights, guests_without_room FROM raw_facility_figures_v1 FINAL) AS f ON f.day = d.day AND f.facility_id = d.facility_id
        LEFT JOIN (SELECT day, facility_id, max(raw_heard_v1.heard) AS heard FROM raw_heard_v1 GROUP BY day, facility_id) AS h ON h.day = d.day AND h.facility_id = d.facility_id
        WHERE d.tourism
        GROUP BY day, unit_uid, facility_kind
    ),
    placed AS
    (
        SELECT day, facilities, reporting, rooms_used, rooms_used_known, rooms_used_reporting, rooms_reporting, rooms_all, beds_used, beds_used_known, beds_used_reporting, beds_reporting, beds_all, without_room, over_capacity, lies, part
        FROM
        (
            SELECT day, facilities, reporting, rooms_used, rooms_used_known, rooms_used_reporting, rooms_reporting, rooms_all, beds_used, beds_used_known, beds_used_reporting, beds_reporting, beds_all, without_room, over_capacity, cityHash64(arraySort(arrayMap(p -> (p.1, p.2), tupleElement(shares, 1)[concat('area ', unit_uid)]))) AS lies, if(given = toDate(0), day, given) AS boundary_day,
                arrayFilter(p -> p.4 <= boundary_day AND p.5 >= boundary_day, tupleElement(shares, 1)[concat('unit ', unit_uid)]) AS unit_parts,
                arrayConcat(arrayMap(p -> ('unit', p.1, '', p.2, p.3), if(empty(unit_parts), [(CAST(unit_uid, 'String'), 1000000000, true, toDate32(0), toDate32(0))], unit_parts)), arrayMap(p -> ('area', p.1, '', p.2, p.3), tupleElement(shares, 1)[concat('area ', unit_uid)]), [('all', '', '', 1000000000, true), ('all', '', CAST(facility_kind, 'String'), 1000000000, true)]) AS parts
            FROM by_unit
        )
        ARRAY JOIN parts AS part
    ),
    cells AS
    (
        SELECT day, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, tupleElement(part, 3) AS kind,
            sum(q.facilities * tupleElement(part, 4)) AS facilities,
            sum(q.reporting * tupleElement(part, 4)) AS reporting,
            sum(q.rooms_used * tupleElement(part, 4)) AS rooms_used,
            sum(q.rooms_used_known * tupleElement(part, 4)) AS rooms_used_known,
            sum(q.rooms_used_reporting * tupleElement(part, 4)) AS rooms_used_reporting,
            sum(q.rooms_reporting * tupleElement(part, 4)) AS rooms_reporting,
            sum(q.rooms_all * tupleElement(part, 4)) AS rooms_all,
            sum(q.beds_used * tupleElement(part, 4)) AS beds_used,
            sum(q.beds_used_known * tupleElement(part, 4)) AS beds_used_known,
            sum(q.beds_used_reporting * tupleElement(part, 4)) AS beds_used_reporting,
            sum(q.beds_reporting * tupleElement(part, 4)) AS beds_reporting,
            sum(q.beds_all * tupleElement(part, 4)) AS beds_all,
            sum(q.without_room * tupleElement(part, 4)) AS without_room,
            sum(q.over_capacity * tupleElement(part, 4)) AS over_capacity,
            countIf(q.facilities + q.beds_used > 0 AND NOT tupleElement(part, 5)) = 0 AS exact, countIf(q.facilities + q.beds_used > 0) > 0 OR (place_kind = 'all' AND kind = '') AS stands,
            minIf(q.lies, q.facilities > 0) AS lies_from, maxIf(if(tupleElement(part, 4) < 1000000000, 18446744073709551615, q.lies), q.facilities > 0) AS lies_to
        FROM placed AS q
        GROUP BY day, place_kind, place, kind
        HAVING stands
    ),
    sized AS (SELECT *, facilities > 0 AND facilities < 3000000000 AS small, multiIf(place_kind != 'all', place_kind, kind != '', 'kind', 'whole') AS in_table FROM cells),
    beside AS
    (
        SELECT *, countIf(small) OVER (PARTITION BY day, in_table) AS smalls, minIf((facilities, place, kind), facilities >= 3000000000) OVER (PARTITION BY day, in_table) AS next_one,
            small OR (smalls = 1 AND (facilities, place, kind) = next_one) AS few, few AND place_kind = 'unit' AS few_unit
        FROM sized
    ),
    -- An area beside the whole tells units that are left out unless they lie in it alike, each with all that it is made of (a part lies like nothing: the greatest number), or everything does.
    judged AS (SELECT *, few OR (place_kind = 'area' AND minIf(lies_from, few_unit) OVER (PARTITION BY day) != maxIf(lies_to, few_unit) OVER (PARTITION BY day) AND minIf(lies_from, in_table = 'whole') OVER (PARTITION BY day) != maxIf(lies_to, in_table = 'whole') OVER (PARTITION BY day)) AS hidden FROM beside)
SELECT
    j.day AS day, j.place_kind AS place_kind, j.place AS place, if(n.place_vi = '', j.place, n.place_vi) AS place_vi, j.kind AS facility_kind,
    if(hidden, nan, j.rooms_used / 1000000000) AS rooms_used, j.rooms_reporting / 1000000000 AS rooms_reporting, j.rooms_all / 1000000000 AS rooms_all, if(hidden, nan, j.beds_used / 1000000000) AS beds_used, j.beds_reporting / 1000000000 AS beds_reporting, j.beds_all / 1000000000 AS beds_all,
    if(hidden OR j.rooms_reporting = 0, nan, 100 * j.rooms_used_reporting / j.rooms_reporting) AS room_occupancy_reporting, if(hidden OR j.rooms_all = 0, nan, 100 * j.rooms_used_known / j.rooms_all) AS room_occupancy_all,
    if(hidden OR j.beds_reporting = 0, nan, 100 * j.beds_used_reporting / j.beds_reporting) AS bed_occupancy_reporting, if(hidden OR j.beds_all = 0, nan, 100 * j.beds_used_known / j.beds_all) AS bed_occupancy_all,
    if(hidden, nan, j.without_room / 1000000000) AS guests_without_room, if(hidden, nan, j.over_capacity / 1000000000) AS over_capacity, j.facilities / 1000000000 AS facilities, j.reporting / 1000000000 AS reporting, toUInt8(hidden) AS suppressed, toUInt8(j.exact) AS exact
FROM judged AS j LEFT JOIN place_names AS n ON n.place_kind = j.place_kind AND n.place = j.place
SETTINGS optimize_and_compare_chain = 0
COMMENT 'The view occupancy on the boundaries of a day: SELECT * FROM occupancy_at(boundary = ...); an empty boundary is the boundaries of each day itself. Công suất buồng, giường theo ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS occupancy
(
    day Date COMMENT 'Ngày',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở, rỗng = mọi loại',
    rooms_used Float64 COMMENT 'Số buồng có khách nghỉ đêm; NaN = che',
    rooms_reporting Float64 COMMENT 'Số buồng của cơ sở có khai báo trong 7 ngày',
    rooms_all Float64 COMMENT 'Số buồng của mọi cơ sở đang hoạt động',
    beds_used Float64 COMMENT 'Số khách nghỉ đêm; NaN = che',
    beds_reporting Float64 COMMENT 'Số giường của cơ sở có khai báo trong 7 ngày',
    beds_all Float64 COMMENT 'Số giường của mọi cơ sở đang hoạt động',
    room_occupancy_reporting Float64 COMMENT 'Công suất buồng của cơ sở có khai báo, %; chỉ tính cơ sở biết số buồng; NaN = không có buồng, hoặc che',
    room_occupancy_all Float64 COMMENT 'Công suất buồng trên mọi cơ sở, %',
    bed_occupancy_reporting Float64 COMMENT 'Công suất giường của cơ sở có khai báo, %; chỉ tính cơ sở biết số giường',
    bed_occupancy_all Float64 COMMENT 'Công suất giường trên mọi cơ sở, %',
    guests_without_room Float64 COMMENT 'Khách nghỉ đêm không khai buồng',
    over_capacity Float64 COMMENT 'Số cơ sở dùng quá số buồng của mình',
    facilities Float64 COMMENT 'Cơ sở lưu trú du lịch đang hoạt động ngày đó',
    reporting Float64 COMMENT 'Trong đó có khai báo trong 7 ngày tính đến ngày đó',
    suppressed UInt8 COMMENT '1 = che: ô có dưới 3 cơ sở, hoặc ô kế tiếp, hoặc vùng so sánh, để không suy ra được ô như vậy',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới'
)
AS
WITH
    toDate(0) AS given,
    (
        SELECT tuple(mapFromArrays(groupArray(key), groupArray(parts)))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place, share, exact, boundary_from, boundary_to)) AS parts FROM place_shares GROUP BY key)
    ) AS shares,
    by_unit AS
    (
        SELECT d.day AS day, d.unit_uid AS unit_uid, d.facility_kind AS facility_kind, countIf(d.in_force) AS facilities, countIf(d.in_force AND h.facility_id != '') AS reporting,
            sum(f.rooms_used) AS rooms_used, sumIf(f.rooms_used, d.in_force AND d.rooms > 0) AS rooms_used_known, sumIf(f.rooms_used, d.in_force AND d.rooms > 0 AND h.facility_id != '') AS rooms_used_reporting,
            sumIf(d.rooms, d.in_force AND h.facility_id != '') AS rooms_reporting, sumIf(d.rooms, d.in_force) AS rooms_all,
            sum(f.nights) AS beds_used, sumIf(f.nights, d.in_force AND d.beds > 0) AS beds_used_known, sumIf(f.nights, d.in_force AND d.beds > 0 AND h.facility_id != '') AS beds_used_reporting,
            sumIf(d.beds, d.in_force AND h.facility_id != '') AS beds_reporting, sumIf(d.beds, d.in_force) AS beds_all,
            sum(f.guests_without_room) AS without_room, countIf(d.in_force AND d.rooms > 0 AND f.rooms_used > d.rooms) AS over_capacity
        FROM facility_days AS d
        LEFT JOIN (SELECT day, facility_id, rooms_used, nights, guests_without_room FROM raw_facility_figures_v1 FINAL) AS f ON f.day = d.day AND f.facility_id = d.facility_id
        LEFT JOIN (SELECT day, facility_id, max(raw_heard_v1.heard) AS heard FROM raw_heard_v1 GROUP BY day, facility_id) AS h ON h.day = d.day AND h.facility_id = d.facility_id
        WHERE d.tourism
        GROUP BY day, unit_uid, facility_kind
    ),
    placed AS
    (
        SELECT day, facilities, reporting, rooms_used, rooms_used_known, rooms_used_reporting, rooms_reporting, rooms_all, beds_used, beds_used_known, beds_used_reporting, beds_reporting, beds_all, without_room, over_capacity, lies, part
        FROM
        (
            SELECT day, facilities, reporting, rooms_used, rooms_used_known, rooms_used_reporting, rooms_reporting, rooms_all, beds_used, beds_used_known, beds_used_reporting, beds_reporting, beds_all, without_room, over_capacity, cityHash64(arraySort(arrayMap(p -> (p.1, p.2), tupleElement(shares, 1)[concat('area ', unit_uid)]))) AS lies, if(given = toDate(0), day, given) AS boundary_day,
                arrayFilter(p -> p.4 <= boundary_day AND p.5 >= boundary_day, tupleElement(shares, 1)[concat('unit ', unit_uid)]) AS unit_parts,
                arrayConcat(arrayMap(p -> ('unit', p.1, '', p.2, p.3), if(empty(unit_parts), [(CAST(unit_uid, 'String'), 1000000000, true, toDate32(0), toDate32(0))], unit_parts)), arrayMap(p -> ('area', p.1, '', p.2, p.3), tupleElement(shares, 1)[concat('area ', unit_uid)]), [('all', '', '', 1000000000, true), ('all', '', CAST(facility_kind, 'String'), 1000000000, true)]) AS parts
            FROM by_unit
        )
        ARRAY JOIN parts AS part
    ),
    cells AS
    (
        SELECT day, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, tupleElement(part, 3) AS kind,
            sum(q.facilities * tupleElement(part, 4)) AS facilities,
            sum(q.reporting * tupleElement(part, 4)) AS reporting,
            sum(q.rooms_used * tupleElement(part, 4)) AS rooms_used,
            sum(q.rooms_used_known * tupleElement(part, 4)) AS rooms_used_known,
            sum(q.rooms_used_reporting * tupleElement(part, 4)) AS rooms_used_reporting,
            sum(q.rooms_reporting * tupleElement(part, 4)) AS rooms_reporting,
            sum(q.rooms_all * tupleElement(part, 4)) AS rooms_all,
            sum(q.beds_used * tupleElement(part, 4)) AS beds_used,
            sum(q.beds_used_known * tupleElement(part, 4)) AS beds_used_known,
            sum(q.beds_used_reporting * tupleElement(part, 4)) AS beds_used_reporting,
            sum(q.beds_reporting * tupleElement(part, 4)) AS beds_reporting,
            sum(q.beds_all * tupleElement(part, 4)) AS beds_all,
            sum(q.without_room * tupleElement(part, 4)) AS without_room,
            sum(q.over_capacity * tupleElement(part, 4)) AS over_capacity,
            countIf(q.facilities + q.beds_used > 0 AND NOT tupleElement(part, 5)) = 0 AS exact, countIf(q.facilities + q.beds_used > 0) > 0 OR (place_kind = 'all' AND kind = '') AS stands,
            minIf(q.lies, q.facilities > 0) AS lies_from, maxIf(if(tupleElement(part, 4) < 1000000000, 18446744073709551615, q.lies), q.facilities > 0) AS lies_to
        FROM placed AS q
        GROUP BY day, place_kind, place, kind
        HAVING stands
    ),
    sized AS (SELECT *, facilities > 0 AND facilities < 3000000000 AS small, multiIf(place_kind != 'all', place_kind, kind != '', 'kind', 'whole') AS in_table FROM cells),
    beside AS
    (
        SELECT *, countIf(small) OVER (PARTITION BY day, in_table) AS smalls, minIf((facilities, place, kind), facilities >= 3000000000) OVER (PARTITION BY day, in_table) AS next_one,
            small OR (smalls = 1 AND (facilities, place, kind) = next_one) AS few, few AND place_kind = 'unit' AS few_unit
        FROM sized
    ),
    -- An area beside the whole tells units that are left out unless they lie in it alike, each with all that it is made of (a part lies like nothing: the greatest number), or everything does.
    judged AS (SELECT *, few OR (place_kind = 'area' AND minIf(lies_from, few_unit) OVER (PARTITION BY day) != maxIf(lies_to, few_unit) OVER (PARTITION BY day) AND minIf(lies_from, in_table = 'whole') OVER (PARTITION BY day) != maxIf(lies_to, in_table = 'whole') OVER (PARTITION BY day)) AS hidden FROM beside)
SELECT
    j.day AS day, j.place_kind AS place_kind, j.place AS place, if(n.place_vi = '', j.place, n.place_vi) AS place_vi, j.kind AS facility_kind,
    if(hidden, nan, j.rooms_used / 1000000000) AS rooms_used, j.rooms_reporting / 1000000000 AS rooms_reporting, j.rooms_all / 1000000000 AS rooms_all, if(hidden, nan, j.beds_used / 1000000000) AS beds_used, j.beds_reporting / 1000000000 AS beds_reporting, j.beds_all / 1000000000 AS beds_all,
    if(hidden OR j.rooms_reporting = 0, nan, 100 * j.rooms_used_reporting / j.rooms_reporting) AS room_occupancy_reporting, if(hidden OR j.rooms_all = 0, nan, 100 * j.rooms_used_known / j.rooms_all) AS room_occupancy_all,
    if(hidden OR j.beds_reporting = 0, nan, 100 * j.beds_used_reporting / j.beds_reporting) AS bed_occupancy_reporting, if(hidden OR j.beds_all = 0, nan, 100 * j.beds_used_known / j.beds_all) AS bed_occupancy_all,
    if(hidden, nan, j.without_room / 1000000000) AS guests_without_room, if(hidden, nan, j.over_capacity / 1000000000) AS over_capacity, j.facilities / 1000000000 AS facilities, j.reporting / 1000000000 AS reporting, toUInt8(hidden) AS suppressed, toUInt8(j.exact) AS exact
FROM judged AS j LEFT JOIN place_names AS n ON n.place_kind = j.place_kind AND n.place = j.place
SETTINGS optimize_and_compare_chain = 0
COMMENT 'Rooms and beds in use each night at facilities for tourists, by the capacity of that day, against those that report and against all; left out as in tourism_daily. Công suất sử dụng buồng, giường (mô hình 39)';
