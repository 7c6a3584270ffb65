import type { SectionSpec } from '../board.ts';
import { onBoundaries } from '../clickhouse/boundaries.ts';
import { inDays, named, orGap, zone } from '../clickhouse/sql.ts';
import { inWords } from '../clickhouse/words.ts';
import { nationalities, provinces, purposes } from '../names/origins.ts';
import type { PanelSpec, Shown } from '../panels/spec.ts';
import type { Say, Text } from '../text.ts';
import { ofKind } from '../variables/kinds.ts';
import { ofPlace } from '../variables/places.ts';

const arrivals = { vi: 'Lượt khách', en: 'Arrivals' };

/** The most frequent values of a dimension; it is not divided by kind of house. */
const most = (say: Say, dimension: string, words: readonly Shown[], { column, limit, but = '' }: { readonly column: Text; readonly limit: number; readonly but?: string }): string => `
SELECT ${inWords(say, 'code', words)} AS ${named(say, column)}, number AS ${named(say, arrivals)}
FROM
(
    SELECT value AS code, sum(arrivals) AS number
    FROM ${onBoundaries('tourism_origin_at')}
    WHERE ${inDays()} AND ${ofPlace} AND dimension = '${dimension}'${but}
    GROUP BY value
    HAVING number > 0
    ORDER BY number DESC, code = '', code
    LIMIT ${limit}
)
ORDER BY number DESC, code = '', code`;

const nationality: Text = { vi: 'Quốc tịch', en: 'Nationality' };
const province: Text = { vi: 'Tỉnh cư trú', en: 'Home province' };
const purpose: Text = { vi: 'Lý do', en: 'Purpose' };

const months = (say: Say): PanelSpec => ({
  kind: 'bar-chart', id: 44, at: { x: 0, y: 44, w: 24, h: 7 }, unit: 'locale', stacked: true,
  title: { vi: 'Lượt khách 13 tháng đã hết', en: 'Arrivals of the last 13 whole months' },
  description: {
    vi: 'Lượt khách du lịch các tháng đã hết, đến tháng cuối của kỳ đang xem, theo những gì biết hiện nay; tháng có ngày bị che để trống.',
    en: 'Tourist arrivals of the months that are over, up to the last of the period, as known now; a month with a day that is left out is empty.',
  },
  sql: `
SELECT formatDateTime(month, '%m/%Y') AS ${named(say, { vi: 'Tháng', en: 'Month' })}, ${orGap('arrived - foreigners')} AS ${named(say, { vi: 'Khách trong nước', en: 'Domestic' })}, ${orGap('foreigners')} AS ${named(say, { vi: 'Khách quốc tế', en: 'International' })}
FROM
(
    SELECT toStartOfMonth(day) AS month, sum(arrivals) AS arrived, sum(international_arrivals) AS foreigners
    FROM ${onBoundaries('tourism_daily_at')}
    WHERE day BETWEEN addMonths(toStartOfMonth(toDate($__toTime, '${zone}')), -12) AND toLastDayOfMonth(toDate($__toTime, '${zone}')) AND day < (SELECT toStartOfMonth(toDate(as_of)) FROM as_of) AND ${ofPlace} AND ${ofKind}
    GROUP BY month
)
ORDER BY formatDateTime(month, '%Y-%m')`,
});

/** Where guests come from, why, and when in the year. */
export const origins = (say: Say): SectionSpec => ({
  row: { id: 40, y: 34, title: { vi: 'Cơ cấu khách', en: 'Who the guests are' } },
  panels: [
    {
      kind: 'bar-gauge', id: 41, at: { x: 0, y: 35, w: 8, h: 9 }, unit: 'locale',
      title: { vi: 'Khách quốc tế theo quốc tịch', en: 'International guests by nationality' },
      description: { vi: '15 quốc tịch nước ngoài có nhiều lượt khách du lịch nhất trong kỳ, mọi loại cơ sở; chỉ gồm những ngày của nơi không bị che.', en: 'The 15 foreign nationalities with most tourist arrivals of the period, all kinds of houses; only days of a place that are not left out.' },
      sql: most(say, 'nationality', nationalities, { column: nationality, limit: 15, but: " AND value != 'VNM'" }),
    },
    {
      kind: 'bar-gauge', id: 42, at: { x: 8, y: 35, w: 8, h: 9 }, unit: 'locale',
      title: { vi: 'Khách theo tỉnh cư trú', en: 'Guests by home province' },
      description: { vi: '15 tỉnh, thành phố cư trú có nhiều lượt khách du lịch nhất trong kỳ, “không rõ” gồm cả khách nước ngoài; chỉ gồm những ngày của nơi không bị che.', en: 'The 15 home provinces with most tourist arrivals of the period, “unknown” holding guests from abroad; only days of a place that are not left out.' },
      sql: most(say, 'province', provinces, { column: province, limit: 15 }),
    },
    {
      kind: 'pie', id: 43, at: { x: 16, y: 35, w: 8, h: 9 }, unit: 'locale',
      title: { vi: 'Lý do lưu trú', en: 'Purpose of the stay' },
      description: { vi: 'Lượt khách du lịch theo lý do đã khai: du lịch, công tác, hội nghị, thăm viếng, thăm thân; lý do khác không tính là khách du lịch.', en: 'Tourist arrivals by declared purpose: tourism, business, conference, visits; others are no tourists.' },
      sql: most(say, 'purpose', purposes, { column: purpose, limit: 15 }),
    },
    months(say),
  ],
});
