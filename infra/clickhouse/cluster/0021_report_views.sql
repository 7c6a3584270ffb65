-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE VIEW IF NOT EXISTS reports ON CLUSTER '{cluster}'
(
    period LowCardinality(String) COMMENT 'Tháng báo cáo YYYY-MM, rỗng = trả lời yêu cầu đột xuất',
    request LowCardinality(String) COMMENT 'Yêu cầu đột xuất được trả lời, rỗng = báo cáo tháng',
    reporter LowCardinality(String) COMMENT 'Nơi báo cáo: mã cơ quan hoặc uid đơn vị',
    reporter_name String COMMENT 'Tên nơi báo cáo',
    revision UInt32 COMMENT 'Lần nộp: 1 = lần đầu, sau đó là các lần sửa',
    current Bool COMMENT 'Là bản mới nhất',
    nothing Bool COMMENT 'Không có phát sinh: cũng là một báo cáo',
    models Array(UInt16) COMMENT 'Các mô hình được báo cáo',
    channel LowCardinality(String) COMMENT 'Cách nộp: api, xlsx, form',
    due_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Hết hạn: nửa đêm cuối ngày hạn, theo lần nộp đầu',
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm hệ thống nhận bản này',
    late Bool COMMENT 'Nộp muộn: lần nộp đầu nhận từ hạn trở đi; sửa sau hạn không thành muộn',
    event_id UUID COMMENT 'Mã sự kiện',
    simulated Bool COMMENT 'Là dữ liệu trình diễn'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toTimeZone(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS known_at,
    report_told AS (SELECT *, (version, sequence, event_id) AS place FROM raw_reports_v1 FINAL WHERE recorded_at <= known_at),
    streams AS
    (
        SELECT period, request, reporter, max(place) AS newest, argMin(recorded_at, place) AS first_at, argMin(due_on, place) AS due_on, count() AS revisions, argMax(simulated, place) AS simulated
        FROM report_told GROUP BY period, request, reporter
    ),
    assigned AS
    (
        SELECT *, (version, sequence, event_id) AS place FROM raw_reporters_v1 FINAL WHERE recorded_at <= known_at
        ORDER BY place DESC LIMIT 1 BY reporter, from_month
    ),
    names AS (SELECT * FROM assigned ORDER BY from_month DESC LIMIT 1 BY reporter)
SELECT
    r.period AS period, r.request AS request, r.reporter AS reporter, n.name AS reporter_name, r.version AS revision, toBool(r.place = s.newest) AS current, r.nothing AS nothing,
    arrayMap(x -> tupleElement(x, 'model'), r.models) AS models, r.channel AS channel, toDateTime64(s.due_on + 1, 3, 'Asia/Ho_Chi_Minh') AS due_at, toTimeZone(r.recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_at,
    toBool(s.first_at >= due_at) AS late, r.event_id AS event_id, r.simulated AS simulated
FROM report_told AS r JOIN streams AS s ON s.period = r.period AND s.request = r.request AND s.reporter = r.reporter
LEFT JOIN names AS n ON n.reporter = r.reporter
COMMENT 'Reports, a row a submission or amendment. Các báo cáo, mỗi lần nộp một dòng';

CREATE VIEW IF NOT EXISTS reports_at ON CLUSTER '{cluster}'
(
    period LowCardinality(String) COMMENT 'Tháng báo cáo YYYY-MM, rỗng = trả lời yêu cầu đột xuất',
    request LowCardinality(String) COMMENT 'Yêu cầu đột xuất được trả lời, rỗng = báo cáo tháng',
    reporter LowCardinality(String) COMMENT 'Nơi báo cáo: mã cơ quan hoặc uid đơn vị',
    reporter_name String COMMENT 'Tên nơi báo cáo',
    revision UInt32 COMMENT 'Lần nộp: 1 = lần đầu, sau đó là các lần sửa',
    current Bool COMMENT 'Là bản mới nhất',
    nothing Bool COMMENT 'Không có phát sinh: cũng là một báo cáo',
    models Array(UInt16) COMMENT 'Các mô hình được báo cáo',
    channel LowCardinality(String) COMMENT 'Cách nộp: api, xlsx, form',
    due_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Hết hạn: nửa đêm cuối ngày hạn, theo lần nộp đầu',
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm hệ thống nhận bản này',
    late Bool COMMENT 'Nộp muộn: lần nộp đầu nhận từ hạn trở đi; sửa sau hạn không thành muộn',
    event_id UUID COMMENT 'Mã sự kiện',
    simulated Bool COMMENT 'Là dữ liệu trình diễn'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    parseDateTime64BestEffort({as_of:String}, 3, 'Asia/Ho_Chi_Minh') AS known_at,
    report_told AS (SELECT *, (version, sequence, event_id) AS place FROM raw_reports_v1 FINAL WHERE recorded_at <= known_at),
    streams AS
    (
        SELECT period, request, reporter, max(place) AS newest, argMin(recorded_at, place) AS first_at, argMin(due_on, place) AS due_on, count() AS revisions, argMax(simulated, place) AS simulated
        FROM report_told GROUP BY period, request, reporter
    ),
    assigned AS
    (
        SELECT *, (version, sequence, event_id) AS place FROM raw_reporters_v1 FINAL WHERE recorded_at <= known_at
        ORDER BY place DESC LIMIT 1 BY reporter, from_month
    ),
    names AS (SELECT * FROM assigned ORDER BY from_month DESC LIMIT 1 BY reporter)
SELECT
    r.period AS period, r.request AS request, r.reporter AS reporter, n.name AS reporter_name, r.version AS revision, toBool(r.place = s.newest) AS current, r.nothing AS nothing,
    arrayMap(x -> tupleElement(x, 'model'), r.models) AS models, r.channel AS channel, toDateTime64(s.due_on + 1, 3, 'Asia/Ho_Chi_Minh') AS due_at, toTimeZone(r.recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_at,
    toBool(s.first_at >= due_at) AS late, r.event_id AS event_id, r.simulated AS simulated
FROM report_told AS r JOIN streams AS s ON s.period = r.period AND s.request = r.request AND s.reporter = r.reporter
LEFT JOIN names AS n ON n.reporter = r.reporter
COMMENT 'The view reports, as known at an instant: SELECT * FROM reports_at(as_of = ...), a local day standing for its first moment. Các báo cáo tại một thời điểm';

CREATE VIEW IF NOT EXISTS report_texts ON CLUSTER '{cluster}'
(
    period LowCardinality(String) COMMENT 'Tháng báo cáo YYYY-MM, rỗng = trả lời yêu cầu đột xuất',
    request LowCardinality(String) COMMENT 'Yêu cầu đột xuất được trả lời, rỗng = báo cáo tháng',
    reporter LowCardinality(String) COMMENT 'Nơi báo cáo: mã cơ quan hoặc uid đơn vị',
    revision UInt32 COMMENT 'Lần nộp: 1 = lần đầu, sau đó là các lần sửa',
    current Bool COMMENT 'Là bản mới nhất',
    no UInt16 COMMENT 'Mô hình',
    text String COMMENT 'Nội dung báo cáo về mô hình'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toTimeZone(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS known_at,
    report_told AS (SELECT *, (version, sequence, event_id) AS place FROM raw_reports_v1 FINAL WHERE recorded_at <= known_at),
    streams AS
    (
        SELECT period, request, reporter, max(place) AS newest, argMin(recorded_at, place) AS first_at, argMin(due_on, place) AS due_on, count() AS revisions, argMax(simulated, place) AS simulated
        FROM report_told GROUP BY period, request, reporter
    )
SELECT r.period AS period, r.request AS request, r.reporter AS reporter, r.version AS revision, toBool(r.place = s.newest) AS current, tupleElement(arrayJoin(r.models) AS m, 'model') AS no, tupleElement(m, 'text') AS text
FROM report_told AS r JOIN streams AS s ON s.period = r.period AND s.request = r.request AND s.reporter = r.reporter
COMMENT 'What reports say, a row a model and submission. Nội dung báo cáo theo mô hình';

CREATE VIEW IF NOT EXISTS report_texts_at ON CLUSTER '{cluster}'
(
    period LowCardinality(String) COMMENT 'Tháng báo cáo YYYY-MM, rỗng = trả lời yêu cầu đột xuất',
    request LowCardinality(String) COMMENT 'Yêu cầu đột xuất được trả lời, rỗng = báo cáo tháng',
    reporter LowCardinality(String) COMMENT 'Nơi báo cáo: mã cơ quan hoặc uid đơn vị',
    revision UInt32 COMMENT 'Lần nộp: 1 = lần đầu, sau đó là các lần sửa',
    current Bool COMMENT 'Là bản mới nhất',
    no UInt16 COMMENT 'Mô hình',
    text String COMMENT 'Nội dung báo cáo về mô hình'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    parseDateTime64BestEffort({as_of:String}, 3, 'Asia/Ho_Chi_Minh') AS known_at,
    report_told AS (SELECT *, (version, sequence, event_id) AS place FROM raw_reports_v1 FINAL WHERE recorded_at <= known_at),
    streams AS
    (
        SELECT period, request, reporter, max(place) AS newest, argMin(recorded_at, place) AS first_at, argMin(due_on, place) AS due_on, count() AS revisions, argMax(simulated, place) AS simulated
        FROM report_told GROUP BY period, request, reporter
    )
SELECT r.period AS period, r.request AS request, r.reporter AS reporter, r.version AS revision, toBool(r.place = s.newest) AS current, tupleElement(arrayJoin(r.models) AS m, 'model') AS no, tupleElement(m, 'text') AS text
FROM report_told AS r JOIN streams AS s ON s.period = r.period AND s.request = r.request AND s.reporter = r.reporter
COMMENT 'The view report_texts, as known at an instant: SELECT * FROM report_texts_at(as_of = ...), a local day standing for its first moment. Nội dung báo cáo tại một thời điểm';

CREATE VIEW IF NOT EXISTS report_duty ON CLUSTER '{cluster}'
(
    period LowCardinality(String) COMMENT 'Tháng báo cáo YYYY-MM, rỗng = trả lời yêu cầu đột xuất',
    request LowCardinality(String) COMMENT 'Yêu cầu đột xuất được trả lời, rỗng = báo cáo tháng',
    reporter LowCardinality(String) COMMENT 'Nơi báo cáo: mã cơ quan hoặc uid đơn vị',
    reporter_name String COMMENT 'Tên nơi báo cáo',
    kind LowCardinality(String) COMMENT 'agency = cơ quan, unit = đơn vị hành chính',
    receiver LowCardinality(String) COMMENT 'Mã nơi nhận báo cáo',
    due_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Hết hạn: nửa đêm cuối ngày hạn',
    submitted_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm nhận lần nộp đầu; 1970 = chưa nộp',
    revisions UInt32 COMMENT 'Số bản đã nhận',
    status LowCardinality(String) COMMENT 'in = đã nộp, late = đã nộp muộn, missing = quá hạn chưa nộp, due = đến kỳ, còn hạn, not-yet = tháng chưa kết thúc',
    days_late Int32 COMMENT 'Số ngày muộn: đến ngày nộp đầu hoặc đến ngày tính, 0 = không muộn',
    verified Bool COMMENT 'Nơi nhận và thời gian đọc được trong văn bản; sai = suy ra',
    simulated Bool COMMENT 'Báo cáo, hoặc khi chưa có báo cáo thì yêu cầu, là dữ liệu trình diễn'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toTimeZone(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS known_at,
    toDate(known_at, 'Asia/Ho_Chi_Minh') AS known_on,
    assigned AS
    (
        SELECT *, (version, sequence, event_id) AS place FROM raw_reporters_v1 FINAL WHERE recorded_at <= known_at
        ORDER BY place DESC LIMIT 1 BY reporter, from_month
    ),
    toYear(known_at) * 12 + toMonth(known_at) - 1 AS known_month,
    months AS
    (
        SELECT reporter, arrayJoin(range(from_month, least(to_month, known_month) + 1)) AS month, from_month, name, kind, receiver, verified, simulated,
            concat(toString(intDiv(month, 12)), '-', leftPad(toString(month % 12 + 1), 2, '0')) AS period,
            makeDate(intDiv(month + 1, 12), (month + 1) % 12 + 1, due_day) AS due_on
        FROM assigned
        ORDER BY from_month DESC LIMIT 1 BY reporter, month
    ),
    names AS (SELECT * FROM assigned ORDER BY from_month DESC LIMIT 1 BY reporter),
    report_told AS (SELECT *, (version, sequence, event_id) AS place FROM raw_reports_v1 FINAL WHERE recorded_at <= known_at),
    streams AS
    (
        SELECT period, request, reporter, max(place) AS newest, argMin(recorded_at, place) AS first_at, argMin(due_on, place) AS due_on, count() AS revisions, argMax(simulated, place) AS simulated
        FROM report_told GROUP BY period, request, reporter
    ),
    requested AS
    (
        SELECT request, arrayJoin(reporters) AS reporter, due_on, simulated
        FROM (SELECT *, (version, sequence, event_id) AS place FROM raw_report_requests_v1 FINAL WHERE recorded_at <= known_at ORDER BY place DESC LIMIT 1 BY request)
    ),
    duties AS
    (
        SELECT period, '' AS request, reporter, name, kind, receiver, due_on, verified, simulated, makeDate(intDiv(month + 1, 12), (month + 1) % 12 + 1, 1) AS open_on FROM months
        UNION ALL
        SELECT '', q.request, q.reporter, n.name, n.kind, n.receiver, q.due_on, n.verified, q.simulated, toDate(0) FROM requested AS q LEFT JOIN names AS n ON n.reporter = q.reporter
    ),
    s.revisions > 0 AS submitted,
    if(submitted, s.due_on, d.due_on) AS judged_on
SELECT
    d.period AS period, d.request AS request, d.reporter AS reporter, d.name AS reporter_name, d.kind AS kind, d.receiver AS receiver,
    toDateTime64(judged_on + 1, 3, 'Asia/Ho_Chi_Minh') AS due_at,
    toTimeZone(s.first_at, 'Asia/Ho_Chi_Minh') AS submitted_at, toUInt32(s.revisions) AS revisions,
    multiIf(submitted, if(s.first_at >= due_at, 'late', 'in'), known_at >= due_at, 'missing', known_on >= d.open_on, 'due', 'not-yet') AS status,
    toInt32(multiIf(status = 'late', toDate(s.first_at, 'Asia/Ho_Chi_Minh') - judged_on, status = 'missing', known_on - judged_on, 0)) AS days_late,
    d.verified AS verified, if(submitted, s.simulated, d.simulated) AS simulated
FROM duties AS d
LEFT JOIN streams AS s ON s.period = d.period AND s.request = d.request AND s.reporter = d.reporter
COMMENT 'Who has to report what and has or has not, a row a reporter and month up to the as-of month, and one a reporter and ad-hoc request. Nghĩa vụ báo cáo';

CREATE VIEW IF NOT EXISTS report_duty_at ON CLUSTER '{cluster}'
(
    period LowCardinality(String) COMMENT 'Tháng báo cáo YYYY-MM, rỗng = trả lời yêu cầu đột xuất',
    request LowCardinality(String) COMMENT 'Yêu cầu đột xuất được trả lời, rỗng = báo cáo tháng',
    reporter LowCardinality(String) COMMENT 'Nơi báo cáo: mã cơ quan hoặc uid đơn vị',
    reporter_name String COMMENT 'Tên nơi báo cáo',
    kind LowCardinality(String) COMMENT 'agency = cơ quan, unit = đơn vị hành chính',
    receiver LowCardinality(String) COMMENT 'Mã nơi nhận báo cáo',
    due_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Hết hạn: nửa đêm cuối ngày hạn',
    submitted_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm nhận lần nộp đầu; 1970 = chưa nộp',
    revisions UInt32 COMMENT 'Số bản đã nhận',
    status LowCardinality(String) COMMENT 'in = đã nộp, late = đã nộp muộn, missing = quá hạn chưa nộp, due = đến kỳ, còn hạn, not-yet = tháng chưa kết thúc',
    days_late Int32 COMMENT 'Số ngày muộn: đến ngày nộp đầu hoặc đến ngày tính, 0 = không muộn',
    verified Bool COMMENT 'Nơi nhận và thời gian đọc được trong văn bản; sai = suy ra',
    simulated Bool COMMENT 'Báo cáo, hoặc khi chưa có báo cáo thì yêu cầu, là dữ liệu trình diễn'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    parseDateTime64BestEffort({as_of:String}, 3, 'Asia/Ho_Chi_Minh') AS known_at,
    toDate(known_at, 'Asia/Ho_Chi_Minh') AS known_on,
    assigned AS
    (
        SELECT *, (version, sequence, event_id) AS place FROM raw_reporters_v1 FINAL WHERE recorded_at <= known_at
        ORDER BY place DESC LIMIT 1 BY reporter, from_month
    ),
    toYear(known_at) * 12 + toMonth(known_at) - 1 AS known_month,
    months AS
    (
        SELECT reporter, arrayJoin(range(from_month, least(to_month, known_month) + 1)) AS month, from_month, name, kind, receiver, verified, simulated,
            concat(toString(intDiv(month, 12)), '-', leftPad(toString(month % 12 + 1), 2, '0')) AS period,
            makeDate(intDiv(month + 1, 12), (month + 1) % 12 + 1, due_day) AS due_on
        FROM assigned
        ORDER BY from_month DESC LIMIT 1 BY reporter, month
    ),
    names AS (SELECT * FROM assigned ORDER BY from_month DESC LIMIT 1 BY reporter),
    report_told AS (SELECT *, (version, sequence, event_id) AS place FROM raw_reports_v1 FINAL WHERE recorded_at <= known_at),
    streams AS
    (
        SELECT period, request, reporter, max(place) AS newest, argMin(recorded_at, place) AS first_at, argMin(due_on, place) AS due_on, count() AS revisions, argMax(simulated, place) AS simulated
        FROM report_told GROUP BY period, request, reporter
    ),
    requested AS
    (
        SELECT request, arrayJoin(reporters) AS reporter, due_on, simulated
        FROM (SELECT *, (version, sequence, event_id) AS place FROM raw_report_requests_v1 FINAL WHERE recorded_at <= known_at ORDER BY place DESC LIMIT 1 BY request)
    ),
    duties AS
    (
        SELECT period, '' AS request, reporter, name, kind, receiver, due_on, verified, simulated, makeDate(intDiv(month + 1, 12), (month + 1) % 12 + 1, 1) AS open_on FROM months
        UNION ALL
        SELECT '', q.request, q.reporter, n.name, n.kind, n.receiver, q.due_on, n.verified, q.simulated, toDate(0) FROM requested AS q LEFT JOIN names AS n ON n.reporter = q.reporter
    ),
    s.revisions > 0 AS submitted,
    if(submitted, s.due_on, d.due_on) AS judged_on
SELECT
    d.period AS period, d.request AS request, d.reporter AS reporter, d.name AS reporter_name, d.kind AS kind, d.receiver AS receiver,
    toDateTime64(judged_on + 1, 3, 'Asia/Ho_Chi_Minh') AS due_at,
    toTimeZone(s.first_at, 'Asia/Ho_Chi_Minh') AS submitted_at, toUInt32(s.revisions) AS revisions,
    multiIf(submitted, if(s.first_at >= due_at, 'late', 'in'), known_at >= due_at, 'missing', known_on >= d.open_on, 'due', 'not-yet') AS status,
    toInt32(multiIf(status = 'late', toDate(s.first_at, 'Asia/Ho_Chi_Minh') - judged_on, status = 'missing', known_on - judged_on, 0)) AS days_late,
    d.verified AS verified, if(submitted, s.simulated, d.simulated) AS simulated
FROM duties AS d
LEFT JOIN streams AS s ON s.period = d.period AND s.request = d.request AND s.reporter = d.reporter
COMMENT 'The view report_duty, as known at an instant: SELECT * FROM report_duty_at(as_of = ...), a local day standing for its first moment. Nghĩa vụ báo cáo tại một thời điểm';

CREATE VIEW IF NOT EXISTS indicator_values ON CLUSTER '{cluster}'
(
    code LowCardinality(String) COMMENT 'Mã chỉ tiêu',
    no UInt16 COMMENT 'Mô hình',
    period LowCardinality(String) COMMENT 'Tháng YYYY-MM, rỗng = trả lời yêu cầu đột xuất',
    request LowCardinality(String) COMMENT 'Yêu cầu đột xuất, rỗng = báo cáo tháng',
    reporter LowCardinality(String) COMMENT 'Nơi báo cáo, rỗng = hệ thống đếm',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính của số liệu, rỗng = của cơ quan, hoặc toàn địa bàn',
    value Float64 COMMENT 'Giá trị',
    target Float64 COMMENT 'Chỉ tiêu phải đạt, chỉ có nghĩa khi has_target',
    has_target Bool COMMENT 'Có chỉ tiêu phải đạt',
    remark String COMMENT 'Ghi chú',
    source LowCardinality(String) COMMENT 'entered = nơi báo cáo nhập, counted = hệ thống đếm',
    revision UInt32 COMMENT 'Lần nộp hoặc lần đếm',
    late Bool COMMENT 'Thuộc báo cáo nộp muộn',
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm hệ thống nhận',
    simulated Bool COMMENT 'Là dữ liệu trình diễn'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toTimeZone(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS known_at,
    report_told AS (SELECT *, (version, sequence, event_id) AS place FROM raw_reports_v1 FINAL WHERE recorded_at <= known_at),
    streams AS
    (
        SELECT period, request, reporter, max(place) AS newest, argMin(recorded_at, place) AS first_at, argMin(due_on, place) AS due_on, count() AS revisions, argMax(simulated, place) AS simulated
        FROM report_told GROUP BY period, request, reporter
    ),
    assigned AS
    (
        SELECT *, (version, sequence, event_id) AS place FROM raw_reporters_v1 FINAL WHERE recorded_at <= known_at
        ORDER BY place DESC LIMIT 1 BY reporter, from_month
    ),
    names AS (SELECT * FROM assigned ORDER BY from_month DESC LIMIT 1 BY reporter),
    current_values AS
    (
        SELECT r.period AS period, r.request AS request, r.reporter AS reporter, r.version AS revision, s.due_on AS due_on, s.first_at AS first_at, r.recorded_at AS recorded_at, r.simulated AS simulated,
            arrayJoin(r.models) AS m, arrayJoin(tupleElement(m, 'indicators')) AS v
        FROM report_told AS r JOIN streams AS s ON s.period = r.period AND s.request = r.request AND s.reporter = r.reporter AND s.newest = r.place
    )
SELECT
    tupleElement(c.v, 'code') AS code, tupleElement(c.m, 'model') AS no, c.period AS period, c.request AS request, c.reporter AS reporter, if(n.kind = 'unit', c.reporter, '') AS unit_uid,
    tupleElement(c.v, 'value') AS value, tupleElement(c.v, 'target') AS target, tupleElement(c.v, 'has_target') AS has_target, tupleElement(c.v, 'remark') AS remark, 'entered' AS source,
    c.revision AS revision, toBool(c.first_at >= toDateTime64(c.due_on + 1, 3, 'Asia/Ho_Chi_Minh')) AS late, toTimeZone(c.recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_at, c.simulated AS simulated
FROM current_values AS c LEFT JOIN names AS n ON n.reporter = c.reporter
UNION ALL
SELECT code, model, period, '', '', unit_uid, argMax(value, (sequence, event_id)), toFloat64(0), false, '', 'counted', toUInt32(count()), false,
    toTimeZone(argMax(recorded_at, (sequence, event_id)), 'Asia/Ho_Chi_Minh'), argMax(simulated, (sequence, event_id))
FROM raw_indicators_v1 FINAL WHERE recorded_at <= known_at GROUP BY code, model, period, unit_uid
COMMENT 'Newest values of the indicators: those of the current reports, and what the system counted. Giá trị chỉ tiêu';

CREATE VIEW IF NOT EXISTS indicator_values_at ON CLUSTER '{cluster}'
(
    code LowCardinality(String) COMMENT 'Mã chỉ tiêu',
    no UInt16 COMMENT 'Mô hình',
    period LowCardinality(String) COMMENT 'Tháng YYYY-MM, rỗng = trả lời yêu cầu đột xuất',
    request LowCardinality(String) COMMENT 'Yêu cầu đột xuất, rỗng = báo cáo tháng',
    reporter LowCardinality(String) COMMENT 'Nơi báo cáo, rỗng = hệ thống đếm',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị hành chính của số liệu, rỗng = của cơ quan, hoặc toàn địa bàn',
    value Float64 COMMENT 'Giá trị',
    target Float64 COMMENT 'Chỉ tiêu phải đạt, chỉ có nghĩa khi has_target',
    has_target Bool COMMENT 'Có chỉ tiêu phải đạt',
    remark String COMMENT 'Ghi chú',
    source LowCardinality(String) COMMENT 'entered = nơi báo cáo nhập, counted = hệ thống đếm',
    revision UInt32 COMMENT 'Lần nộp hoặc lần đếm',
    late Bool COMMENT 'Thuộc báo cáo nộp muộn',
    recorded_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm hệ thống nhận',
    simulated Bool COMMENT 'Là dữ liệu trình diễn'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    parseDateTime64BestEffort({as_of:String}, 3, 'Asia/Ho_Chi_Minh') AS known_at,
    report_told AS (SELECT *, (version, sequence, event_id) AS place FROM raw_reports_v1 FINAL WHERE recorded_at <= known_at),
    streams AS
    (
        SELECT period, request, reporter, max(place) AS newest, argMin(recorded_at, place) AS first_at, argMin(due_on, place) AS due_on, count() AS revisions, argMax(simulated, place) AS simulated
        FROM report_told GROUP BY period, request, reporter
    ),
    assigned AS
    (
        SELECT *, (version, sequence, event_id) AS place FROM raw_reporters_v1 FINAL WHERE recorded_at <= known_at
        ORDER BY place DESC LIMIT 1 BY reporter, from_month
    ),
    names AS (SELECT * FROM assigned ORDER BY from_month DESC LIMIT 1 BY reporter),
    current_values AS
    (
        SELECT r.period AS period, r.request AS request, r.reporter AS reporter, r.version AS revision, s.due_on AS due_on, s.first_at AS first_at, r.recorded_at AS recorded_at, r.simulated AS simulated,
            arrayJoin(r.models) AS m, arrayJoin(tupleElement(m, 'indicators')) AS v
        FROM report_told AS r JOIN streams AS s ON s.period = r.period AND s.request = r.request AND s.reporter = r.reporter AND s.newest = r.place
    )
SELECT
    tupleElement(c.v, 'code') AS code, tupleElement(c.m, 'model') AS no, c.period AS period, c.request AS request, c.reporter AS reporter, if(n.kind = 'unit', c.reporter, '') AS unit_uid,
    tupleElement(c.v, 'value') AS value, tupleElement(c.v, 'target') AS target, tupleElement(c.v, 'has_target') AS has_target, tupleElement(c.v, 'remark') AS remark, 'entered' AS source,
    c.revision AS revision, toBool(c.first_at >= toDateTime64(c.due_on + 1, 3, 'Asia/Ho_Chi_Minh')) AS late, toTimeZone(c.recorded_at, 'Asia/Ho_Chi_Minh') AS recorded_at, c.simulated AS simulated
FROM current_values AS c LEFT JOIN names AS n ON n.reporter = c.reporter
UNION ALL
SELECT code, model, period, '', '', unit_uid, argMax(value, (sequence, event_id)), toFloat64(0), false, '', 'counted', toUInt32(count()), false,
    toTimeZone(argMax(recorded_at, (sequence, event_id)), 'Asia/Ho_Chi_Minh'), argMax(simulated, (sequence, event_id))
FROM raw_indicators_v1 FINAL WHERE recorded_at <= known_at GROUP BY code, model, period, unit_uid
COMMENT 'The view indicator_values, as known at an instant: SELECT * FROM indicator_values_at(as_of = ...), a local day standing for its first moment. Giá trị chỉ tiêu tại một thời điểm';

INSERT INTO schema_migrations VALUES ('0021_report_views.sql', 'a8d756383403eb9e66244e47fbdbf375de6f5726a11a21156d61423c646c3c73');
