-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE VIEW IF NOT EXISTS place_shares ON CLUSTER '{cluster}'
(
    place_kind LowCardinality(String) COMMENT 'unit = theo địa giới của một ngày, area = vùng so sánh',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị của bản ghi',
    boundary_from Date32 COMMENT 'Ngày địa giới đầu tiên',
    boundary_to Date32 COMMENT 'Ngày địa giới cuối cùng',
    place LowCardinality(String) COMMENT 'Đơn vị hoặc vùng mà người của đơn vị được tính vào',
    share Int64 COMMENT 'Phần được tính, phần tỷ',
    exact Bool COMMENT 'Chính xác; sai = ước lượng'
)
AS
SELECT 'unit' AS place_kind, unit_uid, boundary_from, boundary_to, counted_unit_uid AS place, toInt64(round(weight * 1000000000)) AS share, exact FROM unit_projections
UNION ALL
SELECT 'area', unit_uid, toDate32('1900-01-01'), toDate32('2299-12-31'), area, toInt64(round(weight * 1000000000)), exact FROM unit_areas
COMMENT 'Where people of a unit are counted, on the boundaries of a day and in areas that stay comparable. Shares are whole billionths: their sums do not depend on the order of adding. Nơi tính số liệu của một đơn vị';

CREATE VIEW IF NOT EXISTS place_names ON CLUSTER '{cluster}'
(
    place_kind LowCardinality(String) COMMENT 'unit, area hoặc all',
    place LowCardinality(String) COMMENT 'uid, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên'
)
AS
SELECT 'unit' AS place_kind, uid AS place, name_vi AS place_vi FROM units
UNION ALL
SELECT 'area', area, max(area_vi) FROM unit_areas GROUP BY area
COMMENT 'Names of places of figures. Tên nơi của số liệu';

CREATE VIEW IF NOT EXISTS register_tables_at ON CLUSTER '{cluster}'
(
    status LowCardinality(String) COMMENT 'permanent, temporary, absent; workers',
    cube LowCardinality(String) COMMENT 'Khối số liệu',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    a String COMMENT 'Giá trị thứ nhất, rỗng = tất cả',
    b String COMMENT 'Giới tính, rỗng = tất cả',
    persons Float64 COMMENT 'Số người, NaN = che',
    exact UInt8 COMMENT '1 = không ước lượng',
    suppressed UInt8 COMMENT '1 = che',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    5000000000 AS five,
    (
        SELECT mapFromArrays(groupArray(key), groupArray(parts))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place_kind, place, share, exact)) AS parts FROM place_shares WHERE boundary_from <= boundary_day AND boundary_to >= boundary_day GROUP BY key)
    ) AS shares,
    (SELECT groupUniqArray(unit_uid) FROM place_shares WHERE place_kind = 'unit' AND unit_uid = place AND boundary_from <= boundary_day AND boundary_to >= boundary_day) AS units_then,
    (SELECT groupArray(uid) FROM units WHERE urban) AS urban_units,
    (
        WITH
            residents_then AS
            (
                SELECT if(track = 'absence', 'absent', track) AS status, unit_uid, former_unit_uid, sex, least(intDiv(greatest(toYear(day) - birth_year, 0), 5), 17) AS step, count() AS persons
                FROM raw_resident_spells_v1 FINAL
                WHERE {register:String} = 'residents' AND track != 'death' AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
                GROUP BY ALL
            ),
            workers_then AS
            (
                SELECT status, unit_uid, former_unit_uid, sex, position, substring(occupation, 1, 1) AS occupation_group, section_2018, section_2025, contract, social_insurance, training,
                    multiIf(unemployed_since > day, '', day < addMonths(unemployed_since, 3), 'under-3', day < addMonths(unemployed_since, 12), '3-12', 'over-12') AS duration
                FROM raw_worker_spells_v1 FINAL
                WHERE {register:String} = 'workers' AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
            ),
            people AS
            (
                SELECT status, 'age-sex' AS cube, if(step = 17, '85+', concat(leftPad(toString(step * 5), 2, '0'), '-', leftPad(toString(step * 5 + 4), 2, '0'))) AS a, sex AS b, unit_uid, former_unit_uid, persons FROM residents_then
                UNION ALL
                SELECT 'workers', tupleElement(v, 1) AS cube, if(tupleElement(v, 2) = '', 'unknown', tupleElement(v, 2)) AS a, sex, unit_uid, former_unit_uid, count()
                FROM workers_then
                ARRAY JOIN multiIf(
                    status = 'employed', [('status×sex', status), ('section-2018×sex', section_2018), ('section-2025×sex', section_2025), ('occupation×sex', occupation_group), ('position×sex', position), ('contract×sex', contract), ('insurance×sex', social_insurance), ('training×sex', training)],
                    status = 'unemployed', [('status×sex', status), ('duration×sex', duration)],
                    [('status×sex', status)]) AS v
                GROUP BY unit_uid, former_unit_uid, cube, a, sex
            ),
            at_home AS (SELECT status, cube, a, b, persons, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, if(former_unit_uid != '', former_unit_uid, unit_uid) AS lived_in FROM people),
    housed AS (SELECT status, cube, a, b, persons, home, shares[concat('unit ', home)] AS unit_parts, shares[concat('area ', lived_in)] AS area_parts FROM at_home),
    placed AS
    (
        SELECT status, cube, a, b, persons, arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_parts, [('all', '', 1000000000, true)])) AS part
        FROM housed
    ),
            counted AS
            (
                SELECT status, cube, a, b, tupleElement(part, 1) AS kind, tupleElement(part, 2) AS place, sum(persons * tupleElement(part, 3)) AS n, min(tupleElement(part, 4)) AS exact
                FROM placed
                GROUP BY status, cube, a, b, kind, place
            ),
            tabled AS
            (
                SELECT status, exact, arrayJoin(multiIf(
                    kind = 'unit' AND cube = 'age-sex', [('unit', 'sex', 'all', '', place, b, n), ('unit', 'age', 'all', '', place, a, n), ('zone', 'sex', 'all', '', if(has(urban_units, place), 'urban', 'rural'), b, n)],
                    kind = 'unit' AND cube = 'status×sex', [('unit', 'status', 'all', '', place, a, n)],
                    kind = 'unit', [],
                    cube = 'age-sex', [('age', 'sex', kind, place, a, b, n)],
                    [(substring(cube, 1, position(cube, '×') - 1), 'sex', kind, place, a, b, n)])) AS m
                FROM counted
                WHERE n > 0
            ),
            cells AS
            (
                SELECT status, tupleElement(m, 1) AS row_name, tupleElement(m, 2) AS column_name, tupleElement(m, 3) AS kind, tupleElement(m, 4) AS place, tupleElement(m, 5) AS r, tupleElement(m, 6) AS c, sum(tupleElement(m, 7)) AS n, min(exact) AS all_exact
                FROM tabled
                GROUP BY status, row_name, column_name, kind, place, r, c
            )
        SELECT groupArray(((status, row_name, column_name, kind, place), r, c, n, all_exact)) FROM cells
    ) AS told,
    (
        WITH
            cells_told AS (SELECT tupleElement(x, 1) AS t, tupleElement(x, 2) AS r, tupleElement(x, 3) AS c, tupleElement(x, 4) AS n, tupleElement(x, 5) AS exact FROM (SELECT arrayJoin(told) AS x)),
            lines AS (SELECT t, r, mapFromArrays(groupArray(c), groupArray((n, exact))) AS line FROM cells_told GROUP BY t, r),
            widths AS (SELECT t, r, line, groupUniqArrayArray(mapKeys(line)) OVER (PARTITION BY t) AS columns FROM lines),
            grid AS (SELECT t, r, c, tupleElement(line[c], 1) AS n, n = 0 OR tupleElement(line[c], 2) AS exact FROM widths ARRAY JOIN columns AS c),
            crossed AS
            (
                SELECT t, r, c, n, exact, n > 0 AND n < five AS tiny, max(n > 0 AND n < five) OVER (PARTITION BY t, r) AS in_row, max(n > 0 AND n < five) OVER (PARTITION BY t, c) AS in_column
                FROM grid
            ),
            sums AS
            (
                SELECT t, r, c, n, exact, in_row, in_column, uniqExactIf(r, tiny) OVER (PARTITION BY t) AS rows, uniqExactIf(c, tiny) OVER (PARTITION BY t) AS columns,
                    sumIf(n, in_column) OVER (PARTITION BY t, r) AS row_sum, sumIf(n, in_row) OVER (PARTITION BY t, c) AS column_sum
                FROM crossed
            ),
            spare AS
            (
                SELECT t, r, c, n, exact, in_row, in_column, rows, columns,
                    minIf((n, r, c), n > 0 AND NOT in_row AND NOT in_column) OVER (PARTITION BY t) AS spare_cell,
                    minIf((row_sum, r), row_sum > 0 AND NOT in_row) OVER (PARTITION BY t) AS spare_row,
                    minIf((column_sum, c), column_sum > 0 AND NOT in_column) OVER (PARTITION BY t) AS spare_column
                FROM sums
            ),
            joined AS
            (
                SELECT t, r, c, n, exact, in_row, in_column, rows, columns,
                    multiIf(rows != 1, '', columns = 1, tupleElement(spare_cell, 2), tupleElement(spare_row, 2)) AS second_row,
                    multiIf(columns != 1, '', rows = 1, tupleElement(spare_cell, 3), tupleElement(spare_column, 2)) AS second_column
                FROM spare
            ),
            chosen AS
            (
                SELECT t, r, c, n, exact, rows, tupleElement(t, 2) AS row_name, tupleElement(t, 3) AS column_name, (rows = 1 AND second_row = '') OR (columns = 1 AND second_column = '') AS alone,
                    in_row OR r = second_row AS row_out, in_column OR c = second_column AS column_out
                FROM joined
            ),
            linked AS
            (
                SELECT t, r, c, n, exact, rows, row_name, column_name, alone,
                    groupUniqArrayIf((row_name, r), row_out OR alone) OVER (PARTITION BY tupleElement(t, 1), tupleElement(t, 4), tupleElement(t, 5)) AS rows_out,
                    groupUniqArrayIf((column_name, c), column_out OR alone) OVER (PARTITION BY tupleElement(t, 1), tupleElement(t, 4), tupleElement(t, 5)) AS columns_out
                FROM chosen
            ),
            covered AS
            (
                SELECT t, r, c, n, exact, alone, rows > 0 AND (has(rows_out, (row_name, r)) OR has(columns_out, (row_name, r))) AS row_crosses, rows > 0 AND (has(rows_out, (column_name, c)) OR has(columns_out, (column_name, c))) AS column_crosses
                FROM linked
            )
        SELECT groupArray((t, r, c, n, exact, alone, row_crosses, column_crosses)) FROM covered
    ) AS crossings,
    spread AS
    (
        SELECT tupleElement(x, 1) AS t, tupleElement(x, 4) AS n, tupleElement(x, 5) AS exact, tupleElement(x, 6) AS alone, tupleElement(x, 7) AS row_crosses, tupleElement(x, 8) AS column_crosses,
            arrayJoin([(tupleElement(x, 2), tupleElement(x, 3)), (tupleElement(x, 2), ''), ('', tupleElement(x, 3)), ('', '')]) AS m
        FROM (SELECT arrayJoin(crossings) AS x)
    ),
    margins AS
    (
        SELECT t, tupleElement(m, 1) AS r, tupleElement(m, 2) AS c, sum(n) AS persons, min(exact) AS all_exact, max(alone) AS none_joins, max(row_crosses) AS rows_cross, max(column_crosses) AS columns_cross
        FROM spread
        GROUP BY t, r, c
    ),
    shaped AS
    (
        SELECT t, r, c, persons, all_exact, none_joins, (r != '') + 2 * (c != '') AS shape, persons > 0 AND persons < five AS small, multiIf(c = '', rows_cross, r = '', columns_cross, rows_cross AND columns_cross) AS crosses
        FROM margins
    ),
    sided AS
    (
        SELECT t, r, c, persons, all_exact, none_joins, shape, small, crosses, countIf(small) OVER (PARTITION BY t, shape) AS smalls, minIf((persons, r, c), crosses AND persons >= five) OVER (PARTITION BY t, shape) AS joins
        FROM shaped
    ),
    judged AS
    (
        SELECT tupleElement(t, 1) AS status, tupleElement(t, 2) AS row_name, tupleElement(t, 3) AS column_name, tupleElement(t, 4) AS table_kind, tupleElement(t, 5) AS table_place, r, c, persons, all_exact,
            multiIf(shape = 3, crosses OR none_joins, shape = 0, small, none_joins OR small OR (smalls = 1 AND (persons, r, c) = joins)) AS hidden
        FROM sided
    ),
    named AS
    (
        SELECT status, persons, all_exact, hidden, if(row_name = 'unit' AND r != '', 'unit', table_kind) AS kind, if(row_name = 'unit', r, table_place) AS place,
            multiIf(status = 'workers', concat(row_name, '×', column_name), row_name = 'zone' AND r != '', 'zone', '') AS given, multiIf(column_name != 'sex', c, row_name = 'unit', '', r) AS a, if(column_name = 'sex', c, '') AS b,
            status = 'workers' OR (row_name = 'age') OR (row_name = 'zone' AND r != '') OR (row_name = 'unit' AND r != '' AND (column_name = 'sex' OR c != '')) AS own
        FROM judged
    ),
    merged AS
    (
        SELECT status, given, kind, place, a, b, sumIf(persons, own) AS n, minIf(all_exact, own) AS exact, max(hidden) AS suppressed
        FROM named
        GROUP BY status, given, kind, place, a, b
        HAVING max(own)
    )
