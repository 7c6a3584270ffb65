import type { SectionSpec } from '../board.ts';
import { named } from '../clickhouse/sql.ts';
import { inWords } from '../clickhouse/words.ts';
import { alertRules, businesses } from '../names/incidents.ts';
import { registered } from '../registers/texts.ts';
import type { Say } from '../text.ts';

const rule = { vi: 'Quy tắc', en: 'Rule' };
const precision = { vi: 'Độ chính xác', en: 'Precision' };
const raised = { vi: 'Đã cảnh báo', en: 'Raised' };
const confirmed = { vi: 'Xác nhận đúng', en: 'Confirmed' };
const dismissed = { vi: 'Bác bỏ', en: 'Dismissed' };
const open = { vi: 'Chưa xem xét', en: 'Not yet looked at' };
const simulated = { vi: 'Mô phỏng', en: 'Simulated' };
const kind = { vi: 'Loại hình kinh doanh', en: 'Kind of business' };
const number = { vi: 'Cơ sở', en: 'Businesses' };
const withReader = { vi: 'Có đầu đọc', en: 'With a reader' };
const readers = { vi: 'Đầu đọc', en: 'Readers' };
const coverage = { vi: 'Độ phủ', en: 'Coverage' };

/** Alerts never without how often their rule is right; and the readers of identity cards (model 16). */
export const alerts = (say: Say): SectionSpec => ({
  row: { id: 40, y: 51, title: { vi: 'Cảnh báo và đầu đọc thẻ', en: 'Alerts and card readers' } },
  panels: [
    {
      kind: 'table', id: 41, at: { x: 0, y: 52, w: 12, h: 8 }, unit: 'none',
      columns: [{ name: precision, unit: 'percentunit', decimals: 0, cell: 'gauge' }, { name: raised, unit: 'locale' }, { name: confirmed, unit: 'locale' }, { name: dismissed, unit: 'locale' }, { name: open, unit: 'locale' }],
      title: { vi: 'Cảnh báo theo quy tắc, kèm độ chính xác', en: 'Alerts by rule, with their precision' },
      description: {
        vi: 'Từ trước đến nay, toàn địa bàn: số cảnh báo của từng quy tắc, số được xác nhận đúng, bị bác bỏ, chưa xem xét, và tỷ lệ đúng trong số đã xem xét; chưa xem xét cảnh báo nào thì chưa có độ chính xác.',
        en: 'Of all time, whole territory: alerts of each rule, confirmed, dismissed, not yet looked at, and the share of right ones among those looked at; where none was, there is no precision.',
      },
      sql: `
SELECT ${inWords(say, 'p.rule', alertRules)} AS ${named(say, rule)}, if(isNaN(p.precision), NULL, p.precision) AS ${named(say, precision)}, hits AS ${named(say, raised)}, p.confirmed AS ${named(say, confirmed)}, p.dismissed AS ${named(say, dismissed)}, p.open AS ${named(say, open)},
    if(p.simulated, '${say({ vi: 'có', en: 'yes' })}', '${say({ vi: 'không', en: 'no' })}') AS ${named(say, simulated)}
FROM alert_precision AS p
ORDER BY hits DESC, p.rule, p.simulated
LIMIT 200`,
    },
    {
      kind: 'table', id: 51, at: { x: 12, y: 52, w: 12, h: 8 }, unit: 'none',
      columns: [{ name: number, unit: 'locale' }, { name: withReader, unit: 'locale' }, { name: readers, unit: 'locale' }, { name: coverage, unit: 'percent', decimals: 0, cell: 'gauge' }],
      title: { vi: 'Đầu đọc thẻ tại cơ sở kinh doanh có điều kiện', en: 'Card readers at businesses under conditions' },
      description: registered({ vi: 'Cơ sở kinh doanh có điều kiện về an ninh, trật tự đang hoạt động vào ngày tính đến (mô hình 16), và số có đầu đọc thẻ căn cước, tại các đơn vị hiện nay đã chọn.', en: 'Businesses under conditions of security and order in force on the as-of day (model 16), and those with a reader of identity cards, in the chosen present units.' }),
      sql: `
SELECT ${inWords(say, 'r.kind', businesses)} AS ${named(say, kind)}, sum(r.businesses) AS ${named(say, number)}, sum(with_reader) AS ${named(say, withReader)}, sum(r.readers) AS ${named(say, readers)}, 100 * sum(with_reader) / nullIf(sum(r.businesses), 0) AS ${named(say, coverage)}
FROM reader_coverage AS r
WHERE $__conditionalAll(unit_uid IN (\${unit:singlequote}), $unit)
GROUP BY r.kind
ORDER BY ${named(say, number)} DESC, r.kind
LIMIT 200`,
    },
  ],
});
