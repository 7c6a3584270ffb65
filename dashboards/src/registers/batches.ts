import { midnight, named, zone } from '../clickhouse/sql.ts';
import type { PanelSpec } from '../panels/spec.ts';
import type { Say } from '../text.ts';

type Place = Pick<PanelSpec, 'id' | 'at'>;
type Register = 'residents' | 'workers';

const code = { vi: 'Mã', en: 'Code' };
const times = { vi: 'Số lần', en: 'Times' };
const from = (register: Register): string => `FROM register_batches WHERE register = '${register}' AND $__timeFilter_ms(recorded_at)`;

/** What became of the records that were sent to a register, by month of receipt. */
export const batchesOf = (register: Register, place: Place, say: Say): PanelSpec => ({
  kind: 'bars', ...place, unit: 'locale',
  title: { vi: 'Bản ghi nhận theo kết quả', en: 'Records by outcome' },
  description: {
    vi: 'Số bản ghi gửi vào sổ theo tháng nhận: mới, sửa đổi, gửi trùng, bị từ chối.',
    en: 'Records sent to the register by month of receipt: new, amending, repeated, rejected.',
  },
  sql: `
SELECT ${midnight(`toStartOfMonth(toDate(recorded_at, '${zone}'))`)} AS time, sum(toInt64(accepted) - duplicate - amended) AS ${named(say, { vi: 'Mới', en: 'New' })}, sum(amended) AS ${named(say, { vi: 'Sửa đổi', en: 'Amending' })},
    sum(duplicate) AS ${named(say, { vi: 'Trùng', en: 'Repeated' })}, sum(rejected) AS ${named(say, { vi: 'Từ chối', en: 'Rejected' })}
${from(register)}
GROUP BY time
ORDER BY time`,
});

/** Why records were rejected or warned of. */
export const codesOf = (register: Register, place: Place, say: Say): PanelSpec => ({
  kind: 'table', ...place, unit: 'none', columns: [{ name: times, unit: 'locale' }],
  title: { vi: 'Lỗi và cảnh báo theo mã', en: 'Faults and warnings by code' },
  description: { vi: 'Số lần gặp từng mã trong các bản ghi gửi vào sổ; nghĩa của mã ở /v1/errors.', en: 'How often each code was found in records sent to the register; codes are explained at /v1/errors.' },
  sql: `
SELECT code AS ${named(say, code)}, sum(found) AS ${named(say, times)}
FROM (SELECT arrayJoin(mapKeys(codes)) AS code, codes[code] AS found ${from(register)})
GROUP BY code
ORDER BY ${named(say, times)} DESC, code
LIMIT 100`,
});