SELECT
    status, multiIf(given != '', given, a = '' AND b = '', 'total', a = '', 'sex', b = '', 'age', 'age-sex') AS cube, kind AS place_kind, place, a, b, if(suppressed, nan, n / 1000000000) AS persons, exact, suppressed, day AS as_of, boundary_day AS boundary
FROM merged
COMMENT 'The cubes of population (register residents) and labour (register workers) before they have names, with what is left out: cells and margins under five and as many more that no subtraction gives them back, by the rule of packages/domain/src/statistics/suppress.ts; what one table leaves out, tables that share its rows or columns leave out too. A building block: read population and labour. Số liệu đăng ký, ô nhỏ đã che';

CREATE VIEW IF NOT EXISTS population_at ON CLUSTER '{cluster}'
(
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    status LowCardinality(String) COMMENT 'permanent = thường trú, temporary = tạm trú, absent = khai báo tạm vắng',
    cube LowCardinality(String) COMMENT 'total, sex, age, age-sex',
    sex LowCardinality(String) COMMENT 'Giới tính M, F, X, rỗng = tất cả',
    age_group LowCardinality(String) COMMENT 'Nhóm 5 tuổi 00-04 … 80-84, 85+, rỗng = tất cả; tuổi = năm tính trừ năm sinh',
    persons Float64 COMMENT 'Số người; NaN = che vì dưới 5 hoặc suy ra được ô dưới 5; lẻ = ước lượng',
    suppressed UInt8 COMMENT '1 = che',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
AS
SELECT t.place_kind AS place_kind, t.place AS place, if(n.place_vi = '', t.place, n.place_vi) AS place_vi, t.status AS status, t.cube AS cube, t.b AS sex, t.a AS age_group, t.persons AS persons, toUInt8(t.suppressed) AS suppressed, toUInt8(t.exact) AS exact, t.as_of AS as_of, t.boundary AS boundary
FROM da06.register_tables_at(register = 'residents', as_of = {as_of:String}, boundary = {boundary:String}, known_at = {known_at:String}) AS t LEFT JOIN place_names AS n ON n.place_kind = t.place_kind AND n.place = t.place
WHERE t.cube != 'zone'
COMMENT 'The view population as of a day, on the boundaries of a day, as known on a day: SELECT * FROM population_at(as_of = ..., boundary = ..., known_at = ...); an empty as_of or known_at is the newest recorded day, an empty boundary the as-of day. Dân cư theo đăng ký tại một ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS population ON CLUSTER '{cluster}'
(
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    status LowCardinality(String) COMMENT 'permanent = thường trú, temporary = tạm trú, absent = khai báo tạm vắng',
    cube LowCardinality(String) COMMENT 'total, sex, age, age-sex',
    sex LowCardinality(String) COMMENT 'Giới tính M, F, X, rỗng = tất cả',
    age_group LowCardinality(String) COMMENT 'Nhóm 5 tuổi 00-04 … 80-84, 85+, rỗng = tất cả; tuổi = năm tính trừ năm sinh',
    persons Float64 COMMENT 'Số người; NaN = che vì dưới 5 hoặc suy ra được ô dưới 5; lẻ = ước lượng',
    suppressed UInt8 COMMENT '1 = che',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
AS
SELECT * FROM da06.population_at(as_of = '', boundary = '', known_at = '')
COMMENT 'Residents of the register in fixed cubes: by unit and sex, by unit and age group, and by age group and sex for each area and for all; register counts, not official statistics. Dân cư theo đăng ký';

CREATE VIEW IF NOT EXISTS households_at ON CLUSTER '{cluster}'
(
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    households Float64 COMMENT 'Số hộ của người thường trú có khai hộ; NaN = che',
    persons Float64 COMMENT 'Số người thường trú của các hộ đó; NaN = che',
    suppressed UInt8 COMMENT '1 = che vì dưới 5 hộ hoặc suy ra được',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    5000000000 AS five,
    (
        SELECT mapFromArrays(groupArray(key), groupArray(parts))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place_kind, place, share, exact)) AS parts FROM place_shares WHERE boundary_from <= boundary_day AND boundary_to >= boundary_day GROUP BY key)
    ) AS shares,
    (SELECT groupUniqArray(unit_uid) FROM place_shares WHERE place_kind = 'unit' AND unit_uid = place AND boundary_from <= boundary_day AND boundary_to >= boundary_day) AS units_then,
    alike AS
    (
        SELECT members, count() AS households
        FROM
        (
            SELECT household, arraySort(groupArray((unit_uid, former_unit_uid))) AS members
            FROM raw_resident_spells_v1 FINAL
            WHERE track = 'permanent' AND household != '' AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
            GROUP BY household
        )
        GROUP BY members
    ),
    apart AS (SELECT members, households, tupleElement(m, 1) AS unit_uid, tupleElement(m, 2) AS former_unit_uid FROM alike ARRAY JOIN members AS m),
    at_home AS (SELECT members, households, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, if(former_unit_uid != '', former_unit_uid, unit_uid) AS lived_in FROM apart),
    housed AS (SELECT members, households, home, shares[concat('unit ', home)] AS unit_parts, shares[concat('area ', lived_in)] AS area_parts FROM at_home),
    placed AS
    (
        SELECT members, households, arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_parts, [('all', '', 1000000000, true)])) AS part
        FROM housed
    ),
    of_places AS
    (
        SELECT households, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, max(tupleElement(part, 3)) AS share, sum(tupleElement(part, 3)) AS persons, min(tupleElement(part, 4)) AS exact
        FROM placed
        GROUP BY members, households, place_kind, place
    ),
    counted AS (SELECT place_kind, place, sum(households * share) AS n, sum(households * persons) AS of_them, min(exact) AS exact FROM of_places GROUP BY place_kind, place HAVING n > 0),
    covered AS
    (
        SELECT *, n < five OR (place_kind = 'unit' AND countIf(n < five) OVER (PARTITION BY place_kind) = 1 AND (n, place) = minIf((n, place), n >= five) OVER (PARTITION BY place_kind)) AS hidden
        FROM counted
    )
