import type { SectionSpec } from '../board.ts';
import { named, ofFacility } from '../clickhouse/sql.ts';
import type { Say } from '../text.ts';

const facility = { vi: 'Cơ sở', en: 'Facility' };
const kind = { vi: 'Loại', en: 'Kind' };
const unit = { vi: 'Đơn vị hành chính', en: 'Unit' };
const last = { vi: 'Tin cuối', en: 'Last heard' };
const received = { vi: 'Nhận 7 ngày', en: 'Received, 7 days' };
const rejected = { vi: 'Từ chối 7 ngày', en: 'Rejected, 7 days' };
const late = { vi: 'Tỷ lệ muộn', en: 'Late share' };
const p50 = { vi: 'Độ trễ trung vị', en: 'Median delay' };
const p90 = { vi: 'Độ trễ p90', en: 'Delay p90' };
const silent = { vi: 'Số ngày im lặng', en: 'Silent days' };

const never = { vi: 'chưa bao giờ', en: 'never' };

/** Facilities that are in operation on the as-of day and register stays: only they can be silent. */
const joined = `
FROM feed_health AS h
INNER JOIN (SELECT facility_id, facility_kind, unit_uid, closed_on FROM facilities) AS f ON f.facility_id = h.facility_id
WHERE facility_kind != 'coach' AND (closed_on = toDate(0) OR closed_on > (SELECT toDate(as_of) FROM as_of)) AND ${ofFacility.replace('facility_id', 'h.facility_id')}`;

/** How each facility reports, and who is silent. */
export const feeds = (say: Say): SectionSpec => {
  const lastHeard = `if(last_received_at > toDateTime64(0, 3), formatDateTime(last_received_at, '%Y-%m-%d %H:%i'), '${say(never)}') AS ${named(say, last)}`;
  return {
    row: { id: 60, y: 52, title: { vi: 'Tình trạng khai báo của cơ sở', en: 'How facilities report' } },
    panels: [
      {
        kind: 'stat', id: 61, at: { x: 0, y: 53, w: 4, h: 8 }, unit: 'short',
        title: { vi: 'Cơ sở im lặng', en: 'Silent facilities' },
        description: { vi: 'Số cơ sở đang hoạt động không có tin từ 2 ngày trở lên, tính đến thời điểm tính.', en: 'Facilities in operation that were not heard for 2 days or more, as of the as-of time.' },
        thresholds: [{ from: null, color: 'green' }, { from: 1, color: 'yellow' }, { from: 5, color: 'red' }],
        sql: `SELECT countIf(silent_days >= 2) AS silent ${joined}`,
      },
      {
        kind: 'table', id: 62, at: { x: 4, y: 53, w: 20, h: 8 }, unit: 'none', columns: [{ name: silent, unit: 'short' }],
        title: { vi: 'Danh sách cơ sở im lặng', en: 'Silent facilities, listed' },
        description: { vi: 'Cơ sở đang hoạt động không có tin từ 2 ngày trở lên; báo “không có khách” cũng là một tin.', en: 'Facilities in operation not heard for 2 days or more; a notice of “no guests” counts as being heard.' },
        sql: `
SELECT h.facility_id AS ${named(say, facility)}, facility_kind AS ${named(say, kind)}, unit_uid AS ${named(say, unit)}, ${lastHeard}, silent_days AS ${named(say, silent)}
${joined} AND silent_days >= 2
ORDER BY silent_days DESC, h.facility_id
LIMIT 500`,
      },
      {
        kind: 'table', id: 63, at: { x: 0, y: 61, w: 24, h: 10 }, unit: 'none',
        columns: [{ name: received, unit: 'short' }, { name: rejected, unit: 'short' }, { name: late, unit: 'percentunit' }, { name: p50, unit: 's' }, { name: p90, unit: 's' }, { name: silent, unit: 'short' }],
        title: { vi: 'Tình trạng từng cơ sở', en: 'Each facility' },
        description: { vi: 'Số bản ghi nhận và bị từ chối, tỷ lệ khai muộn và độ trễ từ lúc đến tới lúc thông báo trong 7 ngày tính đến thời điểm tính.', en: 'Records received and rejected, share of late notices and delay from arrival to notice, over the 7 days up to the as-of time.' },
        sql: `
SELECT h.facility_id AS ${named(say, facility)}, facility_kind AS ${named(say, kind)}, unit_uid AS ${named(say, unit)}, ${lastHeard}, received_7d AS ${named(say, received)}, rejected_7d AS ${named(say, rejected)},
    late_share AS ${named(say, late)}, delay_p50_s AS ${named(say, p50)}, delay_p90_s AS ${named(say, p90)}, silent_days AS ${named(say, silent)}
${joined}
ORDER BY silent_days DESC, h.facility_id
LIMIT 1000`,
      },
    ],
  };
};
