import type { SectionSpec } from '../board.ts';
import { inDays, inMonths, midnight, named, orGap } from '../clickhouse/sql.ts';
import { batchesOf } from '../registers/batches.ts';
import { texts } from '../registers/figures.ts';
import { register } from '../registers/moment.ts';
import { people, registered } from '../registers/texts.ts';
import type { Say, Text } from '../text.ts';
import { ofPlace } from '../variables/places.ts';

const flows: readonly (readonly [column: string, name: Text])[] = [
  ['entered', { vi: 'Vào sổ, chuyển đến', en: 'Entered' }], ['left', { vi: 'Rời sổ, chuyển đi', en: 'Left' }], ['hired', { vi: 'Có việc trở lại', en: 'Found work' }], ['lost', { vi: 'Mất việc', en: 'Lost work' }],
];

const housed = { vi: 'Nơi ở', en: 'Housing' };
const housing: readonly (readonly [kind: string, text: Text])[] = [['zone-housing', { vi: 'Nhà ở khu công nghiệp', en: 'Zone housing' }], ['rental-house', { vi: 'Nhà cho thuê', en: 'Rental houses' }]];

/** Who comes and goes, who lives where workers live, and what the register was sent. */
export const movements = (say: Say): SectionSpec => ({
  row: { id: 50, y: 48, title: { vi: 'Biến động, nhà trọ và nhà ở khu công nghiệp, hồ sơ', en: 'Movements, rental and zone housing, records' } },
  panels: [
    {
      kind: 'lines', id: 51, at: { x: 0, y: 49, w: 8, h: 9 }, unit: 'locale',
      title: { vi: 'Vào, ra và đổi tình trạng việc làm', en: 'In, out and changes of state' },
      description: registered({
        vi: 'Theo tháng: người vào sổ lao động, rời sổ, từ chưa có việc thành có việc, từ có việc thành chưa có việc; sổ mới lập thì vào sổ là được ghi, chưa phải mới đến; số dưới 5 để trống.',
        en: 'By month: people who came into the register of workers, left it, found work, lost it; while a register is young, to enter is to be recorded and not yet to arrive; numbers under 5 are blank.',
      }),
      sql: `
SELECT ${midnight('month')} AS time, ${flows.map(([column, name]) => `${orGap(`sum(c.${column})`)} AS ${named(say, name)}`).join(', ')}
FROM ${register('labour_change')} AS c
WHERE ${inMonths('c.month')} AND ${ofPlace}
GROUP BY month
ORDER BY time`,
    },
    {
      kind: 'lines', id: 52, at: { x: 8, y: 49, w: 8, h: 9 }, unit: 'locale',
      title: { vi: 'Người ở nhà cho thuê, nhà ở khu công nghiệp (mô hình 10)', en: 'People in rental and zone housing (model 10)' },
      description: registered({
        vi: 'Số người lưu trú mỗi đêm tại nhà cho thuê và nhà ở khu công nghiệp, khu kinh tế theo thông báo lưu trú, gồm cả người không phải lao động; toàn địa bàn theo loại nhà, hoặc từng đơn vị đang chọn; dưới 5 người để trống.',
        en: 'People who stay each night in rental houses and in housing of industrial and economic zones by the notices of stays, those who are no workers among them; of the whole territory by kind of housing, or of each chosen unit; under 5 are blank.',
      }),
      sql: `
SELECT ${midnight('day')} AS time, ${texts('if(place_kind = \'unit\', place_vi, facility_kind)', housing.map(([kind, text]) => [kind, say(text)]))} AS ${named(say, housed)}, ${orGap('h.people')} AS ${named(say, people)}
FROM housing_nights AS h
WHERE ${inDays()} AND ${ofPlace} AND (place_kind = 'unit' OR facility_kind != '')
ORDER BY time, ${named(say, housed)}`,
    },
    batchesOf('workers', { id: 53, at: { x: 16, y: 49, w: 8, h: 9 } }, say),
  ],
});
