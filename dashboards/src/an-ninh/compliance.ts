import type { SectionSpec } from '../board.ts';
import { lastNight, onBoundaries } from '../clickhouse/boundaries.ts';
import { midnight, named } from '../clickhouse/sql.ts';
import { definitionInPeriod } from '../definitions/in-period.ts';
import type { Say } from '../text.ts';
import { ofPlace } from '../variables/places.ts';
import { lastDays } from './source.ts';

const duty = `FROM ${onBoundaries('compliance_daily_at')} WHERE ${lastDays} AND ${ofPlace} AND facility_kind = ''`;

/** Whether stays are told, in short; the board tuan-thu-luu-tru has the rest. */
export const compliance = (say: Say): SectionSpec => ({
  row: { id: 30, y: 42, title: { vi: 'Chấp hành thông báo lưu trú, 30 ngày cuối kỳ', en: 'Compliance with stay notices, last 30 days of the range' } },
  panels: [
    {
      kind: 'stat', id: 31, at: { x: 0, y: 43, w: 4, h: 4 }, unit: 'percentunit', decimals: 1,
      title: { vi: 'Thông báo đúng hạn', en: 'Told in time' },
      description: definitionInPeriod('tt.on-time-share'),
      thresholds: [{ from: null, color: 'red' }, { from: 0.9, color: 'yellow' }, { from: 0.97, color: 'green' }],
      sql: `SELECT sum(on_time + synced_late) / nullIf(sum(stays), 0) AS value ${duty}`,
    },
    {
      kind: 'stat', id: 34, at: { x: 0, y: 47, w: 4, h: 4 }, unit: 'locale',
      title: { vi: 'Khách ở từ 30 ngày', en: 'Guests of 30 days and more' },
      description: definitionInPeriod('tt.over-30'),
      thresholds: [{ from: null, color: 'green' }, { from: 1, color: 'yellow' }, { from: 20, color: 'red' }],
      sql: `SELECT if(count() = 0, NULL, sum(over_30)) AS value ${duty} AND ${lastNight}`,
    },
    {
      kind: 'bars', id: 32, at: { x: 4, y: 43, w: 12, h: 8 }, unit: 'locale', interval: '24h',
      title: { vi: 'Lượt thông báo theo hạn', en: 'Notices by deadline' },
      description: { vi: 'Lượt lưu trú theo ngày đến: thông báo đúng hạn, đúng hạn nhưng đến hệ thống muộn, và muộn (từ hạn của luật trở đi).', en: 'Registrations by day of arrival: told in time, told in time and synchronised late, and late (at the legal deadline or after).' },
      sql: `
SELECT ${midnight('day')} AS time, sum(on_time) AS ${named(say, { vi: 'Đúng hạn', en: 'In time' })}, sum(synced_late) AS ${named(say, { vi: 'Đúng hạn, đồng bộ muộn', en: 'In time, synchronised late' })}, sum(late) AS ${named(say, { vi: 'Muộn', en: 'Late' })}
${duty}
GROUP BY day
ORDER BY time`,
    },
    {
      kind: 'bar-chart', id: 33, at: { x: 16, y: 43, w: 8, h: 8 }, unit: 'locale',
      title: { vi: 'Kiểm tra phát hiện khách chưa thông báo', en: 'Inspections that found guests not notified' },
      description: { vi: 'Số lượt kiểm tra phát hiện 1–3, 4–8 hoặc từ 9 người lưu trú không được thông báo, theo mức phạt của Nghị định 282/2025/NĐ-CP, Điều 10.', en: 'Inspections that found 1 to 3, 4 to 8, or 9 and more guests not notified, by the tiers of fines of Decree 282/2025, article 10.' },
      sql: `
SELECT '${say({ vi: 'Kiểm tra phát hiện', en: 'Inspections' })}' AS ${named(say, { vi: 'Mức', en: 'Tier' })}, sum(unreported_1_3) AS ${named(say, { vi: '1–3 người', en: '1–3 guests' })}, sum(unreported_4_8) AS ${named(say, { vi: '4–8 người', en: '4–8 guests' })}, sum(unreported_9) AS ${named(say, { vi: 'từ 9 người', en: '9 and more' })}
${duty}
HAVING count() > 0`,
    },
  ],
});
