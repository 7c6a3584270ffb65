import { onBoundaries } from '../clickhouse/boundaries.ts';
import { named, zone } from '../clickhouse/sql.ts';
import { quoted } from '../clickhouse/words.ts';
import type { PanelSpec } from '../panels/spec.ts';
import type { Say, Text } from '../text.ts';
import { ofKind } from '../variables/kinds.ts';
import { ofPlace } from '../variables/places.ts';

const indicator = { vi: 'Chỉ tiêu', en: 'Indicator' };
const now = { vi: 'Kỳ này', en: 'This period' };
const before = { vi: 'Kỳ trước', en: 'Period before' };
const change = { vi: 'So với kỳ trước', en: 'Against the period before' };
const lastYear = { vi: 'Cùng kỳ năm trước', en: 'A year before' };
const yearChange = { vi: 'So với cùng kỳ', en: 'Against a year before' };

/** What is compared, each over the days on which `in` holds. */
const compared: readonly (readonly [Text, (during: string) => string])[] = [
  [{ vi: 'Lượt khách', en: 'Arrivals' }, (during) => `sumIf(arrivals, ${during})`],
  [{ vi: 'Lượt khách nghỉ đêm', en: 'Overnight arrivals' }, (during) => `sumIf(overnight_arrivals, ${during})`],
  [{ vi: 'Lượt khách trong ngày', en: 'Day guests' }, (during) => `sumIf(day_guests, ${during})`],
  [{ vi: 'Lượt khách quốc tế', en: 'International arrivals' }, (during) => `sumIf(international_arrivals, ${during})`],
  [{ vi: 'Ngày khách', en: 'Guest-nights' }, (during) => `sumIf(nights, ${during})`],
  [{ vi: 'Độ dài lưu trú (ngày)', en: 'Length of stay (nights)' }, (during) => `sumIf(nights, ${during}) / nullIf(sumIf(overnight_arrivals, ${during}), 0)`],
];
/** The whole days shown, as many before them, and the same dates of a year before. */
const spans = ['day BETWEEN first AND last', 'day BETWEEN first - length AND first - 1', 'day BETWEEN subtractYears(first, 1) AND subtractYears(last, 1)'] as const;

const statement = (say: Say): string => `
WITH toDate($__fromTime, '${zone}') AS first, least(toDate($__toTime, '${zone}'), (SELECT toDate(as_of) - 1 FROM as_of)) AS last, toInt32(last) - toInt32(first) + 1 AS length
SELECT line.1 AS ${named(say, indicator)}, line.2 AS ${named(say, now)}, line.3 AS ${named(say, before)}, line.2 / nullIf(line.3, 0) - 1 AS ${named(say, change)}, line.4 AS ${named(say, lastYear)}, line.2 / nullIf(line.4, 0) - 1 AS ${named(say, yearChange)}
FROM
(
    SELECT arrayJoin([${compared.map(([text, of]) => `(${[quoted(say(text)), ...spans.map((span) => `if(countIf(${span}) = 0, NULL, ${of(span)})`)].join(', ')})`).join(',\n        ')}]) AS line
    FROM ${onBoundaries('tourism_daily_at')}
    WHERE ((${spans[0]}) OR (${spans[1]}) OR (${spans[2]})) AND ${ofPlace} AND ${ofKind}
)`;

/** The period beside the one before and the same dates of a year before. */
export const comparison = (say: Say): PanelSpec => ({
  kind: 'table', id: 19, at: { x: 0, y: 9, w: 12, h: 8 }, unit: 'none', decimals: 1,
  columns: [{ name: now, unit: 'locale' }, { name: before, unit: 'locale' }, { name: change, unit: 'percentunit' }, { name: lastYear, unit: 'locale' }, { name: yearChange, unit: 'percentunit' }],
  title: { vi: 'Ngày trọn của kỳ, so với kỳ trước và cùng kỳ năm trước', en: 'Whole days of the period, against the one before and a year before' },
  description: {
    vi: 'Các ngày trọn vẹn của kỳ đang xem, so với bấy nhiêu ngày ngay trước đó và với những ngày ấy của năm trước; Tết và lễ âm lịch không rơi vào cùng ngày dương lịch.',
    en: 'The whole days of the period, against as many days just before and the same dates of the year before; Tet and lunar feasts fall on other dates.',
  },
  sql: statement(say),
});
