-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_holidays_v1 ON CLUSTER '{cluster}'
(
    code LowCardinality(String) COMMENT 'Holiday or festival',
    year UInt16 COMMENT 'Year',
    published SimpleAggregateFunction(max, Tuple(s UInt64, i UUID, data String)) COMMENT 'Newest publication: order, event id, data as JSON'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (code, year)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Holidays and festivals, the newest publication of each in each year';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_holidays_mv_v1 ON CLUSTER '{cluster}' TO raw_holidays_v1 AS
SELECT JSONExtractString(data, 'code') AS code, JSONExtract(data, 'year', 'UInt16') AS year, CAST((reinterpretAsUInt64(reverse(unhex(sequence))), id, data), 'Tuple(s UInt64, i UUID, data String)') AS published
FROM raw_inbox_v2
WHERE type = 'vn.da06.holiday.published.v1'
COMMENT 'Carries events from raw_inbox_v2 to raw_holidays_v1';

CREATE VIEW IF NOT EXISTS holidays ON CLUSTER '{cluster}'
(
    code LowCardinality(String) COMMENT 'Mã ngày lễ, lễ hội',
    year UInt16 COMMENT 'Năm',
    vi String COMMENT 'Tên',
    en String COMMENT 'Tên tiếng Anh',
    calendar LowCardinality(String) COMMENT 'solar = ngày dương lịch, lunar = ngày âm lịch Việt Nam',
    day_off Bool COMMENT 'Nghỉ theo luật (Bộ luật Lao động 2019, Điều 112); sai = ngày lễ hội, không nghỉ',
    from_day Date COMMENT 'Ngày đầu',
    to_day Date COMMENT 'Ngày cuối'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH published AS (SELECT code, year, JSONExtract(tupleElement(max(published), 'data'), 'Tuple(vi String, en String, calendar String, dayOff Bool, `from` String, `to` String)') AS d FROM raw_holidays_v1 GROUP BY code, year)
SELECT code, year, d.1 AS vi, d.2 AS en, d.3 AS calendar, d.4 AS day_off, toDate(d.5) AS from_day, toDate(d.6) AS to_day
FROM published
COMMENT 'Holidays and festivals, fixed and lunar, a row a year. Ngày lễ, lễ hội';

INSERT INTO schema_migrations VALUES ('0035_holidays.sql', '77646803ab6e6d6ced23a9dc8795b1e6c9ad5437722bff55bef850c0ca44bd5b');
