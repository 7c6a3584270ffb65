import type { SectionSpec } from '../board.ts';
import { ofLastMonth } from '../chuong-trinh/choices.ts';
import { named } from '../clickhouse/sql.ts';
import type { Say, Text } from '../text.ts';
import { whole } from './week.ts';

const work: Text = { vi: 'Việc cần làm', en: 'To do' };
const where: Text = { vi: 'Nơi thực hiện', en: 'By whom' };
const count: Text = { vi: 'Số lượng', en: 'How many' };
const days: Text = { vi: 'Trễ nhất, ngày', en: 'Days late at most' };

/** What needs doing, the most urgent first, each kind of work in few lines. */
export const toDo = (say: Say): SectionSpec => {
  const told = (text: Text): string => `'${say(text)}'`;
  return {
    panels: [
      {
        kind: 'table', id: 41, at: { x: 8, y: 13, w: 16, h: 9 }, unit: 'none',
        columns: [{ name: work, width: 330 }, { name: count, unit: 'locale', width: 110 }, { name: days, unit: 'locale', width: 150, thresholds: [{ from: null, color: 'text' }, { from: 1, color: 'yellow' }, { from: 30, color: 'red' }], cell: 'background' }],
        title: { vi: 'Việc cần làm', en: 'What needs doing' },
        description: {
          vi: 'Báo cáo chưa nộp của tháng gần nhất đã hết hạn, mô hình quá hạn theo cơ quan chủ trì, mô hình vướng mắc, cơ sở lưu trú du lịch im lặng 7 ngày và bản ghi bị gạt ra đang chờ xử lý, vào thời điểm tính.',
          en: 'Reports missing for the newest month whose time is over, overdue models by lead agency, blocked models, tourist facilities silent for 7 days and records set aside that wait, as of the as-of time.',
        },
        sql: `
SELECT work AS ${named(say, work)}, doer AS ${named(say, where)}, many AS ${named(say, count)}, late AS ${named(say, days)}
FROM
(
    SELECT 1 AS urgency, concat(${told({ vi: 'Báo cáo tháng chưa nộp: ', en: 'Reports missing: ' })}, any(period)) AS work, arrayStringConcat(arraySlice(arraySort(groupArray(reporter_name)), 1, 4), '; ') AS doer, count() AS many, max(days_late) AS late
    FROM report_duty WHERE status = 'missing' AND ${ofLastMonth} HAVING many > 0
    UNION ALL
    SELECT 2 AS urgency, ${told({ vi: 'Bản ghi bị gạt ra, chờ xử lý', en: 'Records set aside, waiting' })} AS work, ${told({ vi: 'quản trị hệ thống', en: 'administrator' })} AS doer, count() AS many, 0 AS late
    FROM dead_letters HAVING many > 0
    UNION ALL
    SELECT 3 AS urgency, ${told({ vi: 'Cơ sở lưu trú du lịch im lặng 7 ngày', en: 'Tourist facilities silent for 7 days' })} AS work, ${told({ vi: 'công an cấp xã', en: 'commune police' })} AS doer, toUInt64(sum(facilities) - sum(reporting)) AS many, 7 AS late
    FROM occupancy WHERE ${whole} AND day = (SELECT toDate(as_of) - 1 FROM as_of) HAVING many > 0
    UNION ALL
    SELECT 4 AS urgency, ${told({ vi: 'Mô hình quá hạn', en: 'Models overdue' })} AS work, if(lead_now = '', ${told({ vi: 'không còn cơ quan chủ trì', en: 'no lead any more' })}, lead_now) AS doer, count() AS many, max(days_late) AS late
    FROM models WHERE lateness IN ('overdue', 'born-overdue') GROUP BY doer ORDER BY many DESC, doer LIMIT 5
    UNION ALL
    SELECT 5 AS urgency, ${told({ vi: 'Mô hình vướng mắc', en: 'Models blocked' })} AS work, '' AS doer, count() AS many, 0 AS late
    FROM models WHERE status = 'blocked' HAVING many > 0
)
ORDER BY urgency, many DESC, doer`,
      },
    ],
  };
};
