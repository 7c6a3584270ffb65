import type { SectionSpec } from '../board.ts';
import { inDays, midnight, named, orGap } from '../clickhouse/sql.ts';
import { nameOfIndicator } from '../definitions/definition.ts';
import { definitionInPeriod } from '../definitions/in-period.ts';
import type { Say } from '../text.ts';
import { duty, ofPresent } from './source.ts';

const bucket = { vi: 'Giờ sau khi đến', en: 'Hours after arrival' };
const within = { vi: 'Trong khoảng', en: 'Within' };
const until = { vi: 'Cộng dồn', en: 'Up to then' };

/** Parts of the curve of delays, in order. */
const buckets = ['0-1', '1-2', '2-4', '4-8', '8-12', '12-24', '24-48', '48+'];

/** Whether stays are told by the legal deadline, and how soon. */
export const lateness = (say: Say): SectionSpec => ({
  row: { id: 20, y: 17, title: { vi: 'Đúng hạn và độ trễ', en: 'In time, and how late' } },
  panels: [
    {
      kind: 'stat', id: 21, at: { x: 0, y: 18, w: 4, h: 4 }, unit: 'percentunit', decimals: 1, title: nameOfIndicator('tt.on-time-share'), description: definitionInPeriod('tt.on-time-share'),
      thresholds: [{ from: null, color: 'red' }, { from: 0.9, color: 'yellow' }, { from: 0.97, color: 'green' }],
      sql: `SELECT sum(on_time + synced_late) / nullIf(sum(stays), 0) AS value ${duty}`,
    },
    {
      kind: 'stat', id: 22, at: { x: 0, y: 22, w: 4, h: 4 }, unit: 'locale', title: nameOfIndicator('tt.excused'), description: definitionInPeriod('tt.excused'),
      sql: `SELECT if(count() = 0, NULL, sum(excused)) AS value ${duty}`,
    },
    {
      kind: 'bars', id: 23, at: { x: 4, y: 18, w: 12, h: 8 }, unit: 'locale', interval: '24h',
      title: { vi: 'Lượt thông báo theo hạn', en: 'Notices by deadline' },
      description: { vi: 'Lượt lưu trú theo ngày đến: thông báo đúng hạn, đúng hạn nhưng đến hệ thống muộn, muộn (từ hạn của luật trở đi), và muộn do sự cố đã ghi sổ.', en: 'Registrations by day of arrival: told in time, told in time and synchronised late, late (at the legal deadline or after), and late for a recorded outage.' },
      sql: `
SELECT ${midnight('day')} AS time, sum(on_time) AS ${named(say, { vi: 'Đúng hạn', en: 'In time' })}, sum(synced_late) AS ${named(say, { vi: 'Đúng hạn, đồng bộ muộn', en: 'In time, synchronised late' })}, sum(late - excused) AS ${named(say, { vi: 'Muộn', en: 'Late' })}, sum(excused) AS ${named(say, { vi: 'Muộn do sự cố', en: 'Late for an outage' })}
${duty}
GROUP BY day
ORDER BY time`,
    },
    {
      kind: 'bar-chart', id: 25, at: { x: 16, y: 18, w: 8, h: 8 }, unit: 'percentunit', decimals: 0,
      title: { vi: 'Đường cong độ trễ', en: 'Curve of delays' },
      description: { vi: 'Tỷ lệ lượt lưu trú được thông báo trong từng khoảng giờ sau khi khách đến, và cộng dồn đến hết khoảng đó, tại các đơn vị của ngày đến.', en: 'Share of registrations told within each span of hours after arrival, and up to its end, in the units of the day of arrival.' },
      sql: `
SELECT replaceOne(part, '-', '–') AS ${named(say, bucket)}, n / nullIf(sum(n) OVER (), 0) AS ${named(say, within)}, sum(n) OVER (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) / nullIf(sum(n) OVER (), 0) AS ${named(say, until)}
FROM
(
    SELECT arrayElement([${buckets.map((name) => `'${name}'`).join(', ')}], number + 1) AS part, number AS place, toFloat64(told[part]) AS n
    FROM numbers(${buckets.length}) AS parts
    CROSS JOIN (SELECT sumMap(map(toString(bucket), stays)) AS told FROM compliance_delays WHERE ${inDays()} AND ${ofPresent}) AS curve
)
ORDER BY place`,
    },
    {
      kind: 'lines', id: 24, at: { x: 0, y: 26, w: 24, h: 7 }, unit: 's', interval: '24h',
      title: { vi: 'Độ trễ thông báo: trung vị và bách phân vị 90', en: 'Delay of notices: median and 90th percentile' },
      description: { vi: 'Thời gian từ lúc khách đến tới lúc thông báo, theo ngày đến, của toàn địa bàn, một đơn vị hoặc một loại cơ sở; của nhiều nơi không tính được từ phân vị của từng nơi.', en: 'Time from arrival to notice, by day of arrival, of the whole, of one unit or one kind; of several it cannot be had of each one’s quantiles.' },
      sql: `
SELECT ${midnight('day')} AS time, if(count() > 1, NULL, any(${orGap('delay_p50_s')})) AS ${named(say, { vi: 'Trung vị', en: 'Median' })}, if(count() > 1, NULL, any(${orGap('delay_p90_s')})) AS ${named(say, { vi: 'Bách phân vị 90', en: '90th percentile' })}
${duty}
GROUP BY day
ORDER BY time`,
    },
  ],
});
