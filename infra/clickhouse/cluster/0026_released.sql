-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE TABLE IF NOT EXISTS raw_released_statistics_v1 ON CLUSTER '{cluster}'
(
    statistic LowCardinality(String) COMMENT 'ethnicity or absence-case',
    as_of Date COMMENT 'Local day at whose end was counted',
    released SimpleAggregateFunction(max, Tuple(s UInt64, i UUID, recorded_at DateTime64(3, 'UTC'), data String)) COMMENT 'Newest release: order, event id, when it was made, data as JSON'
)
ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (statistic, as_of)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Counts of what is sealed, the newest release of each statistic and day';

CREATE MATERIALIZED VIEW IF NOT EXISTS raw_released_statistics_mv_v1 ON CLUSTER '{cluster}' TO raw_released_statistics_v1 AS
SELECT JSONExtractString(data, 'statistic') AS statistic, toDate(JSONExtractString(data, 'asOf')) AS as_of,
    CAST((reinterpretAsUInt64(reverse(unhex(sequence))), event_id, recorded_at, data), 'Tuple(s UInt64, i UUID, recorded_at DateTime64(3, \'UTC\'), data String)') AS released
FROM raw_population_inbox_v1
WHERE what = 'statistic.released'
COMMENT 'Carries events from raw_population_inbox_v1 to raw_released_statistics_v1';

CREATE VIEW IF NOT EXISTS released_statistics ON CLUSTER '{cluster}'
(
    statistic LowCardinality(String) COMMENT 'Thống kê từ dữ liệu niêm phong: ethnicity = dân tộc của người thường trú và tạm trú, absence-case = trường hợp tạm vắng',
    as_of Date COMMENT 'Tính đến hết ngày',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính, rỗng = toàn địa bàn',
    code LowCardinality(String) COMMENT 'Mã dân tộc (danh mục 2008) hoặc điểm của Điều 31 khoản 1 Luật Cư trú, rỗng = tất cả',
    vi String COMMENT 'Tên gọi của mã',
    persons Float64 COMMENT 'Số người; NaN = không công bố vì dưới 5 người, hoặc vì sẽ làm lộ một số như vậy',
    suppressed UInt8 COMMENT '1 = không công bố',
    opened UInt32 COMMENT 'Số phong bì đã mở để đếm',
    unknown UInt32 COMMENT 'Trong đó số phong bì không nêu, hoặc đã bị xóa khóa: người chỉ có phong bì như vậy không nằm trong bảng',
    released_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm công bố',
    event_id UUID COMMENT 'Mã sự kiện'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH newest AS
(
    SELECT statistic, as_of, max(released) AS release, JSONExtract(tupleElement(release, 'data'), 'Tuple(opened UInt32, unknown UInt32, cells Array(Tuple(unit String, code String, vi String, persons Nullable(UInt32))))') AS told
    FROM raw_released_statistics_v1 GROUP BY statistic, as_of
)
SELECT statistic, as_of, tupleElement(cell, 'unit') AS unit_uid, tupleElement(cell, 'code') AS code, tupleElement(cell, 'vi') AS vi, ifNull(toFloat64(tupleElement(cell, 'persons')), nan) AS persons,
    toUInt8(isNull(tupleElement(cell, 'persons'))) AS suppressed, tupleElement(told, 'opened') AS opened, tupleElement(told, 'unknown') AS unknown,
    toTimeZone(tupleElement(release, 'recorded_at'), 'Asia/Ho_Chi_Minh') AS released_at, tupleElement(release, 'i') AS event_id
FROM newest ARRAY JOIN tupleElement(told, 'cells') AS cell
COMMENT 'Newest release of what is counted out of sealed identities, a row a cell, small cells left out. Thống kê từ dữ liệu niêm phong, bản công bố mới nhất của mỗi ngày';

INSERT INTO schema_migrations VALUES ('0026_released.sql', 'f2798123b54daa9a381a48871630b47766a4f49dfdee5e8ee891b2ca418c8f5e');
