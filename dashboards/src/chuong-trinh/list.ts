import type { SectionSpec } from '../board.ts';
import { named } from '../clickhouse/sql.ts';
import type { Say, Text } from '../text.ts';
import { ofLead } from './choices.ts';
import { annexes, latenessStates, modelStates } from './states.ts';

const number: Text = { vi: 'Số', en: 'No.' };
const name: Text = { vi: 'Mô hình', en: 'Model' };
const lead: Text = { vi: 'Chủ trì', en: 'Lead' };
const group: Text = { vi: 'Phụ lục', en: 'Annex' };
const status: Text = { vi: 'Tình trạng', en: 'Status' };
const done: Text = { vi: 'Tiến độ', en: 'Progress' };
const steps: Text = { vi: 'Bước xong', en: 'Steps done' };
const deadline: Text = { vi: 'Hạn trước ngày', en: 'Before' };
const lateness: Text = { vi: 'So với hạn', en: 'Against deadline' };
const late: Text = { vi: 'Ngày trễ', en: 'Days late' };
const blocker: Text = { vi: 'Vướng mắc', en: 'Blocker' };

/** A day as text: the data source hands out dates at midnight UTC, which Vietnam shows as 07:00. No day is empty. */
const dayText = (column: string): string => `if(${column} = toDate(0), '', toString(${column}))`;

/** Every model, one line each. */
export const list = (say: Say): SectionSpec => ({
  row: { id: 20, y: 17, title: { vi: 'Danh sách mô hình', en: 'List of models' } },
  panels: [
    {
      kind: 'table', id: 21, at: { x: 0, y: 18, w: 24, h: 14 }, unit: 'none',
      columns: [
        { name: number, width: 60 }, { name: name, width: 330 }, { name: lead, width: 250 }, { name: group, width: 180, values: annexes },
        { name: status, width: 150, values: modelStates, cell: 'background' }, { name: done, unit: 'percentunit', cell: 'gauge', width: 140, thresholds: [{ from: null, color: 'blue' }, { from: 1, color: 'green' }] }, { name: steps, width: 90 },
        { name: deadline, width: 120 }, { name: lateness, width: 190, values: latenessStates, cell: 'background' }, { name: late, unit: 'short', width: 90 },
      ],
      title: { vi: 'Các mô hình', en: 'Models' },
      description: { vi: 'Mỗi mô hình một dòng: cơ quan chủ trì hiện nay, tình trạng, số bước đã xong, hạn của kế hoạch, số ngày trễ và nguyên nhân vướng mắc, vào ngày tính.', en: 'A line a model: lead agency of today, status, steps completed, deadline of the plan, days late and what blocks it, on the as-of day.' },
      sql: `
SELECT no AS ${named(say, number)}, ${say({ vi: "if(title = '', concat('Mô hình ', toString(no)), title)", en: "if(title_en = '', concat('Model ', toString(no)), title_en)" })} AS ${named(say, name)}, lead_now AS ${named(say, lead)}, annex AS ${named(say, group)}, status AS ${named(say, status)},
    if(steps = 0, NULL, steps_completed / steps) AS ${named(say, done)}, if(steps = 0, '', concat(toString(steps_completed), '/', toString(steps))) AS ${named(say, steps)}, ${dayText('deadline')} AS ${named(say, deadline)},
    lateness AS ${named(say, lateness)}, days_late AS ${named(say, late)}, replaceAll(blocker, 'unit-not-chosen', '${say({ vi: 'chưa chọn đơn vị thí điểm', en: 'pilot unit not chosen' })}') AS ${named(say, blocker)}
FROM models
WHERE ${ofLead}
ORDER BY no`,
    },
  ],
});
