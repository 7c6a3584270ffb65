-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE VIEW IF NOT EXISTS models ON CLUSTER '{cluster}'
(
    no UInt16 COMMENT 'Số thứ tự mô hình trong kế hoạch',
    title String COMMENT 'Tên mô hình, rỗng = kế hoạch không nêu',
    title_en String COMMENT 'Tên tiếng Anh',
    annex LowCardinality(String) COMMENT 'Phụ lục: I = thực hiện ngay, II = chờ C06, III = chọn đơn vị thí điểm, rỗng = không có',
    annex_stated Bool COMMENT 'Phụ lục được in trong kế hoạch; sai = suy ra',
    lead_agencies Array(String) COMMENT 'Mã các cơ quan chủ trì, theo kế hoạch',
    lead String COMMENT 'Tên các cơ quan chủ trì',
    lead_agencies_now Array(String) COMMENT 'Mã các cơ quan chủ trì vào ngày tính: của kế hoạch, hoặc cơ quan kế tục; rỗng = không còn',
    lead_now String COMMENT 'Tên các cơ quan chủ trì vào ngày tính',
    coordinating_agencies Array(String) COMMENT 'Mã các cơ quan phối hợp',
    deadline Date COMMENT 'Hạn "trước ngày": ngày này đã là trễ; 1970-01-01 = không có',
    last_day_on_time Date COMMENT 'Ngày cuối cùng còn đúng hạn; 1970-01-01 = không có',
    end_kind LowCardinality(String) COMMENT 'Đích của mô hình: in-operation = đi vào hoạt động, completed = hoàn thành, launched = triển khai, trained = tập huấn, rỗng = không nêu',
    continuous Bool COMMENT 'Duy trì thường xuyên',
    yearly Bool COMMENT 'Duy trì hằng năm',
    replicate Bool COMMENT 'Nhân rộng',
    needs_unit Bool COMMENT 'Phải chọn đơn vị thí điểm trước',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị được chọn, rỗng = chưa chọn',
    standing LowCardinality(String) COMMENT 'Theo kế hoạch: deployable = triển khai, not-deployable = không triển khai được, no-subject = không có đối tượng, not-mentioned = không nhắc đến',
    status LowCardinality(String) COMMENT 'planned = chưa bắt đầu, waiting-c06 = chờ C06, in-progress = đang làm, blocked = vướng mắc, in-operation / completed / launched / trained = đã đạt đích, not-deployable, no-subject, not-mentioned',
    blocker String COMMENT 'Vướng mắc khi status = blocked: nguyên nhân của từng bước; unit-not-chosen = chưa chọn đơn vị',
    steps UInt16 COMMENT 'Số bước',
    steps_completed UInt16 COMMENT 'Số bước đã xong',
    steps_in_progress UInt16 COMMENT 'Số bước đang làm',
    steps_blocked UInt16 COMMENT 'Số bước bị vướng',
    started_on Date COMMENT 'Ngày bắt đầu: bước đầu tiên, hoặc ngày chọn đơn vị hiện nay; 1970-01-01 = chưa',
    ended_on Date COMMENT 'Ngày đạt đích; 1970-01-01 = chưa, hoặc đã mở lại',
    lateness LowCardinality(String) COMMENT 'none = không có hạn hoặc không phải làm, in-time = đạt đích đúng hạn, ended-late = đạt đích trễ, conditional = chỉ còn bước có điều kiện, due = còn trong hạn, overdue = quá hạn, born-overdue = quá hạn ngay khi ban hành kế hoạch',
    days_late Int32 COMMENT 'Số ngày trễ: đến ngày đạt đích hoặc đến ngày tính, 0 = không trễ',
    born_overdue Bool COMMENT 'Ngày cuối đúng hạn đã qua trước ngày ban hành kế hoạch',
    health LowCardinality(String) COMMENT 'Mô hình thường xuyên đã hoạt động: healthy = báo cáo của cơ quan chủ trì cho tháng gần nhất đã hết hạn có nhắc đến mô hình hoặc không có phát sinh (cơ quan kế tục thay cơ quan đã kết thúc; khi không còn ai chủ trì phải báo cáo: có đơn vị nào đó nhắc đến), silent = không, not-yet = chưa có tháng nào hết hạn; rỗng = không áp dụng',
    version UInt32 COMMENT 'Phiên bản của dòng sự kiện: số sự kiện của mô hình',
    changed_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm hệ thống nhận sự kiện mới nhất',
    plan String COMMENT 'Số kế hoạch',
    plan_date Date COMMENT 'Ngày ban hành kế hoạch',
    simulated Bool COMMENT 'Sự kiện mới nhất là dữ liệu trình diễn, không phải thực tế'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toTimeZone(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS known_at,
    toDate(known_at, 'Asia/Ho_Chi_Minh') AS known_on,
    model_told AS (SELECT *, (version, sequence, event_id) AS place FROM raw_model_events_v1 FINAL WHERE recorded_at <= known_at),
    plans AS (SELECT * FROM model_told WHERE kind = 'model.scheduled' ORDER BY place DESC LIMIT 1 BY model),
    step_told AS
    (
        SELECT model, step, argMax((kind, at, cause, on_behalf_of, remark, recorded_at, version, simulated), place) AS newest,
            argMinIf(at, place, kind IN ('step.started', 'step.completed')) AS started_on
        FROM model_told WHERE startsWith(kind, 'step.') GROUP BY model, step
    ),
    planned_steps AS
    (
        SELECT model, arrayJoin(steps) AS planned, tupleElement(planned, 'step') AS step, recorded_at AS scheduled_at, version AS scheduled_version, simulated AS scheduled_simulated FROM plans
    ),
    all_steps AS
    (
        SELECT p.model AS model, p.step AS step, p.planned AS planned, s.started_on AS started_on, s.newest.1 AS newest_kind, s.newest.2 AS newest_on,
            multiIf(newest_kind = 'step.completed', 'completed', newest_kind = 'step.blocked', 'blocked', started_on > toDate(0), 'in-progress', 'planned') AS status,
            s.newest.3 AS cause, s.newest.4 AS on_behalf_of, s.newest.5 AS remark,
            if(newest_kind = '', p.scheduled_at, s.newest.6) AS changed_at, if(newest_kind = '', p.scheduled_version, s.newest.7) AS version, if(newest_kind = '', p.scheduled_simulated, s.newest.8) AS simulated
        FROM planned_steps AS p LEFT JOIN step_told AS s ON s.model = p.model AND s.step = p.step
    ),
    by_steps AS
    (
        SELECT model, count() AS steps, countIf(status = 'completed') AS completed, countIf(status = 'in-progress') AS in_progress, countIf(status = 'blocked') AS blocked, minIf(started_on, started_on > toDate(0)) AS began_on,
            countIf(status != 'completed' AND tupleElement(planned, 'conditional')) AS open_conditional, countIf(status != 'completed' AND NOT tupleElement(planned, 'conditional')) AS open_others,
            arrayMap(x -> x.2, arraySort(groupArrayIf((step, cause), status = 'blocked'))) AS causes
        FROM all_steps GROUP BY model
    ),
    by_models AS
    (
        SELECT model, max(version) AS version, argMax(recorded_at, place) AS changed_at, argMax(simulated, place) AS simulated,
            argMaxIf(unit_uid, place, kind = 'model.unit-chosen') AS unit_uid, argMaxIf(at, place, kind = 'model.unit-chosen') AS chosen_on,
            argMaxIf(kind, place, kind IN ('model.scheduled', 'model.marked-not-deployable')) = 'model.marked-not-deployable' AS marked,
            argMaxIf(kind, place, kind IN ('model.put-in-operation', 'step.reopened')) = 'model.put-in-operation' AS ended,
            argMaxIf(outcome, place, kind = 'model.put-in-operation') AS outcome, if(ended, argMaxIf(at, place, kind = 'model.put-in-operation'), toDate(0)) AS ended_on
        FROM model_told GROUP BY model
    ),
    assigned AS
    (
        SELECT *, (version, sequence, event_id) AS place FROM raw_reporters_v1 FINAL WHERE recorded_at <= known_at
        ORDER BY place DESC LIMIT 1 BY reporter, from_month
    ),
    toYear(known_at) * 12 + toMonth(known_at) - 2 AS last_month,
    last_month - if(toDayOfMonth(known_on) > ifNull((SELECT max(due_day) FROM (SELECT due_day FROM assigned WHERE last_month BETWEEN from_month AND to_month ORDER BY from_month DESC LIMIT 1 BY reporter)), 0), 0, 1) AS closed_month,
    concat(toString(intDiv(closed_month, 12)), '-', leftPad(toString(closed_month % 12 + 1), 2, '0')) AS closed_period,
    toLastDayOfMonth(makeDate(intDiv(closed_month, 12), closed_month % 12 + 1, 1)) AS closed_on,
    (SELECT groupUniqArray(reporter) FROM assigned WHERE closed_month BETWEEN from_month AND to_month) AS asked,
    (
        SELECT groupArray((reporter, nothing, arrayMap(x -> tupleElement(x, 'model'), models)))
        FROM (SELECT * FROM raw_reports_v1 FINAL WHERE request = '' AND period = closed_period AND recorded_at <= known_at ORDER BY version DESC, sequence DESC, event_id DESC LIMIT 1 BY reporter)
    ) AS closed_reports,
    facts AS
    (
        SELECT p.model AS model, p.* EXCEPT (model, version, simulated, unit_uid, outcome, steps), m.version AS newest_version, m.changed_at AS changed_at, m.simulated AS newest_simulated, m.unit_uid AS chosen, m.ended AS ended, m.outcome AS reached, m.ended_on AS ended_on,
            arrayMin(arrayFilter(x -> x > toDate(0), [s.began_on, m.chosen_on])) AS started_on,
            s.steps AS step_count, s.completed AS completed, s.in_progress AS in_progress, s.blocked AS blocked, s.causes AS causes, s.open_conditional > 0 AND s.open_others = 0 AS waits_for_condition,
            p.needs_unit AND chosen = '' AS unit_missing, p.standing != 'deployable' OR m.marked AS nothing_asked,
            if(p.deadline = toDate(0), toDate(0), p.deadline - 1) AS last_day_on_time, toBool(p.deadline > toDate(0) AND last_day_on_time < p.plan_date) AS born_overdue
        FROM plans AS p JOIN by_models AS m ON m.model = p.model LEFT JOIN by_steps AS s ON s.model = p.model
    ),
    judged AS
    (
        SELECT *, arrayFilter(x -> tupleElement(x, 'since') = toDate(0), leads) AS plan_leads, arrayFilter(x -> known_on BETWEEN tupleElement(x, 'since') AND tupleElement(x, 'until'), leads) AS leads_today,
            arrayDistinct(arrayMap(x -> tupleElement(x, 'code'), arrayFilter(x -> closed_on BETWEEN tupleElement(x, 'since') AND tupleElement(x, 'until') AND has(asked, tupleElement(x, 'code')), leads))) AS asked_leads,
            multiIf(standing IN ('not-mentioned', 'no-subject'), standing, nothing_asked, 'not-deployable', ended, reached, blocked > 0 OR unit_missing, 'blocked',
                in_progress + completed > 0 OR chosen != '', 'in-progress', waits_for_c06, 'waiting-c06', 'planned') AS status,
            multiIf(deadline = toDate(0) OR nothing_asked, 'none', ended, if(ended_on <= last_day_on_time, 'in-time', 'ended-late'),
                waits_for_condition, 'conditional', known_on <= last_day_on_time, 'due', born_overdue, 'born-overdue', 'overdue') AS lateness
        FROM facts
    )
SELECT
    model AS no, title, title_en, annex, annex_stated, arrayMap(x -> tupleElement(x, 'code'), plan_leads) AS lead_agencies, arrayStringConcat(arrayMap(x -> tupleElement(x, 'vi'), plan_leads), '; ') AS lead,
    arrayDistinct(arrayMap(x -> tupleElement(x, 'code'), leads_today)) AS lead_agencies_now, arrayStringConcat(arrayDistinct(arrayMap(x -> tupleElement(x, 'vi'), leads_today)), '; ') AS lead_now,
    arrayMap(x -> tupleElement(x, 'code'), coordinating) AS coordinating_agencies, deadline, last_day_on_time, end_kind, continuous, yearly, replicate, needs_unit, chosen AS unit_uid, standing, status,
    if(status = 'blocked', arrayStringConcat(arrayConcat(if(unit_missing, ['unit-not-chosen'], []), causes), '; '), '') AS blocker,
    toUInt16(step_count) AS steps, toUInt16(completed) AS steps_completed, toUInt16(in_progress) AS steps_in_progress, toUInt16(blocked) AS steps_blocked, started_on, ended_on, lateness,
    toInt32(multiIf(lateness = 'ended-late', ended_on - last_day_on_time, lateness IN ('overdue', 'born-overdue'), known_on - last_day_on_time, 0)) AS days_late, born_overdue,
    multiIf(NOT continuous OR NOT ended OR nothing_asked, '', closed_month < toYear(ended_on) * 12 + toMonth(ended_on) - 1, 'not-yet',
        if(empty(asked_leads), arrayExists(r -> has(r.3, model), closed_reports), arrayAll(l -> arrayExists(r -> r.1 = l AND (r.2 OR has(r.3, model)), closed_reports), asked_leads)), 'healthy', 'silent') AS health,
    newest_version AS version, toTimeZone(changed_at, 'Asia/Ho_Chi_Minh') AS changed_at, plan_reference AS plan, plan_date, newest_simulated AS simulated
FROM judged
COMMENT 'Models of the plan, a row a model, judged on the as-of day. Các mô hình của kế hoạch';

CREATE VIEW IF NOT EXISTS models_at ON CLUSTER '{cluster}'
(
    no UInt16 COMMENT 'Số thứ tự mô hình trong kế hoạch',
    title String COMMENT 'Tên mô hình, rỗng = kế hoạch không nêu',
    title_en String COMMENT 'Tên tiếng Anh',
    annex LowCardinality(String) COMMENT 'Phụ lục: I = thực hiện ngay, II = chờ C06, III = chọn đơn vị thí điểm, rỗng = không có',
    annex_stated Bool COMMENT 'Phụ lục được in trong kế hoạch; sai = suy ra',
    lead_agencies Array(String) COMMENT 'Mã các cơ quan chủ trì, theo kế hoạch',
    lead String COMMENT 'Tên các cơ quan chủ trì',
    lead_agencies_now Array(String) COMMENT 'Mã các cơ quan chủ trì vào ngày tính: của kế hoạch, hoặc cơ quan kế tục; rỗng = không còn',
    lead_now String COMMENT 'Tên các cơ quan chủ trì vào ngày tính',
    coordinating_agencies Array(String) COMMENT 'Mã các cơ quan phối hợp',
    deadline Date COMMENT 'Hạn "trước ngày": ngày này đã là trễ; 1970-01-01 = không có',
    last_day_on_time Date COMMENT 'Ngày cuối cùng còn đúng hạn; 1970-01-01 = không có',
    end_kind LowCardinality(String) COMMENT 'Đích của mô hình: in-operation = đi vào hoạt động, completed = hoàn thành, launched = triển khai, trained = tập huấn, rỗng = không nêu',
    continuous Bool COMMENT 'Duy trì thường xuyên',
    yearly Bool COMMENT 'Duy trì hằng năm',
    replicate Bool COMMENT 'Nhân rộng',
    needs_unit Bool COMMENT 'Phải chọn đơn vị thí điểm trước',
    unit_uid LowCardinality(String) COMMENT 'Đơn vị được chọn, rỗng = chưa chọn',
    standing LowCardinality(String) COMMENT 'Theo kế hoạch: deployable = triển khai, not-deployable = không triển khai được, no-subject = không có đối tượng, not-mentioned = không nhắc đến',
    status LowCardinality(String) COMMENT 'planned = chưa bắt đầu, waiting-c06 = chờ C06, in-progress = đang làm, blocked = vướng mắc, in-operation / completed / launched / trained = đã đạt đích, not-deployable, no-subject, not-mentioned',
    blocker String COMMENT 'Vướng mắc khi status = blocked: nguyên nhân của từng bước; unit-not-chosen = chưa chọn đơn vị',
    steps UInt16 COMMENT 'Số bước',
    steps_completed UInt16 COMMENT 'Số bước đã xong',
    steps_in_progress UInt16 COMMENT 'Số bước đang làm',
    steps_blocked UInt16 COMMENT 'Số bước bị vướng',
    started_on Date COMMENT 'Ngày bắt đầu: bước đầu tiên, hoặc ngày chọn đơn vị hiện nay; 1970-01-01 = chưa',
    ended_on Date COMMENT 'Ngày đạt đích; 1970-01-01 = chưa, hoặc đã mở lại',
    lateness LowCardinality(String) COMMENT 'none = không có hạn hoặc không phải làm, in-time = đạt đích đúng hạn, ended-late = đạt đích trễ, conditional = chỉ còn bước có điều kiện, due = còn trong hạn, overdue = quá hạn, born-overdue = quá hạn ngay khi ban hành kế hoạch',
    days_late Int32 COMMENT 'Số ngày trễ: đến ngày đạt đích hoặc đến ngày tính, 0 = không trễ',
    born_overdue Bool COMMENT 'Ngày cuối đúng hạn đã qua trước ngày ban hành kế hoạch',
    health LowCardinality(String) COMMENT 'Mô hình thường xuyên đã hoạt động: healthy = báo cáo của cơ quan chủ trì cho tháng gần nhất đã hết hạn có nhắc đến mô hình hoặc không có phát sinh (cơ quan kế tục thay cơ quan đã kết thúc; khi không còn ai chủ trì phải báo cáo: có đơn vị nào đó nhắc đến), silent = không, not-yet = chưa có tháng nào hết hạn; rỗng = không áp dụng',
    version UInt32 COMMENT 'Phiên bản của dòng sự kiện: số sự kiện của mô hình',
    changed_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm hệ thống nhận sự kiện mới nhất',
    plan String COMMENT 'Số kế hoạch',
    plan_date Date COMMENT 'Ngày ban hành kế hoạch',
    simulated Bool COMMENT 'Sự kiện mới nhất là dữ liệu trình diễn, không phải thực tế'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    parseDateTime64BestEffort({as_of:String}, 3, 'Asia/Ho_Chi_Minh') AS known_at,
    toDate(known_at, 'Asia/Ho_Chi_Minh') AS known_on,
    model_told AS (SELECT *, (version, sequence, event_id) AS place FROM raw_model_events_v1 FINAL WHERE recorded_at <= known_at),
    plans AS (SELECT * FROM model_told WHERE kind = 'model.scheduled' ORDER BY place DESC LIMIT 1 BY model),
    step_told AS
    (
        SELECT model, step, argMax((kind, at, cause, on_behalf_of, remark, recorded_at, version, simulated), place) AS newest,
            argMinIf(at, place, kind IN ('step.started', 'step.completed')) AS started_on
        FROM model_told WHERE startsWith(kind, 'step.') GROUP BY model, step
    ),
    planned_steps AS
    (
        SELECT model, arrayJoin(steps) AS planned, tupleElement(planned, 'step') AS step, recorded_at AS scheduled_at, version AS scheduled_version, simulated AS scheduled_simulated FROM plans
    ),
    all_steps AS
    (
        SELECT p.model AS model, p.step AS step, p.planned AS planned, s.started_on AS started_on, s.newest.1 AS newest_kind, s.newest.2 AS newest_on,
            multiIf(newest_kind = 'step.completed', 'completed', newest_kind = 'step.blocked', 'blocked', started_on > toDate(0), 'in-progress', 'planned') AS status,
            s.newest.3 AS cause, s.newest.4 AS on_behalf_of, s.newest.5 AS remark,
            if(newest_kind = '', p.scheduled_at, s.newest.6) AS changed_at, if(newest_kind = '', p.scheduled_version, s.newest.7) AS version, if(newest_kind = '', p.scheduled_simulated, s.newest.8) AS simulated
        FROM planned_steps AS p LEFT JOIN step_told AS s ON s.model = p.model AND s.step = p.step
    ),
    by_steps AS
    (
        SELECT model, count() AS steps, countIf(status = 'completed') AS completed, countIf(status = 'in-progress') AS in_progress, countIf(status = 'blocked') AS blocked, minIf(started_on, started_on > toDate(0)) AS began_on,
            countIf(status != 'completed' AND tupleElement(planned, 'conditional')) AS open_conditional, countIf(status != 'completed' AND NOT tupleElement(planned, 'conditional')) AS open_others,
            arrayMap(x -> x.2, arraySort(groupArrayIf((step, cause), status = 'blocked'))) AS causes
        FROM all_steps GROUP BY model
    ),
    by_models AS
    (
        SELECT model, max(version) AS version, argMax(recorded_at, place) AS changed_at, argMax(simulated, place) AS simulated,
            argMaxIf(unit_uid, place, kind = 'model.unit-chosen') AS unit_uid, argMaxIf(at, place, kind = 'model.unit-chosen') AS chosen_on,
            argMaxIf(kind, place, kind IN ('model.scheduled', 'model.marked-not-deployable')) = 'model.marked-not-deployable' AS marked,
            argMaxIf(kind, place, kind IN ('model.put-in-operation', 'step.reopened')) = 'model.put-in-operation' AS ended,
            argMaxIf(outcome, place, kind = 'model.put-in-operation') AS outcome, if(ended, argMaxIf(at, place, kind = 'model.put-in-operation'), toDate(0)) AS ended_on
        FROM model_told GROUP BY model
    ),
    assigned AS
    (
        SELECT *, (version, sequence, event_id) AS place FROM raw_reporters_v1 FINAL WHERE recorded_at <= known_at
        ORDER BY place DESC LIMIT 1 BY reporter, from_month
    ),
    toYear(known_at) * 12 + toMonth(known_at) - 2 AS last_month,
    last_month - if(toDayOfMonth(known_on) > ifNull((SELECT max(due_day) FROM (SELECT due_day FROM assigned WHERE last_month BETWEEN from_month AND to_month ORDER BY from_month DESC LIMIT 1 BY reporter)), 0), 0, 1) AS closed_month,
    concat(toString(intDiv(closed_month, 12)), '-', leftPad(toString(closed_month % 12 + 1), 2, '0')) AS closed_period,
    toLastDayOfMonth(makeDate(intDiv(closed_month, 12), closed_month % 12 + 1, 1)) AS closed_on,
    (SELECT groupUniqArray(reporter) FROM assigned WHERE closed_month BETWEEN from_month AND to_month) AS asked,
    (
        SELECT groupArray((reporter, nothing, arrayMap(x -> tupleElement(x, 'model'), models)))
        FROM (SELECT * FROM raw_reports_v1 FINAL WHERE request = '' AND period = closed_period AND recorded_at <= known_at ORDER BY version DESC, sequence DESC, event_id DESC LIMIT 1 BY reporter)
    ) AS closed_reports,
    facts AS
    (
        SELECT p.model AS model, p.* EXCEPT (model, version, simulated, unit_uid, outcome, steps), m.version AS newest_version, m.changed_at AS changed_at, m.simulated AS newest_simulated, m.unit_uid AS chosen, m.ended AS ended, m.outcome AS reached, m.ended_on AS ended_on,
            arrayMin(arrayFilter(x -> x > toDate(0), [s.began_on, m.chosen_on])) AS started_on,
            s.steps AS step_count, s.completed AS completed, s.in_progress AS in_progress, s.blocked AS blocked, s.causes AS causes, s.open_conditional > 0 AND s.open_others = 0 AS waits_for_condition,
            p.needs_unit AND chosen = '' AS unit_missing, p.standing != 'deployable' OR m.marked AS nothing_asked,
            if(p.deadline = toDate(0), toDate(0), p.deadline - 1) AS last_day_on_time, toBool(p.deadline > toDate(0) AND last_day_on_time < p.plan_date) AS born_overdue
        FROM plans AS p JOIN by_models AS m ON m.model = p.model LEFT JOIN by_steps AS s ON s.model = p.model
    ),
    judged AS
    (
        SELECT *, arrayFilter(x -> tupleElement(x, 'since') = toDate(0), leads) AS plan_leads, arrayFilter(x -> known_on BETWEEN tupleElement(x, 'since') AND tupleElement(x, 'until'), leads) AS leads_today,
            arrayDistinct(arrayMap(x -> tupleElement(x, 'code'), arrayFilter(x -> closed_on BETWEEN tupleElement(x, 'since') AND tupleElement(x, 'until') AND has(asked, tupleElement(x, 'code')), leads))) AS asked_leads,
            multiIf(standing IN ('not-mentioned', 'no-subject'), standing, nothing_asked, 'not-deployable', ended, reached, blocked > 0 OR unit_missing, 'blocked',
                in_progress + completed > 0 OR chosen != '', 'in-progress', waits_for_c06, 'waiting-c06', 'planned') AS status,
            multiIf(deadline = toDate(0) OR nothing_asked, 'none', ended, if(ended_on <= last_day_on_time, 'in-time', 'ended-late'),
                waits_for_condition, 'conditional', known_on <= last_day_on_time, 'due', born_overdue, 'born-overdue', 'overdue') AS lateness
        FROM facts
    )
SELECT
    model AS no, title, title_en, annex, annex_stated, arrayMap(x -> tupleElement(x, 'code'), plan_leads) AS lead_agencies, arrayStringConcat(arrayMap(x -> tupleElement(x, 'vi'), plan_leads), '; ') AS lead,
    arrayDistinct(arrayMap(x -> tupleElement(x, 'code'), leads_today)) AS lead_agencies_now, arrayStringConcat(arrayDistinct(arrayMap(x -> tupleElement(x, 'vi'), leads_today)), '; ') AS lead_now,
    arrayMap(x -> tupleElement(x, 'code'), coordinating) AS coordinating_agencies, deadline, last_day_on_time, end_kind, continuous, yearly, replicate, needs_unit, chosen AS unit_uid, standing, status,
    if(status = 'blocked', arrayStringConcat(arrayConcat(if(unit_missing, ['unit-not-chosen'], []), causes), '; '), '') AS blocker,
    toUInt16(step_count) AS steps, toUInt16(completed) AS steps_completed, toUInt16(in_progress) AS steps_in_progress, toUInt16(blocked) AS steps_blocked, started_on, ended_on, lateness,
    toInt32(multiIf(lateness = 'ended-late', ended_on - last_day_on_time, lateness IN ('overdue', 'born-overdue'), known_on - last_day_on_time, 0)) AS days_late, born_overdue,
    multiIf(NOT continuous OR NOT ended OR nothing_asked, '', closed_month < toYear(ended_on) * 12 + toMonth(ended_on) - 1, 'not-yet',
        if(empty(asked_leads), arrayExists(r -> has(r.3, model), closed_reports), arrayAll(l -> arrayExists(r -> r.1 = l AND (r.2 OR has(r.3, model)), closed_reports), asked_leads)), 'healthy', 'silent') AS health,
    newest_version AS version, toTimeZone(changed_at, 'Asia/Ho_Chi_Minh') AS changed_at, plan_reference AS plan, plan_date, newest_simulated AS simulated
FROM judged
COMMENT 'The view models, as known at an instant: SELECT * FROM models_at(as_of = ...), a local day standing for its first moment. Các mô hình tại một thời điểm';

CREATE VIEW IF NOT EXISTS model_steps ON CLUSTER '{cluster}'
(
    no UInt16 COMMENT 'Mô hình',
    step UInt16 COMMENT 'Số thứ tự của bước',
    text String COMMENT 'Nội dung bước',
    text_en String COMMENT 'Nội dung tiếng Anh',
    actors Array(String) COMMENT 'Mã các cơ quan thực hiện',
    actors_stated Bool COMMENT 'Kế hoạch nêu cơ quan thực hiện; sai = suy ra',
    conditional Bool COMMENT 'Chỉ làm khi có điều kiện ngoài địa bàn: không bao giờ trễ',
    outside Bool COMMENT 'Chỉ do cơ quan ngoài địa bàn thực hiện, có người ghi nhận thay',
    status LowCardinality(String) COMMENT 'planned = chưa bắt đầu, in-progress = đang làm, blocked = vướng mắc, completed = xong',
    started_on Date COMMENT 'Ngày bắt đầu lần đầu; 1970-01-01 = chưa',
    completed_on Date COMMENT 'Ngày xong; 1970-01-01 = chưa, hoặc đã mở lại',
    blocked_on Date COMMENT 'Vướng từ ngày; 1970-01-01 = không vướng',
    cause String COMMENT 'Nguyên nhân của sự kiện mới nhất: vì sao vướng, hoặc vì sao mở lại',
    on_behalf_of LowCardinality(String) COMMENT 'Cơ quan ngoài địa bàn được ghi nhận thay, rỗng = không',
    remark String COMMENT 'Ghi chú của sự kiện mới nhất',
    changed_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm hệ thống nhận sự kiện mới nhất của bước; chưa có thì của kế hoạch',
    version UInt32 COMMENT 'Phiên bản của mô hình khi đó',
    simulated Bool COMMENT 'Sự kiện đó là dữ liệu trình diễn'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    assumeNotNull((SELECT toTimeZone(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS known_at,
    model_told AS (SELECT *, (version, sequence, event_id) AS place FROM raw_model_events_v1 FINAL WHERE recorded_at <= known_at),
    plans AS (SELECT * FROM model_told WHERE kind = 'model.scheduled' ORDER BY place DESC LIMIT 1 BY model),
    step_told AS
    (
        SELECT model, step, argMax((kind, at, cause, on_behalf_of, remark, recorded_at, version, simulated), place) AS newest,
            argMinIf(at, place, kind IN ('step.started', 'step.completed')) AS started_on
        FROM model_told WHERE startsWith(kind, 'step.') GROUP BY model, step
    ),
    planned_steps AS
    (
        SELECT model, arrayJoin(steps) AS planned, tupleElement(planned, 'step') AS step, recorded_at AS scheduled_at, version AS scheduled_version, simulated AS scheduled_simulated FROM plans
    ),
    all_steps AS
    (
        SELECT p.model AS model, p.step AS step, p.planned AS planned, s.started_on AS started_on, s.newest.1 AS newest_kind, s.newest.2 AS newest_on,
            multiIf(newest_kind = 'step.completed', 'completed', newest_kind = 'step.blocked', 'blocked', started_on > toDate(0), 'in-progress', 'planned') AS status,
            s.newest.3 AS cause, s.newest.4 AS on_behalf_of, s.newest.5 AS remark,
            if(newest_kind = '', p.scheduled_at, s.newest.6) AS changed_at, if(newest_kind = '', p.scheduled_version, s.newest.7) AS version, if(newest_kind = '', p.scheduled_simulated, s.newest.8) AS simulated
        FROM planned_steps AS p LEFT JOIN step_told AS s ON s.model = p.model AND s.step = p.step
    )
SELECT
    model AS no, step, tupleElement(planned, 'vi') AS text, tupleElement(planned, 'en') AS text_en, arrayMap(x -> tupleElement(x, 'code'), tupleElement(planned, 'actors')) AS actors,
    tupleElement(planned, 'actorsStated') AS actors_stated, tupleElement(planned, 'conditional') AS conditional,
    toBool(notEmpty(tupleElement(planned, 'actors')) AND arrayAll(x -> tupleElement(x, 'outside'), tupleElement(planned, 'actors'))) AS outside,
    status, started_on, if(status = 'completed', newest_on, toDate(0)) AS completed_on, if(status = 'blocked', newest_on, toDate(0)) AS blocked_on,
    cause, on_behalf_of, remark, toTimeZone(changed_at, 'Asia/Ho_Chi_Minh') AS changed_at, version, simulated
FROM all_steps
COMMENT 'Steps of the models, a row a step. Các bước của mô hình';

CREATE VIEW IF NOT EXISTS model_steps_at ON CLUSTER '{cluster}'
(
    no UInt16 COMMENT 'Mô hình',
    step UInt16 COMMENT 'Số thứ tự của bước',
    text String COMMENT 'Nội dung bước',
    text_en String COMMENT 'Nội dung tiếng Anh',
    actors Array(String) COMMENT 'Mã các cơ quan thực hiện',
    actors_stated Bool COMMENT 'Kế hoạch nêu cơ quan thực hiện; sai = suy ra',
    conditional Bool COMMENT 'Chỉ làm khi có điều kiện ngoài địa bàn: không bao giờ trễ',
    outside Bool COMMENT 'Chỉ do cơ quan ngoài địa bàn thực hiện, có người ghi nhận thay',
    status LowCardinality(String) COMMENT 'planned = chưa bắt đầu, in-progress = đang làm, blocked = vướng mắc, completed = xong',
    started_on Date COMMENT 'Ngày bắt đầu lần đầu; 1970-01-01 = chưa',
    completed_on Date COMMENT 'Ngày xong; 1970-01-01 = chưa, hoặc đã mở lại',
    blocked_on Date COMMENT 'Vướng từ ngày; 1970-01-01 = không vướng',
    cause String COMMENT 'Nguyên nhân của sự kiện mới nhất: vì sao vướng, hoặc vì sao mở lại',
    on_behalf_of LowCardinality(String) COMMENT 'Cơ quan ngoài địa bàn được ghi nhận thay, rỗng = không',
    remark String COMMENT 'Ghi chú của sự kiện mới nhất',
    changed_at DateTime64(3, 'Asia/Ho_Chi_Minh') COMMENT 'Thời điểm hệ thống nhận sự kiện mới nhất của bước; chưa có thì của kế hoạch',
    version UInt32 COMMENT 'Phiên bản của mô hình khi đó',
    simulated Bool COMMENT 'Sự kiện đó là dữ liệu trình diễn'
)
DEFINER = da06_writer SQL SECURITY DEFINER
AS
WITH
    parseDateTime64BestEffort({as_of:String}, 3, 'Asia/Ho_Chi_Minh') AS known_at,
    model_told AS (SELECT *, (version, sequence, event_id) AS place FROM raw_model_events_v1 FINAL WHERE recorded_at <= known_at),
    plans AS (SELECT * FROM model_told WHERE kind = 'model.scheduled' ORDER BY place DESC LIMIT 1 BY model),
    step_told AS
    (
        SELECT model, step, argMax((kind, at, cause, on_behalf_of, remark, recorded_at, version, simulated), place) AS newest,
            argMinIf(at, place, kind IN ('step.started', 'step.completed')) AS started_on
        FROM model_told WHERE startsWith(kind, 'step.') GROUP BY model, step
    ),
    planned_steps AS
    (
        SELECT model, arrayJoin(steps) AS planned, tupleElement(planned, 'step') AS step, recorded_at AS scheduled_at, version AS scheduled_version, simulated AS scheduled_simulated FROM plans
    ),
    all_steps AS
    (
        SELECT p.model AS model, p.step AS step, p.planned AS planned, s.started_on AS started_on, s.newest.1 AS newest_kind, s.newest.2 AS newest_on,
            multiIf(newest_kind = 'step.completed', 'completed', newest_kind = 'step.blocked', 'blocked', started_on > toDate(0), 'in-progress', 'planned') AS status,
            s.newest.3 AS cause, s.newest.4 AS on_behalf_of, s.newest.5 AS remark,
            if(newest_kind = '', p.scheduled_at, s.newest.6) AS changed_at, if(newest_kind = '', p.scheduled_version, s.newest.7) AS version, if(newest_kind = '', p.scheduled_simulated, s.newest.8) AS simulated
        FROM planned_steps AS p LEFT JOIN step_told AS s ON s.model = p.model AND s.step = p.step
    )
SELECT
    model AS no, step, tupleElement(planned, 'vi') AS text, tupleElement(planned, 'en') AS text_en, arrayMap(x -> tupleElement(x, 'code'), tupleElement(planned, 'actors')) AS actors,
    tupleElement(planned, 'actorsStated') AS actors_stated, tupleElement(planned, 'conditional') AS conditional,
    toBool(notEmpty(tupleElement(planned, 'actors')) AND arrayAll(x -> tupleElement(x, 'outside'), tupleElement(planned, 'actors'))) AS outside,
    status, started_on, if(status = 'completed', newest_on, toDate(0)) AS completed_on, if(status = 'blocked', newest_on, toDate(0)) AS blocked_on,
    cause, on_behalf_of, remark, toTimeZone(changed_at, 'Asia/Ho_Chi_Minh') AS changed_at, version, simulated
FROM all_steps
COMMENT 'The view model_steps, as known at an instant: SELECT * FROM model_steps_at(as_of = ...), a local day standing for its first moment. Các bước tại một thời điểm';

INSERT INTO schema_migrations VALUES ('0020_model_views.sql', 'f759d5fd0b2ee78f5d5c8078e3939d50dbc3464bcdda5cd1c3da787a34af97a3');
