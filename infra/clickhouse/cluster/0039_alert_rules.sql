-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_alert_rules_v1 ON CLUSTER '{cluster}'
(
    rule LowCardinality(String) COMMENT 'Rule',
    published SimpleAggregateFunction(max, Tuple(s UInt64, i UUID, data String)) COMMENT 'Newest publication: order, event id, data as JSON'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY rule
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Rules that raise alerts, the newest publication of each';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_alert_rules_mv_v1 ON CLUSTER '{cluster}' TO raw_alert_rules_v1 AS
SELECT JSONExtractString(data, 'rule') AS rule, CAST((reinterpretAsUInt64(reverse(unhex(sequence))), id, data), 'Tuple(s UInt64, i UUID, data String)') AS published
FROM raw_inbox_v2
WHERE type = 'vn.da06.alert-rule.published.v1'
COMMENT 'Carries events from raw_inbox_v2 to raw_alert_rules_v1';

CREATE VIEW IF NOT EXISTS alert_rules ON CLUSTER '{cluster}'
(
    rule LowCardinality(String) COMMENT 'Quy tắc',
    version UInt32 COMMENT 'Phiên bản',
    severity LowCardinality(String) COMMENT 'Mức độ: low, medium, high; riêng watch-list theo lý do của mục theo dõi',
    vi String COMMENT 'Tên',
    en String COMMENT 'Tên tiếng Anh',
    question_vi String COMMENT 'Quy tắc hỏi gì',
    question_en String COMMENT 'Quy tắc hỏi gì, tiếng Anh',
    thresholds Map(String, Float64) COMMENT 'Ngưỡng của địa bàn, theo tên trong câu hỏi',
    window_days UInt32 COMMENT 'Số ngày nhìn lại tính từ ngày mới nhất; 0 = không hỏi bảng dữ liệu'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH published AS (SELECT rule, JSONExtract(tupleElement(max(published), 'data'), 'Tuple(version UInt32, severity String, vi String, en String, question Tuple(vi String, en String), thresholds Map(String, Float64), windowDays UInt32)') AS d FROM raw_alert_rules_v1 GROUP BY rule)
SELECT rule, d.1 AS version, d.2 AS severity, d.3 AS vi, d.4 AS en, d.5.1 AS question_vi, d.5.2 AS question_en, d.6 AS thresholds, d.7 AS window_days
FROM published
COMMENT 'Rules that raise alerts, with the thresholds of the locality; what came of their alerts: alert_precision. Quy tắc cảnh báo';

CREATE OR REPLACE VIEW alert_precision ON CLUSTER '{cluster}'
(
    rule LowCardinality(String) COMMENT 'Quy tắc',
    simulated UInt8 COMMENT '1 = đo trên dữ liệu mô phỏng',
    hits UInt64 COMMENT 'Số cảnh báo; 0 = quy tắc chưa tìm thấy gì',
    confirmed UInt64 COMMENT 'Trong đó được xác nhận là đúng',
    dismissed UInt64 COMMENT 'Trong đó bị bác bỏ',
    open UInt64 COMMENT 'Trong đó chưa được xem xét',
    precision Float64 COMMENT 'Tỷ lệ đúng trong số đã xem xét; NaN = chưa xem xét cảnh báo nào'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
SELECT t.rule AS rule, t.simulated AS simulated, sum(t.raised) AS hits, sumIf(t.raised, t.judged = 'confirmed') AS confirmed, sumIf(t.raised, t.judged = 'dismissed') AS dismissed, sumIf(t.raised, t.judged = '') AS open,
    if(confirmed + dismissed = 0, nan, confirmed / (confirmed + dismissed)) AS precision
FROM
(
    SELECT CAST(a.rule, 'String') AS rule, a.simulated AS simulated, CAST(a.judged, 'String') AS judged, toUInt64(1) AS raised FROM alerts AS a
    UNION ALL
    SELECT CAST(r.rule, 'String'), 0, '', 0 FROM raw_alert_rules_v1 AS r
) AS t
GROUP BY rule, simulated
COMMENT 'What came of the alerts of each rule, small numbers too, rules that have found nothing among them: for the police. Độ chính xác của từng quy tắc, dành cho công an';

INSERT INTO schema_migrations VALUES ('0039_alert_rules.sql', 'ccc3c75bb44ceec771e0e9edd06e32a2a04a4db50653cf53b6e0c4bbff632961');
