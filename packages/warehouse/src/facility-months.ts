import type { Warehouse } from './warehouse.ts';

/** How many facilities of a model there were in a month, and how many of them were heard of. */
export type FacilityMonth = {
  /** YYYY-MM. */
  readonly period: string;
  readonly model: number;
  /** Registered and in force on at least one day of it. */
  readonly facilities: number;
  /** Those of them with at least one guest arriving in it, or a day without guests told. */
  readonly reporting: number;
  /** Facilities whose id begins with the prefix that was given. */
  readonly marked: number;
};

/** `recordedAt` = the newest receipt that is projected, Unix ms; 0 = nothing is, and then there are no months. */
export type FacilityMonths = { readonly recordedAt: number; readonly months: readonly FacilityMonth[] };

type Row = { readonly period: string; readonly model: string; readonly facilities: string; readonly reporting: string; readonly marked: string };

const asOfSql = "SELECT toString(toUnixTimestamp64Milli(max(recorded_at))) AS at FROM da06.raw_progress_v1";

const monthsSql = `
SELECT formatDateTime(inForce.month, '%Y-%m') AS period, toString(inForce.model) AS model, toString(count()) AS facilities, toString(countIf(heard.facility_id != '')) AS reporting,
    toString(countIf(startsWith(inForce.facility_id, {prefix:String}))) AS marked
FROM
(
    SELECT months.month AS month, toString(v.facility_id) AS facility_id, argMax(v.model, v.valid_from) AS model
    FROM da06.facility_versions AS v
    CROSS JOIN (SELECT arrayJoin(arrayMap(at -> addMonths(toDate({first:String}), at), range(toUInt32(dateDiff('month', toDate({first:String}), toDate({last:String})) + 1)))) AS month) AS months
    WHERE v.valid_from <= toLastDayOfMonth(months.month) AND v.valid_to >= months.month AND (v.closed_on = toDate(0) OR v.closed_on > months.month)
    GROUP BY month, facility_id
) AS inForce
LEFT JOIN
(
    SELECT toString(facility_id) AS facility_id, toStartOfMonth(night) AS month FROM da06.stay_nights WHERE first_night AND night BETWEEN toDate({first:String}) AND toLastDayOfMonth(toDate({last:String}))
    UNION DISTINCT
    SELECT toString(facility_id) AS facility_id, toStartOfMonth(day) AS month FROM da06.raw_facility_days_v1 WHERE day BETWEEN toDate({first:String}) AND toLastDayOfMonth(toDate({last:String}))
) AS heard ON heard.facility_id = inForce.facility_id AND heard.month = inForce.month
WHERE inForce.model > 0
GROUP BY inForce.month, inForce.model
ORDER BY inForce.month, inForce.model`;

/** Facilities by month and model, from one month to another (YYYY-MM, both included); facilities outside the plan are left out. */
export const facilityMonths = async (warehouse: Pick<Warehouse, 'query'>, { from, to, prefix }: { readonly from: string; readonly to: string; readonly prefix: string }): Promise<FacilityMonths> => {
  const [asOf] = await warehouse.query<{ at: string }>(asOfSql);
  const recordedAt = Math.max(0, Number(asOf?.at ?? 0));
  if (recordedAt === 0) return { recordedAt, months: [] };
  const rows = await warehouse.query<Row>(monthsSql, { first: `${from}-01`, last: `${to}-01`, prefix });
  return { recordedAt, months: rows.map(({ period, model, facilities, reporting, marked }) => ({ period, model: Number(model), facilities: Number(facilities), reporting: Number(reporting), marked: Number(marked) })) };
};