SELECT
    h.place_kind AS place_kind, h.place AS place, if(p.place_vi = '', h.place, p.place_vi) AS place_vi, if(hidden, nan, h.n / 1000000000) AS households, if(hidden, nan, h.of_them / 1000000000) AS persons, toUInt8(hidden) AS suppressed, toUInt8(h.exact) AS exact,
    day AS as_of, boundary_day AS boundary
FROM covered AS h LEFT JOIN place_names AS p ON p.place_kind = h.place_kind AND p.place = h.place
COMMENT 'The view households as of a day, on the boundaries of a day, as known on a day: SELECT * FROM households_at(as_of = ..., boundary = ..., known_at = ...); an empty as_of or known_at is the newest recorded day, an empty boundary the as-of day. Hộ thường trú tại một ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS households ON CLUSTER '{cluster}'
(
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    households Float64 COMMENT 'Số hộ của người thường trú có khai hộ; NaN = che',
    persons Float64 COMMENT 'Số người thường trú của các hộ đó; NaN = che',
    suppressed UInt8 COMMENT '1 = che vì dưới 5 hộ hoặc suy ra được',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
AS
SELECT * FROM da06.households_at(as_of = '', boundary = '', known_at = '')
COMMENT 'Households of permanent residents; one whose members are counted in several places is counted in each, by the largest share of a member. Hộ thường trú';

CREATE VIEW IF NOT EXISTS population_months_at ON CLUSTER '{cluster}'
(
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    month Date COMMENT 'Tháng',
    first_month Date COMMENT 'Tháng đầu tiên có biến động',
    closed UInt8 COMMENT '1 = tháng đã kết thúc',
    births_m Int64 COMMENT 'Phần tỷ',
    births_f Int64 COMMENT 'Phần tỷ',
    births_x Int64 COMMENT 'Phần tỷ',
    deaths Int64 COMMENT 'Phần tỷ',
    entered Int64 COMMENT 'Phần tỷ',
    gone Int64 COMMENT 'Phần tỷ',
    temporary_in Int64 COMMENT 'Phần tỷ',
    temporary_out Int64 COMMENT 'Phần tỷ',
    stock Int64 COMMENT 'Thường trú cuối tháng, phần tỷ',
    births_exact UInt8 COMMENT '1 = không ước lượng',
    deaths_exact UInt8 COMMENT '1 = không ước lượng',
    entered_exact UInt8 COMMENT '1 = không ước lượng',
    gone_exact UInt8 COMMENT '1 = không ước lượng',
    temporary_exact UInt8 COMMENT '1 = không ước lượng',
    stock_exact UInt8 COMMENT '1 = không ước lượng'
)
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    (
        SELECT mapFromArrays(groupArray(key), groupArray(parts))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place_kind, place, share, exact)) AS parts FROM place_shares WHERE boundary_from <= boundary_day AND boundary_to >= boundary_day GROUP BY key)
    ) AS shares,
    (SELECT groupUniqArray(unit_uid) FROM place_shares WHERE place_kind = 'unit' AND unit_uid = place AND boundary_from <= boundary_day AND boundary_to >= boundary_day) AS units_then,
    toRelativeMonthNum(toDate('1970-01-01')) AS epoch,
    toRelativeMonthNum(day) AS last_month,
    spells AS
    (
        SELECT track, unit_uid, former_unit_uid, unit_before, former_before, greatest(toRelativeMonthNum(from_day), epoch) AS from_month, if(until_day <= day, greatest(toRelativeMonthNum(until_day), epoch), 0) AS until_month,
            opened_by IN ('arrival', 'moved', 'other') OR (opened_by = 'renewal' AND unit_before != '') AS opened, closed_by IN ('moved-out', 'abroad', 'outside', 'other', 'expired') AS closed, count() AS persons
        FROM raw_resident_spells_v1 FINAL
        WHERE track != 'absence' AND known_from <= known_day AND known_until > known_day AND from_day <= day
        GROUP BY ALL
    ),
    births AS
    (
        SELECT tupleElement(newest, 2) AS month, tupleElement(newest, 3) AS sex, tupleElement(newest, 4) AS unit_uid, tupleElement(newest, 5) AS former_unit_uid, count() AS persons
        FROM
        (
            SELECT ref, argMax((what, month, sex, unit_uid, former_unit_uid, on_day), (revision, sequence, event_id)) AS newest
            FROM raw_population_records_v1
            WHERE register = 'residents' AND recorded_on <= known_day AND ref IN (SELECT ref FROM raw_population_records_v1 WHERE register = 'residents' AND what = 'birth.registered')
            GROUP BY ref
        )
        WHERE tupleElement(newest, 1) = 'birth.registered' AND tupleElement(newest, 6) <= day
        GROUP BY ALL
    ),
    events AS
    (
        SELECT tupleElement(e, 1) AS event, tupleElement(e, 2) AS month, unit_uid, former_unit_uid, if(tupleElement(e, 3), unit_before, '') AS before, if(tupleElement(e, 3), former_before, '') AS before_former, sum(tupleElement(e, 4)) AS persons
        FROM spells AS s
        ARRAY JOIN
        [
            (multiIf(track = 'death', 'deaths', NOT opened, '', track = 'permanent', 'entered', 'temporary_in'), from_month, track != 'death', toInt64(s.persons)),
            (multiIf(until_month = 0 OR NOT closed, '', track = 'permanent', 'gone', track = 'temporary', 'temporary_out', ''), until_month, false, toInt64(s.persons)),
            (if(track = 'permanent', 'stock', ''), from_month, false, toInt64(s.persons)),
            (if(track = 'permanent' AND until_month > 0, 'stock', ''), until_month, false, -toInt64(s.persons))
        ] AS e
        WHERE event != ''
        GROUP BY event, month, unit_uid, former_unit_uid, before, before_former
        UNION ALL
        SELECT multiIf(sex = 'M', 'births_m', sex = 'F', 'births_f', 'births_x'), toUInt32(toUInt16(substring(month, 1, 4)) * 12 + toUInt8(substring(month, 6, 2))), unit_uid, former_unit_uid, '', '', toInt64(persons) FROM births
    ),
    sides AS
    (
        SELECT event, month, persons, (e.unit_uid, e.former_unit_uid, e.before, e.before_former) AS whole, tupleElement(side, 1) AS after, tupleElement(side, 2) AS unit_uid, tupleElement(side, 3) AS former_unit_uid
        FROM events AS e
        ARRAY JOIN if(e.before = '', [(true, e.unit_uid, e.former_unit_uid)], [(true, e.unit_uid, e.former_unit_uid), (false, e.before, e.before_former)]) AS side
    ),
    at_home AS (SELECT event, month, persons, whole, after, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, if(former_unit_uid != '', former_unit_uid, unit_uid) AS lived_in FROM sides),
    housed AS (SELECT event, month, persons, whole, after, home, shares[concat('unit ', home)] AS unit_parts, shares[concat('area ', lived_in)] AS area_parts FROM at_home),
    placed AS
    (
        SELECT event, month, persons, whole, after, arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_parts, [('all', '', 1000000000, true)])) AS part
        FROM housed
    ),
    gains AS
    (
        SELECT event, month, persons, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, sum(if(after, 1, -1) * tupleElement(part, 3)) AS gain, min(tupleElement(part, 4)) AS exact
        FROM placed
        GROUP BY event, month, persons, whole, place_kind, place
    ),
    flows AS
    (
        SELECT place_kind, place, month, if(gain < 0, transform(event, ['entered', 'temporary_in'], ['gone', 'temporary_out'], event), event) AS flow, persons * abs(gain) AS n, exact FROM gains WHERE gain != 0
    ),
    months AS
    (
        SELECT place_kind, place, month, minIf(month, flow != 'stock') AS first_flow,
            (sumIf(n, flow = 'births_m'), sumIf(n, flow = 'births_f'), sumIf(n, flow = 'births_x'), sumIf(n, flow = 'deaths'), sumIf(n, flow = 'entered'), sumIf(n, flow = 'gone'), sumIf(n, flow = 'temporary_in'), sumIf(n, flow = 'temporary_out'), sumIf(n, flow = 'stock')) AS sums,
            (maxIf(NOT exact, flow IN ('births_m', 'births_f', 'births_x')), maxIf(NOT exact, flow = 'deaths'), maxIf(NOT exact, flow = 'entered'), maxIf(NOT exact, flow = 'gone'), maxIf(NOT exact, flow IN ('temporary_in', 'temporary_out')), sumIf(n, flow = 'stock' AND NOT exact)) AS estimated
        FROM flows GROUP BY place_kind, place, month
    ),
    places AS
    (
        SELECT place_kind, place, mapFromArrays(groupArray(month), groupArray((sums, estimated))) AS told, min(min(month)) OVER () AS start, minIf(min(first_flow), max(first_flow) > 0) OVER () AS first
        FROM (SELECT place_kind, place, month, sums, estimated, if(first_flow = 0, last_month, first_flow) AS first_flow FROM months)
        GROUP BY place_kind, place
    ),
    dense AS
    (
        SELECT place_kind, place, first, month, tupleElement(told[month], 1) AS sums, tupleElement(told[month], 2) AS estimated
        FROM places ARRAY JOIN range(start, last_month + 1) AS month
    )
