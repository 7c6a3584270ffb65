import type { SectionSpec } from '../board.ts';
import { midnight, named, orGap, zone } from '../clickhouse/sql.ts';
import { inWords } from '../clickhouse/words.ts';
import { incidentKinds } from '../names/incidents.ts';
import type { Column, PanelSpec } from '../panels/spec.ts';
import type { Say, Text } from '../text.ts';
import { ofEachUnit } from '../variables/places.ts';
import { begins, chosen, orMissing, rates } from './source.ts';

const kind = { vi: 'Loại vụ việc', en: 'Kind' };
const unit = { vi: 'Đơn vị hành chính', en: 'Unit' };
const count = { vi: 'Số vụ', en: 'Incidents' };
const year = { vi: '12 tháng', en: '12 months' };
const rate = { vi: 'Trên 100.000 dân', en: 'Per 100,000' };
const inTime = { vi: 'Đúng hạn', en: 'In time' };
const median = { vi: 'Thời gian giải quyết', en: 'Time to handle' };
const deaths = { vi: 'Chết', en: 'Deaths' };
const injured = { vi: 'Bị thương', en: 'Injured' };
const damage = { vi: 'Thiệt hại (triệu đồng)', en: 'Damage (million VND)' };
const exact = { vi: 'Ước lượng', en: 'Estimated' };

const columns: readonly Column[] = [
  { name: count, unit: 'locale', decimals: 1 }, { name: year, unit: 'locale', decimals: 1 }, { name: rate, unit: 'none', decimals: 1 }, { name: inTime, unit: 'percent', decimals: 0 }, { name: median, unit: 's' },
  { name: deaths, unit: 'locale', decimals: 1 }, { name: injured, unit: 'locale', decimals: 1 }, { name: damage, unit: 'none', decimals: 1 },
];

/** A table of the last whole month, a row a kind of the whole or a unit; the two are never crossed. */
const ofLastMonth = (say: Say, { where, name, as, last }: { readonly where: string; readonly name: string; readonly as: Text; readonly last?: string }): string => `
SELECT ${name} AS ${named(say, as)}, incidents AS ${named(say, count)}, sum_12m AS ${named(say, year)}, ${orMissing('per_100k', 'sum_12m')} AS ${named(say, rate)}, ${orMissing('in_time_share', 'incidents')} AS ${named(say, inTime)},
    ${orMissing('response_p50_s', 'incidents')} AS ${named(say, median)}, deaths AS ${named(say, deaths)}, injured AS ${named(say, injured)}, damage_vnd / 1000000 AS ${named(say, damage)}${last ?? ''}
FROM (SELECT *, max(month) OVER () AS newest FROM ${rates(`${where} AND closed`)})
WHERE month = newest
ORDER BY if(isNaN(sum_12m), -1, sum_12m) DESC, ${named(say, as)}
LIMIT 200`;

const ofKinds = "place_kind = 'all' AND kind != ''";

/** Bars of the hours or the weekdays of the year in which the range ends. */
const moments = (say: Say, { id, x, title, description, dimension, value }: { readonly id: number; readonly x: number; readonly title: Text; readonly description: Text; readonly dimension: string; readonly value: string }): PanelSpec => ({
  kind: 'bar-chart', id, at: { x, y: 35, w: 12, h: 7 }, unit: 'locale', title, description,
  sql: `
SELECT ${value} AS ${named(say, title)}, ${orGap('incidents')} AS ${named(say, count)}
FROM incident_hours_at(known_at = '')
WHERE period_kind = \${calendar:singlequote} AND dimension = '${dimension}' AND year = toYear(toDate($__toTime, '${zone}') + if(\${calendar:singlequote} = 'calendar', 0, 17))
ORDER BY incident_hours_at.value`,
});

