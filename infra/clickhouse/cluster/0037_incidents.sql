-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_incidents_v1 ON CLUSTER '{cluster}'
(
    ref String COMMENT 'Reference of the incident',
    revision UInt32 COMMENT 'Revision of the sender: orders the events of an incident',
    sequence FixedString(16) COMMENT 'Hybrid clock: orders events of one revision',
    event_id UUID COMMENT 'Event id: orders events of one sequence',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    recorded_on Date COMMENT 'Local day of that',
    told Tuple(kind String, unit String, happened_at DateTime64(3, 'UTC'), happened_known Bool, reported_at DateTime64(3, 'UTC'), handled_at DateTime64(3, 'UTC'), channel String, outcome String, deaths UInt32, injured UInt32, damage_vnd UInt64, suspects UInt32, means String, withdrawn Bool) COMMENT 'What it says: kind, unit, when it happened (when it was reported, if that is not known), reported, handled (1970 = not yet), channel, outcome, losses, number of suspects, of a traffic accident road, rail or water, withdrawn'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (ref, revision, sequence, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Events of incidents, a row each: what was known when can be asked. The last of the highest revision of a reference holds, whole';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_incidents_mv_v1 ON CLUSTER '{cluster}' TO raw_incidents_v1 AS
WITH JSONExtract(data, 'Tuple(ref String, revision UInt32, kind String, unit String, happenedAt Nullable(String), reportedAt String, handledAt Nullable(String), channel String, outcome String, losses Tuple(deaths UInt32, injured UInt32, damageVnd UInt64), suspects UInt32, means String, withdrawn Bool)') AS d
SELECT d.ref AS ref, d.revision AS revision, sequence, id AS event_id, recorded_at, toDate(recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_on,
    CAST((d.kind, d.unit, parseDateTime64BestEffort(ifNull(d.happenedAt, d.reportedAt), 3, 'UTC'), isNotNull(d.happenedAt), parseDateTime64BestEffort(d.reportedAt, 3, 'UTC'), parseDateTime64BestEffort(ifNull(d.handledAt, '1970-01-01T00:00:00.000Z'), 3, 'UTC'),
        d.channel, d.outcome, tupleElement(d.losses, 1), tupleElement(d.losses, 2), tupleElement(d.losses, 3), d.suspects, d.means, d.withdrawn),
        'Tuple(kind String, unit String, happened_at DateTime64(3, \'UTC\'), happened_known Bool, reported_at DateTime64(3, \'UTC\'), handled_at DateTime64(3, \'UTC\'), channel String, outcome String, deaths UInt32, injured UInt32, damage_vnd UInt64, suspects UInt32, means String, withdrawn Bool)') AS told
FROM raw_inbox_v2
WHERE type IN ('vn.da06.incident.recorded.v1', 'vn.da06.incident.updated.v1')
COMMENT 'Carries events from raw_inbox_v2 to raw_incidents_v1';

CREATE VIEW IF NOT EXISTS incident_limits ON CLUSTER '{cluster}'
(
    kind LowCardinality(String) COMMENT 'Loại vụ việc',
    limit_s UInt32 COMMENT 'Thời hạn giải quyết tính từ khi tiếp nhận, giây'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT tupleElement(l, 1) AS kind, toUInt32(tupleElement(l, 2) * 3600) AS limit_s
FROM (SELECT arrayJoin([('crime', 24), ('drug', 24), ('economic', 24), ('environment', 24), ('traffic-accident', 24), ('fire-explosion', 24), ('public-order', 24), ('social-evil', 24), ('denunciation', 480), ('cyber', 24), ('other', 24)]) AS l)
COMMENT 'By when an incident of each kind is to be handled, as the reference data have it. Thời hạn giải quyết theo loại vụ việc';

CREATE VIEW IF NOT EXISTS incidents ON CLUSTER '{cluster}'
(
    ref String COMMENT 'Mã tham chiếu của vụ việc',
    kind LowCardinality(String) COMMENT 'Loại: crime = phạm pháp hình sự, drug = ma túy, economic = kinh tế, environment = môi trường, traffic-accident = tai nạn giao thông, fire-explosion = cháy nổ, public-order = gây rối trật tự, social-evil = tệ nạn xã hội, denunciation = tin báo, tố giác, cyber = trên không gian mạng, other = khác',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính nơi xảy ra',
    day Date COMMENT 'Ngày xảy ra theo giờ Việt Nam; không rõ thì là ngày tiếp nhận',
    happened_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm xảy ra; 1970 = không rõ',
    reported_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm tiếp nhận',
    handled_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm giải quyết; 1970 = chưa giải quyết',
    response_s Float64 COMMENT 'Từ tiếp nhận đến giải quyết, giây; NaN = chưa giải quyết',
    due_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Hạn giải quyết',
    in_time Int8 COMMENT '1 = đúng hạn, 0 = quá hạn, -1 = chưa giải quyết và chưa đến hạn',
    channel LowCardinality(String) COMMENT 'Nguồn tin: in-person = trực tiếp, phone = điện thoại, hotline-113 = 113, vneid = VNeID (mô hình 29), camera = camera AI (mô hình 13), traffic = giám sát giao thông (mô hình 18), patrol = tuần tra, other-unit = đơn vị khác, other = khác',
    outcome LowCardinality(String) COMMENT 'Kết quả: open = đang giải quyết, solved = làm rõ, prosecuted = khởi tố, administrative = xử phạt hành chính, transferred = chuyển cơ quan khác, unfounded = không có căn cứ',
    deaths UInt32 COMMENT 'Số người chết',
    injured UInt32 COMMENT 'Số người bị thương',
    damage_vnd UInt64 COMMENT 'Thiệt hại tài sản, đồng',
    suspects UInt32 COMMENT 'Số đối tượng liên quan',
    means LowCardinality(String) COMMENT 'Của tai nạn giao thông: road = đường bộ, rail = đường sắt, water = đường thủy; rỗng = loại khác',
    revision UInt32 COMMENT 'Lần sửa có hiệu lực',
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Lần đầu hệ thống nhận',
    event_id UUID COMMENT 'Sự kiện có hiệu lực'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT max(recorded_at) FROM raw_progress_v1)) AS now_known,
    (SELECT mapFromArrays(groupArray(toString(kind)), groupArray(limit_s)) FROM incident_limits) AS limits,
    held AS (SELECT ref, min(raw_incidents_v1.recorded_at) AS first_at, max(revision) AS highest, argMax((told, event_id), (revision, sequence, event_id)) AS newest FROM raw_incidents_v1 GROUP BY ref),
    told AS (SELECT ref, first_at, highest, tupleElement(newest, 1) AS t, tupleElement(newest, 2) AS id, addSeconds(tupleElement(t, 'reported_at'), limits[tupleElement(t, 'kind')]) AS due, tupleElement(t, 'handled_at') > toDateTime64(0, 3, 'UTC') AS done FROM held)
SELECT
    ref, tupleElement(t, 'kind') AS kind, tupleElement(t, 'unit') AS unit_uid, toDate(tupleElement(t, 'happened_at'), 'Asia/Ho_Chi_Minh') AS day,
    toTimeZone(if(tupleElement(t, 'happened_known'), tupleElement(t, 'happened_at'), toDateTime64(0, 3, 'UTC')), 'Asia/Ho_Chi_Minh') AS happened_at, toTimeZone(tupleElement(t, 'reported_at'), 'Asia/Ho_Chi_Minh') AS reported_at,
    toTimeZone(tupleElement(t, 'handled_at'), 'Asia/Ho_Chi_Minh') AS handled_at, if(done, dateDiff('millisecond', tupleElement(t, 'reported_at'), tupleElement(t, 'handled_at')) / 1000, nan) AS response_s, toTimeZone(due, 'Asia/Ho_Chi_Minh') AS due_at,
    toInt8(multiIf(done, tupleElement(t, 'handled_at') <= due, due < now_known, 0, -1)) AS in_time, tupleElement(t, 'channel') AS channel, tupleElement(t, 'outcome') AS outcome,
    tupleElement(t, 'deaths') AS deaths, tupleElement(t, 'injured') AS injured, tupleElement(t, 'damage_vnd') AS damage_vnd, tupleElement(t, 'suspects') AS suspects, tupleElement(t, 'means') AS means,
    highest AS revision, toTimeZone(first_at, 'Asia/Ho_Chi_Minh') AS recorded_at, id AS event_id
FROM told
WHERE NOT tupleElement(t, 'withdrawn')
COMMENT 'Incidents that were not withdrawn, a row each; nobody is in them. Vụ việc về an ninh, trật tự (mô hình 40)';

CREATE VIEW IF NOT EXISTS incident_rates_at ON CLUSTER '{cluster}'
(
    period_kind LowCardinality(String) COMMENT 'calendar = tháng dương lịch, mps_15_14 = tháng công tác của Bộ Công an, từ ngày 15 tháng trước đến ngày 14',
    month Date COMMENT 'Ngày đầu của tháng mang tên: tháng 03/2024 công tác là từ 15/02/2024 đến 14/03/2024',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    kind LowCardinality(String) COMMENT 'Loại vụ việc, rỗng = mọi loại; chỉ chia theo loại ở toàn địa bàn',
    incidents Float64 COMMENT 'Số vụ; NaN = che',
    sum_12m Float64 COMMENT 'Tổng 12 tháng đến tháng này; NaN = che',
    per_100k Float64 COMMENT 'Tổng 12 tháng trên 100.000 dân; NaN = che, chưa đủ 12 tháng hoặc không rõ dân số',
    base Float64 COMMENT 'Dân số chính thức của nơi theo địa giới, của toàn địa bàn là tổng các xã hoặc, khi có xã không rõ, số của huyện; NaN = không rõ',
    handled Float64 COMMENT 'Trong đó đã giải quyết; NaN = che',
    judged Float64 COMMENT 'Trong đó đã giải quyết hoặc đã quá hạn: mẫu số của tỷ lệ đúng hạn; NaN = che',
    in_time Float64 COMMENT 'Trong đó giải quyết đúng hạn; NaN = che',
    in_time_share Float64 COMMENT 'Tỷ lệ giải quyết đúng hạn, %; NaN = che hoặc chưa có vụ nào đến hạn',
    response_p50_s Float64 COMMENT 'Trung vị thời gian từ tiếp nhận đến giải quyết, giây; NaN = che hoặc chưa có',
    response_p90_s Float64 COMMENT 'Bách phân vị 90 của thời gian đó, giây; NaN = che hoặc chưa có',
    deaths Float64 COMMENT 'Số người chết; NaN = che',
    injured Float64 COMMENT 'Số người bị thương; NaN = che',
    damage_vnd Float64 COMMENT 'Thiệt hại tài sản, đồng; NaN = che',
    suppressed UInt8 COMMENT '1 = che: dưới 5 vụ theo một trong hai lịch, hoặc ô kế tiếp để không suy ra được ô như vậy',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    closed UInt8 COMMENT '1 = tháng đã kết thúc',
    as_of Date COMMENT 'Tính theo những gì đã nhận đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT max(recorded_at) FROM raw_progress_v1)) AS newest,
    toDate(newest, 'Asia/Ho_Chi_Minh') AS newest_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    least(newest, toDateTime64(addDays(known_day, 1), 3, 'Asia/Ho_Chi_Minh')) AS now_known,
    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(known_day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,
    5000000000 AS five,
    (SELECT mapFromArrays(groupArray(toString(kind)), groupArray(limit_s)) FROM incident_limits) AS limits,
    (
        SELECT mapFromArrays(groupArray(key), groupArray(parts))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place_kind, place, share, exact)) AS parts FROM place_shares WHERE boundary_from <= boundary_day AND boundary_to >= boundary_day GROUP BY key)
    ) AS shares,
    (
        SELECT mapFromArrays(arrayConcat([''], groupArray(uid)), arrayConcat([if(minIf(people, counted) > 0, sumIf(people, counted), argMaxIf(people, valid_from, level = 'district' AND people > 0 AND valid_from <= boundary_day))], groupArray(people)))
        FROM (SELECT toString(uid) AS uid, toUInt64(population) AS people, level, valid_from, level = 'commune' AND valid_from <= boundary_day AND valid_to >= boundary_day AS counted FROM units)
    ) AS peoples,
    held AS
    (
        SELECT ref, argMax(told, (revision, sequence, event_id)) AS t FROM raw_incidents_v1 WHERE recorded_on <= known_day GROUP BY ref
        HAVING NOT tupleElement(t, 'withdrawn') AND (tupleElement(t, 'outcome') != 'unfounded' OR tupleElement(t, 'kind') = 'denunciation')
    ),
    dated AS
    (
        SELECT tupleElement(t, 'kind') AS kind, tupleElement(t, 'unit') AS unit_uid, toDate(tupleElement(t, 'happened_at'), 'Asia/Ho_Chi_Minh') AS day, tupleElement(t, 'handled_at') AS handled_at, handled_at > toDateTime64(0, 3, 'UTC') AS done,
            addSeconds(tupleElement(t, 'reported_at'), limits[tupleElement(t, 'kind')]) AS due, dateDiff('millisecond', tupleElement(t, 'reported_at'), handled_at) AS response_ms,
            tupleElement(t, 'deaths') AS deaths, tupleElement(t, 'injured') AS injured, tupleElement(t, 'damage_vnd') AS damage
        FROM held
        WHERE day <= known_day
    ),
    placed AS
    (
        SELECT kind, done, done OR due < now_known AS due_by_now, done AND handled_at <= due AS good, response_ms, deaths, injured, damage,
            tupleElement(period, 1) AS period_kind, tupleElement(period, 2) AS month, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, tupleElement(part, 3) AS share, tupleElement(part, 4) AS exact, tupleElement(part, 5) AS of_kind
        FROM
        (
            SELECT *, shares[concat('unit ', unit_uid)] AS unit_parts,
                [('calendar', toStartOfMonth(day)), ('mps_15_14', toStartOfMonth(if(toDayOfMonth(day) >= 15, addMonths(toStartOfMonth(day), 1), day)))] AS periods,
                arrayConcat
                (
                    arrayMap(p -> (toString(p.1), toString(p.2), p.3, p.4, ''), arrayConcat(if(empty(unit_parts), [('unit', unit_uid, 1000000000, true)], arrayMap(p -> (toString(p.1), toString(p.2), p.3, p.4), unit_parts)), arrayMap(p -> (toString(p.1), toString(p.2), p.3, p.4), shares[concat('area ', unit_uid)]))),
                    [('all', '', 1000000000, true, ''), ('all', '', 1000000000, true, kind)]
                ) AS parts
            FROM dated
        )
        ARRAY JOIN periods AS period, arrayMap(x -> parts, periods) AS same
        ARRAY JOIN same AS part
    ),
    counted AS
    (
        SELECT period_kind, place_kind, place, of_kind, month, sum(share) AS n, sumIf(share, done) AS n_done, sumIf(share, due_by_now) AS n_due, sumIf(share, good) AS n_good, sum(share * toInt64(p.deaths)) AS n_deaths, sum(share * toInt64(p.injured)) AS n_injured,
            sum(toInt128(share) * toInt128(p.damage)) AS n_damage, quantilesExactWeightedIf(0.5, 0.9)(response_ms, toUInt64(share), done) AS spread, min(exact) AS all_exact
        FROM placed AS p
        WHERE share > 0
        GROUP BY period_kind, place_kind, place, of_kind, month
    ),
    series AS
    (
        SELECT period_kind, place_kind, place, of_kind, mapFromArrays(groupArray(month), groupArray((n, n_done, n_due, n_good, n_deaths, n_injured, n_damage, spread, all_exact))) AS told, min(min(month)) OVER (PARTITION BY period_kind) AS first_month,
            if(period_kind = 'calendar' OR toDayOfMonth(known_day) < 15, toStartOfMonth(known_day), addMonths(toStartOfMonth(known_day), 1)) AS last_month
        FROM counted
        GROUP BY period_kind, place_kind, place, of_kind
    ),
    dense AS
    (
        SELECT period_kind, place_kind, place, of_kind, multiIf(place_kind != 'all', place_kind, of_kind != '', 'kind', 'whole') AS in_table, first_month, addMonths(first_month, step) AS month, least(greatest(month, first_of_both), toStartOfMonth(known_day)) AS pair,
            mapContains(told, month) AS any_there, told[month] AS sums, tupleElement(sums, 1) AS n
        FROM (SELECT *, max(first_month) OVER () AS first_of_both FROM series) ARRAY JOIN range(toUInt64(dateDiff('month', first_month, last_month) + 1)) AS step
    ),
    paired AS (SELECT *, max(n > 0 AND n < five) OVER both AS small, sum(n) OVER both AS n_both FROM dense WINDOW both AS (PARTITION BY place_kind, place, of_kind, pair)),
    beside AS (SELECT *, uniqExactIf((place, of_kind), small) OVER cells AS smalls, minIf((n_both, place, of_kind), n_both > 0 AND NOT small) OVER cells AS next_one FROM paired WINDOW cells AS (PARTITION BY in_table, pair)),
    judged_months AS
    (
        SELECT *, alone_hidden OR (in_table = 'area' AND max(in_table = 'unit' AND alone_hidden) OVER (PARTITION BY pair)) AS hidden
        FROM (SELECT *, small OR (smalls = 1 AND (n_both, place, of_kind) = next_one) AS alone_hidden FROM beside)
    ),
    yearly AS
    (
        SELECT *, sum(n) OVER year AS n_year, countIf(hidden) OVER year AS hidden_year, min(if(any_there, tupleElement(sums, 9), true)) OVER year AS year_exact, dateDiff('month', first_month, month) >= 11 AS full_year
        FROM judged_months
        WINDOW year AS (PARTITION BY period_kind, place_kind, place, of_kind ORDER BY month ROWS BETWEEN 11 PRECEDING AND CURRENT ROW)
    ),
    year_paired AS
    (
        SELECT *, max((n_year > 0 AND n_year < five) OR (hidden_year > 0 AND (hidden_year = 1 OR toMonth(month) != 12))) OVER both AS year_small, sum(n_year) OVER both AS n_year_both
        FROM yearly
        WINDOW both AS (PARTITION BY place_kind, place, of_kind, pair)
    ),
    year_beside AS (SELECT *, uniqExactIf((place, of_kind), year_small) OVER cells AS year_smalls, minIf((n_year_both, place, of_kind), n_year_both > 0 AND NOT year_small) OVER cells AS next_year FROM year_paired WINDOW cells AS (PARTITION BY in_table, pair)),
    judged_years AS
    (
        SELECT *, alone_year_hidden OR (in_table = 'area' AND max(in_table = 'unit' AND alone_year_hidden) OVER (PARTITION BY pair)) AS year_hidden, peoples[place] AS people
        FROM (SELECT *, year_small OR (year_smalls = 1 AND (n_year_both, place, of_kind) = next_year) AS alone_year_hidden FROM year_beside)
    )
SELECT
    j.period_kind AS period_kind, j.month AS month, j.place_kind AS place_kind, j.place AS place, if(names.place_vi = '', j.place, names.place_vi) AS place_vi, j.of_kind AS kind,
    if(hidden, nan, n / 1000000000) AS incidents, if(year_hidden, nan, n_year / 1000000000) AS sum_12m, if(year_hidden OR NOT full_year OR people = 0, nan, n_year / 10000 / people) AS per_100k, if(people = 0, nan, toFloat64(people)) AS base,
    if(hidden, nan, tupleElement(sums, 2) / 1000000000) AS handled, if(hidden, nan, tupleElement(sums, 3) / 1000000000) AS judged, if(hidden, nan, tupleElement(sums, 4) / 1000000000) AS in_time,
    if(hidden OR tupleElement(sums, 3) = 0, nan, 100 * tupleElement(sums, 4) / tupleElement(sums, 3)) AS in_time_share,
    if(hidden OR tupleElement(sums, 2) = 0, nan, arrayElement(tupleElement(sums, 8), 1) / 1000) AS response_p50_s, if(hidden OR tupleElement(sums, 2) = 0, nan, arrayElement(tupleElement(sums, 8), 2) / 1000) AS response_p90_s,
    if(hidden, nan, tupleElement(sums, 5) / 1000000000) AS deaths, if(hidden, nan, tupleElement(sums, 6) / 1000000000) AS injured, if(hidden, nan, toFloat64(tupleElement(sums, 7)) / 1000000000) AS damage_vnd,
    toUInt8(hidden) AS suppressed, toUInt8(year_exact) AS exact, toUInt8(if(j.period_kind = 'calendar', toLastDayOfMonth(j.month), addDays(j.month, 13)) <= known_day) AS closed, known_day AS as_of, boundary_day AS boundary
FROM judged_years AS j LEFT JOIN place_names AS names ON names.place_kind = j.place_kind AND names.place = j.place
COMMENT 'The view incident_rates on the boundaries of a day, as known on a day: SELECT * FROM incident_rates_at(boundary = ..., known_at = ...); an empty known_at is the newest recorded day, an empty boundary that same day. Số vụ và tỷ suất, theo địa giới của một ngày, theo những gì đã biết';

CREATE VIEW IF NOT EXISTS incident_rates ON CLUSTER '{cluster}'
(
    period_kind LowCardinality(String) COMMENT 'calendar = tháng dương lịch, mps_15_14 = tháng công tác của Bộ Công an, từ ngày 15 tháng trước đến ngày 14',
    month Date COMMENT 'Ngày đầu của tháng mang tên: tháng 03/2024 công tác là từ 15/02/2024 đến 14/03/2024',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    kind LowCardinality(String) COMMENT 'Loại vụ việc, rỗng = mọi loại; chỉ chia theo loại ở toàn địa bàn',
    incidents Float64 COMMENT 'Số vụ; NaN = che',
    sum_12m Float64 COMMENT 'Tổng 12 tháng đến tháng này; NaN = che',
    per_100k Float64 COMMENT 'Tổng 12 tháng trên 100.000 dân; NaN = che, chưa đủ 12 tháng hoặc không rõ dân số',
    base Float64 COMMENT 'Dân số chính thức của nơi theo địa giới, của toàn địa bàn là tổng các xã hoặc, khi có xã không rõ, số của huyện; NaN = không rõ',
    handled Float64 COMMENT 'Trong đó đã giải quyết; NaN = che',
    judged Float64 COMMENT 'Trong đó đã giải quyết hoặc đã quá hạn: mẫu số của tỷ lệ đúng hạn; NaN = che',
    in_time Float64 COMMENT 'Trong đó giải quyết đúng hạn; NaN = che',
    in_time_share Float64 COMMENT 'Tỷ lệ giải quyết đúng hạn, %; NaN = che hoặc chưa có vụ nào đến hạn',
    response_p50_s Float64 COMMENT 'Trung vị thời gian từ tiếp nhận đến giải quyết, giây; NaN = che hoặc chưa có',
    response_p90_s Float64 COMMENT 'Bách phân vị 90 của thời gian đó, giây; NaN = che hoặc chưa có',
    deaths Float64 COMMENT 'Số người chết; NaN = che',
    injured Float64 COMMENT 'Số người bị thương; NaN = che',
    damage_vnd Float64 COMMENT 'Thiệt hại tài sản, đồng; NaN = che',
    suppressed UInt8 COMMENT '1 = che: dưới 5 vụ theo một trong hai lịch, hoặc ô kế tiếp để không suy ra được ô như vậy',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    closed UInt8 COMMENT '1 = tháng đã kết thúc',
    as_of Date COMMENT 'Tính theo những gì đã nhận đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT max(recorded_at) FROM raw_progress_v1)) AS newest,
    toDate(newest, 'Asia/Ho_Chi_Minh') AS newest_day,
    newest_day AS known_day,
    least(newest, toDateTime64(addDays(known_day, 1), 3, 'Asia/Ho_Chi_Minh')) AS now_known,
    known_day AS boundary_day,
    5000000000 AS five,
    (SELECT mapFromArrays(groupArray(toString(kind)), groupArray(limit_s)) FROM incident_limits) AS limits,
    (
        SELECT mapFromArrays(groupArray(key), groupArray(parts))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place_kind, place, share, exact)) AS parts FROM place_shares WHERE boundary_from <= boundary_day AND boundary_to >= boundary_day GROUP BY key)
    ) AS shares,
    (
        SELECT mapFromArrays(arrayConcat([''], groupArray(uid)), arrayConcat([if(minIf(people, counted) > 0, sumIf(people, counted), argMaxIf(people, valid_from, level = 'district' AND people > 0 AND valid_from <= boundary_day))], groupArray(people)))
        FROM (SELECT toString(uid) AS uid, toUInt64(population) AS people, level, valid_from, level = 'commune' AND valid_from <= boundary_day AND valid_to >= boundary_day AS counted FROM units)
    ) AS peoples,
    held AS
    (
        SELECT ref, argMax(told, (revision, sequence, event_id)) AS t FROM raw_incidents_v1 WHERE recorded_on <= known_day GROUP BY ref
        HAVING NOT tupleElement(t, 'withdrawn') AND (tupleElement(t, 'outcome') != 'unfounded' OR tupleElement(t, 'kind') = 'denunciation')
    ),
    dated AS
    (
        SELECT tupleElement(t, 'kind') AS kind, tupleElement(t, 'unit') AS unit_uid, toDate(tupleElement(t, 'happened_at'), 'Asia/Ho_Chi_Minh') AS day, tupleElement(t, 'handled_at') AS handled_at, handled_at > toDateTime64(0, 3, 'UTC') AS done,
            addSeconds(tupleElement(t, 'reported_at'), limits[tupleElement(t, 'kind')]) AS due, dateDiff('millisecond', tupleElement(t, 'reported_at'), handled_at) AS response_ms,
            tupleElement(t, 'deaths') AS deaths, tupleElement(t, 'injured') AS injured, tupleElement(t, 'damage_vnd') AS damage
        FROM held
        WHERE day <= known_day
    ),
    placed AS
    (
        SELECT kind, done, done OR due < now_known AS due_by_now, done AND handled_at <= due AS good, response_ms, deaths, injured, damage,
            tupleElement(period, 1) AS period_kind, tupleElement(period, 2) AS month, tupleElement(part, 1) AS place_kind, tupleElement(part, 2) AS place, tupleElement(part, 3) AS share, tupleElement(part, 4) AS exact, tupleElement(part, 5) AS of_kind
        FROM
        (
            SELECT *, shares[concat('unit ', unit_uid)] AS unit_parts,
                [('calendar', toStartOfMonth(day)), ('mps_15_14', toStartOfMonth(if(toDayOfMonth(day) >= 15, addMonths(toStartOfMonth(day), 1), day)))] AS periods,
                arrayConcat
                (
                    arrayMap(p -> (toString(p.1), toString(p.2), p.3, p.4, ''), arrayConcat(if(empty(unit_parts), [('unit', unit_uid, 1000000000, true)], arrayMap(p -> (toString(p.1), toString(p.2), p.3, p.4), unit_parts)), arrayMap(p -> (toString(p.1), toString(p.2), p.3, p.4), shares[concat('area ', unit_uid)]))),
                    [('all', '', 1000000000, true, ''), ('all', '', 1000000000, true, kind)]
                ) AS parts
            FROM dated
        )
        ARRAY JOIN periods AS period, arrayMap(x -> parts, periods) AS same
        ARRAY JOIN same AS part
    ),
    counted AS
    (
        SELECT period_kind, place_kind, place, of_kind, month, sum(share) AS n, sumIf(share, done) AS n_done, sumIf(share, due_by_now) AS n_due, sumIf(share, good) AS n_good, sum(share * toInt64(p.deaths)) AS n_deaths, sum(share * toInt64(p.injured)) AS n_injured,
            sum(toInt128(share) * toInt128(p.damage)) AS n_damage, quantilesExactWeightedIf(0.5, 0.9)(response_ms, toUInt64(share), done) AS spread, min(exact) AS all_exact
        FROM placed AS p
        WHERE share > 0
        GROUP BY period_kind, place_kind, place, of_kind, month
    ),
    series AS
    (
        SELECT period_kind, place_kind, place, of_kind, mapFromArrays(groupArray(month), groupArray((n, n_done, n_due, n_good, n_deaths, n_injured, n_damage, spread, all_exact))) AS told, min(min(month)) OVER (PARTITION BY period_kind) AS first_month,
            if(period_kind = 'calendar' OR toDayOfMonth(known_day) < 15, toStartOfMonth(known_day), addMonths(toStartOfMonth(known_day), 1)) AS last_month
        FROM counted
        GROUP BY period_kind, place_kind, place, of_kind
    ),
    dense AS
    (
        SELECT period_kind, place_kind, place, of_kind, multiIf(place_kind != 'all', place_kind, of_kind != '', 'kind', 'whole') AS in_table, first_month, addMonths(first_month, step) AS month, least(greatest(month, first_of_both), toStartOfMonth(known_day)) AS pair,
            mapContains(told, month) AS any_there, told[month] AS sums, tupleElement(sums, 1) AS n
        FROM (SELECT *, max(first_month) OVER () AS first_of_both FROM series) ARRAY JOIN range(toUInt64(dateDiff('month', first_month, last_month) + 1)) AS step
    ),
    paired AS (SELECT *, max(n > 0 AND n < five) OVER both AS small, sum(n) OVER both AS n_both FROM dense WINDOW both AS (PARTITION BY place_kind, place, of_kind, pair)),
    beside AS (SELECT *, uniqExactIf((place, of_kind), small) OVER cells AS smalls, minIf((n_both, place, of_kind), n_both > 0 AND NOT small) OVER cells AS next_one FROM paired WINDOW cells AS (PARTITION BY in_table, pair)),
    judged_months AS
    (
        SELECT *, alone_hidden OR (in_table = 'area' AND max(in_table = 'unit' AND alone_hidden) OVER (PARTITION BY pair)) AS hidden
        FROM (SELECT *, small OR (smalls = 1 AND (n_both, place, of_kind) = next_one) AS alone_hidden FROM beside)
    ),
    yearly AS
    (
        SELECT *, sum(n) OVER year AS n_year, countIf(hidden) OVER year AS hidden_year, min(if(any_there, tupleElement(sums, 9), true)) OVER year AS year_exact, dateDiff('month', first_month, month) >= 11 AS full_year
        FROM judged_months
        WINDOW year AS (PARTITION BY period_kind, place_kind, place, of_kind ORDER BY month ROWS BETWEEN 11 PRECEDING AND CURRENT ROW)
    ),
    year_paired AS
    (
        SELECT *, max((n_year > 0 AND n_year < five) OR (hidden_year > 0 AND (hidden_year = 1 OR toMonth(month) != 12))) OVER both AS year_small, sum(n_year) OVER both AS n_year_both
        FROM yearly
        WINDOW both AS (PARTITION BY place_kind, place, of_kind, pair)
    ),
    year_beside AS (SELECT *, uniqExactIf((place, of_kind), year_small) OVER cells AS year_smalls, minIf((n_year_both, place, of_kind), n_year_both > 0 AND NOT year_small) OVER cells AS next_year FROM year_paired WINDOW cells AS (PARTITION BY in_table, pair)),
    judged_years AS
    (
        SELECT *, alone_year_hidden OR (in_table = 'area' AND max(in_table = 'unit' AND alone_year_hidden) OVER (PARTITION BY pair)) AS year_hidden, peoples[place] AS people
        FROM (SELECT *, year_small OR (year_smalls = 1 AND (n_year_both, place, of_kind) = next_year) AS alone_year_hidden FROM year_beside)
    )