SELECT
    place_kind, place, makeDate(intDiv(d.month - 1, 12), (d.month - 1) % 12 + 1, 1) AS month, makeDate(intDiv(first - 1, 12), (first - 1) % 12 + 1, 1) AS first_month, toLastDayOfMonth(month) <= day AS closed,
    tupleElement(sums, 1) AS births_m, tupleElement(sums, 2) AS births_f, tupleElement(sums, 3) AS births_x, tupleElement(sums, 4) AS deaths, tupleElement(sums, 5) AS entered, tupleElement(sums, 6) AS gone, tupleElement(sums, 7) AS temporary_in, tupleElement(sums, 8) AS temporary_out,
    sum(tupleElement(sums, 9)) OVER (PARTITION BY place_kind, place ORDER BY d.month) AS stock,
    NOT tupleElement(estimated, 1) AS births_exact, NOT tupleElement(estimated, 2) AS deaths_exact, NOT tupleElement(estimated, 3) AS entered_exact, NOT tupleElement(estimated, 4) AS gone_exact, NOT tupleElement(estimated, 5) AS temporary_exact,
    sum(tupleElement(estimated, 6)) OVER (PARTITION BY place_kind, place ORDER BY d.month) = 0 AS stock_exact
FROM dense AS d
COMMENT 'Births, deaths, moves and permanent residents at the end of each month, in billionths of a person, a row a place and month from the first that anything is known of. A building block: read population_change. Biến động dân cư từng tháng';

