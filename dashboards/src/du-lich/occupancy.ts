import type { SectionSpec } from '../board.ts';
import { onBoundaries } from '../clickhouse/boundaries.ts';
import { midnight, named, orGap } from '../clickhouse/sql.ts';
import type { Say } from '../text.ts';
import { breakdown } from './breakdown.ts';
import { chosen, occupancyOf, pastNights } from './source.ts';

/** How full the houses were. */
export const occupancy = (say: Say): SectionSpec => ({
  row: { id: 30, y: 25, title: { vi: 'Công suất và loại cơ sở', en: 'Occupancy and kinds of houses' } },
  panels: [
    {
      kind: 'lines', id: 31, at: { x: 0, y: 26, w: 12, h: 8 }, unit: 'percent', interval: '24h',
      title: { vi: 'Công suất sử dụng buồng, giường', en: 'Occupancy of rooms and beds' },
      description: {
        vi: 'Buồng, giường có khách nghỉ đêm trên tổng số của cơ sở có khai báo trong 7 ngày, và trên mọi cơ sở đang hoạt động (thấp hơn thực tế nếu có cơ sở không báo).',
        en: 'Rooms and beds with a guest overnight of those of houses that reported in 7 days, and of all houses in operation (too low where houses do not report).',
      },
      sql: `
SELECT ${midnight('day')} AS time, ${orGap(occupancyOf('room', 'reporting'))} AS ${named(say, { vi: 'Buồng, cơ sở có báo', en: 'Rooms, reporting' })}, ${orGap(occupancyOf('bed', 'reporting'))} AS ${named(say, { vi: 'Giường, cơ sở có báo', en: 'Beds, reporting' })},
    ${orGap(occupancyOf('room', 'all'))} AS ${named(say, { vi: 'Buồng, mọi cơ sở', en: 'Rooms, all' })}, ${orGap(occupancyOf('bed', 'all'))} AS ${named(say, { vi: 'Giường, mọi cơ sở', en: 'Beds, all' })}
FROM ${onBoundaries('occupancy_at')}
WHERE ${chosen} AND ${pastNights}
GROUP BY day
ORDER BY time`,
    },
    breakdown(say, 'kind', {
      id: 32, at: { x: 12, y: 26, w: 12, h: 8 },
      title: { vi: 'Theo loại cơ sở (toàn địa bàn)', en: 'By kind of house (whole territory)' },
      description: {
        vi: 'Số cơ sở vào ngày cuối, khách và công suất của kỳ theo loại cơ sở; ô có dưới 3 cơ sở, hoặc ô kế tiếp để không suy ra được, bị che.',
        en: 'Houses on the last day, guests and occupancy of the period by kind; cells of one or two houses are left out, and one more where they could be told by subtraction.',
      },
    }),
  ],
});