SELECT
    j.period_kind AS period_kind, j.month AS month, j.place_kind AS place_kind, j.place AS place, if(names.place_vi = '', j.place, names.place_vi) AS place_vi, j.of_kind AS kind,
    if(hidden, nan, n / 1000000000) AS incidents, if(year_hidden, nan, n_year / 1000000000) AS sum_12m, if(year_hidden OR NOT full_year OR people = 0, nan, n_year / 10000 / people) AS per_100k, if(people = 0, nan, toFloat64(people)) AS base,
    if(hidden, nan, tupleElement(sums, 2) / 1000000000) AS handled, if(hidden, nan, tupleElement(sums, 3) / 1000000000) AS judged, if(hidden, nan, tupleElement(sums, 4) / 1000000000) AS in_time,
    if(hidden OR tupleElement(sums, 3) = 0, nan, 100 * tupleElement(sums, 4) / tupleElement(sums, 3)) AS in_time_share,
    if(hidden OR tupleElement(sums, 2) = 0, nan, arrayElement(tupleElement(sums, 8), 1) / 1000) AS response_p50_s, if(hidden OR tupleElement(sums, 2) = 0, nan, arrayElement(tupleElement(sums, 8), 2) / 1000) AS response_p90_s,
    if(hidden, nan, tupleElement(sums, 5) / 1000000000) AS deaths, if(hidden, nan, tupleElement(sums, 6) / 1000000000) AS injured, if(hidden, nan, toFloat64(tupleElement(sums, 7)) / 1000000000) AS damage_vnd,
    toUInt8(hidden) AS suppressed, toUInt8(year_exact) AS exact, toUInt8(if(j.period_kind = 'calendar', toLastDayOfMonth(j.month), addDays(j.month, 13)) <= known_day) AS closed, known_day AS as_of, boundary_day AS boundary