CREATE VIEW IF NOT EXISTS population_change_at ON CLUSTER '{cluster}'
(
    month Date COMMENT 'Tháng, ngày đầu tháng',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    births_m Float64 COMMENT 'Bé trai sinh trong tháng, theo đăng ký khai sinh',
    births_f Float64 COMMENT 'Bé gái sinh trong tháng',
    births Float64 COMMENT 'Trẻ sinh trong tháng',
    deaths Float64 COMMENT 'Người chết trong tháng',
    in Float64 COMMENT 'Thường trú chuyển đến',
    out Float64 COMMENT 'Thường trú chuyển đi',
    temporary_in Float64 COMMENT 'Tạm trú đến',
    temporary_out Float64 COMMENT 'Tạm trú đi hoặc hết hạn',
    natural Float64 COMMENT 'Tăng tự nhiên: sinh trừ chết',
    net Float64 COMMENT 'Di cư thuần: chuyển đến trừ chuyển đi, thường trú',
    closed UInt8 COMMENT '1 = tháng đã kết thúc',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    1000000000 AS one
SELECT
    m.month AS month, m.place_kind AS place_kind, m.place AS place, if(n.place_vi = '', m.place, n.place_vi) AS place_vi, m.births_m / one AS births_m, m.births_f / one AS births_f, (m.births_m + m.births_f + m.births_x) / one AS births, m.deaths / one AS deaths,
    m.entered / one AS in, m.gone / one AS out, m.temporary_in / one AS temporary_in, m.temporary_out / one AS temporary_out, births - deaths AS natural, in - out AS net,
    toUInt8(m.closed) AS closed, toUInt8(m.births_exact AND m.deaths_exact AND m.entered_exact AND m.gone_exact AND m.temporary_exact) AS exact, day AS as_of, boundary_day AS boundary
FROM da06.population_months_at(as_of = {as_of:String}, boundary = {boundary:String}, known_at = {known_at:String}) AS m LEFT JOIN place_names AS n ON n.place_kind = m.place_kind AND n.place = m.place
WHERE m.month >= m.first_month
COMMENT 'The view population_change as of a day, on the boundaries of a day, as known on a day: SELECT * FROM population_change_at(as_of = ..., boundary = ..., known_at = ...); an empty as_of or known_at is the newest recorded day, an empty boundary the as-of day. Biến động dân cư tại một ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS population_change ON CLUSTER '{cluster}'
(
    month Date COMMENT 'Tháng, ngày đầu tháng',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    births_m Float64 COMMENT 'Bé trai sinh trong tháng, theo đăng ký khai sinh',
    births_f Float64 COMMENT 'Bé gái sinh trong tháng',
    births Float64 COMMENT 'Trẻ sinh trong tháng',
    deaths Float64 COMMENT 'Người chết trong tháng',
    in Float64 COMMENT 'Thường trú chuyển đến',
    out Float64 COMMENT 'Thường trú chuyển đi',
    temporary_in Float64 COMMENT 'Tạm trú đến',
    temporary_out Float64 COMMENT 'Tạm trú đi hoặc hết hạn',
    natural Float64 COMMENT 'Tăng tự nhiên: sinh trừ chết',
    net Float64 COMMENT 'Di cư thuần: chuyển đến trừ chuyển đi, thường trú',
    closed UInt8 COMMENT '1 = tháng đã kết thúc',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
AS
SELECT * FROM da06.population_change_at(as_of = '', boundary = '', known_at = '')
COMMENT 'Births, deaths and moves a month, by place, from the first month with any; a month is final once it is closed. Biến động dân cư';

CREATE VIEW IF NOT EXISTS population_indicators_at ON CLUSTER '{cluster}'
(
    code LowCardinality(String) COMMENT 'Mã chỉ tiêu, xem indicator_definitions',
    model UInt16 COMMENT 'Mô hình',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    month Date COMMENT 'Tháng: của ngày tính, hoặc từng tháng của biến động',
    value Float64 COMMENT 'Giá trị; NaN = không tính được hoặc che',
    count Float64 COMMENT 'Số đếm, tử số; NaN = che',
    sum_12m Float64 COMMENT 'Tổng 12 tháng đến tháng này; NaN = không áp dụng',
    base Float64 COMMENT 'Mẫu số; NaN = không áp dụng hoặc che',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    suppressed UInt8 COMMENT '1 = che',
    closed UInt8 COMMENT '1 = tháng đã kết thúc',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    5000000000 AS five,
    (
        SELECT mapFromArrays(groupArray(key), groupArray(parts))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place_kind, place, share, exact)) AS parts FROM place_shares WHERE boundary_from <= boundary_day AND boundary_to >= boundary_day GROUP BY key)
    ) AS shares,
    (SELECT groupUniqArray(unit_uid) FROM place_shares WHERE place_kind = 'unit' AND unit_uid = place AND boundary_from <= boundary_day AND boundary_to >= boundary_day) AS units_then,
    toStartOfMonth(day) AS this_month, toLastDayOfMonth(day) <= day AS this_closed,
    (
        SELECT groupArray(stock)
        FROM
        (
            SELECT
                (place_kind, place, sumIf(persons, status = 'permanent' AND cube = 'total'), sumIf(persons, status = 'temporary' AND cube = 'total'), sumIf(persons, status = 'absent' AND cube = 'total'),
                sumIf(persons, status = 'permanent' AND cube = 'sex' AND b = 'M'), sumIf(persons, status = 'permanent' AND cube = 'sex' AND b = 'F'), sumIf(persons, status = 'permanent' AND cube = 'zone' AND a = 'urban' AND b = ''),
                sumIf(persons, status = 'permanent' AND cube = 'age' AND a < '15-19'), sumIf(persons, status = 'permanent' AND cube = 'age' AND a BETWEEN '15-19' AND '60-64'), sumIf(persons, status = 'permanent' AND cube = 'age' AND a >= '65-69'), sumIf(persons, status = 'permanent' AND cube = 'age' AND a >= '60-64'),
                countIf(status = 'permanent' AND NOT exact) = 0, countIf(status = 'temporary' AND NOT exact) = 0, countIf(status = 'absent' AND NOT exact) = 0) AS stock
            FROM da06.register_tables_at(register = 'residents', as_of = {as_of:String}, boundary = {boundary:String}, known_at = {known_at:String})
            GROUP BY place_kind, place
        )
    ) AS told_stocks,
    (SELECT groupArray((place_kind, place, households, persons, exact)) FROM da06.households_at(as_of = {as_of:String}, boundary = {boundary:String}, known_at = {known_at:String})) AS told_households,
    (
        SELECT groupArray((place_kind, place, month, first_month, closed, stock, births_m, births_f, births_x, deaths, entered, gone, births_exact, deaths_exact, entered_exact, gone_exact, stock_exact))
        FROM da06.population_months_at(as_of = {as_of:String}, boundary = {boundary:String}, known_at = {known_at:String})
    ) AS told_months,
    stocks AS
    (
        SELECT tupleElement(x, 1) AS place_kind, tupleElement(x, 2) AS place, tupleElement(x, 3) AS permanents, tupleElement(x, 4) AS temporaries, tupleElement(x, 5) AS absents, tupleElement(x, 6) AS men, tupleElement(x, 7) AS women, tupleElement(x, 8) AS urban_people, tupleElement(x, 9) AS young, tupleElement(x, 10) AS middle, tupleElement(x, 11) AS old, tupleElement(x, 12) AS elderly, tupleElement(x, 13) AS permanent_exact, tupleElement(x, 14) AS temporary_exact, tupleElement(x, 15) AS absent_exact
        FROM (SELECT arrayJoin(told_stocks) AS x)
    ),
    nights AS (SELECT unit_uid, '' AS former_unit_uid, count() AS persons FROM stay_nights WHERE night = day GROUP BY unit_uid),
    at_home AS (SELECT persons, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, if(former_unit_uid != '', former_unit_uid, unit_uid) AS lived_in FROM nights),
    housed AS (SELECT persons, home, shares[concat('unit ', home)] AS unit_parts, shares[concat('area ', lived_in)] AS area_parts FROM at_home),
    placed AS
    (
        SELECT persons, arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_parts, [('all', '', 1000000000, true)])) AS part
        FROM housed
    ),
    guests AS (SELECT tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, sum(persons * tupleElement(part, 3)) AS n, min(tupleElement(part, 4)) AS exact FROM placed GROUP BY place_kind, place),
    guests_shown AS
    (
        SELECT place_kind, place, exact,
            if(n < five OR (place_kind = 'unit' AND countIf(n < five) OVER (PARTITION BY place_kind) = 1 AND (n, place) = minIf((n, place), n >= five) OVER (PARTITION BY place_kind)), nan, n / 1000000000) AS staying
        FROM guests WHERE n > 0
    ),
    measured AS
    (
        SELECT s.place_kind AS place_kind, s.place AS place, permanents, temporaries, absents, men, women, urban_people, young, middle, old, elderly, permanent_exact, temporary_exact, absent_exact, g.place_kind = '' AS no_guests, if(no_guests, 0, g.staying) AS staying, no_guests OR g.exact AS staying_exact,
            if(s.place_kind = 'all', if(minIf(u.area_km2, s.place_kind = 'unit') OVER () > 0, sumIf(u.area_km2, s.place_kind = 'unit') OVER (), 0), u.area_km2) AS km2
        FROM stocks AS s LEFT JOIN guests_shown AS g ON g.place_kind = s.place_kind AND g.place = s.place LEFT JOIN units AS u ON u.uid = s.place
    ),
    stock_figures AS
    (
        SELECT place_kind, place, this_month AS month, this_closed AS closed, nan AS sum_12m,
            arrayJoin(arrayConcat(
            [
                ('dc.permanent', permanents, nan, 0, permanent_exact), ('dc.temporary', temporaries, nan, 0, temporary_exact), ('dc.absent', absents, nan, 0, absent_exact),
                ('dc.present', permanents + temporaries - absents + staying, nan, 0, permanent_exact AND temporary_exact AND absent_exact AND staying_exact),
                ('dc.density', permanents, km2, 1, permanent_exact), ('dc.sex-ratio', men, women, 100, permanent_exact), ('dc.dependency', young + old, middle, 100, permanent_exact),
                ('dc.dependency-young', young, middle, 100, permanent_exact), ('dc.dependency-old', old, middle, 100, permanent_exact), ('dc.ageing', elderly, young, 100, permanent_exact)
            ], if(place_kind = 'all', [('dc.urban-share', urban_people, permanents, 100, permanent_exact)], []))) AS f
        FROM measured
    ),
    household_figures AS
    (
        SELECT tupleElement(x, 1) AS place_kind, tupleElement(x, 2) AS place, this_month AS month, this_closed AS closed, nan AS sum_12m,
            arrayJoin([('dc.households', tupleElement(x, 3), nan, 0, tupleElement(x, 5)), ('dc.household-size', tupleElement(x, 4), tupleElement(x, 3), 1, tupleElement(x, 5))]) AS f
        FROM (SELECT arrayJoin(told_households) AS x)
    ),
    monthly AS
    (
        SELECT tupleElement(x, 1) AS place_kind, tupleElement(x, 2) AS place, tupleElement(x, 3) AS month, tupleElement(x, 4) AS first_month, tupleElement(x, 5) AS closed, tupleElement(x, 6) AS stock, tupleElement(x, 7) AS boys, tupleElement(x, 8) AS girls, tupleElement(x, 9) AS others, tupleElement(x, 10) AS deaths, tupleElement(x, 11) AS entered, tupleElement(x, 12) AS gone, tupleElement(x, 13) AS births_exact, tupleElement(x, 14) AS deaths_exact, tupleElement(x, 15) AS entered_exact, tupleElement(x, 16) AS gone_exact, tupleElement(x, 17) AS stock_exact
        FROM (SELECT arrayJoin(told_months) AS x)
    ),
    sized AS
    (
        SELECT place_kind, place, month, first_month, closed, stock, boys, girls, boys + girls + others AS births, deaths, entered, gone, births_exact, deaths_exact, entered_exact, gone_exact, stock_exact,
            countIf(stock > 0 AND stock < five) OVER (PARTITION BY place_kind, month) AS tinies, minIf((stock, place), stock >= five) OVER (PARTITION BY place_kind, month) AS next_stock
        FROM monthly
    ),
    told AS (SELECT *, (stock > 0 AND stock < five) OR (place_kind = 'unit' AND tinies = 1 AND (stock, place) = next_stock) AS hidden FROM sized),
    yearly AS
    (
        SELECT place_kind, place, month, first_month, closed, stock, hidden, births, deaths, boys, girls, entered, gone, births_exact, deaths_exact, entered_exact, gone_exact, stock_exact,
            lagInFrame(stock, 12, 0) OVER through AS stock_before, lagInFrame(toUInt8(hidden), 12, 0) OVER through AS hidden_before, lagInFrame(toUInt8(stock_exact), 12, 1) OVER through AS stock_before_exact,
            sum(births) OVER year AS births_12, sum(deaths) OVER year AS deaths_12, sum(entered) OVER year AS entered_12, sum(gone) OVER year AS gone_12, sum(boys) OVER year AS boys_12, sum(girls) OVER year AS girls_12,
            sum(boys) OVER three AS boys_36, sum(girls) OVER three AS girls_36,
            min(births_exact) OVER year AS births_12_exact, min(deaths_exact) OVER year AS deaths_12_exact, min(entered_exact) OVER year AS entered_12_exact, min(gone_exact) OVER year AS gone_12_exact, min(births_exact) OVER three AS births_36_exact
        FROM told
        WINDOW through AS (PARTITION BY place_kind, place ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), year AS (PARTITION BY place_kind, place ORDER BY month ROWS BETWEEN 11 PRECEDING AND CURRENT ROW),
            three AS (PARTITION BY place_kind, place ORDER BY month ROWS BETWEEN 35 PRECEDING AND CURRENT ROW)
    ),
    based AS
    (
        SELECT *, hidden OR hidden_before AS base_hidden, (stock + stock_before) / 2000000000 AS average, stock_exact AND stock_before_exact AS average_exact, births_12 >= 1000000000000 AS enough_births,
            closed AND dateDiff('month', first_month, month) >= 35 AS three_years
        FROM yearly
        WHERE month >= first_month
    ),
    flow_figures AS
    (
        SELECT place_kind, place, month, closed, base_hidden,
            arrayJoin(
            [
                ('dc.average', stock / 1000000000, nan, nan, 0, average_exact, average), ('dc.births', births / 1000000000, births_12 / 1000000000, nan, 0, births_exact, 0), ('dc.deaths', deaths / 1000000000, deaths_12 / 1000000000, nan, 0, deaths_exact, 0),
                ('dc.natural', (births - deaths) / 1000000000, (births_12 - deaths_12) / 1000000000, nan, 0, births_exact AND deaths_exact, 0), ('dc.in', entered / 1000000000, entered_12 / 1000000000, nan, 0, entered_exact, 0),
                ('dc.out', gone / 1000000000, gone_12 / 1000000000, nan, 0, gone_exact, 0), ('dc.net', (entered - gone) / 1000000000, (entered_12 - gone_12) / 1000000000, nan, 0, entered_exact AND gone_exact, 0),
                ('dc.cbr', births / 1000000000, births_12 / 1000000000, average, 1000, average_exact AND births_12_exact, 0), ('dc.cdr', deaths / 1000000000, deaths_12 / 1000000000, average, 1000, average_exact AND deaths_12_exact, 0),
                ('dc.natural-rate', (births - deaths) / 1000000000, (births_12 - deaths_12) / 1000000000, average, 1000, average_exact AND births_12_exact AND deaths_12_exact, 0),
                ('dc.in-rate', entered / 1000000000, entered_12 / 1000000000, average, 1000, average_exact AND entered_12_exact, 0), ('dc.out-rate', gone / 1000000000, gone_12 / 1000000000, average, 1000, average_exact AND gone_12_exact, 0),
                ('dc.net-rate', (entered - gone) / 1000000000, (entered_12 - gone_12) / 1000000000, average, 1000, average_exact AND entered_12_exact AND gone_12_exact, 0),
                ('dc.srb', multiIf(enough_births, boys_12, three_years, boys_36, 0) / 1000000000, births_12 / 1000000000, multiIf(enough_births, girls_12, three_years, girls_36, 0) / 1000000000, 100, if(enough_births, births_12_exact, births_36_exact), 0)
            ]) AS f
        FROM based
    ),
    stock_told AS
    (
        SELECT tupleElement(f, 1) AS code, place_kind, place, month, closed, tupleElement(f, 2) AS counted, sum_12m, tupleElement(f, 3) AS over, toFloat64(tupleElement(f, 4)) AS factor, tupleElement(f, 5) AS exact
        FROM (SELECT place_kind, place, month, closed, sum_12m, f FROM stock_figures UNION ALL SELECT place_kind, place, month, closed, sum_12m, f FROM household_figures)
    ),
    flow_told AS
    (
        SELECT tupleElement(f, 1) AS code, place_kind, place, month, closed, tupleElement(f, 2) AS counted, tupleElement(f, 3) AS sum_12m, tupleElement(f, 4) AS over, toFloat64(tupleElement(f, 5)) AS factor, tupleElement(f, 6) AS exact, tupleElement(f, 7) AS given,
            base_hidden AND tupleElement(f, 1) NOT IN ('dc.births', 'dc.deaths', 'dc.natural', 'dc.in', 'dc.out', 'dc.net', 'dc.srb') AS hidden
        FROM flow_figures
    ),
    figures AS
    (
        SELECT code, place_kind, place, month, closed, counted, sum_12m, over, exact, isNaN(counted) OR (factor != 0 AND isNaN(over)) AS hidden, multiIf(factor = 0, counted, over = 0, nan, counted / over * factor) AS figure
        FROM stock_told
        UNION ALL
        SELECT code, place_kind, place, month, closed, if(hidden AND code = 'dc.average', nan, counted), sum_12m, if(hidden, nan, over), exact, hidden,
            multiIf(hidden, nan, code = 'dc.average', given, factor = 0, counted, over = 0, nan, code = 'dc.srb', counted / over * factor, sum_12m / over * factor)
        FROM flow_told
    )
