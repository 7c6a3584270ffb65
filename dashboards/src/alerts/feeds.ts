import { sentByFacilities } from '../clickhouse/sql.ts';
import type { AlertRule } from './rule.ts';

/** Facilities that have to register stays and are in operation: each gives a row, also one that was never heard and has no line of its own in what was received. */
export const silentFeed: AlertRule = {
  id: 'da06-silent-feed', rows: 'sources', audience: 'ioc', severity: 'warning', above: 1, minutes: 0, every: 60,
  title: { vi: 'Cơ sở im lặng', en: 'Silent feed' },
  summary: { vi: 'Cơ sở đang hoạt động không có tin từ 2 ngày trở lên, kể cả tin “không có khách”.', en: 'A facility in operation was not heard for 2 days or more, not even with “no guests”.' },
  sql: `
SELECT f.facility_id AS facility, f.facility_kind AS kind, f.unit_uid AS unit,
    toFloat64(if(h.facility_id = '', greatest(0, assumeNotNull((SELECT toDate(as_of) FROM as_of)) - f.valid_from), h.silent_days)) AS value
FROM (SELECT facility_id, facility_kind, unit_uid, valid_from FROM facilities WHERE facility_kind != 'coach' AND valid_from <= (SELECT toDate(as_of) FROM as_of) AND (closed_on = toDate(0) OR closed_on > (SELECT toDate(as_of) FROM as_of))) AS f
LEFT JOIN feed_health AS h ON h.facility_id = f.facility_id
ORDER BY facility`,
};

/** Six hours: a quiet night of a small locality is shorter. */
export const lag: AlertRule = {
  id: 'da06-lag', rows: 'one', audience: 'ioc', severity: 'critical', above: 21_600, minutes: 5, every: 5,
  title: { vi: 'Kho dữ liệu chậm', en: 'Warehouse behind' },
  summary: { vi: 'Sự kiện mới nhất trong kho đã nhận từ hơn 6 giờ trước: không ai gửi gì, hoặc bộ chiếu đã dừng.', en: 'The newest event in the warehouse was taken in more than 6 hours ago: nobody sends, or the projector stands still.' },
  sql: "SELECT 'warehouse' AS source, toFloat64(dateDiff('second', as_of, now64(3))) AS value FROM as_of",
};

export const deadLetters: AlertRule = {
  id: 'da06-dead-letters', rows: 'one', audience: 'ioc', severity: 'critical', above: 0, minutes: 0, every: 5,
  title: { vi: 'Có thư chết', en: 'Dead letters' },
  summary: { vi: 'Có bản ghi đã nhận bị gạt ra, chưa vào bảng nào cho đến khi được đưa lại.', en: 'Records that were accepted are set aside, in no table until they are put back.' },
  sql: "SELECT 'log' AS source, toFloat64(count()) AS value FROM dead_letters",
};

/** What answers said was recorded against the events that are there, by local day of receipt, over the eight days to the as-of day: must be nothing. */
export const reconciliationDifference: AlertRule = {
  id: 'da06-reconciliation', rows: 'one', audience: 'ioc', severity: 'critical', above: 0, minutes: 15, every: 5,
  title: { vi: 'Chênh lệch đối soát', en: 'Reconciliation difference' },
  summary: { vi: 'Số bản ghi đã trả lời là nhận khác số sự kiện lưu trú và chuyến xe trong kho của ngày nhận.', en: 'What was answered as accepted and the events of stays and coach trips in the warehouse differ for a day of receipt.' },
  sql: `
SELECT 'stays' AS source, toFloat64(sum(abs(told - found))) AS value
FROM
(
    SELECT day, sum(told) AS told, sum(found) AS found
    FROM
    (
        SELECT toDate(recorded_at, 'Asia/Ho_Chi_Minh') AS day, toInt64(accepted) - toInt64(duplicate) AS told, toInt64(0) AS found
        FROM feed_batches WHERE recorded_at >= toStartOfDay((SELECT as_of FROM as_of) - INTERVAL 7 DAY, 'Asia/Ho_Chi_Minh')
        UNION ALL
        SELECT toDate(recorded_at, 'Asia/Ho_Chi_Minh') AS day, toInt64(0) AS told, toInt64(1) AS found
        FROM events WHERE ${sentByFacilities} AND recorded_at >= toStartOfDay((SELECT as_of FROM as_of) - INTERVAL 7 DAY, 'Asia/Ho_Chi_Minh')
    )
    GROUP BY day
)`,
};
