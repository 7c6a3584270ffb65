import type { SectionSpec } from '../board.ts';
import { midnight, named, orGap } from '../clickhouse/sql.ts';
import type { PanelSpec } from '../panels/spec.ts';
import type { Say, Text } from '../text.ts';
import { begins, chosen, orMissing, rates } from './source.ts';

/** A figure of the last whole month in the range, over the chosen places. */
const ofLastMonth = (...columns: readonly (readonly [figure: string, name: string])[]): string => `
SELECT ${columns.map(([figure, name]) => `if(count() = 0, NULL, ${figure}) AS ${name}`).join(', ')}
FROM (SELECT *, max(month) OVER () AS newest FROM ${rates(chosen)} AND closed)
WHERE month = newest`;

type Figure = { readonly id: number; readonly x: number; readonly title: Text; readonly description: Text; readonly unit?: string; readonly decimals?: number; readonly of: string };
const figure = ({ id, x, title, description, unit = 'locale', decimals, of }: Figure): PanelSpec => ({ kind: 'stat', id, at: { x, y: 5, w: 4, h: 4 }, unit, title, description, ...(decimals !== undefined && { decimals }), sql: ofLastMonth([of, 'value']) });

const deaths = { vi: 'Chết', en: 'Deaths' };
const injured = { vi: 'Bị thương', en: 'Injured' };

/** How many incidents there are, by month and over twelve months. */
export const headline = (say: Say): SectionSpec => ({
  row: { id: 10, y: 4, title: { vi: 'Vụ việc', en: 'Incidents' } },
  panels: [
    figure({
      id: 11, x: 0, title: { vi: 'Số vụ, tháng gần nhất', en: 'Incidents, last month' }, of: 'sum(incidents)',
      description: { vi: 'Số vụ việc của tháng đã kết thúc gần nhất trong kỳ, theo nơi và ngày xảy ra; dưới 5 vụ thì che.', en: 'Incidents of the last month of the range that is over, by place and day of happening; under 5 it is left out.' },
    }),
    figure({
      id: 12, x: 4, title: { vi: 'Tổng 12 tháng', en: 'Sum of 12 months' }, of: 'sum(sum_12m)',
      description: { vi: 'Số vụ việc của 12 tháng đến hết tháng đã kết thúc gần nhất; che khi có tháng bị che.', en: 'Incidents of the 12 months up to the last month that is over; left out where one of its months is.' },
    }),
    figure({
      id: 13, x: 8, title: { vi: 'Trên 100.000 dân, 12 tháng', en: 'Per 100,000 people, 12 months' }, decimals: 1, of: 'multiIf(countIf(isNaN(sum_12m)) > 0, nan, countIf(isNaN(per_100k)) > 0, NULL, sum(sum_12m) / sum(base) * 100000)',
      description: {
        vi: 'Tổng 12 tháng chia cho dân số chính thức theo địa giới, nhân 100.000: địa bàn khoảng 100.000 dân nên mỗi vụ là khoảng 1 đơn vị, luôn đọc cùng số vụ.',
        en: 'The sum of 12 months by the official population on the boundaries, times 100,000: with about 100,000 people a case is about 1, so read it with the count.',
      },
    }),
    figure({
      id: 14, x: 12, title: { vi: 'Giải quyết đúng hạn', en: 'Handled in time' }, unit: 'percentunit', decimals: 1, of: 'sum(in_time) / nullIf(sum(judged), 0)',
      description: { vi: 'Số vụ của tháng giải quyết đúng hạn trên số vụ đã giải quyết hoặc đã quá hạn; hạn là 24 giờ (quy ước của hệ thống), tin báo, tố giác 20 ngày.', en: 'Incidents of the month handled in time, of those handled or overdue; the limit is 24 hours (an assumption of this system), 20 days for reports and denunciations.' },
    }),
    figure({
      id: 15, x: 16, title: { vi: 'Thời gian giải quyết', en: 'Time to handle' }, unit: 's', of: `if(count() > 1, NULL, any(${orMissing('response_p50_s', 'incidents')}))`,
      description: { vi: 'Trung vị thời gian từ tiếp nhận đến giải quyết các vụ của tháng, của toàn địa bàn hoặc của một đơn vị; nhiều đơn vị thì không tính được từ trung vị của từng nơi.', en: 'Median time from report to handling of the incidents of the month, of the whole or of one unit; it cannot be had of several units’ medians.' },
    }),
    {
      kind: 'stat', named: true, id: 16, at: { x: 20, y: 5, w: 4, h: 4 }, unit: 'locale',
      title: { vi: 'Thương vong', en: 'Casualties' },
      description: { vi: 'Số người chết và bị thương trong các vụ việc của tháng đã kết thúc gần nhất.', en: 'People killed and injured in the incidents of the last month that is over.' },
      sql: ofLastMonth(['sum(deaths)', named(say, deaths)], ['sum(injured)', named(say, injured)]),
    },
    {
      kind: 'bars', id: 17, at: { x: 0, y: 9, w: 12, h: 8 }, unit: 'locale',
      title: { vi: 'Số vụ theo tháng', en: 'Incidents by month' },
      description: { vi: 'Số vụ việc của từng tháng, đặt ở ngày đầu tháng (tháng công tác: ngày 15); tháng dưới 5 vụ để trống, tháng cuối có thể chưa hết.', en: 'Incidents of each month, at its first day (of a police month: the 15th); a month of under 5 is empty, the last may not be over.' },
      sql: `
SELECT ${midnight('day')} AS time, ${orGap('number')} AS ${named(say, { vi: 'Số vụ', en: 'Incidents' })}
FROM (SELECT ${begins} AS day, sum(incidents) AS number FROM ${rates(chosen)} GROUP BY day)
ORDER BY time`,
    },
    {
      kind: 'lines', id: 18, at: { x: 12, y: 9, w: 12, h: 8 }, unit: 'locale',
      title: { vi: 'Tổng 12 tháng trượt', en: 'Rolling sum of 12 months' },
      description: { vi: 'Tổng số vụ của 12 tháng đến từng tháng, bỏ dao động theo mùa: xu hướng thật của địa bàn nhỏ.', en: 'Incidents of the 12 months up to each, without the seasons: the true trend of a small place.' },
      sql: `
SELECT ${midnight('day')} AS time, ${orGap('number')} AS ${named(say, { vi: 'Tổng 12 tháng', en: 'Sum of 12 months' })}
FROM (SELECT ${begins} AS day, sum(sum_12m) AS number FROM ${rates(`${chosen} AND closed`)} GROUP BY day)
ORDER BY time`,
    },
  ],
});
