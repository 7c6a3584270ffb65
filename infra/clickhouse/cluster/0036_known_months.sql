-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

DROP VIEW IF EXISTS raw_stays_mv_v2 ON CLUSTER '{cluster}';

ALTER TABLE raw_stays_v2 ON CLUSTER '{cluster}' ADD COLUMN IF NOT EXISTS last_recorded_on SimpleAggregateFunction(max, Date) COMMENT 'Local day on which the last event of it was taken in' AFTER open_ended;

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_stays_mv_v3 ON CLUSTER '{cluster}' TO raw_stays_v2 AS
SELECT
    facility_id, ref, registration_number,
    if(type = 'vn.da06.stay.checked-in.v1', recorded_at, toDateTime64('2299-12-31 00:00:00', 3, 'UTC')) AS first_recorded_at,
    whole, groups,
    if(person_key = '', [], [person_key]) AS persons,
    if(arrived_at > toDateTime64(0, 3, 'UTC'), toDate(arrived_at, 'Asia/Ho_Chi_Minh'), toDate('2149-06-06')) AS min_arrival,
    if(arrived_at > toDateTime64(0, 3, 'UTC'), toDate(arrived_at, 'Asia/Ho_Chi_Minh'), toDate(0)) AS max_arrival,
    if(ends_at > toDateTime64(0, 3, 'UTC'), toDate(ends_at, 'Asia/Ho_Chi_Minh'), toDate(0)) AS max_end,
    toUInt8(open_ended) AS open_ended,
    toDate(recorded_at, 'Asia/Ho_Chi_Minh') AS last_recorded_on
FROM raw_inbox_v2
WHERE registration_number != ''
COMMENT 'Carries events from raw_inbox_v2 to raw_stays_v2';