SELECT
    f.code AS code, toUInt16(37) AS model, f.place_kind AS place_kind, f.place AS place, if(n.place_vi = '', f.place, n.place_vi) AS place_vi, f.month AS month, f.figure AS value, f.counted AS count, f.sum_12m AS sum_12m, f.over AS base,
    toUInt8(f.exact) AS exact, toUInt8(f.hidden) AS suppressed, toUInt8(f.closed) AS closed, day AS as_of, boundary_day AS boundary
FROM figures AS f LEFT JOIN place_names AS n ON n.place_kind = f.place_kind AND n.place = f.place
COMMENT 'The view population_indicators as of a day, on the boundaries of a day, as known on a day: SELECT * FROM population_indicators_at(as_of = ..., boundary = ..., known_at = ...); an empty as_of or known_at is the newest recorded day, an empty boundary the as-of day. Chỉ tiêu dân cư tại một ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS population_indicators ON CLUSTER '{cluster}'
(
    code LowCardinality(String) COMMENT 'Mã chỉ tiêu, xem indicator_definitions',
    model UInt16 COMMENT 'Mô hình',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    month Date COMMENT 'Tháng: của ngày tính, hoặc từng tháng của biến động',
    value Float64 COMMENT 'Giá trị; NaN = không tính được hoặc che',
    count Float64 COMMENT 'Số đếm, tử số; NaN = che',
    sum_12m Float64 COMMENT 'Tổng 12 tháng đến tháng này; NaN = không áp dụng',
    base Float64 COMMENT 'Mẫu số; NaN = không áp dụng hoặc che',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    suppressed UInt8 COMMENT '1 = che',
    closed UInt8 COMMENT '1 = tháng đã kết thúc',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
AS
SELECT * FROM da06.population_indicators_at(as_of = '', boundary = '', known_at = '')
COMMENT 'Indicators of residents (model 37): stocks of the as-of month, and counts, 12-month sums and rates of each month; a month is final once it is closed. Chỉ tiêu dân cư';

CREATE VIEW IF NOT EXISTS labour_at ON CLUSTER '{cluster}'
(
    cube LowCardinality(String) COMMENT 'unit×status, status×sex, section-2018×sex, section-2025×sex, occupation×sex, position×sex, contract×sex, insurance×sex, training×sex (người có việc), duration×sex (người chưa có việc: under-3, 3-12, over-12 tháng)',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    a LowCardinality(String) COMMENT 'Giá trị thứ nhất của bảng, rỗng = tất cả, unknown = không khai',
    b LowCardinality(String) COMMENT 'Giới tính M, F, X, rỗng = tất cả',
    persons Float64 COMMENT 'Số người lao động theo đăng ký; NaN = che vì dưới 5 hoặc suy ra được ô dưới 5',
    suppressed UInt8 COMMENT '1 = che',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
AS
SELECT t.cube AS cube, t.place_kind AS place_kind, t.place AS place, if(n.place_vi = '', t.place, n.place_vi) AS place_vi, t.a AS a, t.b AS b, t.persons AS persons, toUInt8(t.suppressed) AS suppressed, toUInt8(t.exact) AS exact, t.as_of AS as_of, t.boundary AS boundary
FROM da06.register_tables_at(register = 'workers', as_of = {as_of:String}, boundary = {boundary:String}, known_at = {known_at:String}) AS t LEFT JOIN place_names AS n ON n.place_kind = t.place_kind AND n.place = t.place
COMMENT 'The view labour as of a day, on the boundaries of a day, as known on a day: SELECT * FROM labour_at(as_of = ..., boundary = ..., known_at = ...); an empty as_of or known_at is the newest recorded day, an empty boundary the as-of day. Lao động theo đăng ký tại một ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS labour ON CLUSTER '{cluster}'
(
    cube LowCardinality(String) COMMENT 'unit×status, status×sex, section-2018×sex, section-2025×sex, occupation×sex, position×sex, contract×sex, insurance×sex, training×sex (người có việc), duration×sex (người chưa có việc: under-3, 3-12, over-12 tháng)',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    a LowCardinality(String) COMMENT 'Giá trị thứ nhất của bảng, rỗng = tất cả, unknown = không khai',
    b LowCardinality(String) COMMENT 'Giới tính M, F, X, rỗng = tất cả',
    persons Float64 COMMENT 'Số người lao động theo đăng ký; NaN = che vì dưới 5 hoặc suy ra được ô dưới 5',
    suppressed UInt8 COMMENT '1 = che',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
AS
SELECT * FROM da06.labour_at(as_of = '', boundary = '', known_at = '')
COMMENT 'Workers of the register in fixed cubes; register counts, not the labour force survey. Lao động theo đăng ký';

CREATE VIEW IF NOT EXISTS labour_indicators_at ON CLUSTER '{cluster}'
(
    code LowCardinality(String) COMMENT 'Mã chỉ tiêu, xem indicator_definitions',
    model UInt16 COMMENT 'Mô hình',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    month Date COMMENT 'Tháng: của ngày tính, hoặc từng tháng của biến động',
    value Float64 COMMENT 'Giá trị; NaN = không tính được hoặc che',
    count Float64 COMMENT 'Số đếm, tử số; NaN = che',
    sum_12m Float64 COMMENT 'Tổng 12 tháng đến tháng này; NaN = không áp dụng',
    base Float64 COMMENT 'Mẫu số; NaN = không áp dụng hoặc che',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    suppressed UInt8 COMMENT '1 = che',
    closed UInt8 COMMENT '1 = tháng đã kết thúc',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    5000000000 AS five,
    (
        SELECT mapFromArrays(groupArray(key), groupArray(parts))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place_kind, place, share, exact)) AS parts FROM place_shares WHERE boundary_from <= boundary_day AND boundary_to >= boundary_day GROUP BY key)
    ) AS shares,
    (SELECT groupUniqArray(unit_uid) FROM place_shares WHERE place_kind = 'unit' AND unit_uid = place AND boundary_from <= boundary_day AND boundary_to >= boundary_day) AS units_then,
    toYear(day) AS year,
    intDiv(multiIf(year < 2021, 720, least(744, 723 + 3 * (year - 2021))), 12) AS men_until, intDiv(multiIf(year < 2021, 660, least(720, 664 + 4 * (year - 2021))), 12) AS women_until,
    (
        SELECT groupArray((place_kind, place, code, hidden)) FROM (SELECT place_kind, place, code, max(suppressed) AS hidden
        FROM
        (
            SELECT place_kind, place, suppressed, arrayJoin(multiIf(
                cube IN ('status×sex', 'unit×status') AND b = '', if(a = '', ['ld.records'], arrayConcat([concat('ld.', a)], if(a IN ('employed', 'unemployed'), ['ld.without-work-share'], []))),
                cube = 'training×sex' AND b = '' AND a != '', ['ld.trained-share'], cube = 'insurance×sex' AND b = '' AND a != '', ['ld.social-insurance-share'],
                cube = 'duration×sex' AND b = '' AND a != '', [concat('ld.without-work-', a)], [])) AS code
            FROM da06.register_tables_at(register = 'workers', as_of = {as_of:String}, boundary = {boundary:String}, known_at = {known_at:String})
        )
        GROUP BY place_kind, place, code)
    ) AS told_cubes,
    workers AS
    (
        SELECT reinterpretAsUInt128(unhex(person_key)) AS person, unit_uid, former_unit_uid, status, year - toInt32(birth_year) AS age, sex, social_insurance IN ('compulsory', 'voluntary') AS insured, unemployment_insurance = 'yes' AS covered,
            training IN ('certificate', 'elementary', 'intermediate', 'college', 'university', 'postgraduate') AS trained,
            multiIf(unemployed_since > day, '', day < addMonths(unemployed_since, 3), 'under-3', day < addMonths(unemployed_since, 12), '3-12', 'over-12') AS duration
        FROM raw_worker_spells_v1 FINAL
        WHERE known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
    ),
    worked AS
    (
        SELECT unit_uid, former_unit_uid,
            [
                count(), countIf(status = 'employed'), countIf(status = 'unemployed'), countIf(status = 'inactive'), countIf(age >= 15), countIf(age >= 15 AND status IN ('employed', 'unemployed')),
                countIf(age >= 15 AND age <= if(sex = 'F', women_until, men_until)), countIf(trained AND status IN ('employed', 'unemployed')), countIf(insured AND status = 'employed'), countIf(covered AND status = 'employed'),
                countIf(status = 'unemployed' AND duration = 'under-3'), countIf(status = 'unemployed' AND duration = '3-12'), countIf(status = 'unemployed' AND duration = 'over-12'), 0, 0
            ] AS counts
        FROM workers
        GROUP BY unit_uid, former_unit_uid
    ),
    residents AS
    (
        SELECT reinterpretAsUInt128(unhex(person_key)) AS person, argMin((unit_uid, former_unit_uid), track) AS home_units, min(toInt32(birth_year)) AS born
        FROM raw_resident_spells_v1 FINAL
        WHERE track IN ('permanent', 'temporary') AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
        GROUP BY person
    ),
    lived AS
    (
        SELECT tupleElement(home_units, 1) AS unit_uid, tupleElement(home_units, 2) AS former_unit_uid, arrayConcat(arrayWithConstant(13, toUInt64(0)), [countIf(person IN (SELECT person FROM workers WHERE age >= 15)), count()]) AS counts
        FROM residents
        WHERE year - born >= 15
        GROUP BY unit_uid, former_unit_uid
    ),
    both AS (SELECT unit_uid, former_unit_uid, counts FROM worked UNION ALL SELECT unit_uid, former_unit_uid, counts FROM lived),
    at_home AS (SELECT counts, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, if(former_unit_uid != '', former_unit_uid, unit_uid) AS lived_in FROM both),
    housed AS (SELECT counts, home, shares[concat('unit ', home)] AS unit_parts, shares[concat('area ', lived_in)] AS area_parts FROM at_home),
    placed AS
    (
        SELECT counts, arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_parts, [('all', '', 1000000000, true)])) AS part
        FROM housed
    ),
    sums AS
    (
        SELECT tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, min(tupleElement(part, 4)) AS exact, sumForEach(arrayMap(x -> toInt64(x) * tupleElement(part, 3), counts)) AS n
        FROM placed
        GROUP BY place_kind, place
    ),
    figures AS
    (
        SELECT place_kind, place, exact, arrayJoin(
            [
                ('ld.records', n[1], 0, 0), ('ld.employed', n[2], 0, 0), ('ld.unemployed', n[3], 0, 0), ('ld.inactive', n[4], 0, 0), ('ld.working-age', n[7], 0, 0), ('ld.coverage', n[14], n[15], 100), ('ld.participation', n[6], n[5], 100),
                ('ld.without-work-share', n[3], n[2] + n[3], 100), ('ld.trained-share', n[8], n[2] + n[3], 100), ('ld.social-insurance-share', n[9], n[2], 100), ('ld.unemployment-insurance-share', n[10], n[2], 100),
                ('ld.without-work-under-3', n[11], 0, 0), ('ld.without-work-3-12', n[12], 0, 0), ('ld.without-work-over-12', n[13], 0, 0)
            ]) AS f
        FROM sums
    ),
    judged AS
    (
        SELECT place_kind, place, exact, tupleElement(f, 1) AS code, tupleElement(f, 2) AS n, tupleElement(f, 3) AS over, tupleElement(f, 4) AS factor,
            (n > 0 AND n < five) OR (over > 0 AND over < five) OR (over > n AND over - n < five) AS small
        FROM figures
    ),
    cubes AS (SELECT tupleElement(x, 1) AS place_kind, tupleElement(x, 2) AS place, tupleElement(x, 3) AS code, tupleElement(x, 4) AS hidden FROM (SELECT arrayJoin(told_cubes) AS x)),
    told AS
    (
        SELECT j.place_kind AS place_kind, j.place AS place, j.code AS code, j.n AS n, j.over AS over, j.factor AS factor, j.exact AS exact,
            j.small OR c.hidden OR (j.place_kind = 'unit' AND countIf(j.small) OVER (PARTITION BY j.place_kind, j.code) = 1 AND (j.n, j.place) = minIf((j.n, j.place), j.n >= five AND NOT j.small) OVER (PARTITION BY j.place_kind, j.code)) AS hidden
        FROM judged AS j LEFT JOIN cubes AS c ON c.place_kind = j.place_kind AND c.place = j.place AND c.code = j.code
    )
