-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE VIEW IF NOT EXISTS units ON CLUSTER '{cluster}'
(
    uid LowCardinality(String) COMMENT 'uid của đơn vị trong một thời kỳ',
    code LowCardinality(String) COMMENT 'Mã đơn vị hành chính; được dùng lại nên chỉ có nghĩa cùng với ngày',
    name_vi String COMMENT 'Tên đơn vị; trùng tên không có nghĩa là cùng đơn vị',
    level LowCardinality(String) COMMENT 'Cấp: province = tỉnh, district = huyện, commune = xã',
    type LowCardinality(String) COMMENT 'Loại: tỉnh, huyện, xã, phường, thị trấn',
    urban Bool COMMENT 'Thành thị: phường và thị trấn',
    parent LowCardinality(String) COMMENT 'uid của đơn vị cấp trên, rỗng = không có; external: là đơn vị ngoài địa bàn',
    valid_from Date32 COMMENT 'Ngày đầu có hiệu lực, 1900-01-01 = từ trước',
    valid_to Date32 COMMENT 'Ngày cuối có hiệu lực, 2299-12-31 = đến nay',
    area_km2 Float64 COMMENT 'Diện tích, km²; 0 = không rõ hoặc số liệu nguồn không đáng tin',
    population UInt32 COMMENT 'Dân số theo nguồn của danh mục, 0 = không rõ',
    lat Float64 COMMENT 'Vĩ độ, 0 = không rõ',
    lon Float64 COMMENT 'Kinh độ, 0 = không rõ'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH published AS
(
    SELECT uid, JSONExtract(tupleElement(max(published), 'data'),
        'Tuple(code String, nameVi String, level String, type String, urban Bool, parent String, validFrom String, validTo String, areaKm2 Float64, population UInt32, lat Float64, lon Float64)') AS d
    FROM raw_units_v1 GROUP BY uid
)
SELECT
    uid, d.code AS code, d.nameVi AS name_vi, d.level AS level, d.type AS type, d.urban AS urban, d.parent AS parent, if(d.validFrom = '', toDate32('1900-01-01'), toDate32(d.validFrom)) AS valid_from,
    if(d.validTo = '', toDate32('2299-12-31'), toDate32(d.validTo)) AS valid_to, d.areaKm2 AS area_km2, d.population AS population, d.lat AS lat, d.lon AS lon
FROM published
COMMENT 'Administrative units, a row for each time in which a unit did not change; the newest publication of each. Đơn vị hành chính theo thời gian';

CREATE VIEW IF NOT EXISTS unit_projections ON CLUSTER '{cluster}'
(
    unit_uid LowCardinality(String) COMMENT 'Đơn vị của người, của hồ sơ',
    boundary_from Date32 COMMENT 'Ngày đầu của địa giới, 1900-01-01 = từ trước',
    boundary_to Date32 COMMENT 'Ngày cuối của địa giới, tính cả ngày đó; 2299-12-31 = đến nay',
    counted_unit_uid LowCardinality(String) COMMENT 'Đơn vị được tính vào theo địa giới của những ngày đó; external: là đơn vị ngoài danh mục',
    weight Float64 COMMENT 'Phần dân của đơn vị được tính vào, 1 = toàn bộ',
    exact Bool COMMENT 'Không có phần nào là ước tính'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH published AS
(
    SELECT uid, arrayJoin(JSONExtract(tupleElement(max(published), 'data'), 'projections', 'Array(Tuple(`from` String, `to` String, unit String, weight Float64, exact Bool))')) AS p
    FROM raw_units_v1 GROUP BY uid
)
SELECT
    uid AS unit_uid, if(p.1 = '', toDate32('1900-01-01'), toDate32(p.1)) AS boundary_from, if(p.2 = '', toDate32('2299-12-31'), toDate32(p.2)) AS boundary_to, p.3 AS counted_unit_uid, p.4 AS weight, p.5 AS exact
FROM published
COMMENT 'In which units the people of a unit are counted on the boundaries of a day: itself while it is valid, then its successors, before it what it was made of. Quy đổi đơn vị theo địa giới của một ngày';

CREATE VIEW IF NOT EXISTS unit_areas ON CLUSTER '{cluster}'
(
    unit_uid LowCardinality(String) COMMENT 'Đơn vị của người, của hồ sơ',
    area LowCardinality(String) COMMENT 'Vùng so sánh: uid của đơn vị cũ',
    area_vi String COMMENT 'Tên vùng so sánh',
    weight Float64 COMMENT 'Phần dân của đơn vị thuộc vùng, 1 = toàn bộ',
    exact Bool COMMENT 'Không có phần nào là ước tính'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH published AS
(
    SELECT uid, arrayJoin(JSONExtract(tupleElement(max(published), 'data'), 'areas', 'Array(Tuple(area String, nameVi String, weight Float64, exact Bool))')) AS a
    FROM raw_units_v1 GROUP BY uid
)
SELECT uid AS unit_uid, a.1 AS area, a.2 AS area_vi, a.3 AS weight, a.4 AS exact
FROM published
COMMENT 'How much of each unit lies in an area that stays comparable across reforms; a unit without a row lies outside. Phần của mỗi đơn vị trong vùng so sánh';

CREATE VIEW IF NOT EXISTS unit_breaks ON CLUSTER '{cluster}'
(
    code LowCardinality(String) COMMENT 'Mã đơn vị hành chính trước và sau',
    vi String COMMENT 'Tên đơn vị từ ngày đó',
    day Date32 COMMENT 'Ngày đầu của đơn vị sau',
    from_type LowCardinality(String) COMMENT 'Loại trước đó',
    to_type LowCardinality(String) COMMENT 'Loại từ ngày đó',
    urban_before Bool COMMENT 'Trước đó là thành thị',
    urban_after Bool COMMENT 'Từ ngày đó là thành thị'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT a.code AS code, a.name_vi AS vi, a.valid_from AS day, b.type AS from_type, a.type AS to_type, b.urban AS urban_before, a.urban AS urban_after
FROM units AS b JOIN units AS a ON a.code = b.code AND a.level = b.level AND a.valid_from = addDays(b.valid_to, 1)
WHERE (b.type, b.urban) != (a.type, a.urban)
COMMENT 'Days on which what a code stands for became another type of unit: a series of urban and rural people breaks there. Ngày một mã đổi loại đơn vị, chuỗi số liệu thành thị – nông thôn bị ngắt';

CREATE VIEW IF NOT EXISTS indicator_definitions ON CLUSTER '{cluster}'
(
    code LowCardinality(String) COMMENT 'Mã chỉ tiêu',
    model UInt16 COMMENT 'Mô hình của kế hoạch',
    vi String COMMENT 'Tên chỉ tiêu',
    en String COMMENT 'Tên chỉ tiêu bằng tiếng Anh',
    definition_vi String COMMENT 'Định nghĩa',
    definition_en String COMMENT 'Định nghĩa bằng tiếng Anh, rỗng = chưa có',
    formula String COMMENT 'Cách tính, rỗng = số được báo cáo hoặc đếm trực tiếp',
    unit LowCardinality(String) COMMENT 'Đơn vị tính',
    source String COMMENT 'Nguồn số liệu',
    scope String COMMENT 'Phạm vi: những người, địa bàn được tính',
    nature LowCardinality(String) COMMENT 'register = số liệu hành chính (đăng ký), official = thống kê chính thức, programme = báo cáo của chương trình; không ghép trong một chuỗi',
    kind LowCardinality(String) COMMENT 'count = số đếm, share = tỷ lệ %, rate = tỷ suất ‰, ratio = tỷ số, mean = bình quân, amount = lượng',
    direction LowCardinality(String) COMMENT 'Chiều tốt: up = tăng, down = giảm, none = không xét'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH defined AS
(
    SELECT code, JSONExtract(tupleElement(max(defined), 'data'),
        'Tuple(model UInt16, vi String, en String, definitionVi String, definitionEn String, formula String, unit String, source String, scope String, nature String, kind String, direction String)') AS d
    FROM raw_indicator_definitions_v1 GROUP BY code
)
SELECT
    code, d.model AS model, d.vi AS vi, d.en AS en, d.definitionVi AS definition_vi, d.definitionEn AS definition_en, d.formula AS formula, d.unit AS unit, d.source AS source, d.scope AS scope, d.nature AS nature, d.kind AS kind, d.direction AS direction
FROM defined
COMMENT 'What each figure means: the newest definition of its code. Định nghĩa chỉ tiêu';

INSERT INTO schema_migrations VALUES ('0023_units.sql', 'cfc86e7997ac234eb8adab6ab6c6dfc190cbdf1f3e1363e3f52274efad415c76');
