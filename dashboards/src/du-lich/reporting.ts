import type { SectionSpec } from '../board.ts';
import { onBoundaries } from '../clickhouse/boundaries.ts';
import { inDays, midnight, named } from '../clickhouse/sql.ts';
import type { Say } from '../text.ts';
import { ofPlace } from '../variables/places.ts';
import { chosen, tourismKinds } from './source.ts';

/** How much of the truth the figures hold: who reports, and who reports late. */
export const reporting = (say: Say): SectionSpec => ({
  row: { id: 60, y: 61, title: { vi: 'Độ phủ báo cáo và đúng hạn', en: 'Coverage and lateness of reports' } },
  panels: [
    {
      kind: 'lines', id: 61, at: { x: 0, y: 62, w: 12, h: 8 }, unit: 'percentunit', interval: '24h',
      title: { vi: 'Cơ sở du lịch có báo', en: 'Houses for tourists that report' },
      description: { vi: 'Tỷ lệ cơ sở lưu trú du lịch có tin đúng ngày đó, và có tin trong 7 ngày tính đến ngày đó (có khách hoặc báo không có khách).', en: 'Houses for tourists heard of on that very day, and in the 7 days up to it (a guest, or that there is none).' },
      sql: `
SELECT ${midnight('day')} AS time, sum(of_day) / nullIf(sum(houses), 0) AS ${named(say, { vi: 'Có tin trong ngày', en: 'Heard on the day' })}, sum(of_week) / nullIf(sum(weekly_houses), 0) AS ${named(say, { vi: 'Có tin trong 7 ngày', en: 'Heard in 7 days' })}
FROM
(
    SELECT day, heard AS of_day, facilities AS houses, 0 AS of_week, 0 AS weekly_houses FROM ${onBoundaries('tourism_daily_at')} WHERE ${chosen}
    UNION ALL
    SELECT day, 0 AS of_day, 0 AS houses, reporting AS of_week, facilities AS weekly_houses FROM ${onBoundaries('occupancy_at')} WHERE ${chosen}
)
GROUP BY day
ORDER BY time`,
    },
    {
      kind: 'lines', id: 62, at: { x: 12, y: 62, w: 12, h: 8 }, unit: 'percentunit', interval: '24h',
      title: { vi: 'Tỷ lệ thông báo muộn', en: 'Late share' },
      description: { vi: 'Lượt lưu trú tại cơ sở du lịch thông báo từ hạn của luật trở đi, trên tổng số lượt, theo ngày đến; thông báo đúng hạn nhưng đến hệ thống muộn không tính là muộn.', en: 'Registrations at houses for tourists told at the legal deadline or after, of all, by day of arrival; told in time and synchronised late is not late.' },
      sql: `
SELECT ${midnight('day')} AS time, sum(late) / nullIf(sum(stays), 0) AS ${named(say, { vi: 'Muộn', en: 'Late' })}
FROM ${onBoundaries('compliance_daily_at')}
WHERE ${inDays()} AND ${ofPlace} AND facility_kind IN (${tourismKinds.map((kind) => `'${kind}'`).join(', ')}) AND $__conditionalAll(facility_kind IN (\${kind:singlequote}), $kind)
GROUP BY day
ORDER BY time`,
    },
  ],
});
