import type { SectionSpec } from '../board.ts';
import { named, zone } from '../clickhouse/sql.ts';
import type { Shown } from '../panels/spec.ts';
import type { Say } from '../text.ts';
import { deployable, ofLead } from './choices.ts';

const [from, to] = [`toDate($__fromTime, '${zone}')`, `toDate($__toTime, '${zone}')`];

/** Days of the range, at most so many that a chart can show: ten years. */
const days = `arrayMap(n -> ${from} + n, range(least(toUInt64(greatest(0, dateDiff('day', ${from}, ${to}))) + 1, 3653)))`;

const phases: readonly Shown[] = [
  { value: 0, text: { vi: 'chưa bắt đầu', en: 'not begun' }, color: 'gray' },
  { value: 1, text: { vi: 'đang làm', en: 'in progress' }, color: 'blue' },
  { value: 2, text: { vi: 'quá hạn', en: 'overdue' }, color: 'red' },
  { value: 3, text: { vi: 'vướng mắc', en: 'blocked' }, color: 'orange' },
  { value: 4, text: { vi: 'đã đạt đích', en: 'end reached' }, color: 'green' },
];

/** A model's name; cut where a line has no room for it. */
const title = (say: Say): string => say({ vi: 'title', en: 'title_en' });

/** How far the steps are against the plan, and the life of each model. */
export const progress = (say: Say): SectionSpec => ({
  row: { id: 30, y: 32, title: { vi: 'Tiến độ theo thời gian', en: 'Progress over time' } },
  panels: [
    {
      kind: 'lines', id: 31, at: { x: 0, y: 33, w: 24, h: 8 }, unit: 'short',
      title: { vi: 'Bước hoàn thành so với kế hoạch', en: 'Steps completed against the plan' },
      description: {
        vi: 'Số bước đã hoàn thành đến hết từng ngày, và số bước phải xong theo hạn của mô hình; bước có điều kiện và mô hình không có hạn không nằm trong số phải xong.',
        en: 'Steps completed up to the end of each day, and steps due by the deadline of their model; conditional steps and models without deadline are not among those due.',
      },
      sql: `
SELECT toDateTime(toString(day), '${zone}') AS time,
    if(day > (SELECT toDate(as_of, '${zone}') FROM as_of), NULL, toNullable(arrayCount(x -> x <= day, completed))) AS ${named(say, { vi: 'Bước đã hoàn thành', en: 'Steps completed' })},
    arrayCount(x -> x <= day, due) AS ${named(say, { vi: 'Bước phải xong theo kế hoạch', en: 'Steps due by the plan' })}
FROM
(
    SELECT arrayJoin(${days}) AS day, completed, due
    FROM
    (
        SELECT groupArrayIf(s.completed_on, s.completed_on > toDate(0)) AS completed, groupArrayIf(m.deadline, m.deadline > toDate(0) AND NOT s.conditional) AS due
        FROM (SELECT no, conditional, completed_on FROM model_steps) AS s
        INNER JOIN (SELECT no, deadline FROM models WHERE ${deployable} AND ${ofLead}) AS m ON m.no = s.no
    )
)
ORDER BY time`,
    },
    {
      kind: 'timeline', id: 32, at: { x: 0, y: 41, w: 24, h: 20 }, unit: 'none', values: phases,
      title: { vi: 'Vòng đời từng mô hình', en: 'The life of each model' },
      description: {
        vi: 'Tình trạng của từng mô hình được triển khai theo ngày: bắt đầu từ bước đầu tiên, quá hạn từ ngày hạn nếu chưa đạt đích, vướng mắc từ ngày bước đang vướng bị vướng; vướng mắc đã gỡ không hiện lại.',
        en: 'The state of each model to deploy by day: begun with its first step, overdue from the deadline on unless its end is reached, blocked from the day on which a step that is blocked now was; what was unblocked is not shown.',
      },
      sql: `
WITH least(${to}, (SELECT toDate(as_of, '${zone}') FROM as_of)) AS last_day
SELECT greatest(toDateTime(toString(day), '${zone}'), $__fromTime) AS time, model,
    multiIf(ended > toDate(0) AND day >= ended, 4, blocked > toDate(0) AND day >= blocked, 3, late > toDate(0) AND day >= late, 2, started > toDate(0) AND day >= started, 1, 0) AS ${named(say, { vi: 'Tình trạng', en: 'State' })}
FROM
(
    SELECT model, ended, blocked, late, started,
        arrayJoin(arrayDistinct(arrayFilter(d -> d BETWEEN first_day AND last_day, [first_day, started, late, blocked, ended, last_day]))) AS day
    FROM
    (
        SELECT concat(leftPad(toString(no), 2, '0'), ' ', if(lengthUTF8(${title(say)}) > 60, concat(trimRight(substringUTF8(${title(say)}, 1, 59)), '…'), ${title(say)})) AS model, greatest(${from}, plan_date) AS first_day, ended_on AS ended, b.blocked_on AS blocked, started_on AS started,
            if(lateness IN ('overdue', 'born-overdue', 'ended-late'), deadline, toDate(0)) AS late
        FROM models AS m
        LEFT JOIN (SELECT no, min(model_steps.blocked_on) AS blocked_on FROM model_steps WHERE status = 'blocked' GROUP BY no) AS b ON b.no = m.no
        WHERE ${deployable} AND ${ofLead}
    )
)
ORDER BY time, model`,
    },
  ],
});