SELECT
    t.code AS code, toUInt16(38) AS model, t.place_kind AS place_kind, t.place AS place, if(p.place_vi = '', t.place, p.place_vi) AS place_vi, toStartOfMonth(day) AS month, multiIf(t.hidden, nan, t.factor = 0, t.n / 1000000000, t.over = 0, nan, t.n / t.over * t.factor) AS value,
    if(t.hidden, nan, t.n / 1000000000) AS count, nan AS sum_12m, if(t.hidden OR t.factor = 0, nan, t.over / 1000000000) AS base, toUInt8(t.exact) AS exact, toUInt8(t.hidden) AS suppressed, toUInt8(toLastDayOfMonth(day) <= day) AS closed, day AS as_of, boundary_day AS boundary
FROM told AS t LEFT JOIN place_names AS p ON p.place_kind = t.place_kind AND p.place = t.place
COMMENT 'The view labour_indicators as of a day, on the boundaries of a day, as known on a day: SELECT * FROM labour_indicators_at(as_of = ..., boundary = ..., known_at = ...); an empty as_of or known_at is the newest recorded day, an empty boundary the as-of day. Chỉ tiêu lao động tại một ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS labour_indicators ON CLUSTER '{cluster}'
(
    code LowCardinality(String) COMMENT 'Mã chỉ tiêu, xem indicator_definitions',
    model UInt16 COMMENT 'Mô hình',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    month Date COMMENT 'Tháng: của ngày tính, hoặc từng tháng của biến động',
    value Float64 COMMENT 'Giá trị; NaN = không tính được hoặc che',
    count Float64 COMMENT 'Số đếm, tử số; NaN = che',
    sum_12m Float64 COMMENT 'Tổng 12 tháng đến tháng này; NaN = không áp dụng',
    base Float64 COMMENT 'Mẫu số; NaN = không áp dụng hoặc che',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    suppressed UInt8 COMMENT '1 = che',
    closed UInt8 COMMENT '1 = tháng đã kết thúc',
    as_of Date COMMENT 'Tính đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
AS
SELECT * FROM da06.labour_indicators_at(as_of = '', boundary = '', known_at = '')
COMMENT 'Indicators of workers (model 38), of the as-of month. Unemployment here is what the register says, with its coverage; it is not the rate of the labour force survey. Chỉ tiêu lao động';

INSERT INTO schema_migrations VALUES ('0025_population_views.sql', 'e129dc5566bd3e86058ee5ad7e1713417eedeb5d07f47fa11d41cb4528ee88a7');
