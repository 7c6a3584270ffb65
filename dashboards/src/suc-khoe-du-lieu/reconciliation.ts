import type { SectionSpec } from '../board.ts';
import { named, ofFacility, sentByFacilities, zone } from '../clickhouse/sql.ts';
import type { Say } from '../text.ts';

const day = { vi: 'Ngày', en: 'Day' };
const told = { vi: 'Đã nhận vào nhật ký', en: 'Taken into the log' };
const found = { vi: 'Có trong kho', en: 'In the warehouse' };
const difference = { vi: 'Chênh lệch', en: 'Difference' };

/** A day whole: what the answers said was recorded against the events that are there. A part of a day would compare unequal halves. */
const inDays = (column: string): string => `toDate(${column}, '${zone}') BETWEEN toDate($__fromTime, '${zone}') AND toDate($__toTime, '${zone}')`;

const perDay = `
    SELECT day, sum(told) AS told, sum(found) AS found
    FROM
    (
        SELECT toDate(recorded_at, '${zone}') AS day, toInt64(sum(accepted)) - toInt64(sum(duplicate)) AS told, toInt64(0) AS found
        FROM feed_batches WHERE ${inDays('recorded_at')} AND ${ofFacility} GROUP BY day
        UNION ALL
        SELECT toDate(recorded_at, '${zone}') AS day, toInt64(0) AS told, toInt64(count()) AS found
        FROM events WHERE ${sentByFacilities} AND ${inDays('recorded_at')} AND ${ofFacility} GROUP BY day
    )
    GROUP BY day`;

/** Accepted against projected: nothing that was acknowledged is missing, nothing is there twice. */
export const reconciliation = (say: Say): SectionSpec => ({
  row: { id: 50, y: 43, title: { vi: 'Đối soát', en: 'Reconciliation' } },
  panels: [
    {
      kind: 'stat', id: 51, at: { x: 0, y: 44, w: 6, h: 8 }, unit: 'short',
      title: { vi: 'Tổng chênh lệch', en: 'Total difference' },
      description: { vi: 'Tổng trị tuyệt đối chênh lệch theo ngày giữa số bản ghi đã trả lời là nhận (trừ bản ghi trùng) và số sự kiện lưu trú và chuyến xe có trong kho; phải bằng 0.', en: 'Sum over days of the absolute difference between records answered as accepted (duplicates apart) and events of stays and coach trips in the warehouse; must be 0.' },
      thresholds: [{ from: null, color: 'green' }, { from: 1, color: 'red' }],
      sql: `SELECT sum(abs(told - found)) AS difference FROM (${perDay}\n)`,
    },
    {
      kind: 'table', id: 52, at: { x: 6, y: 44, w: 18, h: 8 }, unit: 'none', columns: [{ name: told, unit: 'short' }, { name: found, unit: 'short' }, { name: difference, unit: 'short' }],
      title: { vi: 'Đã nhận và có trong kho, theo ngày', en: 'Accepted and projected, by day' },
      description: { vi: 'Theo ngày nhận (giờ Việt Nam): bản ghi đã trả lời là nhận trừ bản ghi trùng, sự kiện lưu trú và chuyến xe có trong kho, và chênh lệch.', en: 'By day of receipt (Vietnam time): records answered as accepted less duplicates, events of stays and coach trips in the warehouse, and the difference.' },
      sql: `
SELECT toString(day) AS ${named(say, day)}, told AS ${named(say, told)}, found AS ${named(say, found)}, told - found AS ${named(say, difference)}
FROM (${perDay}
)
ORDER BY day DESC`,
    },
  ],
});
