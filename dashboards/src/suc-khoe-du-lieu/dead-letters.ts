import type { SectionSpec } from '../board.ts';
import { dayOf, everyDay, named } from '../clickhouse/sql.ts';
import type { Say } from '../text.ts';

const cause = { vi: 'Nguyên nhân', en: 'Cause' };
const topic = { vi: 'Chủ đề', en: 'Topic' };
const count = { vi: 'Số bản ghi', en: 'Records' };
const oldest = { vi: 'Cũ nhất', en: 'Oldest' };
const size = { vi: 'Dung lượng', en: 'Size' };

/** What could not be projected and waits to be put back. */
export const deadLetters = (say: Say): SectionSpec => ({
  row: { id: 40, y: 34, title: { vi: 'Bản ghi bị gạt ra', en: 'Dead letters' } },
  panels: [
    {
      kind: 'stat', id: 41, at: { x: 0, y: 35, w: 4, h: 8 }, unit: 'short',
      title: { vi: 'Đang chờ xử lý', en: 'Waiting' },
      description: { vi: 'Số bản ghi bị gạt ra chưa được đưa lại, không phụ thuộc khoảng thời gian.', en: 'Records set aside and not yet put back, whatever the range shown.' },
      thresholds: [{ from: null, color: 'green' }, { from: 1, color: 'red' }],
      sql: 'SELECT count() AS waiting FROM dead_letters',
    },
    {
      kind: 'bars', id: 42, at: { x: 4, y: 35, w: 8, h: 8 }, unit: 'short', interval: '24h',
      title: { vi: 'Bị gạt ra theo ngày', en: 'Set aside by day' },
      description: { vi: 'Số bản ghi còn chờ, theo ngày bị gạt ra.', en: 'Records still waiting, by the day they were set aside.' },
      sql: `
SELECT ${dayOf('recorded_at')} AS time, count() AS ${named(say, count)}
FROM dead_letters
WHERE $__timeFilter_ms(recorded_at)
GROUP BY time
${everyDay}`,
    },
    {
      kind: 'table', id: 43, at: { x: 12, y: 35, w: 12, h: 8 }, unit: 'none', columns: [{ name: count, unit: 'short' }, { name: size, unit: 'bytes' }],
      title: { vi: 'Theo nguyên nhân', en: 'By cause' },
      description: { vi: 'Số bản ghi còn chờ theo mã nguyên nhân và chủ đề; đưa lại bằng lệnh da06 dead-letters redrive.', en: 'Records still waiting by code of cause and topic; da06 dead-letters redrive puts them back.' },
      sql: `
SELECT cause_code AS ${named(say, cause)}, topic AS ${named(say, topic)}, count() AS ${named(say, count)}, min(recorded_at) AS ${named(say, oldest)}, sum(size) AS ${named(say, size)}
FROM dead_letters
GROUP BY cause_code, topic
ORDER BY ${named(say, count)} DESC, cause_code, topic`,
    },
  ],
});
