import type { Warehouse } from '../warehouse.ts';
import { stayFigureSql } from './stay-figures.ts';

/** Months YYYY-MM, both included. `place` '' = all of the locality; an area is a comparison area that keeps its borders across reforms. */
export type FigureQuestion = {
  readonly code: string;
  /** Whether figures of several reporters may be added up. */
  readonly additive: boolean;
  readonly placeKind: 'all' | 'unit' | 'area';
  readonly place: string;
  readonly from: string;
  readonly to: string;
};

/** One month of a figure. `value` null = left out (`suppressed`), or not defined, as a share of nothing. `exact` false = estimated across a border that has moved. `closed` false = the month is not over. */
export type FigureValue = { readonly period: string; readonly value: number | null; readonly suppressed: boolean; readonly exact: boolean; readonly closed: boolean };

/** `asOf` = newest receipt that is projected, an instant; null = nothing is. A month in which there was nothing to count may be missing. */
export type FigureValues = { readonly asOf: string | null; readonly values: readonly FigureValue[] };

type Row = { readonly period: string; readonly value: number | null; readonly suppressed: number; readonly exact: number };

const asOfSql = "SELECT formatDateTime(as_of, '%Y-%m-%dT%H:%i:%S+07:00', 'Asia/Ho_Chi_Minh') AS at, toString(toDate(as_of, 'Asia/Ho_Chi_Minh')) AS day FROM da06.as_of WHERE as_of > toDateTime64(0, 3, 'UTC')";

/** What registers of people say is asked month by month: each on its own last day, by the units of that day. */
const peopleSql = (view: string): string => `
SELECT formatDateTime(month, '%Y-%m') AS period, value, suppressed, exact
FROM da06.${view}(as_of = {day:String}, boundary = '', known_at = '')
WHERE code = {code:String} AND month = toDate({first:String}) AND place_kind = {placeKind:String} AND place = {place:String}`;

const programmeSql = `
SELECT period, if(count() > 1 AND NOT {additive:Bool}, NULL, sum(value)) AS value, toUInt8(0) AS suppressed, toUInt8(1) AS exact
FROM da06.indicator_values
WHERE code = {code:String} AND request = '' AND period BETWEEN {from:String} AND {to:String} AND ({place:String} = '' OR unit_uid = {place:String})
GROUP BY period
ORDER BY period`;

/** The view that tells a figure of people (0025_population_views.sql says why there are several); undefined for a figure of something else. */
export const viewOfPeople = (code: string): string | undefined => {
  if (code === 'ld.coverage') return 'labour_coverage_at';
  if (code.startsWith('ld.')) return 'labour_indicators_at';
  if (!code.startsWith('dc.')) return undefined;
  if (code === 'dc.households' || code === 'dc.household-size') return 'household_indicators_at';
  return ofMonths.has(code) ? 'population_rates_at' : 'population_indicators_at';
};
const ofMonths = new Set(['dc.average', 'dc.births', 'dc.deaths', 'dc.natural', 'dc.in', 'dc.out', 'dc.net', 'dc.cbr', 'dc.cdr', 'dc.natural-rate', 'dc.in-rate', 'dc.out-rate', 'dc.net-rate', 'dc.srb']);

/** The months of a figure at a place, as they are known now; undefined for a code that no table has. */
export const figureValues = async ({ query }: Pick<Warehouse, 'query'>, question: FigureQuestion): Promise<FigureValues | undefined> => {
  const { code, from, to } = question;
  const [asOf] = await query<{ at: string; day: string }>(asOfSql);
  const params = { ...question, first: `${from}-01`, last: `${to}-01` };
  const rows = await (async (): Promise<readonly Row[] | undefined> => {
    if (code.startsWith('m')) return await query<Row>(programmeSql, params);
    const view = viewOfPeople(code);
    if (view === undefined) {
      const sql = stayFigureSql(code);
      return sql === undefined ? undefined : await query<Row>(sql, params);
    }
    const found: Row[] = [];
    for (const month of monthsFrom(from, asOf === undefined || to < asOf.day ? to : asOf.day.slice(0, 7))) found.push(...(await query<Row>(peopleSql(view), { ...params, first: `${month}-01`, day: lastDay(month, asOf?.day ?? '') })));
    return found;
  })();
  if (rows === undefined) return undefined;
  return {
    asOf: asOf?.at ?? null,
    values: rows.map(({ period, value, suppressed, exact }) => ({ period, value: suppressed === 1 ? null : value, suppressed: suppressed === 1, exact: exact === 1, closed: asOf !== undefined && period < asOf.day.slice(0, 7) })),
  };
};

const monthsFrom = (from: string, to: string): string[] => {
  const months: string[] = [];
  for (let at = monthNumber(from); at <= monthNumber(to); at += 1) months.push(`${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`);
  return months;
};
const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** The last day of a month, or the newest day there is, if that comes first. */
const lastDay = (month: string, newest: string): string => {
  const end = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
  return newest < end ? newest : end;
};
