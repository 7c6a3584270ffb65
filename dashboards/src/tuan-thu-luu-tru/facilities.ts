import type { SectionSpec } from '../board.ts';
import { lastNight } from '../clickhouse/boundaries.ts';
import { midnight, named } from '../clickhouse/sql.ts';
import { inWords } from '../clickhouse/words.ts';
import { nameOfIndicator } from '../definitions/definition.ts';
import { definitionInPeriod } from '../definitions/in-period.ts';
import type { PanelSpec, Threshold } from '../panels/spec.ts';
import type { Say } from '../text.ts';
import { facilityKinds } from '../variables/kinds.ts';
import { duty, ofPresent, onLastDay } from './source.ts';

type Figure = { readonly id: number; readonly x: number; readonly code: string; readonly sql: string; readonly unit?: string; readonly thresholds?: readonly Threshold[] };
const figure = ({ id, x, code, sql, unit = 'locale', thresholds }: Figure): PanelSpec => ({
  kind: 'stat', id, at: { x, y: 5, w: 4, h: 4 }, unit, title: nameOfIndicator(code), description: definitionInPeriod(code), sql, ...(unit === 'percentunit' && { decimals: 1 }), ...(thresholds !== undefined && { thresholds }),
});
const share: readonly Threshold[] = [{ from: null, color: 'red' }, { from: 0.8, color: 'yellow' }, { from: 0.95, color: 'green' }];

const facility = { vi: 'Cơ sở', en: 'Facility' };
const kind = { vi: 'Loại', en: 'Kind' };
const unit = { vi: 'Đơn vị hành chính', en: 'Unit' };
const last = { vi: 'Tin cuối', en: 'Last heard' };
const silent = { vi: 'Số ngày im lặng', en: 'Silent days' };

/** Who has to register, who can, who does. */
export const facilities = (say: Say): SectionSpec => ({
  row: { id: 10, y: 4, title: { vi: 'Cơ sở: tài khoản, khai báo, im lặng', en: 'Facilities: with an account, reporting, silent' } },
  panels: [
    figure({ id: 11, x: 0, code: 'tt.facilities', sql: onLastDay('sum(facilities)') }),
    figure({ id: 12, x: 4, code: 'tt.account-share', unit: 'percentunit', thresholds: share, sql: onLastDay('sum(with_account) / nullIf(sum(facilities), 0)') }),
    figure({ id: 13, x: 8, code: 'tt.reporting-share', unit: 'percentunit', thresholds: share, sql: onLastDay('sum(reporting) / nullIf(sum(facilities), 0)') }),
    figure({ id: 14, x: 12, code: 'tt.silent', thresholds: [{ from: null, color: 'green' }, { from: 1, color: 'yellow' }, { from: 5, color: 'red' }], sql: onLastDay('sum(silent)') }),
    figure({ id: 15, x: 16, code: 'tt.no-guests-days', sql: `SELECT if(count() = 0, NULL, sum(no_guests)) AS value ${duty}` }),
    {
      kind: 'stat', id: 16, at: { x: 20, y: 5, w: 4, h: 4 }, unit: 'locale', thresholds: [{ from: null, color: 'green' }, { from: 1, color: 'yellow' }, { from: 20, color: 'red' }],
      title: nameOfIndicator('tt.over-30'), description: definitionInPeriod('tt.over-30'),
      sql: onLastDay('sum(over_30)', lastNight),
    },
    {
      kind: 'lines', id: 17, at: { x: 0, y: 9, w: 12, h: 8 }, unit: 'locale', interval: '24h',
      title: { vi: 'Cơ sở theo ngày', en: 'Facilities by day' },
      description: { vi: 'Cơ sở phải thông báo lưu trú, có tài khoản, có tin trong 7 ngày và im lặng, từng ngày.', en: 'Facilities that have to notify stays, with an account, heard of in 7 days, and silent, each day.' },
      sql: `
SELECT ${midnight('day')} AS time, sum(facilities) AS ${named(say, { vi: 'Phải thông báo', en: 'Bound to notify' })}, sum(with_account) AS ${named(say, { vi: 'Có tài khoản', en: 'With an account' })}, sum(reporting) AS ${named(say, { vi: 'Đang báo', en: 'Reporting' })}, sum(silent) AS ${named(say, { vi: 'Im lặng', en: 'Silent' })}
${duty}
GROUP BY day
ORDER BY time`,
    },
    {
      kind: 'table', id: 18, at: { x: 12, y: 9, w: 12, h: 8 }, unit: 'none', columns: [{ name: silent, unit: 'locale' }],
      title: { vi: 'Cơ sở im lặng hiện nay', en: 'Facilities silent at present' },
      description: { vi: 'Cơ sở đang hoạt động vào ngày tính đến, trong 7 ngày không báo khách đến cũng không báo “không có khách”; tin cuối có thể là một tin khác.', en: 'Facilities in operation on the as-of day that in 7 days told neither of an arrival nor that there is none; what was last heard may be something else.' },
      sql: `
SELECT if(name = '', h.facility_id, concat(name, ' (', h.facility_id, ')')) AS ${named(say, facility)}, ${inWords(say, 'facility_kind', facilityKinds)} AS ${named(say, kind)}, if(place_vi = '', unit_uid, place_vi) AS ${named(say, unit)},
    if(last_received_at > toDateTime64(0, 3), formatDateTime(last_received_at, '%d/%m/%Y %H:%i'), '${say({ vi: 'chưa bao giờ', en: 'never' })}') AS ${named(say, last)}, silent_days AS ${named(say, silent)}
FROM feed_health AS h
INNER JOIN (SELECT facility_id, name, facility_kind, unit_uid, closed_on, valid_from FROM facilities) AS f ON f.facility_id = h.facility_id
LEFT JOIN (SELECT place, place_vi FROM place_names WHERE place_kind = 'unit') AS n ON n.place = unit_uid
WHERE facility_kind != 'coach' AND valid_from <= (SELECT toDate(as_of) FROM as_of) AND (closed_on = toDate(0) OR closed_on > (SELECT toDate(as_of) FROM as_of)) AND ${ofPresent}
    AND h.facility_id NOT IN (SELECT facility_id FROM facilities_heard WHERE day = (SELECT toDate(as_of) FROM as_of))
ORDER BY silent_days DESC, h.facility_id
LIMIT 500`,
    },
  ],
});
