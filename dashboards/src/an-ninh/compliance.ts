import type { SectionSpec } from '../board.ts';
import { lastNight, onBoundaries } from '../clickhouse/boundaries.ts';
import { midnight, named } from '../clickhouse/sql.ts';
import { definitionInPeriod } from '../definitions/in-period.ts';
import { unreportedFound } from '../registers/inspections.ts';
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
    unreportedFound(say, { id: 33, at: { x: 16, y: 43, w: 8, h: 8 }, from: duty }),
  ],
});
