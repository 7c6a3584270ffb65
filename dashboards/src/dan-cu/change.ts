import type { SectionSpec } from '../board.ts';
import { inMonths, midnight, named } from '../clickhouse/sql.ts';
import { definitionOf, nameOfIndicator } from '../definitions/definition.ts';
import { register } from '../registers/moment.ts';
import { registered } from '../registers/texts.ts';
import type { Say, Text } from '../text.ts';
import { ofPlace } from '../variables/places.ts';

/** Columns of `population_change` as series. */
const flows = (say: Say, columns: readonly (readonly [column: string, name: Text])[]): string => `
SELECT ${midnight('month')} AS time, ${columns.map(([column, name]) => `sum(c.${column}) AS ${named(say, name)}`).join(', ')}
FROM ${register('population_change')} AS c
WHERE ${inMonths('c.month')} AND ${ofPlace}
GROUP BY month
ORDER BY time`;

const rates = ['dc.cbr', 'dc.cdr', 'dc.natural-rate', 'dc.net-rate'] as const;
const provisional = { vi: 'tháng chưa hết và đăng ký muộn còn làm số thay đổi', en: 'a month that is not over, and late registrations, still change it' };

/** How the population changes from month to month. */
export const change = (say: Say): SectionSpec => ({
  row: { id: 30, y: 23, title: { vi: 'Biến động theo tháng', en: 'Change by month' } },
  panels: [
    {
      kind: 'lines', id: 31, at: { x: 0, y: 24, w: 12, h: 8 }, unit: 'locale',
      title: { vi: 'Sinh và chết', en: 'Births and deaths' },
      description: registered({ vi: `Trẻ được sinh theo tháng sinh và người chết theo ngày chết; ${provisional.vi}.`, en: `Births by the month of birth and deaths by the day of death; ${provisional.en}.` }),
      sql: flows(say, [['births', { vi: 'Sinh', en: 'Births' }], ['deaths', { vi: 'Chết', en: 'Deaths' }]]),
    },
    {
      kind: 'lines', id: 32, at: { x: 12, y: 24, w: 12, h: 8 }, unit: 'locale',
      title: { vi: 'Chuyển đến và chuyển đi', en: 'Moves in and out' },
      description: registered({
        vi: `Thường trú và tạm trú bắt đầu do chuyển đến, kết thúc do chuyển đi hoặc hết hạn; chuyển trong cùng một nơi không tính; ${provisional.vi}.`,
        en: `Permanent and temporary residence begun by moving in, ended by moving away or running out; moves within the place do not count; ${provisional.en}.`,
      }),
      sql: flows(say, [
        ['in', { vi: 'Thường trú đến', en: 'Permanent, in' }], ['out', { vi: 'Thường trú đi', en: 'Permanent, out' }],
        ['temporary_in', { vi: 'Tạm trú đến', en: 'Temporary, in' }], ['temporary_out', { vi: 'Tạm trú đi, hết hạn', en: 'Temporary, out' }],
      ]),
    },
    {
      kind: 'lines', id: 33, at: { x: 0, y: 32, w: 12, h: 8 }, unit: 'none', decimals: 1,
      title: { vi: 'Tỷ suất 12 tháng (‰)', en: 'Rates of 12 months (‰)' },
      description: registered({
        vi: 'Sinh, chết, tăng tự nhiên và di cư thuần của 12 tháng trên 1.000 dân thường trú bình quân, chỉ những tháng đã hết.',
        en: 'Births, deaths, natural increase and net migration of 12 months per 1,000 of the average permanent residents, of months that are over.',
      }),
      sql: `
SELECT ${midnight('month')} AS time, ${rates.map((code) => `if(sumIf(base, code = '${code}') = 0, NULL, 1000 * sumIf(sum_12m, code = '${code}') / sumIf(base, code = '${code}')) AS ${named(say, nameOfIndicator(code))}`).join(', ')}
FROM ${register('population_rates')} AS r
WHERE code IN (${rates.map((code) => `'${code}'`).join(', ')}) AND closed = 1 AND ${inMonths('r.month')} AND ${ofPlace}
GROUP BY month
ORDER BY time`,
    },
    {
      kind: 'lines', id: 34, at: { x: 12, y: 32, w: 12, h: 8 }, unit: 'locale', decimals: 0,
      title: { vi: 'Dân số thường trú', en: 'Permanent residents' },
      description: registered({ vi: `Người thường trú vào cuối tháng và ${lower(definitionOf('dc.average').vi)}`, en: `Permanent residents at the end of the month, and the ${lower(definitionOf('dc.average').en)}` }),
      sql: `
SELECT ${midnight('month')} AS time, sum(count) AS ${named(say, { vi: 'Cuối tháng', en: 'End of month' })}, sum(value) AS ${named(say, { vi: 'Bình quân 12 tháng', en: 'Average of 12 months' })}
FROM ${register('population_rates')} AS r
WHERE code = 'dc.average' AND ${inMonths('r.month')} AND ${ofPlace}
GROUP BY month
ORDER BY time`,
    },
  ],
});

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