FROM judged_years AS j LEFT JOIN place_names AS names ON names.place_kind = j.place_kind AND names.place = j.place
COMMENT 'Incidents of each month of both calendars, with the sum of twelve months and its rate: by unit, by comparable area, by kind, and of all, never crossed; cells of one to four are left out, and one more where a cell could be told by subtraction; a month of a place is left out of both calendars or of neither, for their difference would tell it, and one of an area where one of a unit is. A sum of twelve months stands where none of its months is left out, or at the end of a year where two or more are. Số vụ theo tháng, 12 tháng và trên 100.000 dân (mô hình 40)';

CREATE VIEW IF NOT EXISTS incident_hours_at ON CLUSTER '{cluster}'
(
    period_kind LowCardinality(String) COMMENT 'calendar = năm dương lịch, mps_15_14 = năm công tác của Bộ Công an, từ 15/12 năm trước đến 14/12',
    year UInt16 COMMENT 'Năm',
    dimension LowCardinality(String) COMMENT 'hour = giờ trong ngày, weekday = ngày trong tuần; không chia chéo',
    value UInt8 COMMENT 'Giờ 0-23 giờ Việt Nam, hoặc thứ: 1 = thứ hai … 7 = chủ nhật',
    incidents Float64 COMMENT 'Số vụ rõ thời điểm xảy ra; NaN = che',
    suppressed UInt8 COMMENT '1 = che: dưới 5 vụ theo một trong hai lịch, hoặc ô kế tiếp để không suy ra được ô như vậy',
    closed UInt8 COMMENT '1 = năm đã kết thúc',
    as_of Date COMMENT 'Tính theo những gì đã nhận đến hết ngày này'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh')) AS known_day,
    held AS
    (
        SELECT ref, argMax(told, (revision, sequence, event_id)) AS t FROM raw_incidents_v1 WHERE recorded_on <= known_day GROUP BY ref
        HAVING NOT tupleElement(t, 'withdrawn') AND (tupleElement(t, 'outcome') != 'unfounded' OR tupleElement(t, 'kind') = 'denunciation')
    ),
    dated AS (SELECT toTimeZone(tupleElement(t, 'happened_at'), 'Asia/Ho_Chi_Minh') AS at, toDate(at) AS day FROM held WHERE tupleElement(t, 'happened_known') AND day <= known_day),
    placed AS
    (
        SELECT tupleElement(period, 1) AS period_kind, tupleElement(period, 2) AS year, tupleElement(cell, 1) AS dimension, tupleElement(cell, 2) AS value
        FROM
        (
            SELECT [('calendar', toYear(day)), ('mps_15_14', toUInt16(toYear(day) + (toMonth(day) = 12 AND toDayOfMonth(day) >= 15)))] AS periods, [('hour', toUInt8(toHour(at))), ('weekday', toUInt8(toDayOfWeek(day)))] AS cells
            FROM dated
        )
        ARRAY JOIN periods AS period, arrayMap(x -> cells, periods) AS same
        ARRAY JOIN same AS cell
    ),
    counted AS (SELECT period_kind, year, dimension, value, count() AS n FROM placed GROUP BY period_kind, year, dimension, value),
    dense AS
    (
        SELECT period_kind, year, dimension, value, told[value] AS n, least(greatest(year, first_of_both), last_of_both) AS pair
        FROM
        (
            SELECT *, max(first_year) OVER () AS first_of_both, min(last_year) OVER () AS last_of_both
            FROM (SELECT period_kind, year, dimension, mapFromArrays(groupArray(value), groupArray(counted.n)) AS told, min(year) OVER (PARTITION BY period_kind) AS first_year, max(year) OVER (PARTITION BY period_kind) AS last_year FROM counted GROUP BY period_kind, year, dimension)
        )
        ARRAY JOIN arrayMap(v -> toUInt8(v), if(dimension = 'hour', range(0, 24), range(1, 8))) AS value
    ),
    paired AS (SELECT *, max(n > 0 AND n < 5) OVER both AS small, sum(n) OVER both AS n_both FROM dense WINDOW both AS (PARTITION BY dimension, value, pair)),
    beside AS (SELECT *, uniqExactIf(value, small) OVER cells AS smalls, minIf((n_both, value), n_both > 0 AND NOT small) OVER cells AS next_one FROM paired WINDOW cells AS (PARTITION BY dimension, pair))
SELECT period_kind, year, dimension, value, if(suppressed, nan, toFloat64(n)) AS incidents, toUInt8(small OR (smalls = 1 AND (n_both, value) = next_one)) AS suppressed, toUInt8(makeDate(year, 12, if(period_kind = 'calendar', 31, 14)) <= known_day) AS closed, known_day AS as_of
FROM beside
COMMENT 'The view incident_hours as known on a day: SELECT * FROM incident_hours_at(known_at = ...); an empty known_at is the newest recorded day. Số vụ theo giờ và theo thứ, theo những gì đã biết';

CREATE VIEW IF NOT EXISTS incident_hours ON CLUSTER '{cluster}'
(
    period_kind LowCardinality(String) COMMENT 'calendar = năm dương lịch, mps_15_14 = năm công tác của Bộ Công an, từ 15/12 năm trước đến 14/12',
    year UInt16 COMMENT 'Năm',
    dimension LowCardinality(String) COMMENT 'hour = giờ trong ngày, weekday = ngày trong tuần; không chia chéo',
    value UInt8 COMMENT 'Giờ 0-23 giờ Việt Nam, hoặc thứ: 1 = thứ hai … 7 = chủ nhật',
    incidents Float64 COMMENT 'Số vụ rõ thời điểm xảy ra; NaN = che',
    suppressed UInt8 COMMENT '1 = che: dưới 5 vụ theo một trong hai lịch, hoặc ô kế tiếp để không suy ra được ô như vậy',
    closed UInt8 COMMENT '1 = năm đã kết thúc',
    as_of Date COMMENT 'Tính theo những gì đã nhận đến hết ngày này'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT * FROM da06.incident_hours_at(known_at = '')
COMMENT 'When incidents happen: by hour and by day of the week, of a year of either calendar, for a month has too few for hours; cells of one to four are left out, and one more where a cell could be told by subtraction, of both calendars or of neither. Số vụ theo giờ và theo thứ';

INSERT INTO schema_migrations VALUES ('0037_incidents.sql', '88bd239cbdaeaf3efc0270ef5dbdee29125a15edf8e55315671092f4ee38bb04');
