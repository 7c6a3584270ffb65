import { demonstrationPrefix } from '@da06/domain';
import { ofFacility } from '../clickhouse/sql.ts';
import type { SectionSpec } from '../board.ts';
import type { Say } from '../text.ts';

/** The first row of every board: as of when, how complete, from where, how fresh, and whether any of it is simulated. */
export const overview = (say: Say): SectionSpec => ({
  panels: [
    {
      kind: 'stat', id: 1, at: { x: 0, y: 0, w: 5, h: 4 }, unit: 'dateTimeAsIso',
      title: { vi: 'Tính đến', en: 'As of' },
      description: { vi: 'Thời điểm hệ thống nhận sự kiện mới nhất đã vào kho dữ liệu.', en: 'When the newest event that has reached the warehouse was taken in.' },
      sql: 'SELECT if(as_of > toDateTime64(0, 3), toUnixTimestamp64Milli(as_of), NULL) AS as_of FROM as_of',
    },
    {
      kind: 'stat', id: 2, at: { x: 5, y: 0, w: 5, h: 4 }, unit: 'percentunit',
      title: { vi: 'Độ đầy đủ', en: 'Completeness' },
      description: {
        vi: 'Tỷ lệ cơ sở đang hoạt động, thuộc diện khai báo lưu trú, có tin trong ngày tính đến hoặc ngày trước đó (lưu trú hoặc báo không có khách).',
        en: 'Share of facilities in operation that register stays and were heard on the as-of day or the day before it (a stay or nothing to report).',
      },
      thresholds: [{ from: null, color: 'red' }, { from: 0.7, color: 'yellow' }, { from: 0.95, color: 'green' }],
      sql: `
SELECT if(count() = 0, NULL, countIf(silent_days <= 1) / count()) AS completeness
FROM feed_health
WHERE facility_id IN (SELECT facility_id FROM facilities WHERE facility_kind != 'coach' AND (closed_on = toDate(0) OR closed_on > (SELECT toDate(as_of) FROM as_of)))
  AND ${ofFacility}`,
    },
    {
      kind: 'stat', id: 3, at: { x: 10, y: 0, w: 5, h: 4 }, unit: 'none',
      title: { vi: 'Nguồn', en: 'Source' },
      description: { vi: 'Nguồn của mọi số liệu trên bảng này: số liệu hành chính (đăng ký), không phải số liệu thống kê chính thức.', en: 'Source of every figure on this board: administrative (register) counts, not official statistics.' },
      sql: `SELECT concat('${say({ vi: 'Nhật ký sự kiện DA06, số cơ sở: ', en: 'DA06 event log, facilities: ' })}', toString(count())) AS source FROM facilities`,
    },
    {
      kind: 'stat', id: 4, at: { x: 15, y: 0, w: 5, h: 4 }, unit: 's',
      title: { vi: 'Độ tươi', en: 'Freshness' },
      description: { vi: 'Số giây từ sự kiện mới nhất đã vào kho đến lúc xem; đêm vắng khách cũng làm số này tăng.', en: 'Seconds from the newest event in the warehouse to the moment of looking; a quiet night raises it too.' },
      thresholds: [{ from: null, color: 'green' }, { from: 3600, color: 'yellow' }, { from: 21_600, color: 'red' }],
      sql: 'SELECT if(as_of > toDateTime64(0, 3), greatest(0, dateDiff(\'second\', as_of, now64(3))), NULL) AS freshness FROM as_of',
    },
    {
      kind: 'stat', id: 5, at: { x: 20, y: 0, w: 4, h: 4 }, unit: 'none',
      title: { vi: 'Dữ liệu mô phỏng', en: 'Simulated data' },
      description: {
        vi: 'Có cơ sở mô phỏng (mã bắt đầu bằng demo-) trong các số liệu trên bảng này hay không; gỡ bằng lệnh da06 demo remove.',
        en: 'Whether simulated facilities (ids that begin with demo-) are among the figures of this board; da06 demo remove takes them out.',
      },
      sql: `
SELECT if(countIf(startsWith(facility_id, '${demonstrationPrefix}')) > 0, '${say({ vi: 'Có dữ liệu mô phỏng', en: 'Holds simulated data' })}', '${say({ vi: 'Không có', en: 'None' })}') AS simulated
FROM facilities`,
    },
  ],
});
