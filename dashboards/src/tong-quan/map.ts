import type { SectionSpec } from '../board.ts';
import { named, orGap } from '../clickhouse/sql.ts';
import type { Say, Text } from '../text.ts';
import { lastWeek } from './week.ts';

const unit: Text = { vi: 'Đơn vị', en: 'Unit' };
const residents: Text = { vi: 'Dân số đăng ký', en: 'Registered residents' };
const guests: Text = { vi: 'Khách du lịch 7 ngày', en: 'Tourists, 7 days' };

/** Where: the units of today, each a marker as large as its registered population. */
export const map = (say: Say): SectionSpec => ({
  panels: [
    {
      kind: 'map', id: 21, at: { x: 16, y: 3, w: 8, h: 10 }, unit: 'locale', label: unit, size: residents,
      title: { vi: 'Đơn vị hành chính', en: 'Administrative units' },
      description: {
        vi: 'Đơn vị hành chính có hiệu lực vào ngày tính, tại tâm địa lý; cỡ theo dân số đăng ký (thường trú và tạm trú), kèm lượt khách du lịch 7 ngày.',
        en: 'Units valid on the as-of day at their centroids; as large as their registered population (permanent and temporary), with visits of tourists of 7 days.',
      },
      sql: `
SELECT u.lat AS lat, u.lon AS lon, u.name_vi AS ${named(say, unit)}, ${orGap('p.persons')} AS ${named(say, residents)}, t.arrivals AS ${named(say, guests)}
FROM (SELECT uid, name_vi, lat, lon FROM units WHERE level = 'commune' AND lat != 0 AND (SELECT toDate32(as_of) FROM as_of) BETWEEN valid_from AND valid_to) AS u
LEFT JOIN (SELECT place, toNullable(sum(population.persons)) AS persons FROM population WHERE place_kind = 'unit' AND cube = 'total' AND status IN ('permanent', 'temporary') GROUP BY place) AS p ON p.place = u.uid
LEFT JOIN (SELECT place, toNullable(sum(tourism_daily.arrivals)) AS arrivals FROM tourism_daily WHERE place_kind = 'unit' AND facility_kind = '' AND ${lastWeek} GROUP BY place) AS t ON t.place = u.uid
ORDER BY u.name_vi`,
    },
  ],
});