CREATE TABLE IF NOT EXISTS raw_stay_events_v1 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Facility',
    ref String COMMENT 'Reference of the stay within the facility',
    recorded_on Date COMMENT 'Local day on which it was taken in',
    event_id UUID COMMENT 'Event',
    type LowCardinality(String) COMMENT 'Event type with version',
    first_recorded_at DateTime64(3, 'UTC') COMMENT 'Receipt of a check-in; 2299 = it is none',
    whole String COMMENT 'Register of a check-in that names everything: see raw_stays_v2',
    groups Map(String, String) COMMENT 'Registers of single groups: see raw_stays_v2',
    whole_order String ALIAS substring(whole, 1, 28) COMMENT 'Order of `whole`; this and what follows is unpacked as in raw_stays_v2',
    whole_texts Array(String) ALIAS splitByChar('\0', substring(whole, 82)) COMMENT 'Texts of `whole`',
    seen Bool ALIAS first_recorded_at < toDateTime64('2299-01-01 00:00:00', 3, 'UTC') COMMENT 'A check-in is known',
    cancelled Bool ALIAS substring(greatest(groups['cancelled'], whole_order), 29) = '1' COMMENT 'Cancelled',
    facility_tourism Bool ALIAS substring(greatest(groups['facility'], concat(whole_order, substring(whole, 81, 1), whole_texts[1])), 29, 1) = '1' COMMENT 'Whether the kind of the facility counts as tourism',
    person_key String ALIAS splitByChar('\0', substring(greatest(groups['person'], concat(whole_order, whole_texts[2], '\0', whole_texts[3])), 29))[1] COMMENT 'Person (keyed hash)',
    ward String ALIAS splitByChar('\0', substring(greatest(groups['residence'], concat(whole_order, whole_texts[6], '\0', whole_texts[7])), 29))[2] COMMENT 'Home ward, portal code',
    arrival String ALIAS substring(greatest(groups['arrival'], concat(whole_order, substring(whole, 29, 25), whole_texts[8])), 29) COMMENT 'Arrival, both deadlines, whether the hour is known, unit',
    notified String ALIAS substring(greatest(groups['notified'], concat(whole_order, substring(whole, 70, 9))), 29) COMMENT 'Notice as sent, and whether it counts',
    nationality String ALIAS substring(greatest(groups['nationality'], concat(whole_order, whole_texts[4])), 29) COMMENT 'Nationality',
    arrived_at DateTime64(3, 'UTC') ALIAS fromUnixTimestamp64Milli(reinterpretAsInt64(substring(arrival, 1, 8)), 'UTC') COMMENT 'Arrival',
    due_domestic_at DateTime64(3, 'UTC') ALIAS fromUnixTimestamp64Milli(reinterpretAsInt64(substring(arrival, 9, 8)), 'UTC') COMMENT 'Legal deadline for a Vietnamese guest',
    due_foreign_at DateTime64(3, 'UTC') ALIAS fromUnixTimestamp64Milli(reinterpretAsInt64(substring(arrival, 17, 8)), 'UTC') COMMENT 'Legal deadline for a foreigner',
    unit_uid String ALIAS substring(arrival, 26) COMMENT 'Administrative unit on the day of arrival',
    expected_at DateTime64(3, 'UTC') ALIAS fromUnixTimestamp64Milli(reinterpretAsInt64(substring(greatest(groups['expectedDeparture'], concat(whole_order, substring(whole, 54, 8))), 29)), 'UTC') COMMENT 'Expected departure, 1970 = none',
    departed_at DateTime64(3, 'UTC') ALIAS fromUnixTimestamp64Milli(reinterpretAsInt64(substring(groups['departure'], 29)), 'UTC') COMMENT 'Departure, 1970 = none',
    reason String ALIAS substring(greatest(groups['reason'], concat(whole_order, whole_texts[10])), 29) COMMENT 'Reason of the stay',
    notified_at DateTime64(3, 'UTC') ALIAS fromUnixTimestamp64Milli(reinterpretAsInt64(substring(notified, 1, 8)), 'UTC') COMMENT 'Notice as sent, 1970 = none',
    notified_valid Bool ALIAS substring(notified, 9, 1) = '1' COMMENT 'Whether that notice counts'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (facility_id, ref, recorded_on, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, index_granularity = 1024, merge_selector_base = 16, min_bytes_for_wide_part = 67108864
COMMENT 'What each event of a stay said, and when it was taken in: what was known of a stay on a day is the highest of what came until then';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_stay_events_mv_v1 ON CLUSTER '{cluster}' TO raw_stay_events_v1 AS
SELECT facility_id, ref, toDate(recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_on, id AS event_id, type,
    if(type = 'vn.da06.stay.checked-in.v1', recorded_at, toDateTime64('2299-12-31 00:00:00', 3, 'UTC')) AS first_recorded_at, whole, groups
FROM raw_inbox_v2
WHERE registration_number != ''
COMMENT 'Carries events from raw_inbox_v2 to raw_stay_events_v1';

CREATE TABLE IF NOT EXISTS raw_link_events_v1 ON CLUSTER '{cluster}'
(
    cmnd_key String COMMENT 'Person under the old identity paper (keyed hash)',
    recorded_on Date COMMENT 'Local day on which the link was taken in',
    event_id UUID COMMENT 'Event',
    cccd_key String COMMENT 'Identity card linked to it'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (cmnd_key, recorded_on, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, merge_selector_base = 16
COMMENT 'Links of papers, and when each was taken in';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_link_events_mv_v1 ON CLUSTER '{cluster}' TO raw_link_events_v1 AS
SELECT JSONExtractString(data, 'cmndKey') AS cmnd_key, toDate(recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_on, id AS event_id, JSONExtractString(data, 'cccdKey') AS cccd_key
FROM raw_inbox_v2
WHERE type = 'vn.da06.person.linked.v1'
COMMENT 'Carries events from raw_inbox_v2 to raw_link_events_v1';

CREATE TABLE IF NOT EXISTS raw_facility_events_v1 ON CLUSTER '{cluster}'
(
    facility_id LowCardinality(String) COMMENT 'Facility',
    recorded_on Date COMMENT 'Local day on which it was taken in',
    event_id UUID COMMENT 'Event',
    type LowCardinality(String) COMMENT 'Event type with version',
    sequence UInt64 COMMENT 'Hybrid clock: of two that say the same the later counts, and of those at once the higher id',
    valid_from Date COMMENT 'First day of the version it tells, 1970 = it tells none',
    kind LowCardinality(String) COMMENT 'Kind of that version',
    unit LowCardinality(String) COMMENT 'Administrative unit of it',
    tourism Bool COMMENT 'Accommodation for tourists',
    closed_on Date COMMENT 'Day from which it takes no guests; 1970 = open',
    tells_closing Bool COMMENT 'It says whether the facility is closed'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (facility_id, recorded_on, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'What each event of a facility said of its place and kind, and when it was taken in';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_facility_events_mv_v1 ON CLUSTER '{cluster}' TO raw_facility_events_v1 AS
WITH type = 'vn.da06.facility.closed.v1' AS closes
SELECT facility_id, toDate(recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_on, id AS event_id, type,
    reinterpretAsUInt64(reverse(unhex(raw_inbox_v2.sequence))) AS sequence,
    if(closes, toDate(0), toDate(JSONExtractString(data, 'validFrom'))) AS valid_from, JSONExtractString(data, 'kind') AS kind, JSONExtractString(data, 'unit') AS unit, JSONExtractBool(data, 'tourism') AS tourism,
    if(closes, toDateOrZero(JSONExtractString(data, 'on')), toDate(0)) AS closed_on, type != 'vn.da06.facility.registered.v1' AS tells_closing
FROM raw_inbox_v2
WHERE type IN ('vn.da06.facility.registered.v1', 'vn.da06.facility.changed.v1', 'vn.da06.facility.closed.v1')
COMMENT 'Carries events from raw_inbox_v2 to raw_facility_events_v1';

CREATE TABLE IF NOT EXISTS raw_stay_revisions_v1 ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Local day, of a month that was over when this was known',
    facility_id LowCardinality(String) COMMENT 'Facility',
    person_key String COMMENT 'Person (keyed hash) for whom the stay counted, papers resolved as they were then',
    ref String COMMENT 'Stay',
    known_on Date COMMENT 'Local day on which it came to be known',
    t_arrivals Int8 COMMENT 'By how much arrivals of tourists overnight became more on that day; likewise what follows',
    t_day_guests Int8 COMMENT 'Day guests, tourists',
    t_nights Int8 COMMENT 'Guest-nights of tourists',
    ti_arrivals Int8 COMMENT 'Of the arrivals, of another nationality than Vietnamese',
    ti_day_guests Int8 COMMENT 'Of the day guests, likewise',
    ti_nights Int8 COMMENT 'Of the nights, likewise',
    stays Int8 COMMENT 'Registrations that arrive on this day',
    late Int8 COMMENT 'Of these, told at the legal deadline or after it',
    synced_late Int8 COMMENT 'Of these, told in time, taken in at the deadline or after it',
    events Array(UUID) COMMENT 'Events of this person at this facility, taken in on the day known_on',
    types Array(LowCardinality(String)) COMMENT 'Their types, in the same order',
    is_deleted UInt8 COMMENT '1 = nothing changed on that day (any more)',
    generation UInt64 COMMENT 'Number of the recompute that wrote the row: the highest counts'
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', generation, is_deleted)
PARTITION BY toYYYYMM(day)
ORDER BY (day, facility_id, person_key, ref, known_on)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, min_bytes_for_wide_part = 67108864
COMMENT 'By how much what was told after the end of a month changed what a stay does on a day of it: known at the end of a day = known now less what became known after it';

CREATE VIEW IF NOT EXISTS tourism_months_at ON CLUSTER '{cluster}'
(
    month Date COMMENT 'Tháng, ghi bằng ngày đầu tháng; chỉ tháng đã hết vào ngày known_at',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở, rỗng = mọi loại',
    arrivals Float64 COMMENT 'Lượt khách du lịch phục vụ trong tháng: nghỉ đêm và trong ngày; NaN = che',
    overnight_arrivals Float64 COMMENT 'Lượt khách nghỉ đêm, tính vào tháng của đêm đầu',
    day_guests Float64 COMMENT 'Lượt khách trong ngày, không nghỉ đêm',
    nights Float64 COMMENT 'Ngày khách, tính vào tháng của đêm đó',
    international_arrivals Float64 COMMENT 'Lượt khách quốc tế: quốc tịch khác Việt Nam',
    international_nights Float64 COMMENT 'Ngày khách quốc tế',
    suppressed UInt8 COMMENT '1 = che: có ngày trong tháng mà tourism_daily che ô này',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    known_at Date COMMENT 'Theo những gì đã nhận đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này; 1970-01-01 = địa giới của từng ngày'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    least(newest_day, toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh'))) AS known_day,
    toStartOfMonth(known_day + 1) - 1 AS last_day,
    if({boundary:String} = '', toDate(0), toDate(parseDateTime64BestEffort(if({boundary:String} = '', '2000-01-01', {boundary:String}), 3, 'Asia/Ho_Chi_Minh'))) AS given,
    (
        SELECT mapFromArrays(groupArray(key), groupArray(parts))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place, share, exact, boundary_from, boundary_to)) AS parts FROM place_shares GROUP BY key)
    ) AS shares,
    figures AS
    (
        SELECT day, facility_id, toInt64(t_arrivals) AS overnight, toInt64(t_day_guests) AS by_day, toInt64(t_nights) AS nights, toInt64(ti_arrivals) + ti_day_guests AS foreign_arrivals, toInt64(ti_nights) AS foreign_nights, toInt64(raw_facility_figures_v1.stays) AS stays
        FROM raw_facility_figures_v1 FINAL WHERE day <= last_day
        UNION ALL
        SELECT day, facility_id, -toInt64(t_arrivals), -toInt64(t_day_guests), -toInt64(t_nights), -toInt64(ti_arrivals) - ti_day_guests, -toInt64(ti_nights), -toInt64(raw_stay_revisions_v1.stays)
        FROM raw_stay_revisions_v1 FINAL WHERE day <= last_day AND known_on > known_day
    ),
    versions AS
    (
        SELECT v.facility_id AS facility_id, v.valid_from AS valid_from, v.told.3 AS kind, v.told.4 AS unit, v.told.5 AS tourism,
            if(valid_from = min(valid_from) OVER (PARTITION BY facility_id), toDate(0), valid_from) AS stands_from,
            leadInFrame(valid_from - 1, 1, toDate('2149-06-06')) OVER (PARTITION BY facility_id ORDER BY valid_from ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS stands_to,
            if(c.closing.3 = toDate(0), toDate('2149-06-06'), c.closing.3) AS ends
        FROM (SELECT facility_id, valid_from, max((sequence, event_id, toString(raw_facility_events_v1.kind), toString(raw_facility_events_v1.unit), raw_facility_events_v1.tourism)) AS told FROM raw_facility_events_v1 WHERE valid_from > toDate(0) AND recorded_on <= known_day GROUP BY facility_id, valid_from) AS v
        LEFT JOIN (SELECT facility_id, max((sequence, event_id, closed_on)) AS closing FROM raw_facility_events_v1 WHERE tells_closing AND recorded_on <= known_day GROUP BY facility_id) AS c ON c.facility_id = v.facility_id
    ),
    (SELECT toUInt32(toStartOfMonth(min(day))) FROM raw_facility_figures_v1) AS first_mark,
    by_unit AS
    (
        SELECT day, unit, facility_kind, [sum(facilities), sum(overnight), sum(by_day), sum(nights), sum(foreign_arrivals), sum(foreign_nights), sum(stays)] AS amounts
        FROM
        (
            SELECT toDate(on_day) AS day, unit, kind AS facility_kind, houses AS facilities, toInt64(0) AS overnight, toInt64(0) AS by_day, toInt64(0) AS nights, toInt64(0) AS foreign_arrivals, toInt64(0) AS foreign_nights, toInt64(0) AS stays
            FROM
            (
                SELECT unit, kind, greatest(assumeNotNull(first_mark), toUInt32(valid_from)) AS opens, least(1 + toUInt32(last_day), 1 + toUInt32(stands_to), toUInt32(ends)) AS closes, toInt64(count()) AS houses
                FROM versions
                WHERE tourism
                GROUP BY unit, kind, opens, closes
            )
            ARRAY JOIN range(opens, closes) AS on_day
            UNION ALL
            SELECT f.day, v.unit, v.kind, 0, f.overnight, f.by_day, f.nights, f.foreign_arrivals, f.foreign_nights, f.stays
            FROM figures AS f
            INNER JOIN versions AS v ON v.facility_id = f.facility_id
            WHERE f.day >= v.stands_from AND f.day <= v.stands_to
        )
        GROUP BY day, unit, facility_kind
    ),
    cells AS
    (
        SELECT day, part.1 AS place_kind, part.2 AS place, part.3 AS kind, multiIf(place_kind != 'all', place_kind, kind != '', 'kind', 'whole') AS in_table,
            sumForEach(arrayMap(amount -> amount * part.4, q.amounts)) AS amounts, amounts[1] AS facilities, facilities > 0 AND facilities < 3000000000 AS small,
            countIf(arraySum(q.amounts) - q.amounts[7] > 0 AS is_part) > 0 AS stands, countIf(is_part AND NOT part.5) = 0 AS exact,
            minIf(q.lies, q.amounts[1] > 0) AS lies_from, maxIf(if(part.4 < 1000000000, 18446744073709551615, q.lies), q.amounts[1] > 0) AS lies_to
        FROM
        (
            SELECT day, amounts, cityHash64(arraySort(arrayMap(p -> (p.1, p.2), shares[concat('area ', unit)]))) AS lies, if(given = toDate(0), day, given) AS boundary_day,
                arrayFilter(p -> p.4 <= boundary_day AND p.5 >= boundary_day, shares[concat('unit ', unit)]) AS unit_parts,
                arrayConcat(arrayMap(p -> ('unit', p.1, '', p.2, p.3), if(empty(unit_parts), [(unit, 1000000000, true, toDate32(0), toDate32(0))], unit_parts)), arrayMap(p -> ('area', p.1, '', p.2, p.3), shares[concat('area ', unit)]), [('all', '', '', 1000000000, true), ('all', '', facility_kind, 1000000000, true)]) AS parts
            FROM by_unit
        ) AS q
        ARRAY JOIN parts AS part
        GROUP BY day, place_kind, place, kind
    ),
    beside AS
    (
        SELECT *, countIf(small) OVER (PARTITION BY day, in_table) AS smalls, minIf((facilities, place, kind), facilities >= 3000000000) OVER (PARTITION BY day, in_table) AS next_one,
            small OR (smalls = 1 AND (facilities, place, kind) = next_one) AS few, few AND place_kind = 'unit' AS few_unit
        FROM cells
    ),
    -- As tourism_daily leaves areas out.
    judged AS (SELECT *, few OR (place_kind = 'area' AND minIf(lies_from, few_unit) OVER (PARTITION BY day) != maxIf(lies_to, few_unit) OVER (PARTITION BY day) AND minIf(lies_from, in_table = 'whole') OVER (PARTITION BY day) != maxIf(lies_to, in_table = 'whole') OVER (PARTITION BY day)) AS is_hidden FROM beside),
    months AS
    (
        SELECT toStartOfMonth(day) AS month, place_kind, place, kind, max(stands) AS stood, min(judged.exact) AS is_exact, max(is_hidden) AS hidden, sumForEach(judged.amounts) AS amounts,
            minIf(month, in_table = 'whole' AND amounts[7] > 0) OVER () AS first_month
        FROM judged
        GROUP BY month, place_kind, place, in_table, kind
    )
SELECT
    m.month AS month, m.place_kind AS place_kind, m.place AS place, if(n.place_vi = '', m.place, n.place_vi) AS place_vi, m.kind AS facility_kind,
    shown[2] + shown[3] AS arrivals, shown[2] AS overnight_arrivals, shown[3] AS day_guests, shown[4] AS nights, shown[5] AS international_arrivals, shown[6] AS international_nights, toUInt8(m.hidden) AS suppressed, toUInt8(m.is_exact) AS exact, known_day AS known_at, given AS boundary
FROM
(
    SELECT month, place_kind, place, kind, hidden, is_exact, arrayMap(amount -> if(hidden, nan, amount / 1000000000), months.amounts) AS shown
    FROM months
    WHERE stood AND first_month > toDate(0) AND month >= first_month
) AS m LEFT JOIN place_names AS n ON n.place_kind = m.place_kind AND n.place = m.place
COMMENT 'The view tourism_months as known at the end of a day, on the boundaries of a day: SELECT * FROM tourism_months_at(known_at = ..., boundary = ...); an empty known_at is the newest recorded day, an empty boundary is the boundaries of each day itself, as they are known now. Khách du lịch theo tháng, theo những gì đã biết vào một ngày';

CREATE VIEW IF NOT EXISTS tourism_months ON CLUSTER '{cluster}'
(
    month Date COMMENT 'Tháng, ghi bằng ngày đầu tháng; chỉ tháng đã hết vào ngày known_at',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở, rỗng = mọi loại',
    arrivals Float64 COMMENT 'Lượt khách du lịch phục vụ trong tháng: nghỉ đêm và trong ngày; NaN = che',
    overnight_arrivals Float64 COMMENT 'Lượt khách nghỉ đêm, tính vào tháng của đêm đầu',
    day_guests Float64 COMMENT 'Lượt khách trong ngày, không nghỉ đêm',
    nights Float64 COMMENT 'Ngày khách, tính vào tháng của đêm đó',
    international_arrivals Float64 COMMENT 'Lượt khách quốc tế: quốc tịch khác Việt Nam',
    international_nights Float64 COMMENT 'Ngày khách quốc tế',
    suppressed UInt8 COMMENT '1 = che: có ngày trong tháng mà tourism_daily che ô này',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    known_at Date COMMENT 'Theo những gì đã nhận đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này; 1970-01-01 = địa giới của từng ngày'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT * FROM da06.tourism_months_at(known_at = '', boundary = '')
COMMENT 'Tourists of each month that is over, by unit, by kind of facility, by comparable area, and of all; a cell that tourism_daily leaves out on a day of the month is left out. Khách du lịch theo tháng đã hết (mô hình 39)';

CREATE VIEW IF NOT EXISTS compliance_months_at ON CLUSTER '{cluster}'
(
    month Date COMMENT 'Tháng, ghi bằng ngày đầu tháng; chỉ tháng đã hết vào ngày known_at',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở, rỗng = mọi loại',
    stays Float64 COMMENT 'Lượt khai báo có ngày đến trong tháng',
    late Float64 COMMENT 'Khai muộn: thông báo từ hạn trở đi',
    synced_late Float64 COMMENT 'Thông báo đúng hạn nhưng đến hệ thống sau hạn',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    known_at Date COMMENT 'Theo những gì đã nhận đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này; 1970-01-01 = địa giới của từng ngày'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
    least(newest_day, toDate(parseDateTime64BestEffort(if({known_at:String} = '', toString(newest_day), {known_at:String}), 3, 'Asia/Ho_Chi_Minh'))) AS known_day,
    toStartOfMonth(known_day + 1) - 1 AS last_day,
    if({boundary:String} = '', toDate(0), toDate(parseDateTime64BestEffort(if({boundary:String} = '', '2000-01-01', {boundary:String}), 3, 'Asia/Ho_Chi_Minh'))) AS given,
    (
        SELECT mapFromArrays(groupArray(key), groupArray(parts))
        FROM (SELECT concat(place_kind, ' ', unit_uid) AS key, groupArray((place, share, exact, boundary_from, boundary_to)) AS parts FROM place_shares GROUP BY key)
    ) AS shares,
    figures AS
    (
        SELECT day, facility_id, toInt64(raw_facility_figures_v1.stays) AS stays, toInt64(raw_facility_figures_v1.late) AS late, toInt64(raw_facility_figures_v1.synced_late) AS synced_late
        FROM raw_facility_figures_v1 FINAL WHERE day <= last_day
        UNION ALL
        SELECT day, facility_id, -toInt64(raw_stay_revisions_v1.stays), -toInt64(raw_stay_revisions_v1.late), -toInt64(raw_stay_revisions_v1.synced_late)
        FROM raw_stay_revisions_v1 FINAL WHERE day <= last_day AND known_on > known_day
    ),
    versions AS
    (
        SELECT v.facility_id AS facility_id, v.valid_from AS valid_from, v.told.3 AS kind, v.told.4 AS unit, v.told.5 AS tourism,
            if(valid_from = min(valid_from) OVER (PARTITION BY facility_id), toDate(0), valid_from) AS stands_from,
            leadInFrame(valid_from - 1, 1, toDate('2149-06-06')) OVER (PARTITION BY facility_id ORDER BY valid_from ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS stands_to,
            if(c.closing.3 = toDate(0), toDate('2149-06-06'), c.closing.3) AS ends
        FROM (SELECT facility_id, valid_from, max((sequence, event_id, toString(raw_facility_events_v1.kind), toString(raw_facility_events_v1.unit), raw_facility_events_v1.tourism)) AS told FROM raw_facility_events_v1 WHERE valid_from > toDate(0) AND recorded_on <= known_day GROUP BY facility_id, valid_from) AS v
        LEFT JOIN (SELECT facility_id, max((sequence, event_id, closed_on)) AS closing FROM raw_facility_events_v1 WHERE tells_closing AND recorded_on <= known_day GROUP BY facility_id) AS c ON c.facility_id = v.facility_id
    ),
    by_unit AS
    (
        SELECT f.day AS day, v.unit AS unit, v.kind AS facility_kind, sum(f.stays) AS stays, sum(f.late) AS late, sum(f.synced_late) AS synced_late
        FROM figures AS f
        INNER JOIN versions AS v ON v.facility_id = f.facility_id
        WHERE f.day >= v.stands_from AND f.day <= v.stands_to AND v.kind != 'coach'
        GROUP BY day, unit, facility_kind
        HAVING sum(f.stays) > 0
    ),
    cells AS
    (
        SELECT toStartOfMonth(day) AS month, part.1 AS place_kind, part.2 AS place, part.3 AS kind, min(part.5) AS is_exact,
            sum(q.stays * part.4) / 1000000000 AS stays, sum(q.late * part.4) / 1000000000 AS late, sum(q.synced_late * part.4) / 1000000000 AS synced_late
        FROM
        (
            SELECT *, if(given = toDate(0), day, given) AS boundary_day,
                arrayFilter(p -> p.4 <= boundary_day AND p.5 >= boundary_day, shares[concat('unit ', unit)]) AS unit_parts,
                arrayConcat(arrayMap(p -> ('unit', p.1, p.2, p.3), if(empty(unit_parts), [(unit, 1000000000, true, toDate32(0), toDate32(0))], unit_parts)), arrayMap(p -> ('area', p.1, p.2, p.3), shares[concat('area ', unit)]), [('all', '', 1000000000, true)]) AS places,
                arrayConcat(arrayMap(p -> (p.1, p.2, '', p.3, p.4), places), arrayMap(p -> (p.1, p.2, facility_kind, p.3, p.4), places)) AS parts
            FROM by_unit
        ) AS q
        ARRAY JOIN parts AS part
        GROUP BY month, place_kind, place, kind
    )
SELECT
    m.month AS month, m.place_kind AS place_kind, m.place AS place, if(n.place_vi = '', m.place, n.place_vi) AS place_vi, m.kind AS facility_kind,
    m.stays AS stays, m.late AS late, m.synced_late AS synced_late, toUInt8(m.is_exact) AS exact, known_day AS known_at, given AS boundary
FROM cells AS m LEFT JOIN place_names AS n ON n.place_kind = m.place_kind AND n.place = m.place
COMMENT 'The view compliance_months as known at the end of a day, on the boundaries of a day: SELECT * FROM compliance_months_at(known_at = ..., boundary = ...); empty as in tourism_months_at. Chấp hành thông báo lưu trú theo tháng, theo những gì đã biết vào một ngày';

CREATE VIEW IF NOT EXISTS compliance_months ON CLUSTER '{cluster}'
(
    month Date COMMENT 'Tháng, ghi bằng ngày đầu tháng; chỉ tháng đã hết vào ngày known_at',
    place_kind LowCardinality(String) COMMENT 'unit = đơn vị hành chính, area = vùng so sánh, all = toàn địa bàn',
    place LowCardinality(String) COMMENT 'uid của đơn vị hoặc vùng, rỗng = toàn địa bàn',
    place_vi String COMMENT 'Tên đơn vị hoặc vùng',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở, rỗng = mọi loại',
    stays Float64 COMMENT 'Lượt khai báo có ngày đến trong tháng',
    late Float64 COMMENT 'Khai muộn: thông báo từ hạn trở đi',
    synced_late Float64 COMMENT 'Thông báo đúng hạn nhưng đến hệ thống sau hạn',
    exact UInt8 COMMENT '1 = chính xác, 0 = ước lượng theo địa giới',
    known_at Date COMMENT 'Theo những gì đã nhận đến hết ngày này',
    boundary Date COMMENT 'Theo địa giới của ngày này; 1970-01-01 = địa giới của từng ngày'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT * FROM da06.compliance_months_at(known_at = '', boundary = '')
COMMENT 'Registrations of each month that is over and how many of them were late, by place and kind of facility; where nobody was registered there is no row. Chấp hành thông báo lưu trú theo tháng đã hết (mô hình 9–12)';

CREATE VIEW IF NOT EXISTS tourism_revisions ON CLUSTER '{cluster}'
(
    month Date COMMENT 'Tháng, ghi bằng ngày đầu tháng; đã hết khi điều này được biết',
    known_on Date COMMENT 'Ngày hệ thống nhận được điều làm thay đổi số liệu',
    facility_id LowCardinality(String) COMMENT 'Cơ sở',
    ref String COMMENT 'Lượt lưu trú; rỗng = cơ sở đổi đơn vị hoặc loại trong tháng đó, số liệu chuyển theo',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính của cơ sở vào những ngày đó, theo những gì biết khi ấy',
    facility_kind LowCardinality(String) COMMENT 'Loại cơ sở vào những ngày đó, theo những gì biết khi ấy',
    arrivals Int64 COMMENT 'Số tăng (âm = giảm) của lượt khách du lịch; các cột sau cũng vậy',
    overnight_arrivals Int64 COMMENT 'Lượt khách nghỉ đêm',
    day_guests Int64 COMMENT 'Lượt khách trong ngày',
    nights Int64 COMMENT 'Ngày khách',
    international_arrivals Int64 COMMENT 'Lượt khách quốc tế',
    international_nights Int64 COMMENT 'Ngày khách quốc tế',
    stays Int64 COMMENT 'Lượt khai báo',
    late Int64 COMMENT 'Khai muộn',
    synced_late Int64 COMMENT 'Thông báo đúng hạn nhưng đến hệ thống sau hạn',
    events Array(UUID) COMMENT 'Các sự kiện nhận ngày đó về người khách này tại cơ sở, hoặc về cơ sở, giải thích sự thay đổi',
    types Array(LowCardinality(String)) COMMENT 'Loại của từng sự kiện, cùng thứ tự'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT month, known_on, facility_id, ref, unit_uid, facility_kind, arrivals, overnight_arrivals, day_guests, nights, international_arrivals, international_nights, stays, late, synced_late, events, types
FROM
(
    WITH
        assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS newest_day,
        toStartOfMonth(newest_day + 1) - 1 AS last_day,
        told AS (SELECT * FROM raw_facility_events_v1 FINAL WHERE recorded_on <= newest_day),
        known_versions AS
        (
            SELECT k.facility_id AS facility_id, k.known_on AS known_on, t.valid_from AS valid_from, max((t.sequence, t.event_id, toString(t.unit), toString(t.kind))) AS version
            FROM (SELECT DISTINCT facility_id, recorded_on AS known_on FROM told WHERE valid_from > toDate(0)) AS k
            INNER JOIN (SELECT * FROM told WHERE valid_from > toDate(0)) AS t ON t.facility_id = k.facility_id
            WHERE t.recorded_on <= k.known_on
            GROUP BY facility_id, known_on, valid_from
        ),
        /* What was known of each facility from a day on: its versions, the newest first. */
        houses AS
        (
            SELECT facility_id, arraySort(groupArray((known_on, its_versions))) AS knowings
            FROM (SELECT facility_id, known_on, arrayReverseSort(groupArray((valid_from, version.3, version.4))) AS its_versions FROM known_versions GROUP BY facility_id, known_on)
            GROUP BY facility_id
        ),
        of_stays AS
        (
            SELECT r.day AS day, r.known_on AS known_on, r.facility_id AS facility_id, r.ref AS ref, [toInt64(r.t_arrivals), toInt64(r.t_day_guests), toInt64(r.t_nights), toInt64(r.ti_arrivals), toInt64(r.ti_day_guests), toInt64(r.ti_nights), toInt64(r.stays), toInt64(r.late), toInt64(r.synced_late)] AS more, arrayZip(r.events, r.types) AS told_by,
                arrayLast(k -> k.1 <= r.known_on, h.knowings).2 AS its_versions,
                arrayFirst(v -> v.1 <= r.day, arrayConcat(its_versions, [(toDate(0), its_versions[-1].2, its_versions[-1].3)])) AS place
            FROM (SELECT * FROM raw_stay_revisions_v1 FINAL WHERE day <= last_day AND known_on <= newest_day) AS r
            INNER JOIN houses AS h ON h.facility_id = r.facility_id
            WHERE notEmpty(its_versions)
        ),
        /* A facility of which something was told after the end of a month may have moved with all that is counted of that month. */
        moves AS
        (
            SELECT f.day AS day, f.facility_id AS facility_id, [toInt64(f.t_arrivals), toInt64(f.t_day_guests), toInt64(f.t_nights), toInt64(f.ti_arrivals), toInt64(f.ti_day_guests), toInt64(f.ti_nights), toInt64(f.stays), toInt64(f.late), toInt64(f.synced_late)] AS figures_now, arrayJoin(arrayEnumerate(h.knowings)) AS at, h.knowings[at].1 AS known_on,
                if(at = 1, [], h.knowings[at - 1].2) AS versions_before, h.knowings[at].2 AS versions_then,
                arrayFirst(v -> v.1 <= f.day, arrayConcat(versions_before, [(toDate(0), versions_before[-1].2, versions_before[-1].3)])) AS place_before,
                arrayFirst(v -> v.1 <= f.day, arrayConcat(versions_then, [(toDate(0), versions_then[-1].2, versions_then[-1].3)])) AS place_then
            FROM
            (
                SELECT day, facility_id, sum(v.1) AS t_arrivals, sum(v.2) AS t_day_guests, sum(v.3) AS t_nights, sum(v.4) AS ti_arrivals, sum(v.5) AS ti_day_guests, sum(v.6) AS ti_nights, sum(v.7) AS stays, sum(v.8) AS late, sum(v.9) AS synced_late FROM
                (
                    SELECT day, facility_id, (t_arrivals, t_day_guests, t_nights, ti_arrivals, ti_day_guests, ti_nights, stays, late, synced_late) AS v FROM raw_facility_figures_v1 FINAL WHERE day <= last_day
                    UNION ALL
                    SELECT DISTINCT day, facility_id, (0, 0, 0, 0, 0, 0, 0, 0, 0) FROM raw_stay_revisions_v1 FINAL WHERE day <= last_day
                )
                GROUP BY day, facility_id
            ) AS f
            INNER JOIN houses AS h ON h.facility_id = f.facility_id
            WHERE known_on > toLastDayOfMonth(f.day) AND (at = 1 OR (place_before.2, place_before.3) != (place_then.2, place_then.3))
        ),
        moved AS
        (
            SELECT m.day AS day, m.facility_id AS facility_id, m.known_on AS known_on, any(m.at) AS at, any(m.place_before) AS place_before, any(m.place_then) AS place_then, any(m.figures_now) AS figures_now,
                sumForEach(arrayMap(later -> later * (r.known_on >= m.known_on), [toInt64(r.t_arrivals), toInt64(r.t_day_guests), toInt64(r.t_nights), toInt64(r.ti_arrivals), toInt64(r.ti_day_guests), toInt64(r.ti_nights), toInt64(r.stays), toInt64(r.late), toInt64(r.synced_late)])) AS since, arrayMap((now_known, later) -> now_known - later, figures_now, since) AS its_figures
            FROM moves AS m
            LEFT JOIN (SELECT * FROM raw_stay_revisions_v1 FINAL WHERE day <= last_day) AS r ON r.day = m.day AND r.facility_id = m.facility_id
            GROUP BY day, facility_id, known_on
        ),
        of_facilities AS
        (
            SELECT m.day AS day, m.known_on AS known_on, m.facility_id AS facility_id, '' AS ref, arrayMap(figure -> figure * step.2, m.its_figures) AS more, e.told_by AS told_by, step.1 AS place
            FROM
            (
                SELECT *, arrayJoin(if(at = 1, [(place_then, 1)], [(place_before, -1), (place_then, 1)])) AS step FROM moved WHERE arrayExists(figure -> figure != 0, its_figures)
            ) AS m
            INNER JOIN (SELECT facility_id, recorded_on, arraySort(groupArray((event_id, type))) AS told_by FROM told WHERE valid_from > toDate(0) GROUP BY facility_id, recorded_on) AS e ON e.facility_id = m.facility_id AND e.recorded_on = m.known_on
        )
    SELECT toStartOfMonth(r.day) AS month, r.known_on AS known_on, r.facility_id AS facility_id, r.ref AS ref, r.place.2 AS unit_uid, r.place.3 AS facility_kind,
        sumForEach(r.more) AS more, more[1] + more[2] AS arrivals, more[1] AS overnight_arrivals, more[2] AS day_guests, more[3] AS nights, more[4] + more[5] AS international_arrivals, more[6] AS international_nights, more[7] AS stays, more[8] AS late, more[9] AS synced_late,
        arraySort(groupUniqArrayArray(r.told_by)) AS told_by, told_by.1 AS events, told_by.2 AS types
    FROM (SELECT day, known_on, facility_id, ref, more, told_by, place FROM of_stays UNION ALL SELECT day, known_on, facility_id, ref, more, told_by, place FROM of_facilities) AS r
    GROUP BY month, known_on, facility_id, ref, unit_uid, facility_kind
    HAVING arrayExists(one -> one != 0, more)
)
COMMENT 'What became known of a month after its end, a row a day, facility and stay, with the events that tell why: the figures of a month known at the end of a day less those known at the end of an earlier day are the sum of the rows between. A building block, nothing is left out: figures to be shown are those of tourism_months, compliance_months. Số liệu tháng đã hết thay đổi, kèm sự kiện giải thích';

INSERT INTO schema_migrations VALUES ('0036_known_months.sql', 'b291722aba63feb0fe60fbf487aa5907ed2caa4726bc6634913529bccb80ff78');
