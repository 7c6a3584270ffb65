/** Where figures of stays are read and how days come to months. */
type Source = { readonly view: string; readonly of: Readonly<Record<string, string>>; readonly suppressed: string };

/** From the first day of the first month to the last of the last. */
const months = 'toDate({first:String}) AND toLastDayOfMonth(toDate({last:String}))';

const share = (part: string, whole: string): string => `sum(${part}) / sum(${whole}) * 100`;
/** As it was on the last day of the month that there is. */
const last = (figure: string): string => `argMax(${figure}, day)`;

const tourism: Source = {
  view: 'tourism_daily_at', suppressed: 'max(suppressed)',
  of: {
    'dl.arrivals': 'sum(arrivals)', 'dl.overnight-arrivals': 'sum(overnight_arrivals)', 'dl.day-guests': 'sum(day_guests)', 'dl.nights': 'sum(nights)', 'dl.average-stay': 'sum(nights) / sum(overnight_arrivals)',
    'dl.international-arrivals': 'sum(international_arrivals)', 'dl.international-nights': 'sum(international_nights)', 'dl.international-share': share('international_arrivals', 'arrivals'),
  },
};
const occupancy: Source = {
  view: 'occupancy_at', suppressed: 'max(suppressed)',
  of: {
    // The daily figure speaks of facilities whose capacity is known; weighted by that capacity, days make a month.
    'dl.room-occupancy': 'sumIf(room_occupancy_reporting * rooms_reporting, rooms_reporting > 0) / sumIf(rooms_reporting, rooms_reporting > 0)', 'dl.room-occupancy-all': 'sumIf(room_occupancy_all * rooms_all, rooms_all > 0) / sumIf(rooms_all, rooms_all > 0)',
    'dl.bed-occupancy': 'sumIf(bed_occupancy_reporting * beds_reporting, beds_reporting > 0) / sumIf(beds_reporting, beds_reporting > 0)', 'dl.bed-occupancy-all': 'sumIf(bed_occupancy_all * beds_all, beds_all > 0) / sumIf(beds_all, beds_all > 0)',
    'dl.reporting-share': share('reporting', 'facilities'),
  },
};
const compliance: Source = {
  view: 'compliance_daily_at', suppressed: '0',
  of: {
    'tt.facilities': last('facilities'), 'tt.account-share': `${last('with_account')} / ${last('facilities')} * 100`, 'tt.reporting-share': `${last('reporting')} / ${last('facilities')} * 100`, 'tt.silent': last('silent'),
    'tt.no-guests-days': 'sum(no_guests)', 'tt.stays': 'sum(stays)', 'tt.on-time-share': '(sum(on_time) + sum(synced_late)) / sum(stays) * 100', 'tt.late': 'sum(late)', 'tt.synced-late': 'sum(synced_late)', 'tt.excused': 'sum(excused)',
    'tt.qr-share': '(sum(qr) + sum(nfc)) / sum(stays) * 100', 'tt.mrz-share': share('mrz', 'stays'), 'tt.invalid-document-share': share('invalid_documents', 'received'), 'tt.over-30': last('over_30'), 'tt.conflicts': 'sum(conflicts)',
    'tt.inspections': 'sum(inspections)', 'tt.unreported-1-3': 'sum(unreported_1_3)', 'tt.unreported-4-8': 'sum(unreported_4_8)', 'tt.unreported-9': 'sum(unreported_9)',
  },
};
const sources = [tourism, occupancy, compliance];

const daysSql = (code: string): string | undefined => {
  const source = sources.find(({ of }) => code in of);
  if (source === undefined) return undefined;
  return `
SELECT formatDateTime(toStartOfMonth(day), '%Y-%m') AS period, toFloat64(${source.of[code] ?? ''}) AS value, toUInt8(${source.suppressed}) AS suppressed, toUInt8(min(exact)) AS exact
FROM da06.${source.view}(boundary = '')
WHERE day BETWEEN ${months} AND place_kind = {placeKind:String} AND place = {place:String} AND facility_kind = ''
GROUP BY toStartOfMonth(day)
ORDER BY period`;
};

/** Whether something stands in the place that is asked for, by its own unit of the day; an area has what lies in it in part, too. */
const inPlace = (unit: string): string => `({placeKind:String} = 'all' OR ({placeKind:String} = 'unit' AND ${unit} = {place:String}) OR ({placeKind:String} = 'area' AND ${unit} IN (SELECT unit_uid FROM da06.unit_areas WHERE area = {place:String} AND weight > 0)))`;
const isExact = (unit: string): string => `toUInt8({placeKind:String} != 'area' OR countIf(${unit} IN (SELECT unit_uid FROM da06.unit_areas WHERE area = {place:String} AND NOT exact)) = 0)`;

/** Quantiles do not add up: those of a month are taken from its stays. In hours. */
const delaySql = (quantile: number): string => `
SELECT formatDateTime(toStartOfMonth(d.day), '%Y-%m') AS period, quantileExactArray(${quantile})(f.delays) / 3600 AS value, toUInt8(0) AS suppressed, ${isExact('d.unit_uid')} AS exact
FROM da06.facility_days AS d
INNER JOIN (SELECT day, facility_id, delays FROM da06.raw_facility_figures_v1 FINAL WHERE day BETWEEN ${months} AND notEmpty(delays)) AS f ON f.day = d.day AND f.facility_id = d.facility_id
WHERE d.facility_kind != 'coach' AND ${inPlace('d.unit_uid')}
GROUP BY toStartOfMonth(d.day)
ORDER BY period`;

const coachSql = (figure: string): string => `
SELECT formatDateTime(toStartOfMonth(day), '%Y-%m') AS period, toFloat64(sum(${figure})) AS value, toUInt8(0) AS suppressed, ${isExact('unit_uid')} AS exact
FROM da06.coach_daily
WHERE day BETWEEN ${months} AND ${inPlace('unit_uid')}
GROUP BY toStartOfMonth(day)
ORDER BY period`;

/** As it was on the last day of each month, or on the newest. */
const readerSql = `
WITH (SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM da06.raw_progress_v1) AS newest
SELECT formatDateTime(month, '%Y-%m') AS period, countIf(readers > 0 AND readers_since <= at) / count() * 100 AS value, toUInt8(0) AS suppressed, ${isExact('unit_uid')} AS exact
FROM
(
    SELECT arrayJoin(arrayMap(n -> addMonths(toDate({first:String}), n), range(toUInt32(dateDiff('month', toDate({first:String}), toDate({last:String})) + 1)))) AS month, least(toLastDayOfMonth(month), newest) AS at, unit_uid, readers, readers_since, valid_from, valid_to, closed_on
    FROM da06.business_versions
)
WHERE month <= newest AND at BETWEEN valid_from AND valid_to AND (closed_on = toDate(0) OR closed_on > at) AND ${inPlace('unit_uid')}
GROUP BY month
ORDER BY period`;

const others: Readonly<Record<string, string>> = {
  'tt.delay-p50': delaySql(0.5), 'tt.delay-p90': delaySql(0.9), 'tt.coach-trips': coachSql('trips'), 'tt.coach-passengers': coachSql('passengers'), 'tt.reader-share': readerSql,
};

/** What gives the months of a figure of stays, coaches or businesses; undefined for a code that is none. */
export const stayFigureSql = (code: string): string | undefined => others[code] ?? daysSql(code);
