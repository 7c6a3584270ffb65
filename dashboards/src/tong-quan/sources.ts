import type { SectionSpec } from '../board.ts';
import { named } from '../clickhouse/sql.ts';
import type { Shown } from '../panels/spec.ts';
import type { Say, Text } from '../text.ts';

const source: Text = { vi: 'Nguồn', en: 'Source' };
const last: Text = { vi: 'Tin cuối', en: 'Last word' };
const age: Text = { vi: 'Cách đây', en: 'Age' };
const light: Text = { vi: 'Đèn', en: 'Light' };

const lights: readonly Shown[] = [
  { value: 0, text: { vi: 'tươi', en: 'fresh' }, color: 'green' },
  { value: 1, text: { vi: 'chậm', en: 'slow' }, color: 'yellow' },
  { value: 2, text: { vi: 'im lặng', en: 'silent' }, color: 'red' },
  { value: 3, text: { vi: 'chưa có', en: 'none yet' }, color: 'gray' },
];

const hour = 3600;
const day = 24 * hour;
/** Each source, where its newest word stands, and after how many seconds it is slow and silent: a desk speaks daily, an office weekly, a report monthly. */
const sources: readonly (readonly [Text, string, number, number])[] = [
  [{ vi: 'Lưu trú', en: 'Stays' }, 'feed_batches', 6 * hour, day],
  [{ vi: 'Sổ dân cư', en: 'Register of residents' }, "register_batches WHERE register = 'residents'", 2 * day, 7 * day],
  [{ vi: 'Sổ lao động', en: 'Register of workers' }, "register_batches WHERE register = 'workers'", 7 * day, 31 * day],
  [{ vi: 'Tiến độ mô hình', en: 'Progress of models' }, '(SELECT changed_at AS recorded_at FROM models)', 7 * day, 31 * day],
  [{ vi: 'Báo cáo tháng', en: 'Monthly reports' }, 'reports', 31 * day, 62 * day],
];

/** How fresh each source is. */
export const freshness = (say: Say): SectionSpec => ({
  panels: [
    {
      kind: 'table', id: 31, at: { x: 0, y: 13, w: 8, h: 9 }, unit: 'none', columns: [{ name: age, unit: 's' }, { name: light, values: lights, cell: 'background' }],
      title: { vi: 'Độ tươi theo nguồn', en: 'Freshness by source' },
      description: {
        vi: 'Lần cuối hệ thống nhận tin của từng nguồn và thời gian đến lúc xem; chậm và im lặng tính theo nhịp của nguồn: lưu trú 6 giờ và 1 ngày, sổ dân cư 2 và 7 ngày, sổ lao động và mô hình 7 và 31 ngày, báo cáo 31 và 62 ngày.',
        en: 'When each source was last heard and how long ago; slow and silent go by its rhythm: stays 6 hours and 1 day, residents 2 and 7 days, workers and models 7 and 31 days, reports 31 and 62 days.',
      },
      sql: `
SELECT source AS ${named(say, source)}, if(heard > toDateTime64(0, 3), toNullable(heard), NULL) AS ${named(say, last)}, if(heard > toDateTime64(0, 3), toNullable(greatest(0, dateDiff('second', heard, now64(3)))), NULL) AS ${named(say, age)},
    multiIf(heard <= toDateTime64(0, 3), 3, dateDiff('second', heard, now64(3)) >= silent, 2, dateDiff('second', heard, now64(3)) >= slow, 1, 0) AS ${named(say, light)}
FROM
(
${sources.map(([name, from, slow, silent], index) => `    SELECT ${index} AS place, '${say(name)}' AS source, max(recorded_at) AS heard, ${slow} AS slow, ${silent} AS silent FROM ${from}`).join('\n    UNION ALL\n')}
)
ORDER BY place`,
    },
  ],
});
