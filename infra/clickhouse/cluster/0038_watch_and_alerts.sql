-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_signals_inbox_v1 ON CLUSTER '{cluster}'
(
    event_id UUID COMMENT 'Event id',
    what LowCardinality(String) COMMENT 'Event type without prefix and version',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was taken in',
    version UInt32 COMMENT 'Version of its stream: orders the events of an alert; 0 = not decided',
    sequence FixedString(16) COMMENT 'Hybrid clock: orders events of one version',
    data String COMMENT 'Data as JSON'
)
ENGINE = Null
COMMENT 'Entries of the watch-list and alerts on their way to their tables, apart from the many of stays. Holds nothing';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_signals_inbox_mv_v1 ON CLUSTER '{cluster}' TO raw_signals_inbox_v1 AS
SELECT id AS event_id, extract(type, '^vn\\.da06\\.(.+)\\.v[0-9]+$') AS what, recorded_at, JSONExtract(data, 'streamversion', 'UInt32') AS version, sequence, data
FROM raw_inbox_v2
WHERE match(type, '^vn\\.da06\\.(watch-entry|alert)\\.')
COMMENT 'Carries events from raw_inbox_v2 to raw_signals_inbox_v1';

CREATE TABLE IF NOT EXISTS raw_watch_entries_v1 ON CLUSTER '{cluster}'
(
    entry UUID COMMENT 'Entry of the watch-list: random, not made of the person',
    added SimpleAggregateFunction(max, Tuple(s UInt64, i UUID, recorded_at DateTime64(3, 'UTC'), reason_class String, valid_from Date, expires_on Date, simulated Bool)) COMMENT 'How it was added: order (sequence, event id), receipt, class of reasons, first and last local day, of the demonstration',
    removed SimpleAggregateFunction(max, Tuple(s UInt64, i UUID, recorded_at DateTime64(3, 'UTC'), cause String)) COMMENT 'How it was removed: order, receipt, cause; sequence 0 = it was not'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY entry
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Entries of the watch-list, without the hashes that they stand for';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_watch_entries_mv_v1 ON CLUSTER '{cluster}' TO raw_watch_entries_v1 AS
WITH JSONExtract(data, 'Tuple(entry UUID, reasonClass String, validFrom String, expiresOn String, simulated Bool)') AS d
SELECT d.entry AS entry,
    CAST((reinterpretAsUInt64(reverse(unhex(sequence))), event_id, recorded_at, d.reasonClass, toDate(d.validFrom), toDate(d.expiresOn), d.simulated),
        'Tuple(s UInt64, i UUID, recorded_at DateTime64(3, \'UTC\'), reason_class String, valid_from Date, expires_on Date, simulated Bool)') AS added
FROM raw_signals_inbox_v1
WHERE what = 'watch-entry.added'
COMMENT 'Carries events from raw_signals_inbox_v1 to raw_watch_entries_v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_watch_entries_removed_mv_v1 ON CLUSTER '{cluster}' TO raw_watch_entries_v1 AS
WITH JSONExtract(data, 'Tuple(entry UUID, cause String)') AS d
SELECT d.entry AS entry, CAST((reinterpretAsUInt64(reverse(unhex(sequence))), event_id, recorded_at, d.cause), 'Tuple(s UInt64, i UUID, recorded_at DateTime64(3, \'UTC\'), cause String)') AS removed
FROM raw_signals_inbox_v1
WHERE what = 'watch-entry.removed'
COMMENT 'Carries removals from raw_signals_inbox_v1 to raw_watch_entries_v1';

CREATE TABLE IF NOT EXISTS raw_alerts_v1 ON CLUSTER '{cluster}'
(
    alert UUID COMMENT 'Alert: follows from its rule and from what it is about',
    raised SimpleAggregateFunction(max, Tuple(s UInt64, i UUID, recorded_at DateTime64(3, 'UTC'), rule String, rule_version UInt32, severity String, at DateTime64(3, 'UTC'), day Date, unit String, facility String, ref String, entry String, figures String, evidence Array(UUID), simulated Bool)) COMMENT 'How it was raised: order (sequence, event id), receipt, rule and its version, severity, when and on which local day what it tells of happened, unit, facility, stay, entry of the watch-list, figures as JSON, events it follows from, of the demonstration; sequence 0 = not told yet',
    judged SimpleAggregateFunction(max, Tuple(v UInt32, s UInt64, i UUID, recorded_at DateTime64(3, 'UTC'), what String, reason String)) COMMENT 'What came of it: order (version, sequence, event id), receipt, confirmed or dismissed, why; version 0 = nothing yet',
    closed SimpleAggregateFunction(max, Tuple(v UInt32, s UInt64, i UUID, recorded_at DateTime64(3, 'UTC'), reason String)) COMMENT 'How it was closed: order, receipt, why; version 0 = it was not'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY alert
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Alerts and their life';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_alerts_mv_v1 ON CLUSTER '{cluster}' TO raw_alerts_v1 AS
WITH JSONExtract(data, 'Tuple(alert UUID, rule String, ruleVersion UInt32, severity String, `at` String, `day` String, unit String, facility String, ref String, entry String, evidence Array(UUID), simulated Bool)') AS d
SELECT d.alert AS alert,
    CAST((reinterpretAsUInt64(reverse(unhex(sequence))), event_id, recorded_at, d.rule, d.ruleVersion, d.severity, parseDateTime64BestEffort(tupleElement(d, 'at'), 3, 'UTC'), toDate(tupleElement(d, 'day')), d.unit, d.facility, d.ref, d.entry, JSONExtractRaw(data, 'figures'), d.evidence, d.simulated),
        'Tuple(s UInt64, i UUID, recorded_at DateTime64(3, \'UTC\'), rule String, rule_version UInt32, severity String, at DateTime64(3, \'UTC\'), day Date, unit String, facility String, ref String, entry String, figures String, evidence Array(UUID), simulated Bool)') AS raised
FROM raw_signals_inbox_v1
WHERE what = 'alert.raised'
COMMENT 'Carries events from raw_signals_inbox_v1 to raw_alerts_v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_alerts_judged_mv_v1 ON CLUSTER '{cluster}' TO raw_alerts_v1 AS
WITH JSONExtract(data, 'Tuple(alert UUID, reason String)') AS d
SELECT d.alert AS alert, CAST((version, reinterpretAsUInt64(reverse(unhex(sequence))), event_id, recorded_at, substring(what, 7), d.reason), 'Tuple(v UInt32, s UInt64, i UUID, recorded_at DateTime64(3, \'UTC\'), what String, reason String)') AS judged
FROM raw_signals_inbox_v1
WHERE what IN ('alert.confirmed', 'alert.dismissed')
COMMENT 'Carries judgements from raw_signals_inbox_v1 to raw_alerts_v1';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_alerts_closed_mv_v1 ON CLUSTER '{cluster}' TO raw_alerts_v1 AS
WITH JSONExtract(data, 'Tuple(alert UUID, reason String)') AS d
SELECT d.alert AS alert, CAST((version, reinterpretAsUInt64(reverse(unhex(sequence))), event_id, recorded_at, d.reason), 'Tuple(v UInt32, s UInt64, i UUID, recorded_at DateTime64(3, \'UTC\'), reason String)') AS closed
FROM raw_signals_inbox_v1
WHERE what = 'alert.closed'
COMMENT 'Carries closings from raw_signals_inbox_v1 to raw_alerts_v1';

CREATE VIEW IF NOT EXISTS watch_entries ON CLUSTER '{cluster}'
(
    entry UUID COMMENT 'Mã mục theo dõi, ngẫu nhiên',
    reason_class LowCardinality(String) COMMENT 'Lý do: wanted = truy nã, missing = mất tích, entry-ban = chưa cho nhập cảnh, exit-ban = tạm hoãn xuất cảnh, probation = quản chế, other = khác',
    valid_from Date COMMENT 'Ngày đầu tiên có hiệu lực',
    expires_on Date COMMENT 'Ngày cuối cùng có hiệu lực',
    added_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Khi được ghi vào danh sách',
    removed_at Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')) COMMENT 'Khi được bỏ khỏi danh sách, rỗng = vẫn còn',
    cause LowCardinality(String) COMMENT 'Vì sao được bỏ: error = ghi nhầm, found = đã tìm thấy, expired = hết hạn, other = khác',
    simulated UInt8 COMMENT '1 = mô phỏng',
    event_id UUID COMMENT 'Mã sự kiện'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH merged AS (SELECT raw_watch_entries_v1.entry AS entry, max(added) AS told, max(removed) AS gone FROM raw_watch_entries_v1 GROUP BY entry)
SELECT entry, tupleElement(told, 'reason_class') AS reason_class, tupleElement(told, 'valid_from') AS valid_from, tupleElement(told, 'expires_on') AS expires_on, tupleElement(told, 'recorded_at') AS added_at,
    if(tupleElement(gone, 's') = 0, NULL, tupleElement(gone, 'recorded_at')) AS removed_at, tupleElement(gone, 'cause') AS cause, toUInt8(tupleElement(told, 'simulated')) AS simulated, tupleElement(told, 'i') AS event_id
FROM merged
WHERE tupleElement(told, 's') > 0
COMMENT 'Entries of the watch-list, a row an entry; who they are of is in no table. Đối tượng theo dõi, không có số giấy tờ hay mã băm';

CREATE VIEW IF NOT EXISTS alerts ON CLUSTER '{cluster}'
(
    alert UUID COMMENT 'Mã cảnh báo',
    rule LowCardinality(String) COMMENT 'Quy tắc',
    rule_version UInt32 COMMENT 'Phiên bản của quy tắc',
    severity LowCardinality(String) COMMENT 'Mức độ: low, medium, high',
    raised_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Khi hệ thống cảnh báo',
    happened_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Khi sự việc xảy ra',
    day Date COMMENT 'Ngày của sự việc',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính',
    facility_id LowCardinality(String) COMMENT 'Cơ sở, rỗng = không gắn với cơ sở',
    ref String COMMENT 'Mã tham chiếu của lượt lưu trú, rỗng = không gắn với một lượt',
    entry String COMMENT 'Mã mục theo dõi, rỗng = không gắn với danh sách theo dõi',
    figures Map(String, Float64) COMMENT 'Số liệu của quy tắc',
    status LowCardinality(String) COMMENT 'raised = mới, confirmed = đúng, dismissed = bác bỏ, closed = đã đóng',
    judged LowCardinality(String) COMMENT 'Kết quả xem xét: confirmed, dismissed, rỗng = chưa',
    reason LowCardinality(String) COMMENT 'Lý do của kết quả xem xét',
    confirmed_at Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')) COMMENT 'Khi được xác nhận là đúng',
    dismissed_at Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')) COMMENT 'Khi bị bác bỏ',
    closed_at Nullable(DateTime64(3, 'Asia/Ho_Chi_Minh')) COMMENT 'Khi được đóng',
    evidence Array(UUID) COMMENT 'Các sự kiện làm căn cứ',
    simulated UInt8 COMMENT '1 = mô phỏng',
    event_id UUID COMMENT 'Mã sự kiện'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH merged AS (SELECT raw_alerts_v1.alert AS alert, max(raw_alerts_v1.raised) AS r, max(raw_alerts_v1.judged) AS j, max(raw_alerts_v1.closed) AS c FROM raw_alerts_v1 GROUP BY alert)
SELECT alert, tupleElement(r, 'rule') AS rule, tupleElement(r, 'rule_version') AS rule_version, tupleElement(r, 'severity') AS severity, tupleElement(r, 'recorded_at') AS raised_at, tupleElement(r, 'at') AS happened_at, tupleElement(r, 'day') AS day,
    tupleElement(r, 'unit') AS unit_uid, tupleElement(r, 'facility') AS facility_id, tupleElement(r, 'ref') AS ref, tupleElement(r, 'entry') AS entry, JSONExtract(tupleElement(r, 'figures'), 'Map(String, Float64)') AS figures,
    multiIf(tupleElement(c, 'v') > 0, 'closed', tupleElement(j, 'v') > 0, tupleElement(j, 'what'), 'raised') AS status, tupleElement(j, 'what') AS judged, tupleElement(j, 'reason') AS reason,
    if(tupleElement(j, 'what') = 'confirmed', tupleElement(j, 'recorded_at'), NULL) AS confirmed_at, if(tupleElement(j, 'what') = 'dismissed', tupleElement(j, 'recorded_at'), NULL) AS dismissed_at,
    if(tupleElement(c, 'v') > 0, tupleElement(c, 'recorded_at'), NULL) AS closed_at, tupleElement(r, 'evidence') AS evidence, toUInt8(tupleElement(r, 'simulated')) AS simulated, tupleElement(r, 'i') AS event_id
FROM merged
WHERE tupleElement(r, 's') > 0
COMMENT 'Alerts, a row an alert: what, where and when, never of whom; for the police alone. Cảnh báo, dành cho công an';

CREATE VIEW IF NOT EXISTS alert_counts ON CLUSTER '{cluster}'
(
    day Date COMMENT 'Ngày của sự việc',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính',
    rule LowCardinality(String) COMMENT 'Quy tắc',
    alerts Float64 COMMENT 'Số cảnh báo; NaN = che',
    suppressed UInt8 COMMENT '1 = che: dưới 5, hoặc ô nhỏ nhất kế tiếp để từ tổng số cảnh báo của quy tắc không suy ra được ô như vậy',
    simulated UInt8 COMMENT '1 = mô phỏng; tách riêng với số thật'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    cells AS (SELECT a.day AS day, a.unit_uid AS unit_uid, a.rule AS rule, a.simulated AS simulated, count() AS n FROM alerts AS a GROUP BY day, unit_uid, rule, simulated),
    -- What a rule's shown cells leave of its hits in alert_precision is the sum of those that are left out. It tells them where there is one, or where it is the least or the most that so many can have.
    rules AS (
        SELECT rule, simulated, countIf(n < 5) AS smalls, sumIf(n, n < 5) AS rest, smalls = 1 OR rest = smalls OR rest = 4 * smalls AS tells, argMinIf((day, unit_uid), (n, day, unit_uid), n >= 5) AS next_one
        FROM cells GROUP BY rule, simulated HAVING smalls > 0
    )
SELECT c.day AS day, c.unit_uid AS unit_uid, c.rule AS rule, if(suppressed, nan, toFloat64(c.n)) AS alerts, toUInt8(c.n < 5 OR (r.tells AND (c.day, c.unit_uid) = r.next_one)) AS suppressed, c.simulated AS simulated
FROM cells AS c
LEFT JOIN rules AS r ON r.rule = c.rule AND r.simulated = c.simulated
COMMENT 'Alerts counted by day, unit and rule, for everybody: under 5 left out, and the next one where a rule''s hits would tell it; no sums over these rows, nothing finer than a unit. Số cảnh báo theo ngày, đơn vị và quy tắc';

CREATE VIEW IF NOT EXISTS alert_precision ON CLUSTER '{cluster}'
(
    rule LowCardinality(String) COMMENT 'Quy tắc',
    simulated UInt8 COMMENT '1 = đo trên dữ liệu mô phỏng',
    hits UInt64 COMMENT 'Số cảnh báo',
    confirmed UInt64 COMMENT 'Trong đó được xác nhận là đúng',
    dismissed UInt64 COMMENT 'Trong đó bị bác bỏ',
    open UInt64 COMMENT 'Trong đó chưa được xem xét',
    precision Float64 COMMENT 'Tỷ lệ đúng trong số đã xem xét; NaN = chưa xem xét cảnh báo nào'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT a.rule AS rule, a.simulated AS simulated, count() AS hits, countIf(a.judged = 'confirmed') AS confirmed, countIf(a.judged = 'dismissed') AS dismissed, countIf(a.judged = '') AS open,
    if(confirmed + dismissed = 0, nan, confirmed / (confirmed + dismissed)) AS precision
FROM alerts AS a
GROUP BY rule, simulated
COMMENT 'What came of the alerts of each rule, small numbers too: for the police. Độ chính xác của từng quy tắc, dành cho công an';

INSERT INTO schema_migrations VALUES ('0038_watch_and_alerts.sql', 'efe2469330a62f4e4d99fd1d9d1252eea338897685f5ccd99e04f8099d898d90');
