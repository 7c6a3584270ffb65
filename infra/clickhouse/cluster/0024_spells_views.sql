-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE VIEW IF NOT EXISTS resident_spells ON CLUSTER '{cluster}'
(
    person_key String COMMENT 'Người (mã băm có khóa); giấy tờ liên kết đã quy về một người',
    track LowCardinality(String) COMMENT 'permanent = thường trú, temporary = tạm trú, absence = tạm vắng, death = đã chết',
    from_day Date32 COMMENT 'Ngày đầu tiên',
    until_day Date32 COMMENT 'Ngày đầu tiên không còn; 2299-12-31 = còn mãi',
    known_from Date COMMENT 'Biết như vậy từ cuối ngày này',
    known_until Date COMMENT 'Ngày có thông tin khác; 2149-06-06 = chưa có',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính theo hồ sơ',
    former_unit_uid LowCardinality(String) COMMENT 'Đơn vị trước lần sắp xếp gần nhất, rỗng = không khai',
    sex LowCardinality(String) COMMENT 'Giới tính M, F, X',
    birth_year UInt16 COMMENT 'Năm sinh',
    nationality LowCardinality(String) COMMENT 'Quốc tịch, ISO 3166 ba chữ',
    household String COMMENT 'Hộ (mã băm có khóa), rỗng = không khai',
    relation LowCardinality(String) COMMENT 'Quan hệ với chủ hộ',
    opened_by LowCardinality(String) COMMENT 'Bắt đầu do: initial = nạp ban đầu, birth = sinh, arrival = chuyển đến, renewal = gia hạn, moved = chuyển trong địa bàn, household = đổi hộ, other',
    closed_by LowCardinality(String) COMMENT 'Kết thúc do: rỗng = còn mãi, next = đợt khác nối tiếp, death = chết, expired = hết hạn, moved-out, outside, abroad = chuyển đi, returned = đã về, cancelled = xóa đăng ký, other',
    unit_before LowCardinality(String) COMMENT 'Đơn vị của đợt liền trước, rỗng = không có',
    unit_after LowCardinality(String) COMMENT 'Đơn vị của đợt liền sau, rỗng = không có',
    ref String COMMENT 'Mã tham chiếu của hồ sơ mở đợt này'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT person_key, track, from_day, until_day, known_from, known_until, unit_uid, former_unit_uid, sex, birth_year, nationality, household, relation, opened_by, closed_by, unit_before, unit_after, ref
FROM raw_resident_spells_v1 FINAL
COMMENT 'From when to when a person was resident, away, or dead, as known from when to when. Quá trình cư trú của từng người';

CREATE VIEW IF NOT EXISTS worker_spells ON CLUSTER '{cluster}'
(
    person_key String COMMENT 'Người (mã băm có khóa); giấy tờ liên kết đã quy về một người',
    from_day Date32 COMMENT 'Ngày đầu tiên',
    until_day Date32 COMMENT 'Ngày đầu tiên không còn; 2299-12-31 = còn mãi',
    known_from Date COMMENT 'Biết như vậy từ cuối ngày này',
    known_until Date COMMENT 'Ngày có thông tin khác; 2149-06-06 = chưa có',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính theo phiếu khai',
    former_unit_uid LowCardinality(String) COMMENT 'Đơn vị trước lần sắp xếp gần nhất, rỗng = không khai',
    sex LowCardinality(String) COMMENT 'Giới tính M, F, X',
    birth_year UInt16 COMMENT 'Năm sinh',
    status LowCardinality(String) COMMENT 'employed = có việc làm, unemployed = thất nghiệp theo đăng ký, inactive = ngoài lực lượng lao động',
    position LowCardinality(String) COMMENT 'Vị thế việc làm',
    occupation LowCardinality(String) COMMENT 'Mã nghề VSCO 2020 như đã khai',
    section_2018 LowCardinality(String) COMMENT 'Ngành cấp 1 theo VSIC 2018',
    section_2025 LowCardinality(String) COMMENT 'Ngành cấp 1 theo VSIC 2025',
    section_exact Bool COMMENT 'Mã ngành xác định được cả hai ngành cấp 1',
    contract LowCardinality(String) COMMENT 'Loại hợp đồng lao động',
    social_insurance LowCardinality(String) COMMENT 'Bảo hiểm xã hội',
    unemployment_insurance LowCardinality(String) COMMENT 'Bảo hiểm thất nghiệp',
    training LowCardinality(String) COMMENT 'Trình độ chuyên môn kỹ thuật cao nhất',
    unemployed_since Date32 COMMENT 'Ngày đầu tiên không có việc; 2299-12-31 = không có',
    ref String COMMENT 'Mã tham chiếu của phiếu khai'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT person_key, from_day, until_day, known_from, known_until, unit_uid, former_unit_uid, sex, birth_year, status, position, occupation, section_2018, section_2025, section_exact, contract, social_insurance, unemployment_insurance, training,
    unemployed_since, ref
FROM raw_worker_spells_v1 FINAL
COMMENT 'How a person worked from when to when, as known from when to when. Quá trình lao động của từng người';

CREATE VIEW IF NOT EXISTS residents ON CLUSTER '{cluster}'
(
    person_key String COMMENT 'Người (mã băm có khóa); giấy tờ liên kết đã quy về một người',
    sex LowCardinality(String) COMMENT 'Giới tính M, F, X',
    birth_year UInt16 COMMENT 'Năm sinh',
    nationality LowCardinality(String) COMMENT 'Quốc tịch, ISO 3166 ba chữ',
    permanent_unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính thường trú, rỗng = không thường trú',
    temporary_unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính tạm trú, rỗng = không tạm trú',
    absent UInt8 COMMENT '1 = đang khai báo tạm vắng',
    permanent_since Date32 COMMENT 'Thường trú tại đơn vị và hộ này từ ngày; 1900-01-01 = không thường trú',
    temporary_until Date32 COMMENT 'Tạm trú đến hết ngày; 2299-12-31 = không thời hạn, 1900-01-01 = không tạm trú',
    household String COMMENT 'Hộ (mã băm có khóa), của nơi thường trú nếu có, rỗng = không khai',
    relation LowCardinality(String) COMMENT 'Quan hệ với chủ hộ'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS known_on,
    known_on AS on_day
SELECT
    any(person_key) AS person_key,
    argMax(sex, rank) AS sex,
    argMax(birth_year, rank) AS birth_year,
    argMax(nationality, rank) AS nationality,
    anyIf(unit_uid, permanent) AS permanent_unit_uid,
    anyIf(unit_uid, temporary) AS temporary_unit_uid,
    toUInt8(max(track = 'absence')) AS absent,
    if(max(permanent), anyIf(from_day, permanent), toDate32('1900-01-01')) AS permanent_since,
    if(max(temporary), anyIf(if(until_day < toDate32('2299-12-31'), until_day - 1, until_day), temporary), toDate32('1900-01-01')) AS temporary_until,
    argMax(household, rank) AS household,
    argMax(relation, rank) AS relation
FROM
(
    SELECT *, person, track = 'permanent' AS permanent, track = 'temporary' AS temporary, permanent * 2 + temporary AS rank
    FROM raw_resident_spells_v1 FINAL
    WHERE known_from <= known_on AND known_until > known_on AND from_day <= on_day AND until_day > on_day AND track != 'death'
)
GROUP BY person
HAVING max(permanent) OR max(temporary)
COMMENT 'Who is resident at the end of the as-of day, a row a person: permanently, for a time, or both. Cư dân, mỗi người một dòng';

CREATE VIEW IF NOT EXISTS residents_at ON CLUSTER '{cluster}'
(
    person_key String COMMENT 'Người (mã băm có khóa); giấy tờ liên kết đã quy về một người',
    sex LowCardinality(String) COMMENT 'Giới tính M, F, X',
    birth_year UInt16 COMMENT 'Năm sinh',
    nationality LowCardinality(String) COMMENT 'Quốc tịch, ISO 3166 ba chữ',
    permanent_unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính thường trú, rỗng = không thường trú',
    temporary_unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính tạm trú, rỗng = không tạm trú',
    absent UInt8 COMMENT '1 = đang khai báo tạm vắng',
    permanent_since Date32 COMMENT 'Thường trú tại đơn vị và hộ này từ ngày; 1900-01-01 = không thường trú',
    temporary_until Date32 COMMENT 'Tạm trú đến hết ngày; 2299-12-31 = không thời hạn, 1900-01-01 = không tạm trú',
    household String COMMENT 'Hộ (mã băm có khóa), của nơi thường trú nếu có, rỗng = không khai',
    relation LowCardinality(String) COMMENT 'Quan hệ với chủ hộ'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    toDate(parseDateTime64BestEffort({known_at:String}, 3, 'Asia/Ho_Chi_Minh')) AS known_on,
    toDate(parseDateTime64BestEffort({as_of:String}, 3, 'Asia/Ho_Chi_Minh')) AS on_day
SELECT
    any(person_key) AS person_key,
    argMax(sex, rank) AS sex,
    argMax(birth_year, rank) AS birth_year,
    argMax(nationality, rank) AS nationality,
    anyIf(unit_uid, permanent) AS permanent_unit_uid,
    anyIf(unit_uid, temporary) AS temporary_unit_uid,
    toUInt8(max(track = 'absence')) AS absent,
    if(max(permanent), anyIf(from_day, permanent), toDate32('1900-01-01')) AS permanent_since,
    if(max(temporary), anyIf(if(until_day < toDate32('2299-12-31'), until_day - 1, until_day), temporary), toDate32('1900-01-01')) AS temporary_until,
    argMax(household, rank) AS household,
    argMax(relation, rank) AS relation
FROM
(
    SELECT *, person, track = 'permanent' AS permanent, track = 'temporary' AS temporary, permanent * 2 + temporary AS rank
    FROM raw_resident_spells_v1 FINAL
    WHERE known_from <= known_on AND known_until > known_on AND from_day <= on_day AND until_day > on_day AND track != 'death'
)
GROUP BY person
HAVING max(permanent) OR max(temporary)
COMMENT 'The view residents, at the end of a local day as known at the end of another: SELECT * FROM residents_at(as_of = ..., known_at = ...). Cư dân tại một ngày';

CREATE VIEW IF NOT EXISTS workers ON CLUSTER '{cluster}'
(
    person_key String COMMENT 'Người (mã băm có khóa); giấy tờ liên kết đã quy về một người',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính theo phiếu khai',
    sex LowCardinality(String) COMMENT 'Giới tính M, F, X',
    birth_year UInt16 COMMENT 'Năm sinh',
    status LowCardinality(String) COMMENT 'employed = có việc làm, unemployed = thất nghiệp theo đăng ký, inactive = ngoài lực lượng lao động',
    position LowCardinality(String) COMMENT 'Vị thế việc làm, rỗng = không khai hoặc không có việc',
    occupation_group LowCardinality(String) COMMENT 'Nhóm nghề cấp 1 theo VSCO 2020 (chữ số đầu), rỗng = không khai',
    section_2018 LowCardinality(String) COMMENT 'Ngành cấp 1 theo VSIC 2018, rỗng = không rõ',
    section_2025 LowCardinality(String) COMMENT 'Ngành cấp 1 theo VSIC 2025, rỗng = không rõ',
    contract LowCardinality(String) COMMENT 'Loại hợp đồng lao động',
    social_insurance LowCardinality(String) COMMENT 'Bảo hiểm xã hội: compulsory = bắt buộc, voluntary = tự nguyện, none = không',
    unemployment_insurance LowCardinality(String) COMMENT 'Bảo hiểm thất nghiệp: yes, no',
    training LowCardinality(String) COMMENT 'Trình độ chuyên môn kỹ thuật cao nhất',
    unemployed_since Date32 COMMENT 'Ngày đầu tiên không có việc; 2299-12-31 = không có',
    since Date32 COMMENT 'Khai như vậy từ ngày'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS known_on,
    known_on AS on_day
SELECT
    person_key, unit_uid, sex, birth_year, status, position, substring(occupation, 1, 1) AS occupation_group, section_2018, section_2025, contract, social_insurance, unemployment_insurance, training, unemployed_since, from_day AS since
FROM raw_worker_spells_v1 FINAL
WHERE known_from <= known_on AND known_until > known_on AND from_day <= on_day AND until_day > on_day
COMMENT 'Who is in the register of workers at the end of the as-of day, and how they work, a row a person. Lao động, mỗi người một dòng';

CREATE VIEW IF NOT EXISTS workers_at ON CLUSTER '{cluster}'
(
    person_key String COMMENT 'Người (mã băm có khóa); giấy tờ liên kết đã quy về một người',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính theo phiếu khai',
    sex LowCardinality(String) COMMENT 'Giới tính M, F, X',
    birth_year UInt16 COMMENT 'Năm sinh',
    status LowCardinality(String) COMMENT 'employed = có việc làm, unemployed = thất nghiệp theo đăng ký, inactive = ngoài lực lượng lao động',
    position LowCardinality(String) COMMENT 'Vị thế việc làm, rỗng = không khai hoặc không có việc',
    occupation_group LowCardinality(String) COMMENT 'Nhóm nghề cấp 1 theo VSCO 2020 (chữ số đầu), rỗng = không khai',
    section_2018 LowCardinality(String) COMMENT 'Ngành cấp 1 theo VSIC 2018, rỗng = không rõ',
    section_2025 LowCardinality(String) COMMENT 'Ngành cấp 1 theo VSIC 2025, rỗng = không rõ',
    contract LowCardinality(String) COMMENT 'Loại hợp đồng lao động',
    social_insurance LowCardinality(String) COMMENT 'Bảo hiểm xã hội: compulsory = bắt buộc, voluntary = tự nguyện, none = không',
    unemployment_insurance LowCardinality(String) COMMENT 'Bảo hiểm thất nghiệp: yes, no',
    training LowCardinality(String) COMMENT 'Trình độ chuyên môn kỹ thuật cao nhất',
    unemployed_since Date32 COMMENT 'Ngày đầu tiên không có việc; 2299-12-31 = không có',
    since Date32 COMMENT 'Khai như vậy từ ngày'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    toDate(parseDateTime64BestEffort({known_at:String}, 3, 'Asia/Ho_Chi_Minh')) AS known_on,
    toDate(parseDateTime64BestEffort({as_of:String}, 3, 'Asia/Ho_Chi_Minh')) AS on_day
SELECT
    person_key, unit_uid, sex, birth_year, status, position, substring(occupation, 1, 1) AS occupation_group, section_2018, section_2025, contract, social_insurance, unemployment_insurance, training, unemployed_since, from_day AS since
FROM raw_worker_spells_v1 FINAL
WHERE known_from <= known_on AND known_until > known_on AND from_day <= on_day AND until_day > on_day
COMMENT 'The view workers, at the end of a local day as known at the end of another: SELECT * FROM workers_at(as_of = ..., known_at = ...). Lao động tại một ngày';

INSERT INTO schema_migrations VALUES ('0024_spells_views.sql', 'd57774079fba1ae95eff9248da713e01de13421d8dd56b4f73b7a2edb386dfb5');
