import type { AlertRule } from './rule.ts';

/** A count and nothing else leaves the police's own desk: no entry, no facility, no place. */
export const watchListMatch: AlertRule = {
  id: 'da06-watch-list-match', rows: 'one', audience: 'police', severity: 'critical', above: 0, minutes: 0, every: 1,
  title: { vi: 'Trùng danh sách theo dõi', en: 'Watch-list match' },
  summary: { vi: 'Có cảnh báo trùng danh sách theo dõi chưa được xem xét; giá trị là số cảnh báo.', en: 'Alerts of the watch-list wait to be looked at; the value is how many.' },
  // The label has no column's name: an alias would stand in the condition as well.
  sql: "SELECT 'watch-list' AS source, toFloat64(count()) AS value FROM alerts WHERE rule = 'watch-list' AND status = 'raised' AND simulated = 0",
};

/**
 * Incidents of a kind in the newest month above their usual range: the mean of the twelve months before it and twice their deviation, at least
 * that of counts which come by chance (the root of the mean). A month with one to four is hidden and stands as four, one without any as none; a kind that nothing was
 * told of has a row too. The value is how many more than the range.
 */
export const incidentSurge: AlertRule = {
  id: 'da06-incident-surge', rows: 'sources', audience: 'police', severity: 'warning', above: 0, minutes: 0, every: 60,
  title: { vi: 'Vụ việc tăng bất thường', en: 'Incident surge' },
  summary: { vi: 'Số vụ của một loại trong tháng vượt khoảng thường thấy của 12 tháng trước; giá trị là số vụ vượt.', en: 'Incidents of a kind in the month exceed the usual range of the 12 months before; the value is by how many.' },
  sql: `
WITH assumeNotNull((SELECT max(month) FROM incident_rates WHERE period_kind = 'calendar' AND place_kind = 'all' AND incident_rates.kind = '')) AS newest
SELECT l.kind AS kind, toFloat64(if(m.kind = '', 0, m.counts[1] - m.mean - 2 * greatest(m.deviation, sqrt(m.mean)))) AS value
FROM incident_limits AS l
LEFT JOIN
(
    SELECT kind, counts, arrayAvg(arraySlice(counts, 2)) AS mean, sqrt(arrayAvg(x -> (x - mean) * (x - mean), arraySlice(counts, 2))) AS deviation
    FROM
    (
        SELECT kind, arrayMap(back -> found[toUInt32(back)], range(13)) AS counts
        FROM
        (
            SELECT r.kind AS kind, mapFromArrays(groupArray(toUInt32(dateDiff('month', r.month, newest))), groupArray(if(isNaN(r.incidents), 4., r.incidents))) AS found
            FROM incident_rates AS r
            WHERE r.period_kind = 'calendar' AND r.place_kind = 'all' AND r.kind != '' AND r.month >= newest - INTERVAL 12 MONTH
            GROUP BY kind
        )
    )
) AS m ON m.kind = l.kind
ORDER BY kind`,
};
