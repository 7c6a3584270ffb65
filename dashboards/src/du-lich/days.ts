import { onBoundaries } from '../clickhouse/boundaries.ts';
import { midnight, named, orGap } from '../clickhouse/sql.ts';
import type { PanelSpec } from '../panels/spec.ts';
import type { Say, Text } from '../text.ts';
import { chosen, pastNights } from './source.ts';

const international = { vi: 'Khách quốc tế', en: 'International' };
const domestic = { vi: 'Khách trong nước', en: 'Domestic' };

/** From the lowest line of the map up. */
const weekdays: readonly (readonly [number, Text])[] = [
  [7, { vi: 'Chủ nhật', en: 'Sunday' }], [6, { vi: 'Thứ bảy', en: 'Saturday' }], [5, { vi: 'Thứ sáu', en: 'Friday' }], [4, { vi: 'Thứ năm', en: 'Thursday' }],
  [3, { vi: 'Thứ tư', en: 'Wednesday' }], [2, { vi: 'Thứ ba', en: 'Tuesday' }], [1, { vi: 'Thứ hai', en: 'Monday' }],
];

/** Arrivals and nights of each day, and the rhythm of the week. */
export const days = (say: Say): readonly PanelSpec[] => [
      {
        kind: 'bars', id: 20, at: { x: 12, y: 9, w: 12, h: 8 }, unit: 'locale', interval: '24h',
        title: { vi: 'Lượt khách theo ngày', en: 'Arrivals by day' },
        description: { vi: 'Lượt khách du lịch quốc tế và trong nước, nghỉ đêm hoặc trong ngày, theo ngày đến; ngày bị che để trống.', en: 'International and domestic tourists, overnight or of a day, by day of arrival; days that are left out are empty.' },
        sql: `
  SELECT ${midnight('day')} AS time, ${orGap('sum(arrivals - international_arrivals)')} AS ${named(say, domestic)}, ${orGap('sum(international_arrivals)')} AS ${named(say, international)}
  FROM ${onBoundaries('tourism_daily_at')}
  WHERE ${chosen}
  GROUP BY day
  ORDER BY time`,
      },
      {
        kind: 'lines', id: 21, at: { x: 0, y: 17, w: 12, h: 8 }, unit: 'locale', interval: '24h',
        title: { vi: 'Ngày khách và khách trong ngày', en: 'Guest-nights and day guests' },
        description: { vi: 'Khách nghỉ mỗi đêm (qua nửa đêm giờ Việt Nam) và khách đến, đi trong cùng một ngày, không cộng vào nhau.', en: 'Guests of each night (midnight in Vietnam) and guests who came and left on one day, never added up.' },
        sql: `
  SELECT ${midnight('day')} AS time, ${orGap('sum(nights)')} AS ${named(say, { vi: 'Ngày khách', en: 'Guest-nights' })}, ${orGap('sum(day_guests)')} AS ${named(say, { vi: 'Khách trong ngày', en: 'Day guests' })}
  FROM ${onBoundaries('tourism_daily_at')}
  WHERE ${chosen} AND ${pastNights}
  GROUP BY day
  ORDER BY time`,
      },
      {
        kind: 'heatmap', id: 22, at: { x: 12, y: 17, w: 12, h: 8 }, unit: 'locale',
        title: { vi: 'Lượt khách: thứ trong tuần × tuần', en: 'Arrivals: weekday by week' },
        description: { vi: 'Lượt khách du lịch theo thứ (hàng) và tuần (cột, từ thứ hai), để thấy nhịp cuối tuần và ngày lễ.', en: 'Tourist arrivals by weekday (line) and week (column, from Monday), to see the rhythm of weekends and holidays.' },
        sql: `
  SELECT ${midnight('toMonday(day)')} AS time, ${weekdays.map(([number, text]) => `${orGap(`sumOrNullIf(arrivals, toDayOfWeek(day) = ${number})`)} AS ${named(say, text)}`).join(', ')}
  FROM ${onBoundaries('tourism_daily_at')}
  WHERE ${chosen}
  GROUP BY time
  ORDER BY time`,
      },
];
