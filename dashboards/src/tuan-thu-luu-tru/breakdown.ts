import type { SectionSpec } from '../board.ts';
import { onBoundaries } from '../clickhouse/boundaries.ts';
import { ended } from '../clickhouse/ended.ts';
import { inDays, named } from '../clickhouse/sql.ts';
import { inWords } from '../clickhouse/words.ts';
import type { PanelSpec } from '../panels/spec.ts';
import type { Say } from '../text.ts';
import { facilityKinds, ofEachKind, ofKind } from '../variables/kinds.ts';
import { ofEachUnit, ofPlace } from '../variables/places.ts';

const kind = { vi: 'Loại cơ sở', en: 'Kind' };
const unit = { vi: 'Đơn vị hành chính', en: 'Unit' };
const facilities = { vi: 'Cơ sở', en: 'Facilities' };
const account = { vi: 'Có tài khoản', en: 'With an account' };
const reporting = { vi: 'Đang báo', en: 'Reporting' };
const silent = { vi: 'Im lặng', en: 'Silent' };
const stays = { vi: 'Lượt thông báo', en: 'Registrations' };
const inTime = { vi: 'Đúng hạn', en: 'In time' };
const qr = { vi: 'QR, chip', en: 'QR, chip' };
const invalid = { vi: 'Lỗi giấy tờ', en: 'Faults of papers' };
const over = { vi: 'Ở từ 30 ngày', en: '30 days and more' };
const unreported = { vi: 'Kiểm tra có vi phạm', en: 'Inspections with findings' };

/** Rows of each unit (of the chosen kinds) or of each kind (at the chosen places). */
const rows = {
  unit: { key: 'place', where: `${ofEachUnit} AND ${ofKind}`, column: unit },
  kind: { key: 'facility_kind', where: `${ofPlace} AND ${ofEachKind}`, column: kind },
} as const;

/** A table of duty over the period, a row a unit or kind; what stands on a day is of the last day of the row. */
const table = (say: Say, by: keyof typeof rows, panel: Pick<PanelSpec, 'id' | 'at' | 'title' | 'description'>): PanelSpec => {
  const { key, where, column } = rows[by];
  return {
    ...panel, kind: 'table', unit: 'none',
    columns: [
      { name: facilities, unit: 'locale', decimals: 1 }, { name: account, unit: 'percentunit', decimals: 0 }, { name: reporting, unit: 'percentunit', decimals: 0 }, { name: silent, unit: 'locale', decimals: 1 }, { name: stays, unit: 'locale', decimals: 1 },
      { name: inTime, unit: 'percentunit', decimals: 1, cell: 'gauge' }, { name: qr, unit: 'percentunit', decimals: 0 }, { name: invalid, unit: 'percentunit', decimals: 1 }, { name: over, unit: 'locale', decimals: 1 }, { name: unreported, unit: 'locale', decimals: 1 },
    ],
    sql: `
SELECT ${by === 'kind' ? inWords(say, 'name', facilityKinds) : 'name'} AS ${named(say, column)}, bound AS ${named(say, facilities)}, able / nullIf(bound, 0) AS ${named(say, account)}, told / nullIf(bound, 0) AS ${named(say, reporting)}, quiet AS ${named(say, silent)},
    came AS ${named(say, stays)}, good / nullIf(came, 0) AS ${named(say, inTime)}, scanned / nullIf(came, 0) AS ${named(say, qr)}, doubted / nullIf(taken, 0) AS ${named(say, invalid)}, long AS ${named(say, over)}, found AS ${named(say, unreported)}
FROM
(
    SELECT key, ${by === 'unit' ? `concat(argMax(d.name, day), ${ended(say)})` : 'key'} AS name, argMax(d.bound, day) AS bound, argMax(d.able, day) AS able, argMax(d.told, day) AS told, argMax(d.quiet, day) AS quiet, argMax(d.long, day) AS long,
        sum(d.came) AS came, sum(d.good) AS good, sum(d.scanned) AS scanned, sum(d.doubted) AS doubted, sum(d.taken) AS taken, sum(d.found) AS found
    FROM
    (
        SELECT day, ${key} AS key, any(place_vi) AS name, sum(facilities) AS bound, sum(with_account) AS able, sum(reporting) AS told, sum(silent) AS quiet, sum(over_30) AS long, sum(stays) AS came, sum(on_time + synced_late) AS good, sum(qr + nfc) AS scanned,
            sum(invalid_documents) AS doubted, sum(received) AS taken, sum(unreported_1_3 + unreported_4_8 + unreported_9) AS found
        FROM ${onBoundaries('compliance_daily_at')}
        WHERE ${inDays()} AND ${where}
        GROUP BY day, key
    ) AS d
    GROUP BY key
)
ORDER BY bound DESC, ${by === 'kind' ? 'came DESC' : 'name'}, key
LIMIT 200`,
  };
};

/** Units and kinds beside each other, the largest first. */
export const breakdown = (say: Say): SectionSpec => ({
  row: { id: 40, y: 46, title: { vi: 'Theo đơn vị và loại cơ sở', en: 'By unit and kind' } },
  panels: [
    table(say, 'unit', {
      id: 41, at: { x: 0, y: 47, w: 24, h: 8 }, title: { vi: 'Các đơn vị', en: 'Units' },
      description: { vi: 'Cơ sở, tài khoản, khai báo, im lặng và khách ở từ 30 ngày vào ngày cuối của từng đơn vị; lượt thông báo, đúng hạn, giấy tờ và kiểm tra của cả kỳ, theo địa giới và loại cơ sở đã chọn.', en: 'Facilities, accounts, reporting, silence and guests of 30 days on the last day of each unit; registrations, in time, papers and inspections over the period, on the chosen boundaries and of the chosen kinds.' },
    }),
    table(say, 'kind', {
      id: 42, at: { x: 0, y: 55, w: 24, h: 9 }, title: { vi: 'Các loại cơ sở', en: 'Kinds of facilities' },
      description: { vi: 'Các chỉ tiêu như trên theo loại cơ sở, tại toàn địa bàn hoặc các đơn vị đã chọn: khách sạn, nhà nghỉ, nhà trọ là mô hình 9, nhà cho thuê và nhà ở khu công nghiệp là mô hình 10, cơ sở khám chữa bệnh là mô hình 11.', en: 'The same figures by kind, of the whole or the chosen units: hotels, motels, boarding houses are model 9, rental houses and zone housing model 10, clinics model 11.' },
    }),
  ],
});
