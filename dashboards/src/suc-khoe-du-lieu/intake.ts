import type { PanelSpec, Threshold } from '../panels/spec.ts';
import type { SectionSpec } from '../board.ts';
import { dayOf, everyDay, everyInterval, named, ofFacility } from '../clickhouse/sql.ts';
import type { Say, Text } from '../text.ts';

const accepted = { vi: 'Chấp nhận', en: 'Accepted' };
const rejected = { vi: 'Từ chối', en: 'Rejected' };
const duplicate = { vi: 'Trùng', en: 'Duplicates' };
const amended = { vi: 'Sửa đổi', en: 'Amendments' };
const late = { vi: 'Khai muộn', en: 'Late' };
const syncedLate = { vi: 'Đúng hạn, đồng bộ muộn', en: 'On time, synced late' };
const onTime = { vi: 'Đúng hạn', en: 'On time' };
const code = { vi: 'Mã', en: 'Code' };
const times = { vi: 'Số lần', en: 'Times' };
const facilities = { vi: 'Số cơ sở', en: 'Facilities' };

const batches = `FROM feed_batches WHERE $__timeFilter_ms(recorded_at) AND ${ofFacility}`;

type Figure = { readonly id: number; readonly x: number; readonly title: Text; readonly description: Text; readonly unit?: string; readonly of: string; readonly thresholds?: readonly Threshold[] };
const figure = ({ id, x, title, description, unit = 'short', of, thresholds }: Figure): PanelSpec => ({
  kind: 'stat', id, at: { x, y: 14, w: 4, h: 4 }, unit, title, description, sql: `SELECT ${of} AS value ${batches}`, ...(thresholds === undefined ? {} : { thresholds }),
});

/** What became of the records that were sent: accepted, rejected, repeated, amended, late. */
export const intake = (say: Say): SectionSpec => ({
  row: { id: 20, y: 13, title: { vi: 'Tiếp nhận', en: 'Take-in' } },
  panels: [
    figure({ id: 21, x: 0, title: { vi: 'Bản ghi nhận', en: 'Records received' }, description: { vi: 'Số bản ghi lưu trú các cơ sở đã gửi, kể cả bị từ chối.', en: 'Records of stays that facilities sent, also those rejected.' }, of: 'sum(received)' }),
    figure({ id: 22, x: 4, title: accepted, description: { vi: 'Số bản ghi được chấp nhận, gồm cả bản ghi trùng và sửa đổi.', en: 'Records accepted, duplicates and amendments among them.' }, of: 'sum(accepted)' }),
    figure({
      id: 23, x: 8, title: { vi: 'Tỷ lệ từ chối', en: 'Rejected share' }, description: { vi: 'Số bản ghi bị từ chối chia cho số bản ghi nhận.', en: 'Records rejected divided by records received.' }, unit: 'percentunit',
      of: 'if(sum(received) = 0, NULL, sum(rejected) / sum(received))', thresholds: [{ from: null, color: 'green' }, { from: 0.02, color: 'yellow' }, { from: 0.1, color: 'red' }],
    }),
    figure({ id: 24, x: 12, title: duplicate, description: { vi: 'Số bản ghi gửi lại y nguyên, không ghi thêm gì.', en: 'Records sent again unchanged, for which nothing more was recorded.' }, of: 'sum(duplicate)' }),
    figure({ id: 25, x: 16, title: amended, description: { vi: 'Số bản ghi sửa một lượt lưu trú đã biết.', en: 'Records that amend a stay that was known.' }, of: 'sum(amended)' }),
    figure({ id: 26, x: 20, title: late, description: { vi: 'Số bản ghi thông báo từ hạn theo luật trở đi; vẫn được nhận.', en: 'Records whose notice came at the legal deadline or after it; they are taken all the same.' }, of: 'sum(late)' }),
    {
      kind: 'lines', id: 27, at: { x: 0, y: 18, w: 12, h: 8 }, unit: 'short', interval: '1m',
      title: { vi: 'Bản ghi theo kết quả', en: 'Records by outcome' },
      description: { vi: 'Số bản ghi được chấp nhận, bị từ chối, trùng và sửa đổi theo thời điểm nhận.', en: 'Records accepted, rejected, repeated and amending, by time of receipt.' },
      sql: `
SELECT $__timeInterval(recorded_at) AS time, sum(accepted) AS ${named(say, accepted)}, sum(rejected) AS ${named(say, rejected)}, sum(duplicate) AS ${named(say, duplicate)}, sum(amended) AS ${named(say, amended)}
${batches}
GROUP BY time
${everyInterval}`,
    },
    {
      kind: 'bars', id: 28, at: { x: 12, y: 18, w: 12, h: 8 }, unit: 'short', interval: '24h',
      title: { vi: 'Lượt lưu trú theo hạn thông báo', en: 'Stays by legal deadline' },
      description: { vi: 'Số lượt lưu trú không bị hủy, theo ngày nhận khai báo đến, chia theo đúng hạn, đúng hạn nhưng đồng bộ muộn, khai muộn.', en: 'Stays not cancelled, by the day their check-in was taken in: on time, on time but synced late, late.' },
      sql: `
SELECT ${dayOf('recorded_at')} AS time, countIf(NOT late AND NOT synced_late) AS ${named(say, onTime)}, countIf(synced_late) AS ${named(say, syncedLate)}, countIf(late) AS ${named(say, late)}
FROM stay_notices
WHERE $__timeFilter_ms(recorded_at) AND ${ofFacility}
GROUP BY time
${everyDay}`,
    },
    {
      kind: 'table', id: 29, at: { x: 0, y: 26, w: 12, h: 8 }, unit: 'none', columns: [{ name: times, unit: 'short' }, { name: facilities, unit: 'short' }],
      title: { vi: 'Lỗi và cảnh báo theo mã', en: 'Faults and warnings by code' },
      description: { vi: 'Số lần gặp từng mã trong các lần gửi và số cơ sở gặp mã đó; nghĩa của mã ở /v1/errors.', en: 'How often each code was found in what was sent and at how many facilities; codes are explained at /v1/errors.' },
      sql: `
SELECT code AS ${named(say, code)}, sum(times) AS ${named(say, times)}, uniqExact(facility_id) AS ${named(say, facilities)}
FROM (SELECT facility_id, arrayJoin(mapKeys(codes)) AS code, codes[code] AS times ${batches})
GROUP BY code
ORDER BY ${named(say, times)} DESC, code
LIMIT 100`,
    },
    {
      kind: 'lines', id: 30, at: { x: 12, y: 26, w: 12, h: 8 }, unit: 's', interval: '24h',
      title: { vi: 'Độ trễ thông báo', en: 'Delay of the notice' },
      description: { vi: 'Trung vị và bách phân vị 90 của thời gian từ lúc khách đến tới lúc thông báo, theo ngày nhận.', en: 'Median and 90th percentile of the time from arrival to notice, by day of receipt.' },
      sql: `
SELECT ${dayOf('recorded_at')} AS time, quantileExact(0.5)(toFloat64(delay_s)) AS ${named(say, { vi: 'Trung vị', en: 'Median' })}, quantileExact(0.9)(toFloat64(delay_s)) AS ${named(say, { vi: 'Bách phân vị 90', en: '90th percentile' })}
FROM stay_notices
WHERE $__timeFilter_ms(recorded_at) AND ${ofFacility}
GROUP BY time
ORDER BY time`,
    },
  ],
});
