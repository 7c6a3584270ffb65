import type { SectionSpec } from '../board.ts';
import { everyDay, inDays, midnight, named } from '../clickhouse/sql.ts';
import type { Say } from '../text.ts';

/** Coaches (model 12): trips, never guests. */
export const coaches = (say: Say): SectionSpec => ({
  row: { id: 50, y: 64, title: { vi: 'Xe khách đường dài (mô hình 12)', en: 'Long-distance coaches (model 12)' } },
  panels: [
    {
      kind: 'lines', id: 51, at: { x: 0, y: 65, w: 24, h: 7 }, unit: 'locale', interval: '24h',
      title: { vi: 'Chuyến xe và hành khách đã báo', en: 'Trips and passengers reported' },
      description: { vi: 'Chuyến xe không bị hủy và hành khách theo ngày khởi hành, của nhà xe ở các đơn vị đã chọn; hành khách không phải khách lưu trú.', en: 'Trips not called off and their passengers by day of departure, of operators in the chosen units; passengers are no guests.' },
      sql: `
SELECT ${midnight('day')} AS time, toFloat64(sum(trips)) AS ${named(say, { vi: 'Chuyến xe', en: 'Trips' })}, toFloat64(sum(passengers)) AS ${named(say, { vi: 'Hành khách', en: 'Passengers' })}
FROM coach_daily
WHERE ${inDays()} AND $__conditionalAll(unit_uid IN (\${unit:singlequote}), $unit)
GROUP BY day
${everyDay}`,
    },
  ],
});
