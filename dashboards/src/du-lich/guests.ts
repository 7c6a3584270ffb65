import type { SectionSpec } from '../board.ts';
import { lastNight, onBoundaries } from '../clickhouse/boundaries.ts';
import { nameOfIndicator } from '../definitions/definition.ts';
import { definitionInPeriod } from '../definitions/in-period.ts';
import type { PanelSpec } from '../panels/spec.ts';
import type { Say } from '../text.ts';
import { comparison } from './comparison.ts';
import { days } from './days.ts';
import { chosen, occupancyOf, pastNights, shown } from './source.ts';

type Figure = { readonly id: number; readonly x: number; readonly code: string; readonly unit?: string; readonly decimals?: number; readonly of: string; readonly view?: string; readonly where?: string };
const figure = ({ id, x, code, unit = 'locale', decimals, of, view = 'tourism_daily_at', where = chosen }: Figure): PanelSpec => ({
  kind: 'stat', id, at: { x, y: 5, w: 3, h: 4 }, unit, title: nameOfIndicator(code), description: definitionInPeriod(code), ...(decimals !== undefined && { decimals }),
  sql: `SELECT ${shown(of)} AS value FROM ${onBoundaries(view)} WHERE ${where}`,
});

const occupancy = (id: number, x: number, what: 'room' | 'bed'): PanelSpec =>
  figure({ id, x, code: `dl.${what}-occupancy`, unit: 'percent', decimals: 1, of: occupancyOf(what, 'reporting'), view: 'occupancy_at', where: `${chosen} AND ${pastNights}` });

/** How many tourists there were, how long they stayed, and how that compares. */
export const guests = (say: Say): SectionSpec => ({
  row: { id: 10, y: 4, title: { vi: 'Khách trong kỳ', en: 'Guests of the period' } },
  panels: [
    figure({ id: 11, x: 0, code: 'dl.arrivals', of: 'sum(arrivals)' }),
    figure({ id: 12, x: 3, code: 'dl.nights', of: 'sum(nights)' }),
    figure({ id: 13, x: 6, code: 'dl.average-stay', unit: say({ vi: 'suffix: ngày', en: 'suffix: nights' }), decimals: 2, of: 'sum(nights) / nullIf(sum(overnight_arrivals), 0)' }),
    figure({ id: 14, x: 9, code: 'dl.international-share', unit: 'percentunit', decimals: 1, of: 'sum(international_arrivals) / nullIf(sum(arrivals), 0)' }),
    figure({ id: 15, x: 12, code: 'dl.day-guests', of: 'sum(day_guests)' }),
    occupancy(16, 15, 'room'),
    occupancy(17, 18, 'bed'),
    {
      kind: 'stat', id: 18, at: { x: 21, y: 5, w: 3, h: 4 }, unit: 'locale',
      title: { vi: 'Khách nghỉ đêm qua', en: 'Guests last night' },
      description: { vi: 'Số khách du lịch nghỉ đêm gần nhất đã qua trong kỳ, kể cả lượt chưa báo đi.', en: 'Tourists who stayed in the last night of the period that is over, those whose leaving is not yet told among them.' },
      sql: `SELECT ${shown('sum(nights)')} AS value FROM ${onBoundaries('tourism_daily_at')} WHERE ${chosen} AND ${lastNight}`,
    },
    comparison(say),
    ...days(say),
  ],
});
