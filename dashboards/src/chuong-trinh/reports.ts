import type { SectionSpec } from '../board.ts';
import { inMonths, midnight, named } from '../clickhouse/sql.ts';
import type { Say, Text } from '../text.ts';
import { monthOf, ofReporter } from './choices.ts';
import { numbered, numberOf, reportStates } from './states.ts';

const reporter: Text = { vi: 'Nơi báo cáo', en: 'Reporter' };
const month: Text = { vi: 'Kỳ', en: 'Period' };
const due: Text = { vi: 'Hết hạn', en: 'Due' };
const status: Text = { vi: 'Tình trạng', en: 'Status' };
const late: Text = { vi: 'Ngày muộn', en: 'Days late' };
const revisions: Text = { vi: 'Số bản nhận', en: 'Versions' };

const inTime: Text = { vi: 'Đúng hạn', en: 'In' };
const inLate: Text = { vi: 'Muộn', en: 'Late' };
const missing: Text = { vi: 'Chưa nộp', en: 'Missing' };

const shown = `${inMonths(monthOf)} AND ${ofReporter}`;

/** Who has reported, late, or not at all. */
export const reports = (say: Say): SectionSpec => ({
  row: { id: 40, y: 61, title: { vi: 'Báo cáo hằng tháng', en: 'Monthly reports' } },
  panels: [
    ...([
      ['in', 41, { vi: 'Nộp đúng hạn', en: 'In on time' }, { vi: 'Số báo cáo tháng nhận trước khi hết hạn, của các kỳ đang xem.', en: 'Monthly reports received before their time was over, of the periods shown.' }],
      ['late', 42, { vi: 'Nộp muộn', en: 'In late' }, { vi: 'Số báo cáo tháng nhận lần đầu sau khi hết hạn, của các kỳ đang xem.', en: 'Monthly reports first received after their time was over, of the periods shown.' }],
      ['missing', 43, { vi: 'Chưa nộp', en: 'Missing' }, { vi: 'Số báo cáo tháng đã quá hạn mà chưa nhận, của các kỳ đang xem.', en: 'Monthly reports that are overdue and were not received, of the periods shown.' }],
    ] as const).map(([state, id, title, description], index) => ({
      kind: 'stat' as const, id, at: { x: index * 4, y: 62, w: 4, h: 4 }, unit: 'short', title, description,
      ...(state === 'in' ? {} : { thresholds: [{ from: null, color: 'green' as const }, { from: 1, color: state === 'late' ? ('yellow' as const) : ('red' as const) }] }),
      sql: `SELECT countIf(status = '${state}') AS reports FROM report_duty WHERE ${shown}`,
    })),
    {
      kind: 'bar-chart', id: 44, at: { x: 0, y: 66, w: 12, h: 12 }, unit: 'short', horizontal: true, stacked: true, columns: [{ name: inTime, color: 'green' }, { name: inLate, color: 'yellow' }, { name: missing, color: 'red' }],
      title: { vi: 'Báo cáo theo nơi báo cáo', en: 'Reports by reporter' },
      description: { vi: 'Số báo cáo tháng đã nộp đúng hạn, nộp muộn và chưa nộp của từng nơi báo cáo, trong các kỳ đang xem.', en: 'Monthly reports in, late and missing of each reporter, in the periods shown.' },
      sql: `
SELECT reporter_name AS ${named(say, reporter)}, countIf(status = 'in') AS ${named(say, inTime)}, countIf(status = 'late') AS ${named(say, inLate)}, countIf(status = 'missing') AS ${named(say, missing)}
FROM report_duty
WHERE ${shown}
GROUP BY reporter, reporter_name
ORDER BY countIf(status = 'missing') DESC, countIf(status = 'late') DESC, reporter_name
LIMIT 60`,
    },
    {
      kind: 'table', id: 45, at: { x: 12, y: 62, w: 12, h: 16 }, unit: 'none',
      columns: [{ name: status, values: reportStates, cell: 'background' }, { name: late, unit: 'short' }, { name: revisions, unit: 'short' }],
      title: { vi: 'Báo cáo muộn hoặc chưa nộp', en: 'Reports late or missing' },
      description: { vi: 'Từng báo cáo tháng nộp muộn hoặc quá hạn chưa nộp trong các kỳ đang xem, mới nhất trước.', en: 'Each monthly report that was late or is missing in the periods shown, newest first.' },
      sql: `
SELECT period AS ${named(say, month)}, reporter_name AS ${named(say, reporter)}, due_at - INTERVAL 1 SECOND AS ${named(say, due)}, status AS ${named(say, status)}, days_late AS ${named(say, late)}, revisions AS ${named(say, revisions)}
FROM report_duty
WHERE status IN ('late', 'missing') AND ${shown}
ORDER BY period DESC, days_late DESC, reporter_name
LIMIT 500`,
    },
    {
      kind: 'grid', id: 46, at: { x: 0, y: 78, w: 24, h: 16 }, unit: 'none', values: numbered(reportStates),
      title: { vi: 'Nơi báo cáo theo tháng', en: 'Reporters by month' },
      description: { vi: 'Tình trạng báo cáo của từng nơi báo cáo trong từng tháng đang xem.', en: 'What became of the report of each reporter in each month shown.' },
      sql: `
SELECT ${midnight(monthOf)} AS time, concat(reporter_name, if(count() OVER (PARTITION BY period, reporter_name) > 1, concat(' (', reporter, ')'), '')) AS ${named(say, reporter)}, ${numberOf('status', reportStates)} AS ${named(say, status)}
FROM report_duty
WHERE ${shown}
ORDER BY time, ${named(say, reporter)}`,
    },
  ],
});
