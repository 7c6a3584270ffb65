import type { SectionSpec } from '../board.ts';
import { named } from '../clickhouse/sql.ts';
import type { Say, Text } from '../text.ts';
import { deployable, ofLead, reached } from './choices.ts';
import { modelStates, textIn } from './states.ts';

const stage: Text = { vi: 'Giai đoạn', en: 'Stage' };
const status: Text = { vi: 'Tình trạng', en: 'Status' };
const count: Text = { vi: 'Số mô hình', en: 'Models' };

/** A count of models on the as-of day. */
const counted = (condition: string): string => `SELECT countIf(${condition}) AS models FROM models WHERE ${ofLead}`;

/** Where the models stand. */
export const standing = (say: Say): SectionSpec => ({
  row: { id: 10, y: 4, title: { vi: 'Các mô hình đến nay', en: 'The models to date' } },
  panels: [
    {
      kind: 'stat', id: 11, at: { x: 0, y: 5, w: 4, h: 4 }, unit: 'short',
      title: { vi: 'Mô hình triển khai', en: 'Models to deploy' },
      description: { vi: 'Số mô hình của kế hoạch được triển khai trên địa bàn, không tính mô hình không triển khai được, không có đối tượng hoặc không được nhắc đến.', en: 'Models of the plan that are to be deployed here, without those that cannot be, have no subject here or are not mentioned.' },
      sql: counted(deployable),
    },
    {
      kind: 'stat', id: 12, at: { x: 4, y: 5, w: 4, h: 4 }, unit: 'short',
      title: { vi: 'Đã đạt đích', en: 'Have reached their end' },
      description: { vi: 'Số mô hình đã đạt đích mà kế hoạch nêu: đi vào hoạt động, hoàn thành, triển khai hoặc tập huấn.', en: 'Models that reached the end that the plan names: in operation, completed, launched or trained.' },
      sql: counted(reached),
    },
    {
      kind: 'stat', id: 13, at: { x: 8, y: 5, w: 4, h: 4 }, unit: 'percentunit',
      title: { vi: 'Bước đã hoàn thành', en: 'Steps completed' },
      description: { vi: 'Số bước đã hoàn thành trên tổng số bước của các mô hình được triển khai.', en: 'Steps completed among all steps of the models to deploy.' },
      sql: `SELECT if(sum(steps) = 0, NULL, sum(steps_completed) / sum(steps)) AS completed FROM models WHERE ${deployable} AND ${ofLead}`,
    },
    {
      kind: 'stat', id: 14, at: { x: 12, y: 5, w: 4, h: 4 }, unit: 'short',
      title: { vi: 'Vướng mắc', en: 'Blocked' },
      description: { vi: 'Số mô hình đang có bước bị vướng hoặc chưa chọn được đơn vị thí điểm.', en: 'Models with a step that is blocked or without the pilot unit they need.' },
      thresholds: [{ from: null, color: 'green' }, { from: 1, color: 'yellow' }],
      sql: counted("status = 'blocked'"),
    },
    {
      kind: 'stat', id: 15, at: { x: 16, y: 5, w: 4, h: 4 }, unit: 'short',
      title: { vi: 'Quá hạn', en: 'Overdue' },
      description: { vi: 'Số mô hình chưa đạt đích khi đã quá hạn, không tính mô hình quá hạn ngay khi ban hành kế hoạch.', en: 'Models past their deadline without having reached their end, apart from those that were late when the plan was signed.' },
      thresholds: [{ from: null, color: 'green' }, { from: 1, color: 'red' }],
      sql: counted("lateness = 'overdue'"),
    },
    {
      kind: 'stat', id: 16, at: { x: 20, y: 5, w: 4, h: 4 }, unit: 'short', named: true,
      title: { vi: 'Quá hạn ngay khi ban hành', en: 'Late when signed' },
      description: { vi: 'Số mô hình có hạn đã qua vào ngày ban hành kế hoạch, và trong đó số mô hình đến nay vẫn chưa đạt đích.', en: 'Models whose deadline had passed on the day the plan was signed, and how many of them have still not reached their end.' },
      sql: `SELECT countIf(born_overdue) AS ${named(say, { vi: 'tất cả', en: 'all' })}, countIf(lateness = 'born-overdue') AS ${named(say, { vi: 'chưa đạt đích', en: 'still open' })} FROM models WHERE ${ofLead}`,
    },
    {
      kind: 'bar-gauge', id: 17, at: { x: 0, y: 9, w: 8, h: 8 }, unit: 'short',
      title: { vi: 'Phễu triển khai', en: 'Funnel' },
      description: { vi: 'Số mô hình đã đến ít nhất từng giai đoạn: có trong kế hoạch, được triển khai, đã bắt đầu, đã xong ít nhất một bước, đã đạt đích.', en: 'Models that have come at least to each stage: in the plan, to deploy, begun, one step completed, end reached.' },
      sql: `
SELECT stage.1 AS ${named(say, stage)}, stage.2 AS ${named(say, count)}
FROM
(
    SELECT arrayJoin([
        ('${say({ vi: 'Trong kế hoạch', en: 'In the plan' })}', count()), ('${say({ vi: 'Triển khai', en: 'To deploy' })}', countIf(${deployable})), ('${say({ vi: 'Đã bắt đầu', en: 'Begun' })}', countIf(started_on > toDate(0))),
        ('${say({ vi: 'Xong ít nhất một bước', en: 'One step completed' })}', countIf(steps_completed > 0)), ('${say({ vi: 'Đã đạt đích', en: 'End reached' })}', countIf(${reached}))]) AS stage
    FROM models WHERE ${ofLead}
)`,
    },
    {
      kind: 'bar-chart', id: 18, at: { x: 8, y: 9, w: 8, h: 8 }, unit: 'short', horizontal: true,
      title: { vi: 'Mô hình theo tình trạng', en: 'Models by status' },
      description: { vi: 'Số mô hình ở từng tình trạng vào ngày tính; mỗi mô hình một lần.', en: 'Models in each status on the as-of day; each model once.' },
      sql: `
SELECT ${textIn('status', modelStates, say)} AS ${named(say, status)}, count() AS ${named(say, count)}
FROM models
WHERE ${ofLead}
GROUP BY status
ORDER BY indexOf([${modelStates.map(({ value }) => `'${value}'`).join(', ')}], status)`,
    },
    {
      kind: 'bar-chart', id: 19, at: { x: 16, y: 9, w: 8, h: 8 }, unit: 'short', horizontal: true, stacked: true,
      title: { vi: 'Quá hạn theo cơ quan chủ trì', en: 'Overdue by lead agency' },
      description: { vi: 'Số mô hình quá hạn chưa đạt đích theo cơ quan chủ trì hiện nay, mô hình quá hạn ngay khi ban hành kế hoạch tách riêng; mô hình có nhiều cơ quan chủ trì tính ở mỗi cơ quan.', en: 'Models past their deadline by lead agency of today, those late when the plan was signed apart; a model with several leads counts at each.' },
      sql: `
SELECT if(agency = '', '${say({ vi: 'không còn cơ quan chủ trì', en: 'no lead any more' })}', agency) AS ${named(say, { vi: 'Cơ quan', en: 'Agency' })},
    countIf(lateness = 'overdue') AS ${named(say, { vi: 'Quá hạn', en: 'Overdue' })}, countIf(lateness = 'born-overdue') AS ${named(say, { vi: 'Quá hạn ngay khi ban hành', en: 'Late when signed' })}
FROM (SELECT lateness, arrayJoin(splitByString('; ', lead_now)) AS agency FROM models WHERE lateness IN ('overdue', 'born-overdue') AND ${ofLead})
GROUP BY agency
ORDER BY count() DESC, agency
LIMIT 30`,
    },
  ],
});
