/** A figure that a board opens with, and how the views are asked for it in words of their own: not the panel's. `decimals` as the board shows it. */
export type Headline = { readonly what: string; readonly uid: string; readonly panel: number; readonly query: string; readonly decimals?: number };

const today = "toDate(now(), 'Asia/Ho_Chi_Minh')";
const residents = (code: string): string => `SELECT count FROM population_indicators_at(as_of = toString(${today}), known_at = '', boundary = '') WHERE place_kind = 'all' AND code = '${code}'`;
const workers = (code: string): string => `SELECT count FROM labour_indicators_at(as_of = toString(${today}), known_at = '', boundary = '') WHERE place_kind = 'all' AND code = '${code}'`;
const tourists = (column: string, first: number, last: number): string =>
  `SELECT sum(${column}) FROM tourism_daily WHERE place_kind = 'all' AND facility_kind = '' AND dateDiff('day', day, ${today}) BETWEEN ${last} AND ${first}`;

export const wallHeadlines: readonly Headline[] = [
  { what: 'permanent residents', panel: 11, query: residents('dc.permanent') },
  { what: 'temporary residents', panel: 12, query: residents('dc.temporary') },
  { what: 'people at work', panel: 13, query: workers('ld.employed') },
  { what: 'facilities heard of', panel: 14, decimals: 1, query: `SELECT 100 * sum(heard) / sum(facilities) FROM tourism_daily WHERE place_kind = 'all' AND facility_kind = '' AND dateDiff('day', day, ${today}) BETWEEN 1 AND 7` },
  { what: 'tourists of seven days', panel: 15, query: tourists('arrivals', 7, 1) },
  { what: 'rooms taken', panel: 16, decimals: 1, query: `SELECT sum(room_occupancy_all * rooms_all) / sum(rooms_all) FROM occupancy WHERE place_kind = 'all' AND facility_kind = '' AND rooms_all > 0 AND dateDiff('day', day, ${today}) BETWEEN 1 AND 7` },
  { what: 'steps completed', panel: 17, query: "SELECT count() FROM model_steps WHERE status = 'completed'" },
  { what: 'models late', panel: 18, query: "SELECT count() FROM models WHERE lateness LIKE '%overdue'" },
].map((headline) => ({ uid: 'tong-quan', ...headline }));

export const boardHeadlines: readonly Headline[] = [
  { what: 'models overdue', uid: 'chuong-trinh', panel: 15, query: "SELECT count() FROM models WHERE lateness = 'overdue'" },
  { what: 'permanent residents', uid: 'dan-cu', panel: 11, query: residents('dc.permanent') },
  { what: 'people without work', uid: 'lao-dong', panel: 14, query: workers('ld.unemployed') },
  { what: 'arrivals of thirty days', uid: 'du-lich', panel: 11, query: tourists('arrivals', 30, 0) },
  { what: 'incidents of twelve months', uid: 'an-ninh', panel: 12, query: "SELECT sum_12m FROM incident_rates_at(boundary = '', known_at = '') WHERE period_kind = 'calendar' AND place_kind = 'all' AND kind = '' AND closed ORDER BY month DESC LIMIT 1" },
  { what: 'facilities with a duty', uid: 'tuan-thu-luu-tru', panel: 11, query: "SELECT facilities FROM compliance_daily_at(boundary = '') WHERE place_kind = 'all' AND facility_kind = '' ORDER BY day DESC LIMIT 1" },
  { what: 'records accepted in seven days', uid: 'suc-khoe-du-lieu', panel: 22, query: 'SELECT sum(accepted) FROM feed_batches WHERE recorded_at >= now64(3) - INTERVAL 7 DAY' },
];