/** Which kinds, where, and when. */
export const breakdown = (say: Say): SectionSpec => ({
  row: { id: 29, y: 17, title: { vi: 'Loại, nơi và thời điểm', en: 'Kinds, places and moments' } },
  panels: [
    {
      kind: 'table', id: 19, at: { x: 0, y: 18, w: 12, h: 9 }, unit: 'none', columns,
      title: { vi: 'Theo loại vụ việc, tháng gần nhất (toàn địa bàn)', en: 'By kind, last month (whole territory)' },
      description: { vi: 'Số vụ của tháng đã kết thúc gần nhất, tổng 12 tháng, tỷ suất, đúng hạn, trung vị thời gian giải quyết và thiệt hại của từng loại; ô dưới 5 vụ, hoặc ô kế tiếp để không suy ra được, bị che.', en: 'Incidents of the last month that is over, sum of 12 months, rate, in time, median time to handle and damage of each kind; cells of under 5 are left out, and one more where they could be told by subtraction.' },
      sql: ofLastMonth(say, { where: ofKinds, name: inWords(say, 'kind', incidentKinds), as: kind }),
    },
    {
      kind: 'table', id: 20, at: { x: 12, y: 18, w: 12, h: 9 }, unit: 'none', columns: [...columns, { name: exact, unit: 'none' }],
      title: { vi: 'Theo đơn vị, tháng gần nhất', en: 'By unit, last month' },
      description: { vi: 'Các chỉ tiêu của tháng đã kết thúc gần nhất theo đơn vị trên địa giới đã chọn, mọi loại vụ việc; nơi dưới 5 vụ, hoặc nơi kế tiếp, bị che, nơi quy đổi theo địa giới khác là ước lượng.', en: 'The figures of the last month that is over by unit on the chosen boundaries, all kinds; places of under 5, or the next, are left out, those converted to other boundaries are estimates.' },
      sql: ofLastMonth(say, { where: `kind = '' AND ${ofEachUnit}`, name: 'place_vi', as: unit, last: `, if(exact, '', '${say({ vi: 'ước lượng', en: 'estimated' })}') AS ${named(say, exact)}` }),
    },
    {
      kind: 'bars', id: 21, at: { x: 0, y: 27, w: 12, h: 8 }, unit: 'locale',
      title: { vi: 'Số vụ theo loại, từng tháng (toàn địa bàn)', en: 'Incidents by kind and month (whole territory)' },
      description: { vi: 'Số vụ của từng loại theo tháng; ô bị che không có trong cột nên cột có thể thấp hơn tổng số.', en: 'Incidents of each kind by month; a cell that is left out is not in the bar, which may so be lower than the whole.' },
      sql: `
SELECT ${midnight(begins)} AS time, ${inWords(say, 'kind', incidentKinds)} AS ${named(say, kind)}, incidents AS ${named(say, count)}
FROM ${rates(`${ofKinds} AND incidents > 0`)}
ORDER BY time, ${named(say, kind)}`,
    },
    {
      kind: 'lines', id: 24, at: { x: 12, y: 27, w: 6, h: 8 }, unit: 's',
      title: { vi: 'Thời gian giải quyết', en: 'Time to handle' },
      description: { vi: 'Trung vị và bách phân vị 90 của thời gian từ tiếp nhận đến giải quyết, theo tháng, của toàn địa bàn hoặc của một đơn vị.', en: 'Median and 90th percentile of the time from report to handling, by month, of the whole or of one unit.' },
      sql: `
SELECT ${midnight('day')} AS time, ${orGap('half')} AS ${named(say, { vi: 'Trung vị', en: 'Median' })}, ${orGap('most')} AS ${named(say, { vi: 'Bách phân vị 90', en: '90th percentile' })}
FROM (SELECT ${begins} AS day, if(count() > 1, NULL, any(response_p50_s)) AS half, if(count() > 1, NULL, any(response_p90_s)) AS most FROM ${rates(`${chosen} AND closed`)} GROUP BY day)
ORDER BY time`,
    },
    {
      kind: 'lines', id: 25, at: { x: 18, y: 27, w: 6, h: 8 }, unit: 'locale',
      title: { vi: 'Tai nạn giao thông (toàn địa bàn)', en: 'Traffic accidents (whole territory)' },
      description: { vi: 'Số vụ tai nạn giao thông, số người chết và bị thương theo tháng; tháng dưới 5 vụ để trống.', en: 'Traffic accidents, people killed and injured by month; a month of under 5 accidents is empty.' },
      sql: `
SELECT ${midnight(begins)} AS time, ${orGap('incidents')} AS ${named(say, count)}, ${orGap('incident_rates_at.deaths')} AS ${named(say, deaths)}, ${orGap('incident_rates_at.injured')} AS ${named(say, injured)}
FROM ${rates("place_kind = 'all' AND kind = 'traffic-accident'")}
ORDER BY time`,
    },
    moments(say, {
      id: 22, x: 0, title: { vi: 'Giờ trong ngày', en: 'Hour of the day' }, dimension: 'hour', value: "leftPad(toString(incident_hours_at.value), 2, '0')",
      description: { vi: 'Số vụ rõ thời điểm xảy ra theo giờ Việt Nam, trong năm của ngày cuối kỳ, toàn địa bàn; giờ dưới 5 vụ để trống.', en: 'Incidents whose time is known by hour in Vietnam, in the year of the last day of the range, whole territory; an hour of under 5 is empty.' },
    }),
    moments(say, {
      id: 23, x: 12, title: { vi: 'Ngày trong tuần', en: 'Day of the week' }, dimension: 'weekday', value: `arrayElement([${weekdays.map((text) => `'${say(text)}'`).join(', ')}], incident_hours_at.value)`,
      description: { vi: 'Số vụ rõ thời điểm xảy ra theo ngày trong tuần, trong năm của ngày cuối kỳ, toàn địa bàn; ngày dưới 5 vụ để trống.', en: 'Incidents whose time is known by weekday, in the year of the last day of the range, whole territory; a day of under 5 is empty.' },
    }),
  ],
});

const weekdays: readonly Text[] = [
  { vi: 'Thứ hai', en: 'Monday' }, { vi: 'Thứ ba', en: 'Tuesday' }, { vi: 'Thứ tư', en: 'Wednesday' }, { vi: 'Thứ năm', en: 'Thursday' }, { vi: 'Thứ sáu', en: 'Friday' }, { vi: 'Thứ bảy', en: 'Saturday' }, { vi: 'Chủ nhật', en: 'Sunday' },
];
