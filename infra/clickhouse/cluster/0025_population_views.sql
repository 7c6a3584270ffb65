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
DEFINER = da06_writer SQL SECURITY DEFINER
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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT 'unit' AS place_kind, uid AS place, name_vi AS place_vi FROM units
UNION ALL
SELECT 'area', area, max(area_vi) FROM unit_areas GROUP BY area
UNION ALL
SELECT 'all', '', 'Toàn địa bàn'
COMMENT 'Names of places of figures. Tên nơi của số liệu';

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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    5000000000 AS five,
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
    tupleElement(units_told, 4) AS urban_units,
    mapFromArrays(tupleElement(tupleElement(units_told, 6), 1), tupleElement(tupleElement(units_told, 6), 2)) AS names,
    (
        WITH
            alike AS
            (
                SELECT bitXor(bitXor(bitXor(cityHash64(s.track), bitRotateLeft(cityHash64(s.sex), 1)), bitRotateLeft(cityHash64(s.unit_uid), 2)), bitRotateLeft(cityHash64(s.former_unit_uid), 3)) AS kind_of, s.birth_year AS born, any(s.track) AS track, any(s.sex) AS sex, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid, count() AS persons
                FROM raw_resident_spells_v1 AS s FINAL
                WHERE s.track != 'death' AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day AND (s.track != 'absence' OR arrayExists(part -> part.1 <= day AND part.2 > day, s.resident_in))
                GROUP BY kind_of, born
            ),
            aged AS (SELECT if(track = 'absence', 'absent', track) AS status, sex, unit_uid, former_unit_uid, least(intDiv(greatest(toYear(day) - born, 0), 5), 17) AS step, sum(persons) AS persons FROM alike GROUP BY ALL),
            placed AS
            (
                SELECT status, step, sex AS b, persons, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
                    arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
                FROM aged
            ),
            counted AS
            (
                SELECT status, if(step = 17, '85+', concat(leftPad(toString(step * 5), 2, '0'), '-', leftPad(toString(step * 5 + 4), 2, '0'))) AS a, b, tupleElement(part, 1) AS kind, tupleElement(part, 2) AS place, sum(persons * tupleElement(part, 3)) AS n, min(tupleElement(part, 4)) AS exact
                FROM placed
                GROUP BY status, step, b, kind, place
            ),
            tabled AS
            (
                SELECT status, exact, arrayJoin(if(kind = 'unit', [('unit', 'sex', 'all', '', place, b, n), ('unit', 'age', 'all', '', place, a, n), ('zone', 'sex', 'all', '', if(has(urban_units, place), 'urban', 'rural'), b, n)], [('age', 'sex', kind, place, a, b, n)])) AS m
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
            if(row_name = 'zone' AND r != '', 'zone', '') AS given, multiIf(column_name != 'sex', c, row_name = 'unit', '', r) AS a, if(column_name = 'sex', c, '') AS b,
            row_name = 'age' OR (row_name = 'zone' AND r != '') OR (row_name = 'unit' AND r != '' AND (column_name = 'sex' OR c != '')) AS own
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
    kind AS place_kind, place, if(names[concat(kind, ' ', place)] = '', place, names[concat(kind, ' ', place)]) AS place_vi, status, multiIf(a = '' AND b = '', 'total', a = '', 'sex', b = '', 'age', 'age-sex') AS cube, b AS sex, a AS age_group, if(suppressed, nan, n / 1000000000) AS persons, toUInt8(merged.suppressed) AS suppressed, toUInt8(merged.exact) AS exact,
    day AS as_of, boundary_day AS boundary
FROM merged
WHERE given = ''
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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    newest_day AS day,
    newest_day AS boundary_day,
    newest_day AS known_day,
    5000000000 AS five,
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
    tupleElement(units_told, 4) AS urban_units,
    mapFromArrays(tupleElement(tupleElement(units_told, 6), 1), tupleElement(tupleElement(units_told, 6), 2)) AS names,
    (
        WITH
            alike AS
            (
                SELECT bitXor(bitXor(bitXor(cityHash64(s.track), bitRotateLeft(cityHash64(s.sex), 1)), bitRotateLeft(cityHash64(s.unit_uid), 2)), bitRotateLeft(cityHash64(s.former_unit_uid), 3)) AS kind_of, s.birth_year AS born, any(s.track) AS track, any(s.sex) AS sex, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid, count() AS persons
                FROM raw_resident_spells_v1 AS s FINAL
                WHERE s.track != 'death' AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day AND (s.track != 'absence' OR arrayExists(part -> part.1 <= day AND part.2 > day, s.resident_in))
                GROUP BY kind_of, born
            ),
            aged AS (SELECT if(track = 'absence', 'absent', track) AS status, sex, unit_uid, former_unit_uid, least(intDiv(greatest(toYear(day) - born, 0), 5), 17) AS step, sum(persons) AS persons FROM alike GROUP BY ALL),
            placed AS
            (
                SELECT status, step, sex AS b, persons, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
                    arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
                FROM aged
            ),
            counted AS
            (
                SELECT status, if(step = 17, '85+', concat(leftPad(toString(step * 5), 2, '0'), '-', leftPad(toString(step * 5 + 4), 2, '0'))) AS a, b, tupleElement(part, 1) AS kind, tupleElement(part, 2) AS place, sum(persons * tupleElement(part, 3)) AS n, min(tupleElement(part, 4)) AS exact
                FROM placed
                GROUP BY status, step, b, kind, place
            ),
            tabled AS
            (
                SELECT status, exact, arrayJoin(if(kind = 'unit', [('unit', 'sex', 'all', '', place, b, n), ('unit', 'age', 'all', '', place, a, n), ('zone', 'sex', 'all', '', if(has(urban_units, place), 'urban', 'rural'), b, n)], [('age', 'sex', kind, place, a, b, n)])) AS m
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
            if(row_name = 'zone' AND r != '', 'zone', '') AS given, multiIf(column_name != 'sex', c, row_name = 'unit', '', r) AS a, if(column_name = 'sex', c, '') AS b,
            row_name = 'age' OR (row_name = 'zone' AND r != '') OR (row_name = 'unit' AND r != '' AND (column_name = 'sex' OR c != '')) AS own
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
    kind AS place_kind, place, if(names[concat(kind, ' ', place)] = '', place, names[concat(kind, ' ', place)]) AS place_vi, status, multiIf(a = '' AND b = '', 'total', a = '', 'sex', b = '', 'age', 'age-sex') AS cube, b AS sex, a AS age_group, if(suppressed, nan, n / 1000000000) AS persons, toUInt8(merged.suppressed) AS suppressed, toUInt8(merged.exact) AS exact,
    day AS as_of, boundary_day AS boundary
FROM merged
WHERE given = ''
COMMENT 'Residents of the register in fixed cubes: by unit and sex, by unit and age group, and by age group and sex for each area and for all; register counts, not official statistics. Dân cư theo đăng ký';

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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    5000000000 AS five,
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
    (
        WITH
            alike AS
            (
                WITH bitXor(bitXor(bitXor(cityHash64(s.status), bitRotateLeft(cityHash64(s.sex), 1)), bitRotateLeft(cityHash64(s.unit_uid), 2)), bitRotateLeft(cityHash64(s.former_unit_uid), 3)) AS kind_of
                SELECT
                    bitXor(bitXor(bitXor(kind_of, bitRotateLeft(cityHash64(s.section_2018), 4)), bitRotateLeft(cityHash64(s.section_2025), 5)), bitRotateLeft(cityHash64(substring(s.occupation, 1, 1)), 6)) AS of_work,
                    bitXor(bitXor(kind_of, bitRotateLeft(cityHash64(s.position), 4)), bitRotateLeft(cityHash64(s.contract), 5)) AS of_terms,
                    bitXor(bitXor(bitXor(kind_of, bitRotateLeft(cityHash64(s.social_insurance), 4)), bitRotateLeft(cityHash64(s.training), 5)), bitRotateLeft(cityHash64(s.unemployed_since), 6)) AS of_person,
                    any(s.status) AS status, any(s.sex) AS sex, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid, any(s.section_2018) AS section_2018, any(s.section_2025) AS section_2025, any(substring(s.occupation, 1, 1)) AS occupation,
                    any(s.position) AS position, any(s.contract) AS contract, any(s.social_insurance) AS social_insurance, any(s.training) AS training, any(s.unemployed_since) AS since, count() AS persons
                FROM raw_worker_spells_v1 AS s FINAL
                WHERE known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
                GROUP BY GROUPING SETS ((of_work), (of_terms), (of_person))
            ),
            workers_then AS
            (
                SELECT tupleElement(c, 1) AS cube, tupleElement(c, 2) AS value, tupleElement(c, 3) AS sex, unit_uid, former_unit_uid, sum(persons) AS persons
                FROM (SELECT *, multiIf(since > day, '', day < addMonths(since, 3), 'under-3', day < addMonths(since, 12), '3-12', 'over-12') AS duration FROM alike) AS w
                ARRAY JOIN
                    multiIf(
                        of_work != 0, if(w.status = 'employed', [('section-2018×sex', section_2018, w.sex), ('section-2025×sex', section_2025, w.sex), ('occupation×sex', occupation, w.sex)], []),
                        of_terms != 0, if(w.status = 'employed', [('position×sex', position, w.sex), ('contract×sex', contract, w.sex)], []),
                        arrayConcat([('status×sex', w.status, w.sex)], if(w.status = 'employed', [('insurance×sex', social_insurance, w.sex), ('training×sex', training, w.sex)], []), if(w.status = 'unemployed', [('duration×sex', duration, w.sex)], []))) AS c
                GROUP BY value, sex, unit_uid, former_unit_uid, cube
            ),
            placed AS
            (
                SELECT cube, if(value = '', 'unknown', value) AS a, sex AS b, persons, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
                    arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
                FROM workers_then
            ),
            counted AS
            (
                SELECT cube, a, b, tupleElement(part, 1) AS kind, tupleElement(part, 2) AS place, sum(persons * tupleElement(part, 3)) AS n, min(tupleElement(part, 4)) AS exact
                FROM placed
                GROUP BY a, b, kind, place, cube
            ),
            tabled AS
            (
                SELECT 'workers' AS status, exact, arrayJoin(multiIf(kind != 'unit', [(substring(cube, 1, position(cube, '×') - 1), 'sex', kind, place, a, b, n)], cube = 'status×sex', [('unit', 'status', 'all', '', place, a, n)], [])) AS m
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
            concat(row_name, '×', column_name) AS given, multiIf(column_name != 'sex', c, row_name = 'unit', '', r) AS a, if(column_name = 'sex', c, '') AS b, true AS own
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
    given AS cube, kind AS place_kind, place, if(names[concat(kind, ' ', place)] = '', place, names[concat(kind, ' ', place)]) AS place_vi, a, b, if(suppressed, nan, n / 1000000000) AS persons, toUInt8(merged.suppressed) AS suppressed, toUInt8(merged.exact) AS exact, day AS as_of, boundary_day AS boundary
FROM merged
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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    newest_day AS day,
    newest_day AS boundary_day,
    newest_day AS known_day,
    5000000000 AS five,
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
    (
        WITH
            alike AS
            (
                WITH bitXor(bitXor(bitXor(cityHash64(s.status), bitRotateLeft(cityHash64(s.sex), 1)), bitRotateLeft(cityHash64(s.unit_uid), 2)), bitRotateLeft(cityHash64(s.former_unit_uid), 3)) AS kind_of
                SELECT
                    bitXor(bitXor(bitXor(kind_of, bitRotateLeft(cityHash64(s.section_2018), 4)), bitRotateLeft(cityHash64(s.section_2025), 5)), bitRotateLeft(cityHash64(substring(s.occupation, 1, 1)), 6)) AS of_work,
                    bitXor(bitXor(kind_of, bitRotateLeft(cityHash64(s.position), 4)), bitRotateLeft(cityHash64(s.contract), 5)) AS of_terms,
                    bitXor(bitXor(bitXor(kind_of, bitRotateLeft(cityHash64(s.social_insurance), 4)), bitRotateLeft(cityHash64(s.training), 5)), bitRotateLeft(cityHash64(s.unemployed_since), 6)) AS of_person,
                    any(s.status) AS status, any(s.sex) AS sex, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid, any(s.section_2018) AS section_2018, any(s.section_2025) AS section_2025, any(substring(s.occupation, 1, 1)) AS occupation,
                    any(s.position) AS position, any(s.contract) AS contract, any(s.social_insurance) AS social_insurance, any(s.training) AS training, any(s.unemployed_since) AS since, count() AS persons
                FROM raw_worker_spells_v1 AS s FINAL
                WHERE known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
                GROUP BY GROUPING SETS ((of_work), (of_terms), (of_person))
            ),
            workers_then AS
            (
                SELECT tupleElement(c, 1) AS cube, tupleElement(c, 2) AS value, tupleElement(c, 3) AS sex, unit_uid, former_unit_uid, sum(persons) AS persons
                FROM (SELECT *, multiIf(since > day, '', day < addMonths(since, 3), 'under-3', day < addMonths(since, 12), '3-12', 'over-12') AS duration FROM alike) AS w
                ARRAY JOIN
                    multiIf(
                        of_work != 0, if(w.status = 'employed', [('section-2018×sex', section_2018, w.sex), ('section-2025×sex', section_2025, w.sex), ('occupation×sex', occupation, w.sex)], []),
                        of_terms != 0, if(w.status = 'employed', [('position×sex', position, w.sex), ('contract×sex', contract, w.sex)], []),
                        arrayConcat([('status×sex', w.status, w.sex)], if(w.status = 'employed', [('insurance×sex', social_insurance, w.sex), ('training×sex', training, w.sex)], []), if(w.status = 'unemployed', [('duration×sex', duration, w.sex)], []))) AS c
                GROUP BY value, sex, unit_uid, former_unit_uid, cube
            ),
            placed AS
            (
                SELECT cube, if(value = '', 'unknown', value) AS a, sex AS b, persons, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
                    arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
                FROM workers_then
            ),
            counted AS
            (
                SELECT cube, a, b, tupleElement(part, 1) AS kind, tupleElement(part, 2) AS place, sum(persons * tupleElement(part, 3)) AS n, min(tupleElement(part, 4)) AS exact
                FROM placed
                GROUP BY a, b, kind, place, cube
            ),
            tabled AS
            (
                SELECT 'workers' AS status, exact, arrayJoin(multiIf(kind != 'unit', [(substring(cube, 1, position(cube, '×') - 1), 'sex', kind, place, a, b, n)], cube = 'status×sex', [('unit', 'status', 'all', '', place, a, n)], [])) AS m
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
            concat(row_name, '×', column_name) AS given, multiIf(column_name != 'sex', c, row_name = 'unit', '', r) AS a, if(column_name = 'sex', c, '') AS b, true AS own
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
    given AS cube, kind AS place_kind, place, if(names[concat(kind, ' ', place)] = '', place, names[concat(kind, ' ', place)]) AS place_vi, a, b, if(suppressed, nan, n / 1000000000) AS persons, toUInt8(merged.suppressed) AS suppressed, toUInt8(merged.exact) AS exact, day AS as_of, boundary_day AS boundary
FROM merged
COMMENT 'Workers of the register in fixed cubes; register counts, not the labour force survey. Lao động theo đăng ký';

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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    5000000000 AS five,
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
    (
        SELECT mapFromArrays(groupArray(pair), groupArray((unit_uid, former_unit_uid)))
        FROM (SELECT bitXor(cityHash64(s.unit_uid), bitRotateLeft(cityHash64(s.former_unit_uid), 1)) AS pair, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid FROM raw_resident_spells_v1 AS s WHERE s.track = 'permanent' GROUP BY pair)
    ) AS pairs,
    alike AS
    (
        SELECT members, count() AS households
        FROM
        (
            SELECT arraySort(groupArray(bitXor(cityHash64(s.unit_uid), bitRotateLeft(cityHash64(s.former_unit_uid), 1)))) AS members
            FROM raw_resident_spells_v1 AS s FINAL
            WHERE track = 'permanent' AND household != '' AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
            GROUP BY cityHash64(household)
        )
        GROUP BY members
    ),
    apart AS (SELECT members, households, tupleElement(pairs[m], 1) AS unit_uid, tupleElement(pairs[m], 2) AS former_unit_uid FROM alike ARRAY JOIN members AS m),
    placed AS
    (
        SELECT members, households, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
            arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
        FROM apart
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
    place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, if(hidden, nan, n / 1000000000) AS households, if(hidden, nan, of_them / 1000000000) AS persons, toUInt8(hidden) AS suppressed, toUInt8(covered.exact) AS exact,
    day AS as_of, boundary_day AS boundary
FROM covered
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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    newest_day AS day,
    newest_day AS boundary_day,
    newest_day AS known_day,
    5000000000 AS five,
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
    (
        SELECT mapFromArrays(groupArray(pair), groupArray((unit_uid, former_unit_uid)))
        FROM (SELECT bitXor(cityHash64(s.unit_uid), bitRotateLeft(cityHash64(s.former_unit_uid), 1)) AS pair, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid FROM raw_resident_spells_v1 AS s WHERE s.track = 'permanent' GROUP BY pair)
    ) AS pairs,
    alike AS
    (
        SELECT members, count() AS households
        FROM
        (
            SELECT arraySort(groupArray(bitXor(cityHash64(s.unit_uid), bitRotateLeft(cityHash64(s.former_unit_uid), 1)))) AS members
            FROM raw_resident_spells_v1 AS s FINAL
            WHERE track = 'permanent' AND household != '' AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
            GROUP BY cityHash64(household)
        )
        GROUP BY members
    ),
    apart AS (SELECT members, households, tupleElement(pairs[m], 1) AS unit_uid, tupleElement(pairs[m], 2) AS former_unit_uid FROM alike ARRAY JOIN members AS m),
    placed AS
    (
        SELECT members, households, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
            arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
        FROM apart
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
    place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, if(hidden, nan, n / 1000000000) AS households, if(hidden, nan, of_them / 1000000000) AS persons, toUInt8(hidden) AS suppressed, toUInt8(covered.exact) AS exact,
    day AS as_of, boundary_day AS boundary
FROM covered
COMMENT 'Households of permanent residents; one whose members are counted in several places is counted in each, by the largest share of a member. Hộ thường trú';

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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    1000000000 AS one,
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
    toRelativeMonthNum(toDate('1970-01-01')) AS epoch,
    toRelativeMonthNum(day) AS last_month,
    alike AS
    (
        SELECT bitXor(bitXor(bitXor(bitXor(bitXor(bitXor(cityHash64(s.track), bitRotateLeft(cityHash64(s.unit_uid), 1)), bitRotateLeft(cityHash64(s.former_unit_uid), 2)), bitRotateLeft(cityHash64(s.unit_before), 3)), bitRotateLeft(cityHash64(s.former_before), 4)), bitRotateLeft(cityHash64(s.opened_by), 5)), bitRotateLeft(cityHash64(s.closed_by), 6)) AS kind_of, greatest(toRelativeMonthNum(from_day), epoch) AS from_month, if(until_day <= day, greatest(toRelativeMonthNum(until_day), epoch), 0) AS until_month,
            any(s.track) AS track, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid, any(s.unit_before) AS unit_before, any(s.former_before) AS former_before, any(s.opened_by) AS opened_by, any(s.closed_by) AS closed_by, count() AS persons
        FROM raw_resident_spells_v1 AS s FINAL
        WHERE s.track != 'absence' AND known_from <= known_day AND known_until > known_day AND from_day <= day
        GROUP BY kind_of, from_month, until_month
    ),
    spells AS
    (
        SELECT track, unit_uid, former_unit_uid, unit_before, former_before, from_month, until_month, persons,
            opened_by IN ('arrival', 'moved', 'other') OR (opened_by = 'renewal' AND unit_before != '') AS opened, closed_by IN ('moved-out', 'abroad', 'outside', 'other', 'expired') AS closed
        FROM alike
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
    ),
    told AS
    (
        SELECT makeDate(intDiv(month - 1, 12), (month - 1) % 12 + 1, 1) AS month_of, place_kind, place, tupleElement(sums, 1) AS boys, tupleElement(sums, 2) AS girls, tupleElement(sums, 3) AS others, tupleElement(sums, 4) AS died, tupleElement(sums, 5) AS entered, tupleElement(sums, 6) AS gone, tupleElement(sums, 7) AS lodged, tupleElement(sums, 8) AS lodged_out,
            tupleElement(estimated, 1) OR tupleElement(estimated, 2) OR tupleElement(estimated, 3) OR tupleElement(estimated, 4) OR tupleElement(estimated, 5) AS any_estimated
        FROM dense
        WHERE month >= first
    )
SELECT
    month_of AS month, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, boys / one AS births_m, girls / one AS births_f, (boys + girls + others) / one AS births, died / one AS deaths, entered / one AS in, gone / one AS out,
    lodged / one AS temporary_in, lodged_out / one AS temporary_out, births - deaths AS natural, in - out AS net, toUInt8(toLastDayOfMonth(month_of) <= day) AS closed, toUInt8(NOT any_estimated) AS exact, day AS as_of, boundary_day AS boundary
FROM told
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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    newest_day AS day,
    newest_day AS boundary_day,
    newest_day AS known_day,
    1000000000 AS one,
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
    toRelativeMonthNum(toDate('1970-01-01')) AS epoch,
    toRelativeMonthNum(day) AS last_month,
    alike AS
    (
        SELECT bitXor(bitXor(bitXor(bitXor(bitXor(bitXor(cityHash64(s.track), bitRotateLeft(cityHash64(s.unit_uid), 1)), bitRotateLeft(cityHash64(s.former_unit_uid), 2)), bitRotateLeft(cityHash64(s.unit_before), 3)), bitRotateLeft(cityHash64(s.former_before), 4)), bitRotateLeft(cityHash64(s.opened_by), 5)), bitRotateLeft(cityHash64(s.closed_by), 6)) AS kind_of, greatest(toRelativeMonthNum(from_day), epoch) AS from_month, if(until_day <= day, greatest(toRelativeMonthNum(until_day), epoch), 0) AS until_month,
            any(s.track) AS track, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid, any(s.unit_before) AS unit_before, any(s.former_before) AS former_before, any(s.opened_by) AS opened_by, any(s.closed_by) AS closed_by, count() AS persons
        FROM raw_resident_spells_v1 AS s FINAL
        WHERE s.track != 'absence' AND known_from <= known_day AND known_until > known_day AND from_day <= day
        GROUP BY kind_of, from_month, until_month
    ),
    spells AS
    (
        SELECT track, unit_uid, former_unit_uid, unit_before, former_before, from_month, until_month, persons,
            opened_by IN ('arrival', 'moved', 'other') OR (opened_by = 'renewal' AND unit_before != '') AS opened, closed_by IN ('moved-out', 'abroad', 'outside', 'other', 'expired') AS closed
        FROM alike
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
    ),
    told AS
    (
        SELECT makeDate(intDiv(month - 1, 12), (month - 1) % 12 + 1, 1) AS month_of, place_kind, place, tupleElement(sums, 1) AS boys, tupleElement(sums, 2) AS girls, tupleElement(sums, 3) AS others, tupleElement(sums, 4) AS died, tupleElement(sums, 5) AS entered, tupleElement(sums, 6) AS gone, tupleElement(sums, 7) AS lodged, tupleElement(sums, 8) AS lodged_out,
            tupleElement(estimated, 1) OR tupleElement(estimated, 2) OR tupleElement(estimated, 3) OR tupleElement(estimated, 4) OR tupleElement(estimated, 5) AS any_estimated
        FROM dense
        WHERE month >= first
    )
SELECT
    month_of AS month, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, boys / one AS births_m, girls / one AS births_f, (boys + girls + others) / one AS births, died / one AS deaths, entered / one AS in, gone / one AS out,
    lodged / one AS temporary_in, lodged_out / one AS temporary_out, births - deaths AS natural, in - out AS net, toUInt8(toLastDayOfMonth(month_of) <= day) AS closed, toUInt8(NOT any_estimated) AS exact, day AS as_of, boundary_day AS boundary
FROM told
COMMENT 'Births, deaths and moves a month, by place, from the first month with any; a month is final once it is closed. Biến động dân cư';

CREATE VIEW IF NOT EXISTS labour_coverage_at ON CLUSTER '{cluster}'
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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    5000000000 AS five,
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
    toYear(day) AS year,
    (
        SELECT mapFromArrays(groupArray(pair), groupArray((unit_uid, former_unit_uid)))
        FROM (SELECT bitXor(cityHash64(s.unit_uid), bitRotateLeft(cityHash64(s.former_unit_uid), 1)) AS pair, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid FROM raw_resident_spells_v1 AS s WHERE s.track IN ('permanent', 'temporary') GROUP BY pair)
    ) AS pairs,
    lives AS
    (
        SELECT argMin(pair, rank) AS home, min(rank) AS first_rank, min(born) AS eldest, max(rank) = 2 AS works
        FROM
        (
            SELECT person, toUInt8(track = 'temporary') AS rank, bitXor(cityHash64(unit_uid), bitRotateLeft(cityHash64(former_unit_uid), 1)) AS pair, birth_year AS born
            FROM raw_resident_spells_v1 FINAL
            WHERE track IN ('permanent', 'temporary') AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
            UNION ALL
            SELECT person, toUInt8(2), toUInt64(0), toUInt16(9999)
            FROM raw_worker_spells_v1 FINAL
            WHERE known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day AND year - toInt32(birth_year) >= 15
        )
        GROUP BY person
    ),
    residents AS
    (
        SELECT tupleElement(pairs[home], 1) AS unit_uid, tupleElement(pairs[home], 2) AS former_unit_uid, [countIf(works), count()] AS counts
        FROM lives
        WHERE first_rank < 2 AND year - toInt32(eldest) >= 15
        GROUP BY home
    ),
    placed AS
    (
        SELECT counts, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
            arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
        FROM residents
    ),
    sums AS
    (
        SELECT tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, sumForEach(arrayMap(x -> toInt64(x) * tupleElement(part, 3), counts)) AS n, arrayMap(x -> x = 0, sumForEach(arrayMap(x -> if(tupleElement(part, 4), 0, toInt64(x) * tupleElement(part, 3)), counts))) AS e
        FROM placed
        GROUP BY place_kind, place
    ),
    judged AS
    (
        SELECT place_kind, place, n[1] AS n_known, n[2] AS n_all, e[1] AND e[2] AS exact, (n_known > 0 AND n_known < five) OR (n_all > 0 AND n_all < five) OR (n_all > n_known AND n_all - n_known < five) AS small
        FROM sums
    ),
    shown AS
    (
        SELECT place_kind, place, n_known, n_all, exact,
            small OR (place_kind = 'unit' AND countIf(small) OVER (PARTITION BY place_kind) = 1 AND (n_known, place) = minIf((n_known, place), n_known >= five AND NOT small) OVER (PARTITION BY place_kind)) AS hidden
        FROM judged
    )
SELECT
    'ld.coverage' AS code, toUInt16(38) AS model, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, toStartOfMonth(day) AS month, if(hidden OR n_all = 0, nan, n_known / n_all * 100) AS value,
    if(hidden, nan, n_known / 1000000000) AS count, nan AS sum_12m, if(hidden, nan, n_all / 1000000000) AS base, toUInt8(shown.exact) AS exact, toUInt8(hidden) AS suppressed, toUInt8(toLastDayOfMonth(day) <= day) AS closed, day AS as_of, boundary_day AS boundary
FROM shown
SETTINGS optimize_and_compare_chain = 0
COMMENT 'The view labour_coverage as of a day, on the boundaries of a day, as known on a day: SELECT * FROM labour_coverage_at(as_of = ..., boundary = ..., known_at = ...); an empty as_of or known_at is the newest recorded day, an empty boundary the as-of day. Độ phủ của đăng ký lao động tại một ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS labour_coverage ON CLUSTER '{cluster}'
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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    newest_day AS day,
    newest_day AS boundary_day,
    newest_day AS known_day,
    5000000000 AS five,
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
    toYear(day) AS year,
    (
        SELECT mapFromArrays(groupArray(pair), groupArray((unit_uid, former_unit_uid)))
        FROM (SELECT bitXor(cityHash64(s.unit_uid), bitRotateLeft(cityHash64(s.former_unit_uid), 1)) AS pair, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid FROM raw_resident_spells_v1 AS s WHERE s.track IN ('permanent', 'temporary') GROUP BY pair)
    ) AS pairs,
    lives AS
    (
        SELECT argMin(pair, rank) AS home, min(rank) AS first_rank, min(born) AS eldest, max(rank) = 2 AS works
        FROM
        (
            SELECT person, toUInt8(track = 'temporary') AS rank, bitXor(cityHash64(unit_uid), bitRotateLeft(cityHash64(former_unit_uid), 1)) AS pair, birth_year AS born
            FROM raw_resident_spells_v1 FINAL
            WHERE track IN ('permanent', 'temporary') AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
            UNION ALL
            SELECT person, toUInt8(2), toUInt64(0), toUInt16(9999)
            FROM raw_worker_spells_v1 FINAL
            WHERE known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day AND year - toInt32(birth_year) >= 15
        )
        GROUP BY person
    ),
    residents AS
    (
        SELECT tupleElement(pairs[home], 1) AS unit_uid, tupleElement(pairs[home], 2) AS former_unit_uid, [countIf(works), count()] AS counts
        FROM lives
        WHERE first_rank < 2 AND year - toInt32(eldest) >= 15
        GROUP BY home
    ),
    placed AS
    (
        SELECT counts, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
            arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
        FROM residents
    ),
    sums AS
    (
        SELECT tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, sumForEach(arrayMap(x -> toInt64(x) * tupleElement(part, 3), counts)) AS n, arrayMap(x -> x = 0, sumForEach(arrayMap(x -> if(tupleElement(part, 4), 0, toInt64(x) * tupleElement(part, 3)), counts))) AS e
        FROM placed
        GROUP BY place_kind, place
    ),
    judged AS
    (
        SELECT place_kind, place, n[1] AS n_known, n[2] AS n_all, e[1] AND e[2] AS exact, (n_known > 0 AND n_known < five) OR (n_all > 0 AND n_all < five) OR (n_all > n_known AND n_all - n_known < five) AS small
        FROM sums
    ),
    shown AS
    (
        SELECT place_kind, place, n_known, n_all, exact,
            small OR (place_kind = 'unit' AND countIf(small) OVER (PARTITION BY place_kind) = 1 AND (n_known, place) = minIf((n_known, place), n_known >= five AND NOT small) OVER (PARTITION BY place_kind)) AS hidden
        FROM judged
    )
SELECT
    'ld.coverage' AS code, toUInt16(38) AS model, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, toStartOfMonth(day) AS month, if(hidden OR n_all = 0, nan, n_known / n_all * 100) AS value,
    if(hidden, nan, n_known / 1000000000) AS count, nan AS sum_12m, if(hidden, nan, n_all / 1000000000) AS base, toUInt8(shown.exact) AS exact, toUInt8(hidden) AS suppressed, toUInt8(toLastDayOfMonth(day) <= day) AS closed, day AS as_of, boundary_day AS boundary
FROM shown
SETTINGS optimize_and_compare_chain = 0
COMMENT 'How many of the residents of 15 years and more the register of workers knows (ld.coverage of model 38), of the as-of month. Độ phủ của đăng ký lao động';

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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    5000000000 AS five,
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
    toYear(day) AS year,
    intDiv(multiIf(year < 2021, 720, least(744, 723 + 3 * (year - 2021))), 12) AS men_until, intDiv(multiIf(year < 2021, 660, least(720, 664 + 4 * (year - 2021))), 12) AS women_until,
    ['records', 'employed', 'unemployed', 'inactive', 'of-15', 'taking-part', 'of-working-age', 'trained', 'insured', 'insured-against-unemployment', 'without-work-under-3', 'without-work-3-12', 'without-work-over-12'] AS counters,
    (
        WITH
            alike AS
            (
                WITH bitXor(bitXor(bitXor(cityHash64(s.status), bitRotateLeft(cityHash64(s.sex), 1)), bitRotateLeft(cityHash64(s.unit_uid), 2)), bitRotateLeft(cityHash64(s.former_unit_uid), 3)) AS kind_of
                SELECT
                    bitXor(bitXor(bitXor(kind_of, bitRotateLeft(cityHash64(s.section_2018), 4)), bitRotateLeft(cityHash64(s.section_2025), 5)), bitRotateLeft(cityHash64(substring(s.occupation, 1, 1)), 6)) AS of_work,
                    bitXor(bitXor(kind_of, bitRotateLeft(cityHash64(s.position), 4)), bitRotateLeft(cityHash64(s.contract), 5)) AS of_terms,
                    bitXor(bitXor(bitXor(bitXor(kind_of, bitRotateLeft(cityHash64(s.social_insurance), 4)), bitRotateLeft(cityHash64(s.training), 5)), bitRotateLeft(cityHash64(s.unemployed_since, s.birth_year), 6)), bitRotateLeft(cityHash64(s.unemployment_insurance), 7)) AS of_person,
                    any(s.status) AS status, any(s.sex) AS sex, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid, any(s.section_2018) AS section_2018, any(s.section_2025) AS section_2025, any(substring(s.occupation, 1, 1)) AS occupation,
                    any(s.position) AS position, any(s.contract) AS contract, any(s.social_insurance) AS social_insurance, any(s.training) AS training, any(s.unemployed_since) AS since, any(s.unemployment_insurance) AS unemployment_insurance, any(s.birth_year) AS born, count() AS persons
                FROM raw_worker_spells_v1 AS s FINAL
                WHERE known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
                GROUP BY GROUPING SETS ((of_work), (of_terms), (of_person))
            ),
            workers_then AS
            (
                SELECT tupleElement(c, 1) AS cube, tupleElement(c, 2) AS value, tupleElement(c, 3) AS sex, unit_uid, former_unit_uid, sum(persons) AS persons
                FROM (SELECT *, multiIf(since > day, '', day < addMonths(since, 3), 'under-3', day < addMonths(since, 12), '3-12', 'over-12') AS duration, year - toInt32(born) AS age, training IN ('certificate', 'elementary', 'intermediate', 'college', 'university', 'postgraduate') AS trained FROM alike) AS w
                ARRAY JOIN
                    multiIf(
                        of_work != 0, if(w.status = 'employed', [('section-2018×sex', section_2018, w.sex), ('section-2025×sex', section_2025, w.sex), ('occupation×sex', occupation, w.sex)], []),
                        of_terms != 0, if(w.status = 'employed', [('position×sex', position, w.sex), ('contract×sex', contract, w.sex)], []),
                        arrayConcat([('status×sex', w.status, w.sex)], if(w.status = 'employed', [('insurance×sex', social_insurance, w.sex), ('training×sex', training, w.sex)], []), if(w.status = 'unemployed', [('duration×sex', duration, w.sex)], []),
                            arrayMap(counter -> ('counters', counter, ''), arrayFilter((counter, holds) -> holds, counters,
                            [
                                true, w.status = 'employed', w.status = 'unemployed', w.status = 'inactive', age >= 15, age >= 15 AND w.status IN ('employed', 'unemployed'), age >= 15 AND age <= if(w.sex = 'F', women_until, men_until),
                                trained AND w.status IN ('employed', 'unemployed'), social_insurance IN ('compulsory', 'voluntary') AND w.status = 'employed', unemployment_insurance = 'yes' AND w.status = 'employed',
                                w.status = 'unemployed' AND duration = 'under-3', w.status = 'unemployed' AND duration = '3-12', w.status = 'unemployed' AND duration = 'over-12'
                            ])))) AS c
                GROUP BY value, sex, unit_uid, former_unit_uid, cube
            ),
            placed AS
            (
                SELECT cube, if(value = '', 'unknown', value) AS a, sex AS b, persons, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
                    arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
                FROM workers_then
            ),
            counted AS
            (
                SELECT cube, a, b, tupleElement(part, 1) AS kind, tupleElement(part, 2) AS place, sum(persons * tupleElement(part, 3)) AS n, min(tupleElement(part, 4)) AS exact
                FROM placed
                GROUP BY a, b, kind, place, cube
            ),
            tabled AS
            (
                SELECT 'workers' AS status, exact, arrayJoin(multiIf(cube = 'counters', [(cube, '', kind, place, a, '', n)], kind != 'unit', [(substring(cube, 1, position(cube, '×') - 1), 'sex', kind, place, a, b, n)], cube = 'status×sex', [('unit', 'status', 'all', '', place, a, n)], [])) AS m
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
            cells_told AS (SELECT tupleElement(x, 1) AS t, tupleElement(x, 2) AS r, tupleElement(x, 3) AS c, tupleElement(x, 4) AS n, tupleElement(x, 5) AS exact FROM (SELECT arrayJoin(told) AS x) WHERE tupleElement(t, 2) != 'counters'),
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
    (
        WITH
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
            crossed_out AS
            (
                SELECT tupleElement(t, 1) AS status, tupleElement(t, 2) AS row_name, tupleElement(t, 3) AS column_name, tupleElement(t, 4) AS table_kind, tupleElement(t, 5) AS table_place, r, c, persons, all_exact,
                    multiIf(shape = 3, crosses OR none_joins, shape = 0, small, none_joins OR small OR (smalls = 1 AND (persons, r, c) = joins)) AS hidden
                FROM sided
            ),
            named AS
            (
                SELECT status, persons, all_exact, hidden, if(row_name = 'unit' AND r != '', 'unit', table_kind) AS kind, if(row_name = 'unit', r, table_place) AS place,
                    concat(row_name, '×', column_name) AS given, multiIf(column_name != 'sex', c, row_name = 'unit', '', r) AS a, if(column_name = 'sex', c, '') AS b, true AS own
                FROM crossed_out
            ),
            merged AS
            (
                SELECT status, given, kind, place, a, b, sumIf(persons, own) AS n, minIf(all_exact, own) AS exact, max(hidden) AS suppressed
                FROM named
                GROUP BY status, given, kind, place, a, b
                HAVING max(own)
            ),
            cubes AS
            (
                SELECT kind AS place_kind, place, suppressed, arrayJoin(multiIf(
                    given IN ('status×sex', 'unit×status') AND b = '', if(a = '', ['ld.records'], arrayConcat([concat('ld.', a)], if(a IN ('employed', 'unemployed'), ['ld.without-work-share'], []))),
                    given = 'training×sex' AND b = '' AND a != '', ['ld.trained-share'], given = 'insurance×sex' AND b = '' AND a != '', ['ld.social-insurance-share'],
                    given = 'duration×sex' AND b = '' AND a != '', [concat('ld.without-work-', a)], [])) AS code
                FROM merged
            )
        SELECT groupUniqArrayIf((place_kind, place, code), suppressed) FROM cubes
    ) AS left_out,
    sums AS
    (
        SELECT tupleElement(t, 4) AS place_kind, tupleElement(t, 5) AS place, mapFromArrays(groupArray(tupleElement(x, 2)), groupArray((tupleElement(x, 4), tupleElement(x, 5)))) AS counted,
            arrayMap(counter -> tupleElement(counted[counter], 1), counters) AS n, arrayMap(counter -> tupleElement(counted[counter], 1) = 0 OR tupleElement(counted[counter], 2), counters) AS e
        FROM (SELECT arrayJoin(told) AS x, tupleElement(x, 1) AS t)
        WHERE tupleElement(t, 2) = 'counters'
        GROUP BY place_kind, place
    ),
    figures AS
    (
        SELECT place_kind, place, arrayJoin(
            [
                ('ld.records', n[1], 0, 0, e[1]), ('ld.employed', n[2], 0, 0, e[2]), ('ld.unemployed', n[3], 0, 0, e[3]), ('ld.inactive', n[4], 0, 0, e[4]), ('ld.working-age', n[7], 0, 0, e[7]), ('ld.participation', n[6], n[5], 100, e[6] AND e[5]),
                ('ld.without-work-share', n[3], n[2] + n[3], 100, e[3] AND e[2] AND e[3]), ('ld.trained-share', n[8], n[2] + n[3], 100, e[8] AND e[2] AND e[3]), ('ld.social-insurance-share', n[9], n[2], 100, e[9] AND e[2]), ('ld.unemployment-insurance-share', n[10], n[2], 100, e[10] AND e[2]),
                ('ld.without-work-under-3', n[11], 0, 0, e[11]), ('ld.without-work-3-12', n[12], 0, 0, e[12]), ('ld.without-work-over-12', n[13], 0, 0, e[13])
            ]) AS f
        FROM sums
    ),
    judged AS
    (
        SELECT place_kind, place, tupleElement(f, 1) AS code, tupleElement(f, 2) AS n, tupleElement(f, 3) AS over, tupleElement(f, 4) AS factor, tupleElement(f, 5) AS exact,
            (n > 0 AND n < five) OR (over > 0 AND over < five) OR (over > n AND over - n < five) AS small
        FROM figures
    ),
    shown AS
    (
        SELECT place_kind, place, code, n, over, factor, exact,
            small OR has(left_out, (place_kind, place, code)) OR (place_kind = 'unit' AND countIf(small) OVER (PARTITION BY place_kind, code) = 1 AND (n, place) = minIf((n, place), n >= five AND NOT small) OVER (PARTITION BY place_kind, code)) AS hidden
        FROM judged
    )
SELECT
    code, toUInt16(38) AS model, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, toStartOfMonth(day) AS month, multiIf(hidden, nan, factor = 0, n / 1000000000, over = 0, nan, n / over * factor) AS value,
    if(hidden, nan, n / 1000000000) AS count, nan AS sum_12m, if(hidden OR factor = 0, nan, over / 1000000000) AS base, toUInt8(shown.exact) AS exact, toUInt8(hidden) AS suppressed, toUInt8(toLastDayOfMonth(day) <= day) AS closed, day AS as_of, boundary_day AS boundary
FROM shown
SETTINGS optimize_and_compare_chain = 0
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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    newest_day AS day,
    newest_day AS boundary_day,
    newest_day AS known_day,
    5000000000 AS five,
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
    toYear(day) AS year,
    intDiv(multiIf(year < 2021, 720, least(744, 723 + 3 * (year - 2021))), 12) AS men_until, intDiv(multiIf(year < 2021, 660, least(720, 664 + 4 * (year - 2021))), 12) AS women_until,
    ['records', 'employed', 'unemployed', 'inactive', 'of-15', 'taking-part', 'of-working-age', 'trained', 'insured', 'insured-against-unemployment', 'without-work-under-3', 'without-work-3-12', 'without-work-over-12'] AS counters,
    (
        WITH
            alike AS
            (
                WITH bitXor(bitXor(bitXor(cityHash64(s.status), bitRotateLeft(cityHash64(s.sex), 1)), bitRotateLeft(cityHash64(s.unit_uid), 2)), bitRotateLeft(cityHash64(s.former_unit_uid), 3)) AS kind_of
                SELECT
                    bitXor(bitXor(bitXor(kind_of, bitRotateLeft(cityHash64(s.section_2018), 4)), bitRotateLeft(cityHash64(s.section_2025), 5)), bitRotateLeft(cityHash64(substring(s.occupation, 1, 1)), 6)) AS of_work,
                    bitXor(bitXor(kind_of, bitRotateLeft(cityHash64(s.position), 4)), bitRotateLeft(cityHash64(s.contract), 5)) AS of_terms,
                    bitXor(bitXor(bitXor(bitXor(kind_of, bitRotateLeft(cityHash64(s.social_insurance), 4)), bitRotateLeft(cityHash64(s.training), 5)), bitRotateLeft(cityHash64(s.unemployed_since, s.birth_year), 6)), bitRotateLeft(cityHash64(s.unemployment_insurance), 7)) AS of_person,
                    any(s.status) AS status, any(s.sex) AS sex, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid, any(s.section_2018) AS section_2018, any(s.section_2025) AS section_2025, any(substring(s.occupation, 1, 1)) AS occupation,
                    any(s.position) AS position, any(s.contract) AS contract, any(s.social_insurance) AS social_insurance, any(s.training) AS training, any(s.unemployed_since) AS since, any(s.unemployment_insurance) AS unemployment_insurance, any(s.birth_year) AS born, count() AS persons
                FROM raw_worker_spells_v1 AS s FINAL
                WHERE known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
                GROUP BY GROUPING SETS ((of_work), (of_terms), (of_person))
            ),
            workers_then AS
            (
                SELECT tupleElement(c, 1) AS cube, tupleElement(c, 2) AS value, tupleElement(c, 3) AS sex, unit_uid, former_unit_uid, sum(persons) AS persons
                FROM (SELECT *, multiIf(since > day, '', day < addMonths(since, 3), 'under-3', day < addMonths(since, 12), '3-12', 'over-12') AS duration, year - toInt32(born) AS age, training IN ('certificate', 'elementary', 'intermediate', 'college', 'university', 'postgraduate') AS trained FROM alike) AS w
                ARRAY JOIN
                    multiIf(
                        of_work != 0, if(w.status = 'employed', [('section-2018×sex', section_2018, w.sex), ('section-2025×sex', section_2025, w.sex), ('occupation×sex', occupation, w.sex)], []),
                        of_terms != 0, if(w.status = 'employed', [('position×sex', position, w.sex), ('contract×sex', contract, w.sex)], []),
                        arrayConcat([('status×sex', w.status, w.sex)], if(w.status = 'employed', [('insurance×sex', social_insurance, w.sex), ('training×sex', training, w.sex)], []), if(w.status = 'unemployed', [('duration×sex', duration, w.sex)], []),
                            arrayMap(counter -> ('counters', counter, ''), arrayFilter((counter, holds) -> holds, counters,
                            [
                                true, w.status = 'employed', w.status = 'unemployed', w.status = 'inactive', age >= 15, age >= 15 AND w.status IN ('employed', 'unemployed'), age >= 15 AND age <= if(w.sex = 'F', women_until, men_until),
                                trained AND w.status IN ('employed', 'unemployed'), social_insurance IN ('compulsory', 'voluntary') AND w.status = 'employed', unemployment_insurance = 'yes' AND w.status = 'employed',
                                w.status = 'unemployed' AND duration = 'under-3', w.status = 'unemployed' AND duration = '3-12', w.status = 'unemployed' AND duration = 'over-12'
                            ])))) AS c
                GROUP BY value, sex, unit_uid, former_unit_uid, cube
            ),
            placed AS
            (
                SELECT cube, if(value = '', 'unknown', value) AS a, sex AS b, persons, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
                    arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
                FROM workers_then
            ),
            counted AS
            (
                SELECT cube, a, b, tupleElement(part, 1) AS kind, tupleElement(part, 2) AS place, sum(persons * tupleElement(part, 3)) AS n, min(tupleElement(part, 4)) AS exact
                FROM placed
                GROUP BY a, b, kind, place, cube
            ),
            tabled AS
            (
                SELECT 'workers' AS status, exact, arrayJoin(multiIf(cube = 'counters', [(cube, '', kind, place, a, '', n)], kind != 'unit', [(substring(cube, 1, position(cube, '×') - 1), 'sex', kind, place, a, b, n)], cube = 'status×sex', [('unit', 'status', 'all', '', place, a, n)], [])) AS m
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
            cells_told AS (SELECT tupleElement(x, 1) AS t, tupleElement(x, 2) AS r, tupleElement(x, 3) AS c, tupleElement(x, 4) AS n, tupleElement(x, 5) AS exact FROM (SELECT arrayJoin(told) AS x) WHERE tupleElement(t, 2) != 'counters'),
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
    (
        WITH
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
            crossed_out AS
            (
                SELECT tupleElement(t, 1) AS status, tupleElement(t, 2) AS row_name, tupleElement(t, 3) AS column_name, tupleElement(t, 4) AS table_kind, tupleElement(t, 5) AS table_place, r, c, persons, all_exact,
                    multiIf(shape = 3, crosses OR none_joins, shape = 0, small, none_joins OR small OR (smalls = 1 AND (persons, r, c) = joins)) AS hidden
                FROM sided
            ),
            named AS
            (
                SELECT status, persons, all_exact, hidden, if(row_name = 'unit' AND r != '', 'unit', table_kind) AS kind, if(row_name = 'unit', r, table_place) AS place,
                    concat(row_name, '×', column_name) AS given, multiIf(column_name != 'sex', c, row_name = 'unit', '', r) AS a, if(column_name = 'sex', c, '') AS b, true AS own
                FROM crossed_out
            ),
            merged AS
            (
                SELECT status, given, kind, place, a, b, sumIf(persons, own) AS n, minIf(all_exact, own) AS exact, max(hidden) AS suppressed
                FROM named
                GROUP BY status, given, kind, place, a, b
                HAVING max(own)
            ),
            cubes AS
            (
                SELECT kind AS place_kind, place, suppressed, arrayJoin(multiIf(
                    given IN ('status×sex', 'unit×status') AND b = '', if(a = '', ['ld.records'], arrayConcat([concat('ld.', a)], if(a IN ('employed', 'unemployed'), ['ld.without-work-share'], []))),
                    given = 'training×sex' AND b = '' AND a != '', ['ld.trained-share'], given = 'insurance×sex' AND b = '' AND a != '', ['ld.social-insurance-share'],
                    given = 'duration×sex' AND b = '' AND a != '', [concat('ld.without-work-', a)], [])) AS code
                FROM merged
            )
        SELECT groupUniqArrayIf((place_kind, place, code), suppressed) FROM cubes
    ) AS left_out,
    sums AS
    (
        SELECT tupleElement(t, 4) AS place_kind, tupleElement(t, 5) AS place, mapFromArrays(groupArray(tupleElement(x, 2)), groupArray((tupleElement(x, 4), tupleElement(x, 5)))) AS counted,
            arrayMap(counter -> tupleElement(counted[counter], 1), counters) AS n, arrayMap(counter -> tupleElement(counted[counter], 1) = 0 OR tupleElement(counted[counter], 2), counters) AS e
        FROM (SELECT arrayJoin(told) AS x, tupleElement(x, 1) AS t)
        WHERE tupleElement(t, 2) = 'counters'
        GROUP BY place_kind, place
    ),
    figures AS
    (
        SELECT place_kind, place, arrayJoin(
            [
                ('ld.records', n[1], 0, 0, e[1]), ('ld.employed', n[2], 0, 0, e[2]), ('ld.unemployed', n[3], 0, 0, e[3]), ('ld.inactive', n[4], 0, 0, e[4]), ('ld.working-age', n[7], 0, 0, e[7]), ('ld.participation', n[6], n[5], 100, e[6] AND e[5]),
                ('ld.without-work-share', n[3], n[2] + n[3], 100, e[3] AND e[2] AND e[3]), ('ld.trained-share', n[8], n[2] + n[3], 100, e[8] AND e[2] AND e[3]), ('ld.social-insurance-share', n[9], n[2], 100, e[9] AND e[2]), ('ld.unemployment-insurance-share', n[10], n[2], 100, e[10] AND e[2]),
                ('ld.without-work-under-3', n[11], 0, 0, e[11]), ('ld.without-work-3-12', n[12], 0, 0, e[12]), ('ld.without-work-over-12', n[13], 0, 0, e[13])
            ]) AS f
        FROM sums
    ),
    judged AS
    (
        SELECT place_kind, place, tupleElement(f, 1) AS code, tupleElement(f, 2) AS n, tupleElement(f, 3) AS over, tupleElement(f, 4) AS factor, tupleElement(f, 5) AS exact,
            (n > 0 AND n < five) OR (over > 0 AND over < five) OR (over > n AND over - n < five) AS small
        FROM figures
    ),
    shown AS
    (
        SELECT place_kind, place, code, n, over, factor, exact,
            small OR has(left_out, (place_kind, place, code)) OR (place_kind = 'unit' AND countIf(small) OVER (PARTITION BY place_kind, code) = 1 AND (n, place) = minIf((n, place), n >= five AND NOT small) OVER (PARTITION BY place_kind, code)) AS hidden
        FROM judged
    )
SELECT
    code, toUInt16(38) AS model, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, toStartOfMonth(day) AS month, multiIf(hidden, nan, factor = 0, n / 1000000000, over = 0, nan, n / over * factor) AS value,
    if(hidden, nan, n / 1000000000) AS count, nan AS sum_12m, if(hidden OR factor = 0, nan, over / 1000000000) AS base, toUInt8(shown.exact) AS exact, toUInt8(hidden) AS suppressed, toUInt8(toLastDayOfMonth(day) <= day) AS closed, day AS as_of, boundary_day AS boundary
FROM shown
SETTINGS optimize_and_compare_chain = 0
COMMENT 'Indicators of workers (model 38), of the as-of month. Unemployment here is what the register says, with its coverage in labour_coverage; it is not the rate of the labour force survey. Chỉ tiêu lao động';

CREATE VIEW IF NOT EXISTS household_indicators_at ON CLUSTER '{cluster}'
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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    5000000000 AS five,
    toStartOfMonth(day) AS this_month, toLastDayOfMonth(day) <= day AS this_closed,
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
    (
        WITH
            (
                SELECT mapFromArrays(groupArray(pair), groupArray((unit_uid, former_unit_uid)))
                FROM (SELECT bitXor(cityHash64(s.unit_uid), bitRotateLeft(cityHash64(s.former_unit_uid), 1)) AS pair, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid FROM raw_resident_spells_v1 AS s WHERE s.track = 'permanent' GROUP BY pair)
            ) AS pairs,
            alike AS
            (
                SELECT members, count() AS households
                FROM
                (
                    SELECT arraySort(groupArray(bitXor(cityHash64(s.unit_uid), bitRotateLeft(cityHash64(s.former_unit_uid), 1)))) AS members
                    FROM raw_resident_spells_v1 AS s FINAL
                    WHERE track = 'permanent' AND household != '' AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
                    GROUP BY cityHash64(household)
                )
                GROUP BY members
            ),
            apart AS (SELECT members, households, tupleElement(pairs[m], 1) AS unit_uid, tupleElement(pairs[m], 2) AS former_unit_uid FROM alike ARRAY JOIN members AS m),
            placed AS
            (
                SELECT members, households, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
                    arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
                FROM apart
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
        SELECT groupArray((place_kind, place, if(hidden, nan, n / 1000000000), if(hidden, nan, of_them / 1000000000), covered.exact)) FROM covered
    ) AS told_households,
    household_figures AS
    (
        SELECT tupleElement(x, 1) AS place_kind, tupleElement(x, 2) AS place,
            arrayJoin([('dc.households', tupleElement(x, 3), nan, 0, tupleElement(x, 5)), ('dc.household-size', tupleElement(x, 4), tupleElement(x, 3), 1, tupleElement(x, 5))]) AS f
        FROM (SELECT arrayJoin(told_households) AS x)
    ),
    figures AS
    (
        SELECT tupleElement(f, 1) AS code, place_kind, place, tupleElement(f, 2) AS counted, tupleElement(f, 3) AS over, toFloat64(tupleElement(f, 4)) AS factor, tupleElement(f, 5) AS exact,
            isNaN(counted) OR (factor != 0 AND isNaN(over)) AS hidden, multiIf(factor = 0, counted, over = 0, nan, counted / over * factor) AS figure
        FROM household_figures
    )
SELECT
    code, toUInt16(37) AS model, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, this_month AS month, figure AS value, counted AS count, nan AS sum_12m, over AS base,
    toUInt8(figures.exact) AS exact, toUInt8(hidden) AS suppressed, toUInt8(this_closed) AS closed, day AS as_of, boundary_day AS boundary
FROM figures
SETTINGS optimize_and_compare_chain = 0
COMMENT 'The view household_indicators as of a day, on the boundaries of a day, as known on a day: SELECT * FROM household_indicators_at(as_of = ..., boundary = ..., known_at = ...); an empty as_of or known_at is the newest recorded day, an empty boundary the as-of day. Chỉ tiêu hộ thường trú tại một ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS household_indicators ON CLUSTER '{cluster}'
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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    newest_day AS day,
    newest_day AS boundary_day,
    newest_day AS known_day,
    5000000000 AS five,
    toStartOfMonth(day) AS this_month, toLastDayOfMonth(day) <= day AS this_closed,
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
    (
        WITH
            (
                SELECT mapFromArrays(groupArray(pair), groupArray((unit_uid, former_unit_uid)))
                FROM (SELECT bitXor(cityHash64(s.unit_uid), bitRotateLeft(cityHash64(s.former_unit_uid), 1)) AS pair, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid FROM raw_resident_spells_v1 AS s WHERE s.track = 'permanent' GROUP BY pair)
            ) AS pairs,
            alike AS
            (
                SELECT members, count() AS households
                FROM
                (
                    SELECT arraySort(groupArray(bitXor(cityHash64(s.unit_uid), bitRotateLeft(cityHash64(s.former_unit_uid), 1)))) AS members
                    FROM raw_resident_spells_v1 AS s FINAL
                    WHERE track = 'permanent' AND household != '' AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day
                    GROUP BY cityHash64(household)
                )
                GROUP BY members
            ),
            apart AS (SELECT members, households, tupleElement(pairs[m], 1) AS unit_uid, tupleElement(pairs[m], 2) AS former_unit_uid FROM alike ARRAY JOIN members AS m),
            placed AS
            (
                SELECT members, households, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
                    arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
                FROM apart
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
        SELECT groupArray((place_kind, place, if(hidden, nan, n / 1000000000), if(hidden, nan, of_them / 1000000000), covered.exact)) FROM covered
    ) AS told_households,
    household_figures AS
    (
        SELECT tupleElement(x, 1) AS place_kind, tupleElement(x, 2) AS place,
            arrayJoin([('dc.households', tupleElement(x, 3), nan, 0, tupleElement(x, 5)), ('dc.household-size', tupleElement(x, 4), tupleElement(x, 3), 1, tupleElement(x, 5))]) AS f
        FROM (SELECT arrayJoin(told_households) AS x)
    ),
    figures AS
    (
        SELECT tupleElement(f, 1) AS code, place_kind, place, tupleElement(f, 2) AS counted, tupleElement(f, 3) AS over, toFloat64(tupleElement(f, 4)) AS factor, tupleElement(f, 5) AS exact,
            isNaN(counted) OR (factor != 0 AND isNaN(over)) AS hidden, multiIf(factor = 0, counted, over = 0, nan, counted / over * factor) AS figure
        FROM household_figures
    )
SELECT
    code, toUInt16(37) AS model, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, this_month AS month, figure AS value, counted AS count, nan AS sum_12m, over AS base,
    toUInt8(figures.exact) AS exact, toUInt8(hidden) AS suppressed, toUInt8(this_closed) AS closed, day AS as_of, boundary_day AS boundary
FROM figures
SETTINGS optimize_and_compare_chain = 0
COMMENT 'Indicators of households (model 37), of the as-of day. Chỉ tiêu hộ thường trú';

CREATE VIEW IF NOT EXISTS population_rates_at ON CLUSTER '{cluster}'
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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    5000000000 AS five,
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
    (
        WITH
            toRelativeMonthNum(toDate('1970-01-01')) AS epoch,
            toRelativeMonthNum(day) AS last_month,
            spells AS
            (
                WITH
                    s.opened_by IN ('arrival', 'moved', 'other') OR (s.opened_by = 'renewal' AND s.unit_before != '') AS opens,
                    s.closed_by IN ('moved-out', 'abroad', 'outside', 'other', 'expired') AS closes
                SELECT bitXor(bitXor(bitXor(bitXor(cityHash64(s.track), bitRotateLeft(cityHash64(s.unit_uid), 1)), bitRotateLeft(cityHash64(s.former_unit_uid), 2)), bitRotateLeft(cityHash64(s.unit_before), 3)), bitRotateLeft(cityHash64(s.former_before), 4)) + opens + 2 * closes AS kind_of,
                    greatest(toRelativeMonthNum(from_day), epoch) AS from_month, if(until_day <= day, greatest(toRelativeMonthNum(until_day), epoch), 0) AS until_month,
                    any(s.track) AS track, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid, any(s.unit_before) AS unit_before, any(s.former_before) AS former_before, any(opens) AS opened, any(closes) AS closed, count() AS persons
                FROM raw_resident_spells_v1 AS s FINAL
                WHERE s.track != 'absence' AND known_from <= known_day AND known_until > known_day AND from_day <= day
                GROUP BY kind_of, from_month, until_month
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
            ),
            running AS
            (
                SELECT place_kind, place, makeDate(intDiv(d.month - 1, 12), (d.month - 1) % 12 + 1, 1) AS month_of, makeDate(intDiv(first - 1, 12), (first - 1) % 12 + 1, 1) AS first_month, sums, estimated,
                    sum(tupleElement(sums, 9)) OVER (PARTITION BY place_kind, place ORDER BY d.month) AS stock, sum(tupleElement(estimated, 6)) OVER (PARTITION BY place_kind, place ORDER BY d.month) = 0 AS stock_exact
                FROM dense AS d
            )
        SELECT groupArray((place_kind, place, month_of, first_month, toLastDayOfMonth(month_of) <= day, stock, tupleElement(sums, 1), tupleElement(sums, 2), tupleElement(sums, 3), tupleElement(sums, 4), tupleElement(sums, 5), tupleElement(sums, 6), NOT tupleElement(estimated, 1), NOT tupleElement(estimated, 2), NOT tupleElement(estimated, 3), NOT tupleElement(estimated, 4), stock_exact))
        FROM running
    ) AS told_months,
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
    small AS (SELECT *, (stock > 0 AND stock < five) OR (place_kind = 'unit' AND tinies = 1 AND (stock, place) = next_stock) AS hidden FROM sized),
    yearly AS
    (
        SELECT place_kind, place, month, first_month, closed, stock, hidden, births, deaths, boys, girls, entered, gone, births_exact, deaths_exact, entered_exact, gone_exact, stock_exact,
            lagInFrame(stock, 12, 0) OVER through AS stock_before, lagInFrame(toUInt8(hidden), 12, 0) OVER through AS hidden_before, lagInFrame(toUInt8(stock_exact), 12, 1) OVER through AS stock_before_exact,
            sum(births) OVER year AS births_12, sum(deaths) OVER year AS deaths_12, sum(entered) OVER year AS entered_12, sum(gone) OVER year AS gone_12, sum(boys) OVER year AS boys_12, sum(girls) OVER year AS girls_12,
            sum(boys) OVER three AS boys_36, sum(girls) OVER three AS girls_36,
            min(births_exact) OVER year AS births_12_exact, min(deaths_exact) OVER year AS deaths_12_exact, min(entered_exact) OVER year AS entered_12_exact, min(gone_exact) OVER year AS gone_12_exact, min(births_exact) OVER three AS births_36_exact
        FROM small
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
    flow_told AS
    (
        SELECT tupleElement(f, 1) AS code, place_kind, place, month, closed, tupleElement(f, 2) AS counted, tupleElement(f, 3) AS sum_12m, tupleElement(f, 4) AS over, toFloat64(tupleElement(f, 5)) AS factor, tupleElement(f, 6) AS exact, tupleElement(f, 7) AS given,
            base_hidden AND tupleElement(f, 1) NOT IN ('dc.births', 'dc.deaths', 'dc.natural', 'dc.in', 'dc.out', 'dc.net', 'dc.srb') AS hidden
        FROM flow_figures
    ),
    figures AS
    (
        SELECT code, place_kind, place, month, closed, if(hidden AND code = 'dc.average', nan, counted) AS shown_count, sum_12m, if(hidden, nan, over) AS shown_base, exact, hidden,
            multiIf(hidden, nan, code = 'dc.average', given, factor = 0, counted, over = 0, nan, code = 'dc.srb', counted / over * factor, sum_12m / over * factor) AS figure
        FROM flow_told
    )
SELECT
    code, toUInt16(37) AS model, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, figures.month AS month, figure AS value, shown_count AS count, figures.sum_12m AS sum_12m, shown_base AS base,
    toUInt8(figures.exact) AS exact, toUInt8(hidden) AS suppressed, toUInt8(figures.closed) AS closed, day AS as_of, boundary_day AS boundary
FROM figures
SETTINGS optimize_and_compare_chain = 0
COMMENT 'The view population_rates as of a day, on the boundaries of a day, as known on a day: SELECT * FROM population_rates_at(as_of = ..., boundary = ..., known_at = ...); an empty as_of or known_at is the newest recorded day, an empty boundary the as-of day. Chỉ tiêu biến động dân cư tại một ngày, theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS population_rates ON CLUSTER '{cluster}'
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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    newest_day AS day,
    newest_day AS boundary_day,
    newest_day AS known_day,
    5000000000 AS five,
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
    (
        WITH
            toRelativeMonthNum(toDate('1970-01-01')) AS epoch,
            toRelativeMonthNum(day) AS last_month,
            spells AS
            (
                WITH
                    s.opened_by IN ('arrival', 'moved', 'other') OR (s.opened_by = 'renewal' AND s.unit_before != '') AS opens,
                    s.closed_by IN ('moved-out', 'abroad', 'outside', 'other', 'expired') AS closes
                SELECT bitXor(bitXor(bitXor(bitXor(cityHash64(s.track), bitRotateLeft(cityHash64(s.unit_uid), 1)), bitRotateLeft(cityHash64(s.former_unit_uid), 2)), bitRotateLeft(cityHash64(s.unit_before), 3)), bitRotateLeft(cityHash64(s.former_before), 4)) + opens + 2 * closes AS kind_of,
                    greatest(toRelativeMonthNum(from_day), epoch) AS from_month, if(until_day <= day, greatest(toRelativeMonthNum(until_day), epoch), 0) AS until_month,
                    any(s.track) AS track, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid, any(s.unit_before) AS unit_before, any(s.former_before) AS former_before, any(opens) AS opened, any(closes) AS closed, count() AS persons
                FROM raw_resident_spells_v1 AS s FINAL
                WHERE s.track != 'absence' AND known_from <= known_day AND known_until > known_day AND from_day <= day
                GROUP BY kind_of, from_month, until_month
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
            ),
            running AS
            (
                SELECT place_kind, place, makeDate(intDiv(d.month - 1, 12), (d.month - 1) % 12 + 1, 1) AS month_of, makeDate(intDiv(first - 1, 12), (first - 1) % 12 + 1, 1) AS first_month, sums, estimated,
                    sum(tupleElement(sums, 9)) OVER (PARTITION BY place_kind, place ORDER BY d.month) AS stock, sum(tupleElement(estimated, 6)) OVER (PARTITION BY place_kind, place ORDER BY d.month) = 0 AS stock_exact
                FROM dense AS d
            )
        SELECT groupArray((place_kind, place, month_of, first_month, toLastDayOfMonth(month_of) <= day, stock, tupleElement(sums, 1), tupleElement(sums, 2), tupleElement(sums, 3), tupleElement(sums, 4), tupleElement(sums, 5), tupleElement(sums, 6), NOT tupleElement(estimated, 1), NOT tupleElement(estimated, 2), NOT tupleElement(estimated, 3), NOT tupleElement(estimated, 4), stock_exact))
        FROM running
    ) AS told_months,
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
    small AS (SELECT *, (stock > 0 AND stock < five) OR (place_kind = 'unit' AND tinies = 1 AND (stock, place) = next_stock) AS hidden FROM sized),
    yearly AS
    (
        SELECT place_kind, place, month, first_month, closed, stock, hidden, births, deaths, boys, girls, entered, gone, births_exact, deaths_exact, entered_exact, gone_exact, stock_exact,
            lagInFrame(stock, 12, 0) OVER through AS stock_before, lagInFrame(toUInt8(hidden), 12, 0) OVER through AS hidden_before, lagInFrame(toUInt8(stock_exact), 12, 1) OVER through AS stock_before_exact,
            sum(births) OVER year AS births_12, sum(deaths) OVER year AS deaths_12, sum(entered) OVER year AS entered_12, sum(gone) OVER year AS gone_12, sum(boys) OVER year AS boys_12, sum(girls) OVER year AS girls_12,
            sum(boys) OVER three AS boys_36, sum(girls) OVER three AS girls_36,
            min(births_exact) OVER year AS births_12_exact, min(deaths_exact) OVER year AS deaths_12_exact, min(entered_exact) OVER year AS entered_12_exact, min(gone_exact) OVER year AS gone_12_exact, min(births_exact) OVER three AS births_36_exact
        FROM small
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
    flow_told AS
    (
        SELECT tupleElement(f, 1) AS code, place_kind, place, month, closed, tupleElement(f, 2) AS counted, tupleElement(f, 3) AS sum_12m, tupleElement(f, 4) AS over, toFloat64(tupleElement(f, 5)) AS factor, tupleElement(f, 6) AS exact, tupleElement(f, 7) AS given,
            base_hidden AND tupleElement(f, 1) NOT IN ('dc.births', 'dc.deaths', 'dc.natural', 'dc.in', 'dc.out', 'dc.net', 'dc.srb') AS hidden
        FROM flow_figures
    ),
    figures AS
    (
        SELECT code, place_kind, place, month, closed, if(hidden AND code = 'dc.average', nan, counted) AS shown_count, sum_12m, if(hidden, nan, over) AS shown_base, exact, hidden,
            multiIf(hidden, nan, code = 'dc.average', given, factor = 0, counted, over = 0, nan, code = 'dc.srb', counted / over * factor, sum_12m / over * factor) AS figure
        FROM flow_told
    )
SELECT
    code, toUInt16(37) AS model, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, figures.month AS month, figure AS value, shown_count AS count, figures.sum_12m AS sum_12m, shown_base AS base,
    toUInt8(figures.exact) AS exact, toUInt8(hidden) AS suppressed, toUInt8(figures.closed) AS closed, day AS as_of, boundary_day AS boundary
FROM figures
SETTINGS optimize_and_compare_chain = 0
COMMENT 'Indicators of residents (model 37) of each month: counts, 12-month sums and rates; a month is final once it is closed. Chỉ tiêu biến động dân cư';

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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({as_of:String} = '', toString(newest_day), {as_of:String}), 3, 'Asia/Ho_Chi_Minh')) AS day,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    5000000000 AS five,
    toStartOfMonth(day) AS this_month, toLastDayOfMonth(day) <= day AS this_closed,
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
    tupleElement(units_told, 4) AS urban_units,
    tupleElement(units_told, 5) AS areas_km2,
    mapFromArrays(tupleElement(tupleElement(units_told, 6), 1), tupleElement(tupleElement(units_told, 6), 2)) AS names,
    (
        WITH
            alike AS
            (
                SELECT bitXor(bitXor(bitXor(cityHash64(s.track), bitRotateLeft(cityHash64(s.sex), 1)), bitRotateLeft(cityHash64(s.unit_uid), 2)), bitRotateLeft(cityHash64(s.former_unit_uid), 3)) AS kind_of, s.birth_year AS born, any(s.track) AS track, any(s.sex) AS sex, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid, count() AS persons
                FROM raw_resident_spells_v1 AS s FINAL
                WHERE s.track != 'death' AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day AND (s.track != 'absence' OR arrayExists(part -> part.1 <= day AND part.2 > day, s.resident_in))
                GROUP BY kind_of, born
            ),
            aged AS (SELECT if(track = 'absence', 'absent', track) AS status, sex, unit_uid, former_unit_uid, least(intDiv(greatest(toYear(day) - born, 0), 5), 17) AS step, sum(persons) AS persons FROM alike GROUP BY ALL),
            placed AS
            (
                SELECT status, step, sex AS b, persons, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
                    arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
                FROM aged
            ),
            counted AS
            (
                SELECT status, if(step = 17, '85+', concat(leftPad(toString(step * 5), 2, '0'), '-', leftPad(toString(step * 5 + 4), 2, '0'))) AS a, b, tupleElement(part, 1) AS kind, tupleElement(part, 2) AS place, sum(persons * tupleElement(part, 3)) AS n, min(tupleElement(part, 4)) AS exact
                FROM placed
                GROUP BY status, step, b, kind, place
            ),
            tabled AS
            (
                SELECT status, exact, arrayJoin(if(kind = 'unit', [('unit', 'sex', 'all', '', place, b, n), ('unit', 'age', 'all', '', place, a, n), ('zone', 'sex', 'all', '', if(has(urban_units, place), 'urban', 'rural'), b, n)], [('age', 'sex', kind, place, a, b, n)])) AS m
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
    (
        WITH
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
                    if(row_name = 'zone' AND r != '', 'zone', '') AS given, multiIf(column_name != 'sex', c, row_name = 'unit', '', r) AS a, if(column_name = 'sex', c, '') AS b,
                    row_name = 'age' OR (row_name = 'zone' AND r != '') OR (row_name = 'unit' AND r != '' AND (column_name = 'sex' OR c != '')) AS own
                FROM judged
            ),
            merged AS
            (
                SELECT status, given, kind, place, a, b, sumIf(persons, own) AS n, minIf(all_exact, own) AS exact, max(hidden) AS suppressed
                FROM named
                GROUP BY status, given, kind, place, a, b
                HAVING max(own)
            )
        SELECT groupArray((status, given, kind, place, a, b, merged.exact, if(suppressed, nan, n / 1000000000))) FROM merged
    ) AS cells_shown,
    stocks AS
    (
        SELECT place_kind, place,
            sumIf(persons, status = 'permanent' AND cube = 'total') AS permanents,
            sumIf(persons, status = 'temporary' AND cube = 'total') AS temporaries,
            sumIf(persons, status = 'absent' AND cube = 'total') AS absents,
            sumIf(persons, status = 'permanent' AND cube = 'sex' AND b = 'M') AS men,
            sumIf(persons, status = 'permanent' AND cube = 'sex' AND b = 'F') AS women,
            sumIf(persons, status = 'permanent' AND cube = 'zone' AND a = 'urban' AND b = '') AS urban_people,
            sumIf(persons, status = 'permanent' AND cube = 'age' AND a < '15-19') AS young,
            sumIf(persons, status = 'permanent' AND cube = 'age' AND a BETWEEN '15-19' AND '60-64') AS middle,
            sumIf(persons, status = 'permanent' AND cube = 'age' AND a >= '65-69') AS old,
            sumIf(persons, status = 'permanent' AND cube = 'age' AND a >= '60-64') AS elderly,
            countIf(status = 'permanent' AND NOT all_exact) = 0 AS permanent_exact, countIf(status = 'temporary' AND NOT all_exact) = 0 AS temporary_exact, countIf(status = 'absent' AND NOT all_exact) = 0 AS absent_exact
        FROM
        (
            SELECT tupleElement(x, 1) AS status, tupleElement(x, 3) AS place_kind, tupleElement(x, 4) AS place, tupleElement(x, 5) AS a, tupleElement(x, 6) AS b, tupleElement(x, 7) AS all_exact, tupleElement(x, 8) AS persons,
                multiIf(tupleElement(x, 2) != '', tupleElement(x, 2), a = '' AND b = '', 'total', a = '', 'sex', b = '', 'age', 'age-sex') AS cube
            FROM (SELECT arrayJoin(cells_shown) AS x)
        )
        GROUP BY place_kind, place
    ),
    nights AS (SELECT unit_uid, '' AS former_unit_uid, count() AS persons FROM stay_nights WHERE night = day GROUP BY unit_uid),
    placed AS
    (
        SELECT persons, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
            arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
        FROM nights
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
            if(s.place_kind = 'all', if(minIf(areas_km2[s.place], s.place_kind = 'unit') OVER () > 0, sumIf(areas_km2[s.place], s.place_kind = 'unit') OVER (), 0), areas_km2[s.place]) AS km2
        FROM stocks AS s LEFT JOIN guests_shown AS g ON g.place_kind = s.place_kind AND g.place = s.place
    ),
    stock_figures AS
    (
        SELECT place_kind, place,
            arrayJoin(arrayConcat(
            [
                ('dc.permanent', permanents, nan, 0, permanent_exact), ('dc.temporary', temporaries, nan, 0, temporary_exact), ('dc.absent', absents, nan, 0, absent_exact),
                ('dc.present', permanents + temporaries - absents + staying, nan, 0, permanent_exact AND temporary_exact AND absent_exact AND staying_exact),
                ('dc.density', permanents, km2, 1, permanent_exact), ('dc.sex-ratio', men, women, 100, permanent_exact), ('dc.dependency', young + old, middle, 100, permanent_exact),
                ('dc.dependency-young', young, middle, 100, permanent_exact), ('dc.dependency-old', old, middle, 100, permanent_exact), ('dc.ageing', elderly, young, 100, permanent_exact)
            ], if(place_kind = 'all', [('dc.urban-share', urban_people, permanents, 100, permanent_exact)], []))) AS f
        FROM measured
    ),
    figures AS
    (
        SELECT tupleElement(f, 1) AS code, place_kind, place, tupleElement(f, 2) AS counted, tupleElement(f, 3) AS over, toFloat64(tupleElement(f, 4)) AS factor, tupleElement(f, 5) AS exact,
            isNaN(counted) OR (factor != 0 AND isNaN(over)) AS hidden, multiIf(factor = 0, counted, over = 0, nan, counted / over * factor) AS figure
        FROM stock_figures
    )
SELECT
    code, toUInt16(37) AS model, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, this_month AS month, figure AS value, counted AS count, nan AS sum_12m, over AS base,
    toUInt8(figures.exact) AS exact, toUInt8(hidden) AS suppressed, toUInt8(this_closed) AS closed, day AS as_of, boundary_day AS boundary
FROM figures
SETTINGS optimize_and_compare_chain = 0
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
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    newest_day AS day,
    newest_day AS boundary_day,
    newest_day AS known_day,
    5000000000 AS five,
    toStartOfMonth(day) AS this_month, toLastDayOfMonth(day) <= day AS this_closed,
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
    tupleElement(units_told, 4) AS urban_units,
    tupleElement(units_told, 5) AS areas_km2,
    mapFromArrays(tupleElement(tupleElement(units_told, 6), 1), tupleElement(tupleElement(units_told, 6), 2)) AS names,
    (
        WITH
            alike AS
            (
                SELECT bitXor(bitXor(bitXor(cityHash64(s.track), bitRotateLeft(cityHash64(s.sex), 1)), bitRotateLeft(cityHash64(s.unit_uid), 2)), bitRotateLeft(cityHash64(s.former_unit_uid), 3)) AS kind_of, s.birth_year AS born, any(s.track) AS track, any(s.sex) AS sex, any(s.unit_uid) AS unit_uid, any(s.former_unit_uid) AS former_unit_uid, count() AS persons
                FROM raw_resident_spells_v1 AS s FINAL
                WHERE s.track != 'death' AND known_from <= known_day AND known_until > known_day AND from_day <= day AND until_day > day AND (s.track != 'absence' OR arrayExists(part -> part.1 <= day AND part.2 > day, s.resident_in))
                GROUP BY kind_of, born
            ),
            aged AS (SELECT if(track = 'absence', 'absent', track) AS status, sex, unit_uid, former_unit_uid, least(intDiv(greatest(toYear(day) - born, 0), 5), 17) AS step, sum(persons) AS persons FROM alike GROUP BY ALL),
            placed AS
            (
                SELECT status, step, sex AS b, persons, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
                    arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
                FROM aged
            ),
            counted AS
            (
                SELECT status, if(step = 17, '85+', concat(leftPad(toString(step * 5), 2, '0'), '-', leftPad(toString(step * 5 + 4), 2, '0'))) AS a, b, tupleElement(part, 1) AS kind, tupleElement(part, 2) AS place, sum(persons * tupleElement(part, 3)) AS n, min(tupleElement(part, 4)) AS exact
                FROM placed
                GROUP BY status, step, b, kind, place
            ),
            tabled AS
            (
                SELECT status, exact, arrayJoin(if(kind = 'unit', [('unit', 'sex', 'all', '', place, b, n), ('unit', 'age', 'all', '', place, a, n), ('zone', 'sex', 'all', '', if(has(urban_units, place), 'urban', 'rural'), b, n)], [('age', 'sex', kind, place, a, b, n)])) AS m
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
    (
        WITH
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
                    if(row_name = 'zone' AND r != '', 'zone', '') AS given, multiIf(column_name != 'sex', c, row_name = 'unit', '', r) AS a, if(column_name = 'sex', c, '') AS b,
                    row_name = 'age' OR (row_name = 'zone' AND r != '') OR (row_name = 'unit' AND r != '' AND (column_name = 'sex' OR c != '')) AS own
                FROM judged
            ),
            merged AS
            (
                SELECT status, given, kind, place, a, b, sumIf(persons, own) AS n, minIf(all_exact, own) AS exact, max(hidden) AS suppressed
                FROM named
                GROUP BY status, given, kind, place, a, b
                HAVING max(own)
            )
        SELECT groupArray((status, given, kind, place, a, b, merged.exact, if(suppressed, nan, n / 1000000000))) FROM merged
    ) AS cells_shown,
    stocks AS
    (
        SELECT place_kind, place,
            sumIf(persons, status = 'permanent' AND cube = 'total') AS permanents,
            sumIf(persons, status = 'temporary' AND cube = 'total') AS temporaries,
            sumIf(persons, status = 'absent' AND cube = 'total') AS absents,
            sumIf(persons, status = 'permanent' AND cube = 'sex' AND b = 'M') AS men,
            sumIf(persons, status = 'permanent' AND cube = 'sex' AND b = 'F') AS women,
            sumIf(persons, status = 'permanent' AND cube = 'zone' AND a = 'urban' AND b = '') AS urban_people,
            sumIf(persons, status = 'permanent' AND cube = 'age' AND a < '15-19') AS young,
            sumIf(persons, status = 'permanent' AND cube = 'age' AND a BETWEEN '15-19' AND '60-64') AS middle,
            sumIf(persons, status = 'permanent' AND cube = 'age' AND a >= '65-69') AS old,
            sumIf(persons, status = 'permanent' AND cube = 'age' AND a >= '60-64') AS elderly,
            countIf(status = 'permanent' AND NOT all_exact) = 0 AS permanent_exact, countIf(status = 'temporary' AND NOT all_exact) = 0 AS temporary_exact, countIf(status = 'absent' AND NOT all_exact) = 0 AS absent_exact
        FROM
        (
            SELECT tupleElement(x, 1) AS status, tupleElement(x, 3) AS place_kind, tupleElement(x, 4) AS place, tupleElement(x, 5) AS a, tupleElement(x, 6) AS b, tupleElement(x, 7) AS all_exact, tupleElement(x, 8) AS persons,
                multiIf(tupleElement(x, 2) != '', tupleElement(x, 2), a = '' AND b = '', 'total', a = '', 'sex', b = '', 'age', 'age-sex') AS cube
            FROM (SELECT arrayJoin(cells_shown) AS x)
        )
        GROUP BY place_kind, place
    ),
    nights AS (SELECT unit_uid, '' AS former_unit_uid, count() AS persons FROM stay_nights WHERE night = day GROUP BY unit_uid),
    placed AS
    (
        SELECT persons, if(has(units_then, former_unit_uid) AND NOT has(units_then, unit_uid), former_unit_uid, unit_uid) AS home, unit_shares[home] AS unit_parts,
            arrayJoin(arrayConcat(if(notEmpty(unit_parts) OR home = '', unit_parts, [('unit', home, 1000000000, true)]), area_shares[if(former_unit_uid != '', former_unit_uid, unit_uid)], [('all', '', 1000000000, true)])) AS part
        FROM nights
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
            if(s.place_kind = 'all', if(minIf(areas_km2[s.place], s.place_kind = 'unit') OVER () > 0, sumIf(areas_km2[s.place], s.place_kind = 'unit') OVER (), 0), areas_km2[s.place]) AS km2
        FROM stocks AS s LEFT JOIN guests_shown AS g ON g.place_kind = s.place_kind AND g.place = s.place
    ),
    stock_figures AS
    (
        SELECT place_kind, place,
            arrayJoin(arrayConcat(
            [
                ('dc.permanent', permanents, nan, 0, permanent_exact), ('dc.temporary', temporaries, nan, 0, temporary_exact), ('dc.absent', absents, nan, 0, absent_exact),
                ('dc.present', permanents + temporaries - absents + staying, nan, 0, permanent_exact AND temporary_exact AND absent_exact AND staying_exact),
                ('dc.density', permanents, km2, 1, permanent_exact), ('dc.sex-ratio', men, women, 100, permanent_exact), ('dc.dependency', young + old, middle, 100, permanent_exact),
                ('dc.dependency-young', young, middle, 100, permanent_exact), ('dc.dependency-old', old, middle, 100, permanent_exact), ('dc.ageing', elderly, young, 100, permanent_exact)
            ], if(place_kind = 'all', [('dc.urban-share', urban_people, permanents, 100, permanent_exact)], []))) AS f
        FROM measured
    ),
    figures AS
    (
        SELECT tupleElement(f, 1) AS code, place_kind, place, tupleElement(f, 2) AS counted, tupleElement(f, 3) AS over, toFloat64(tupleElement(f, 4)) AS factor, tupleElement(f, 5) AS exact,
            isNaN(counted) OR (factor != 0 AND isNaN(over)) AS hidden, multiIf(factor = 0, counted, over = 0, nan, counted / over * factor) AS figure
        FROM stock_figures
    )
SELECT
    code, toUInt16(37) AS model, place_kind, place, if(names[concat(place_kind, ' ', place)] = '', place, names[concat(place_kind, ' ', place)]) AS place_vi, this_month AS month, figure AS value, counted AS count, nan AS sum_12m, over AS base,
    toUInt8(figures.exact) AS exact, toUInt8(hidden) AS suppressed, toUInt8(this_closed) AS closed, day AS as_of, boundary_day AS boundary
FROM figures
SETTINGS optimize_and_compare_chain = 0
COMMENT 'Indicators of residents (model 37), of the as-of day; of households see household_indicators, of months population_rates. Chỉ tiêu dân cư';

INSERT INTO schema_migrations VALUES ('0025_population_views.sql', '685580d9310406a3d024f38a3766d1265b9ce7354788dd9ec514fe7d1dc543c5');
