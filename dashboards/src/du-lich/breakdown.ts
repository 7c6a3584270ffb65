import { onBoundaries } from '../clickhouse/boundaries.ts';
import { ended } from '../clickhouse/ended.ts';
import { inDays, named } from '../clickhouse/sql.ts';
import { inWords } from '../clickhouse/words.ts';
import type { PanelSpec } from '../panels/spec.ts';
import type { Say } from '../text.ts';
import { facilityKinds, ofEachKind } from '../variables/kinds.ts';
import { ofEachUnit } from '../variables/places.ts';
import { occupancyOf, pastNights } from './source.ts';

const kind = { vi: 'Loại cơ sở', en: 'Kind' };
const unit = { vi: 'Đơn vị hành chính', en: 'Unit' };
const houses = { vi: 'Cơ sở', en: 'Houses' };
const arrivals = { vi: 'Lượt khách', en: 'Arrivals' };
const international = { vi: 'Quốc tế', en: 'International' };
const nights = { vi: 'Ngày khách', en: 'Guest-nights' };
const stay = { vi: 'Lưu trú bình quân', en: 'Average stay' };
const rooms = { vi: 'Công suất buồng', en: 'Rooms in use' };
const heard = { vi: 'Có tin', en: 'Heard' };
const hidden = { vi: 'Ngày bị che', en: 'Days left out' };

/** Places of a row: of each unit, or of each kind of the whole; the two are never crossed. */
const rows = {
  unit: { key: 'place', name: 'concat(any(place_vi), ended)', where: `${ofEachUnit} AND facility_kind = ''`, column: unit },
  kind: { key: 'facility_kind', name: 'any(facility_kind)', where: `place_kind = 'all' AND ${ofEachKind}`, column: kind },
} as const;

/** A table of guests and occupancy over the period, a row a unit or kind. A figure is left out where one of its days is. */
export const breakdown = (say: Say, by: keyof typeof rows, panel: Pick<PanelSpec, 'id' | 'at' | 'title' | 'description'>): PanelSpec => {
  const { key, name, where, column } = rows[by];
  return {
    ...panel, kind: 'table', unit: 'none',
    columns: [
      { name: houses, unit: 'locale', decimals: 1 }, { name: arrivals, unit: 'locale', decimals: 1 }, { name: international, unit: 'locale', decimals: 1 }, { name: nights, unit: 'locale', decimals: 1 }, { name: stay, unit: 'none', decimals: 2 },
      { name: rooms, unit: 'percent', decimals: 1, cell: 'gauge' }, { name: heard, unit: 'percentunit', decimals: 0 }, { name: hidden, unit: 'locale' },
    ],
    sql: `
SELECT ${by === 'kind' ? inWords(say, 'name', facilityKinds) : 'name'} AS ${named(say, column)}, houses AS ${named(say, houses)}, arrived AS ${named(say, arrivals)}, foreigners AS ${named(say, international)}, slept AS ${named(say, nights)},
    slept / nullIf(overnight, 0) AS ${named(say, stay)}, full AS ${named(say, rooms)}, told AS ${named(say, heard)}, hidden AS ${named(say, hidden)}
FROM
(
    SELECT ${key} AS key, ${name} AS name, argMax(facilities, day) AS houses, sum(arrivals) AS arrived, sum(overnight_arrivals) AS overnight, sum(international_arrivals) AS foreigners, sum(nights) AS slept, sum(heard) / nullIf(sum(facilities), 0) AS told, countIf(suppressed) AS hidden${by === 'unit' ? `,
        ${ended(say)} AS ended` : ''}
    FROM ${onBoundaries('tourism_daily_at')}
    WHERE ${inDays()} AND ${where}
    GROUP BY key
) AS g
LEFT JOIN
(
    SELECT ${key} AS key, ${occupancyOf('room', 'reporting')} AS full
    FROM ${onBoundaries('occupancy_at')}
    WHERE ${inDays()} AND ${where} AND ${pastNights}
    GROUP BY key
) AS o ON o.key = g.key
ORDER BY ${by === 'kind' ? 'houses DESC' : 'name'}, g.key
LIMIT 200`,
  };
};
