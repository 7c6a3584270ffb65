import type { SectionSpec } from '../board.ts';
import { named, ofFacility } from '../clickhouse/sql.ts';
import type { Say } from '../text.ts';

const type = { vi: 'Loại sự kiện', en: 'Event type' };
const count = { vi: 'Số sự kiện', en: 'Events' };
const newest = { vi: 'Mới nhất', en: 'Newest' };

/** What comes in: events by type and time. */
export const events = (say: Say): SectionSpec => ({
  row: { id: 10, y: 4, title: { vi: 'Sự kiện', en: 'Events' } },
  panels: [
    {
      kind: 'bars', id: 11, at: { x: 0, y: 5, w: 16, h: 8 }, unit: 'short', interval: '1m',
      title: { vi: 'Sự kiện theo loại', en: 'Events by type' },
      description: { vi: 'Số sự kiện hệ thống nhận, theo loại và theo phút (khoảng rộng hơn khi xem nhiều ngày).', en: 'Events taken in, by type and minute (wider steps when many days are shown).' },
      sql: `
SELECT $__timeInterval(recorded_at) AS time, replaceRegexpAll(type, '^vn\\\\.da06\\\\.|\\\\.v\\\\d+$', '') AS ${named(say, type)}, count() AS ${named(say, count)}
FROM events
WHERE $__timeFilter_ms(recorded_at) AND ${ofFacility}
GROUP BY time, ${named(say, type)}
ORDER BY time, ${named(say, type)}`,
    },
    {
      kind: 'table', id: 12, at: { x: 16, y: 5, w: 8, h: 8 }, unit: 'none', columns: [{ name: count, unit: 'short' }],
      title: { vi: 'Tổng theo loại', en: 'Totals by type' },
      description: { vi: 'Số sự kiện của từng loại trong khoảng thời gian đang xem và lần nhận mới nhất.', en: 'Events of each type in the range shown, and when the newest was taken in.' },
      sql: `
SELECT type AS ${named(say, type)}, count() AS ${named(say, count)}, max(recorded_at) AS ${named(say, newest)}
FROM events
WHERE $__timeFilter_ms(recorded_at) AND ${ofFacility}
GROUP BY type
ORDER BY ${named(say, count)} DESC, type`,
    },
  ],
});
