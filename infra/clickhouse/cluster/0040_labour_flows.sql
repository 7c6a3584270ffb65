-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE VIEW IF NOT EXISTS labour_change_at ON CLUSTER '{cluster}'
(
    month Date COMMENT 'Tháng, ngày đầu tháng',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    entered Float64 COMMENT 'Số người vào sổ lao động trong tháng, hoặc chuyển đến từ nơi khác; NaN = che',
    left Float64 COMMENT 'Số người rời sổ trong tháng, hoặc chuyển sang nơi khác; NaN = che',
    hired Float64 COMMENT 'Số người trong sổ từ chưa có việc hoặc không tham gia thành có việc; NaN = che',
    lost Float64 COMMENT 'Số người trong sổ từ có việc thành chưa có việc; NaN = che',
    closed UInt8 COMMENT '1 = tháng đã kết thúc',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    suppressed UInt8 COMMENT '1 = có số bị che: dưới 5 người, hoặc số kế tiếp để không suy ra được số như vậy',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    (
        SELECT
        (
            mapFromArrays(groupArray(uid), groupArray(arrayMap(p -> ('unit', p.unit, toInt64(round(p.weight * 1000000000)), p.exact), projections_then))),
            mapFromArrays(groupArray(uid), groupArray(arrayMap(a -> ('area', a.area, toInt64(round(a.weight * 1000000000)), a.exact), d.areas))),
            groupArrayIf(uid, arrayExists(p -> p.unit = uid, projections_then)),
            groupArrayIf(uid, d.urban),
            mapFromArrays(groupArray(uid), groupArray(d.areaKm2)),
            arrayConcat([('all ', 'Toàn địa bàn')], groupArray((concat('unit ', uid), d.nameVi)), arrayReverseSort(groupUniqArrayArray(arrayMap(a -> (concat('area ', a.area), a.nameVi), d.areas))))
        )
        FROM
        (
            SELECT uid, JSONExtract(tupleElement(max(published), 'data'),
                'Tuple(nameVi String, urban Bool, areaKm2 Float64, projections Array(Tuple(`from` String, `to` String, unit String, weight Float64, exact Bool)), areas Array(Tuple(area String, nameVi String, weight Float64, exact Bool)))') AS d,
                arrayFilter(p -> p.1 <= toString(boundary_day) AND (p.2 = '' OR p.2 >= toString(boundary_day)), d.projections) AS projections_then
            FROM raw_units_v1 GROUP BY uid
        )
    ) AS units_told,
    tupleElement(units_told, 1) AS unit_shares, tupleElement(units_told, 2) AS area_shares, tupleElement(units_told, 3) AS units_then,
    mapFromArrays(tupleElement(tupleElement(units_told, 6), 1), tupleElement(tupleElement(units_told, 6), 2)) AS names,
    toRelativeMonthNum(day) AS last_month,
    5000000000 AS five,
    in_order AS
    (
        SELECT from_day, until_day, status, unit_uid, former_unit_uid,
            lagInFrame(until_day, 1, toDate32('1900-01-01')) OVER (PARTITION BY person ORDER BY from_day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) = from_day AS goes_on,
            leadInFrame(from_day, 1, toDate32('1900-01-01')) OVER (PARTITION BY person ORDER BY from_day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS next_from,
            lagInFrame(status) OVER (PARTITION BY person ORDER BY from_day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS status_before,
            lagInFrame(unit_uid) OVER (PARTITION BY person ORDER BY from_day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS unit_before,
            lagInFrame(former_unit_uid) OVER (PARTITION BY person ORDER BY from_day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS former_before
        FROM raw_worker_spells_v1 AS s FINAL
        WHERE known_from <= known_day AND known_until > known_day AND from_day <= day
    ),
    events AS
    (
        SELECT tupleElement(e, 1) AS event, toRelativeMonthNum(tupleElement(e, 2)) AS month, unit_uid, former_unit_uid, if(event = 'moved', unit_before, '') AS before, if(event = 'moved', former_before, '') AS before_former, toInt64(count()) AS persons
        FROM in_order
        ARRAY JOIN
        [
            (multiIf(NOT goes_on, 'entered', unit_uid != unit_before OR former_unit_uid != former_before, 'moved', ''), from_day),
            (multiIf(NOT goes_on, '', status = 'employed' AND status_before IN ('unemployed', 'inactive'), 'hired', status = 'unemployed' AND status_before = 'employed', 'lost', ''), from_day),
            (if(until_day <= day AND next_from != until_day, 'left', ''), until_day)
        ] AS e
        WHERE event != ''
        GROUP BY event, month, unit_uid, former_unit_uid, before, before_former
    ),
    sides AS
    (
        SELECT event, month, persons, (e.unit_uid, e.former_unit_uid, e.before, e.before_former) AS whole, tupleElement(side, 1) AS after, tupleElement(side, 2) AS unit_uid, tupleElement(side, 3) AS former_unit_uid
        FROM events AS e
        ARRAY JOIN if(e.before = '', [(true, e.unit_uid, e.former_unit_uid)], [(true, e.unit_uid, e.former_unit_uid), (false, e.before, e.before_former)]) AS side
    ),
    placed AS
    (
        SELECT event, month, persons, whole, after, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
            arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
        FROM sides
    ),
    gains AS
    (
        SELECT event, month, persons, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, sum(if(after, 1, -1) * tupleElement(part, 3)) AS gain, min(tupleElement(part, 4)) AS exact
        FROM placed
        GROUP BY event, month, persons, whole, place_kind, place
    ),
    flows AS
    (
        SELECT place_kind, place, month, multiIf(event != 'moved', event, gain > 0, 'entered', 'left') AS flow, sum(persons * abs(gain)) AS n, min(exact) AS all_exact
        FROM gains WHERE gain != 0
        GROUP BY place_kind, place, month, flow
    ),
    judged AS
    (
        SELECT place_kind, place, month, flow, n, all_exact, n < five AS small, countIf(small) OVER (PARTITION BY month, flow, place_kind) AS smalls, countIf(small AND place_kind = 'unit') OVER (PARTITION BY month, flow) AS small_units,
            minIf((n, place), n >= five) OVER (PARTITION BY month, flow, place_kind) AS next_one,
            small OR (place_kind = 'unit' AND smalls = 1 AND (n, place) = next_one) OR (place_kind = 'area' AND small_units > 0) AS hidden
        FROM flows
    ),
    told AS
    (
        SELECT place_kind, place, mapFromArrays(groupArray(concat(toString(month), flow)), groupArray((if(hidden, nan, n / 1000000000), hidden, all_exact))) AS figures, min(min(month)) OVER () AS first
        FROM judged
        GROUP BY place_kind, place
    ),
    dense AS
    (
        SELECT place_kind, place, makeDate(intDiv(of_month - 1, 12), (of_month - 1) % 12 + 1, 1) AS month_of,
            figures[concat(toString(of_month), 'entered')] AS came, figures[concat(toString(of_month), 'left')] AS went, figures[concat(toString(of_month), 'hired')] AS began, figures[concat(toString(of_month), 'lost')] AS stopped,
            arrayExists(flow -> mapContains(figures, concat(toString(of_month), flow)) AND NOT tupleElement(figures[concat(toString(of_month), flow)], 3), ['entered', 'left', 'hired', 'lost']) AS estimated
        FROM told ARRAY JOIN range(first, last_month + 1) AS of_month
    )
SELECT
    month_of AS month, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, tupleElement(came, 1) AS entered, tupleElement(went, 1) AS left, tupleElement(began, 1) AS hired, tupleElement(stopped, 1) AS lost,
    toUInt8(toLastDayOfMonth(month_of) <= day) AS closed, toUInt8(NOT estimated) AS exact, toUInt8(tupleElement(came, 2) OR tupleElement(went, 2) OR tupleElement(began, 2) OR tupleElement(stopped, 2)) AS suppressed, day AS as_of, boundary_day AS boundary
FROM dense
COMMENT 'The view labour_change as of a day, on the boundaries of a day, as known on a day: SELECT * FROM labour_change_at(as_of = ..., boundary = ..., known_at = ...); an empty as_of or known_at is the newest recorded day, an empty boundary the as-of day. Biến động lao động theo sổ tại một ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS labour_change ON CLUSTER '{cluster}'
(
    month Date COMMENT 'Tháng, ngày đầu tháng',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    entered Float64 COMMENT 'Số người vào sổ lao động trong tháng, hoặc chuyển đến từ nơi khác; NaN = che',
    left Float64 COMMENT 'Số người rời sổ trong tháng, hoặc chuyển sang nơi khác; NaN = che',
    hired Float64 COMMENT 'Số người trong sổ từ chưa có việc hoặc không tham gia thành có việc; NaN = che',
    lost Float64 COMMENT 'Số người trong sổ từ có việc thành chưa có việc; NaN = che',
    closed UInt8 COMMENT '1 = tháng đã kết thúc',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    suppressed UInt8 COMMENT '1 = có số bị che: dưới 5 người, hoặc số kế tiếp để không suy ra được số như vậy',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    newest_day AS day,
    newest_day AS boundary_day,
    newest_day AS known_day,
    (
        SELECT
        (
            mapFromArrays(groupArray(uid), groupArray(arrayMap(p -> ('unit', p.unit, toInt64(round(p.weight * 1000000000)), p.exact), projections_then))),
            mapFromArrays(groupArray(uid), groupArray(arrayMap(a -> ('area', a.area, toInt64(round(a.weight * 1000000000)), a.exact), d.areas))),
            groupArrayIf(uid, arrayExists(p -> p.unit = uid, projections_then)),
            groupArrayIf(uid, d.urban),
            mapFromArrays(groupArray(uid), groupArray(d.areaKm2)),
            arrayConcat([('all ', 'Toàn địa bàn')], groupArray((concat('unit ', uid), d.nameVi)), arrayReverseSort(groupUniqArrayArray(arrayMap(a -> (concat('area ', a.area), a.nameVi), d.areas))))
        )
        FROM
        (
            SELECT uid, JSONExtract(tupleElement(max(published), 'data'),
                'Tuple(nameVi String, urban Bool, areaKm2 Float64, projections Array(Tuple(`from` String, `to` String, unit String, weight Float64, exact Bool)), areas Array(Tuple(area String, nameVi String, weight Float64, exact Bool)))') AS d,
                arrayFilter(p -> p.1 <= toString(boundary_day) AND (p.2 = '' OR p.2 >= toString(boundary_day)), d.projections) AS projections_then
            FROM raw_units_v1 GROUP BY uid
        )
    ) AS units_told,
    tupleElement(units_told, 1) AS unit_shares, tupleElement(units_told, 2) AS area_shares, tupleElement(units_told, 3) AS units_then,
    mapFromArrays(tupleElement(tupleElement(units_told, 6), 1), tupleElement(tupleElement(units_told, 6), 2)) AS names,
    toRelativeMonthNum(day) AS last_month,
    5000000000 AS five,
    in_order AS
    (
        SELECT from_day, until_day, status, unit_uid, former_unit_uid,
            lagInFrame(until_day, 1, toDate32('1900-01-01')) OVER (PARTITION BY person ORDER BY from_day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) = from_day AS goes_on,
            leadInFrame(from_day, 1, toDate32('1900-01-01')) OVER (PARTITION BY person ORDER BY from_day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS next_from,
            lagInFrame(status) OVER (PARTITION BY person ORDER BY from_day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS status_before,
            lagInFrame(unit_uid) OVER (PARTITION BY person ORDER BY from_day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS unit_before,
            lagInFrame(former_unit_uid) OVER (PARTITION BY person ORDER BY from_day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS former_before
        FROM raw_worker_spells_v1 AS s FINAL
        WHERE known_from <= known_day AND known_until > known_day AND from_day <= day
    ),
    events AS
    (
        SELECT tupleElement(e, 1) AS event, toRelativeMonthNum(tupleElement(e, 2)) AS month, unit_uid, former_unit_uid, if(event = 'moved', unit_before, '') AS before, if(event = 'moved', former_before, '') AS before_former, toInt64(count()) AS persons
        FROM in_order
        ARRAY JOIN
        [
            (multiIf(NOT goes_on, 'entered', unit_uid != unit_before OR former_unit_uid != former_before, 'moved', ''), from_day),
            (multiIf(NOT goes_on, '', status = 'employed' AND status_before IN ('unemployed', 'inactive'), 'hired', status = 'unemployed' AND status_before = 'employed', 'lost', ''), from_day),
            (if(until_day <= day AND next_from != until_day, 'left', ''), until_day)
        ] AS e
        WHERE event != ''
        GROUP BY event, month, unit_uid, former_unit_uid, before, before_former
    ),
    sides AS
    (
        SELECT event, month, persons, (e.unit_uid, e.former_unit_uid, e.before, e.before_former) AS whole, tupleElement(side, 1) AS after, tupleElement(side, 2) AS unit_uid, tupleElement(side, 3) AS former_unit_uid
        FROM events AS e
        ARRAY JOIN if(e.before = '', [(true, e.unit_uid, e.former_unit_uid)], [(true, e.unit_uid, e.former_unit_uid), (false, e.before, e.before_former)]) AS side
    ),
    placed AS
    (
        SELECT event, month, persons, whole, after, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
            arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
        FROM sides
    ),
    gains AS
    (
        SELECT event, month, persons, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, sum(if(after, 1, -1) * tupleElement(part, 3)) AS gain, min(tupleElement(part, 4)) AS exact
        FROM placed
        GROUP BY event, month, persons, whole, place_kind, place
    ),
    flows AS
    (
        SELECT place_kind, place, month, multiIf(event != 'moved', event, gain > 0, 'entered', 'left') AS flow, sum(persons * abs(gain)) AS n, min(exact) AS all_exact
        FROM gains WHERE gain != 0
        GROUP BY place_kind, place, month, flow
    ),
    judged AS
    (
        SELECT place_kind, place, month, flow, n, all_exact, n < five AS small, countIf(small) OVER (PARTITION BY month, flow, place_kind) AS smalls, countIf(small AND place_kind = 'unit') OVER (PARTITION BY month, flow) AS small_units,
            minIf((n, place), n >= five) OVER (PARTITION BY month, flow, place_kind) AS next_one,
            small OR (place_kind = 'unit' AND smalls = 1 AND (n, place) = next_one) OR (place_kind = 'area' AND small_units > 0) AS hidden
        FROM flows
    ),
    told AS
    (
        SELECT place_kind, place, mapFromArrays(groupArray(concat(toString(month), flow)), groupArray((if(hidden, nan, n / 1000000000), hidden, all_exact))) AS figures, min(min(month)) OVER () AS first
        FROM judged
        GROUP BY place_kind, place
    ),
    dense AS
    (
        SELECT place_kind, place, makeDate(intDiv(of_month - 1, 12), (of_month - 1) % 12 + 1, 1) AS month_of,
            figures[concat(toString(of_month), 'entered')] AS came, figures[concat(toString(of_month), 'left')] AS went, figures[concat(toString(of_month), 'hired')] AS began, figures[concat(toString(of_month), 'lost')] AS stopped,
            arrayExists(flow -> mapContains(figures, concat(toString(of_month), flow)) AND NOT tupleElement(figures[concat(toString(of_month), flow)], 3), ['entered', 'left', 'hired', 'lost']) AS estimated
        FROM told ARRAY JOIN range(first, last_month + 1) AS of_month
    )
SELECT
    month_of AS month, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, tupleElement(came, 1) AS entered, tupleElement(went, 1) AS left, tupleElement(began, 1) AS hired, tupleElement(stopped, 1) AS lost,
    toUInt8(toLastDayOfMonth(month_of) <= day) AS closed, toUInt8(NOT estimated) AS exact, toUInt8(tupleElement(came, 2) OR tupleElement(went, 2) OR tupleElement(began, 2) OR tupleElement(stopped, 2)) AS suppressed, day AS as_of, boundary_day AS boundary
FROM dense
COMMENT 'Who came into the register of workers and left it, found work and lost it, a month, by place; a month is final once it is closed. Biến động lao động theo sổ';

CREATE VIEW IF NOT EXISTS housing_nights ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Ngày',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính của ngày đó, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị',
    facility_kind LowCardinality(String) COMMENT 'rental-house = nhà cho thuê, zone-housing = nhà ở khu công nghiệp, khu kinh tế, rỗng = cả hai',
    people Float64 COMMENT 'Số người lưu trú qua đêm từ ngày này sang ngày sau; NaN = che',
    arrivals Float64 COMMENT 'Trong đó đến trong đêm đó; NaN = che',
    facilities UInt64 COMMENT 'Cơ sở đang hoạt động ngày đó',
    reporting UInt64 COMMENT 'Trong đó có khai báo trong 7 ngày tính đến ngày đó',
    suppressed UInt8 COMMENT '1 = che: dưới 5 người, hoặc ô kế tiếp để không suy ra được ô như vậy'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    by_unit AS
    (
        SELECT d.day AS day, d.unit_uid AS unit_uid, d.facility_kind AS kind, countIf(d.in_force) AS facilities, countIf(d.in_force AND h.facility_id != '') AS reporting, sum(f.nights) AS people, sum(f.arrivals) AS arrivals
        FROM facility_days AS d
        LEFT JOIN (SELECT day, facility_id, nights, arrivals FROM raw_facility_figures_v1 FINAL) AS f ON f.day = d.day AND f.facility_id = d.facility_id
        LEFT JOIN (SELECT day, facility_id, max(raw_heard_v1.heard) AS heard FROM raw_heard_v1 GROUP BY day, facility_id) AS h ON h.day = d.day AND h.facility_id = d.facility_id
        WHERE d.facility_kind IN ('rental-house', 'zone-housing')
        GROUP BY day, unit_uid, kind
    ),
    cells AS
    (
        SELECT day, tupleElement(cell, 1) AS place_kind, tupleElement(cell, 2) AS place, tupleElement(cell, 3) AS kind, sum(u.facilities) AS facilities, sum(u.reporting) AS reporting, sum(u.people) AS people, sum(u.arrivals) AS arrivals
        FROM by_unit AS u
        ARRAY JOIN [('unit', CAST(unit_uid, 'String'), ''), ('all', '', CAST(u.kind, 'String')), ('all', '', '')] AS cell
        GROUP BY day, place_kind, place, kind
    ),
    sized AS (SELECT *, people > 0 AND people < 5 AS small, multiIf(place_kind = 'unit', 'unit', kind != '', 'kind', 'whole') AS in_table FROM cells),
    beside AS (SELECT *, countIf(small) OVER (PARTITION BY day, in_table) AS smalls, minIf((people, place, kind), people >= 5) OVER (PARTITION BY day, in_table) AS next_one FROM sized),
    judged AS (SELECT *, small OR (smalls = 1 AND (people, place, kind) = next_one) AS hidden FROM beside)
SELECT
    j.day AS day, j.place_kind AS place_kind, j.place AS place, if(n.place_vi = '', j.place, n.place_vi) AS place_vi, j.kind AS facility_kind, if(hidden, nan, toFloat64(j.people)) AS people, if(hidden, nan, toFloat64(j.arrivals)) AS arrivals,
    j.facilities AS facilities, j.reporting AS reporting, toUInt8(hidden) AS suppressed
FROM judged AS j LEFT JOIN place_names AS n ON n.place_kind = j.place_kind AND n.place = j.place
COMMENT 'People who stay the night in rental houses and in housing of zones (model 10), by unit, by kind, and of all; under 5 left out. Người lưu trú tại nhà cho thuê, nhà ở khu công nghiệp theo đêm';

INSERT INTO schema_migrations VALUES ('0040_labour_flows.sql', 'a2710160f5f61d95436d397ef959c03c74a5813f52c184b4422acc291dc467d9');
