import { demonstrationPrefix } from '@da06/domain';
import type { Say } from '../text.ts';
import type { Opening } from './opening.ts';

/** Facilities that must register stays and are in operation on the as-of day, but `of` keeps some of them alone: a condition on `facility_id`. */
export const heardShare = (of = '1 = 1'): string => `
SELECT if(count() = 0, NULL, countIf(silent_days <= 1) / count()) AS completeness
FROM feed_health
WHERE facility_id IN (SELECT facility_id FROM facilities WHERE facility_kind != 'coach' AND (closed_on = toDate(0) OR closed_on > (SELECT toDate(as_of) FROM as_of)))
  AND ${of}`;

/** Whether simulated facilities are among those that are registered. */
export const simulatedFacilities: Opening['simulated'] = {
  description: {
    vi: 'Có cơ sở mô phỏng (mã bắt đầu bằng demo-) trong các số liệu trên bảng này hay không; gỡ bằng lệnh da06 demo remove.',
    en: 'Whether simulated facilities (ids that begin with demo-) are among the figures of this board; da06 demo remove takes them out.',
  },
  condition: `(SELECT count() FROM facilities WHERE startsWith(facility_id, '${demonstrationPrefix}')) > 0`,
};

/** The first row of boards whose figures come from facilities. */
export const openingOfFacilities = (say: Say, of?: string): Opening => ({
  completeness: {
    description: {
      vi: 'Tỷ lệ cơ sở đang hoạt động, thuộc diện khai báo lưu trú, có tin trong ngày tính đến hoặc ngày trước đó (lưu trú hoặc báo không có khách).',
      en: 'Share of facilities in operation that register stays and were heard on the as-of day or the day before it (a stay or nothing to report).',
    },
    sql: heardShare(of),
  },
  source: {
    description: { vi: 'Nguồn của mọi số liệu trên bảng này: số liệu hành chính (đăng ký), không phải số liệu thống kê chính thức.', en: 'Source of every figure on this board: administrative (register) counts, not official statistics.' },
    sql: `SELECT concat('${say({ vi: 'Nhật ký sự kiện DA06, số cơ sở: ', en: 'DA06 event log, facilities: ' })}', toString(count())) AS source FROM facilities`,
  },
  simulated: simulatedFacilities,
});
