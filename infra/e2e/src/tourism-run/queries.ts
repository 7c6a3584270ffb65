import { asOf } from '../district/facilities.ts';

const day = 86_400_000;
const since = (days: number): string => `toDate('${new Date(asOf - days * day).toISOString().slice(0, 10)}')`;
const ranges = [['a month', since(30)], ['a year', since(365)]] as const;

/** Figures of days, each with what a panel picks of it. */
const figures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tourism_daily: { 'of all': "place_kind = 'all' AND facility_kind = ''", 'by kind': "place_kind = 'all' AND facility_kind != ''", 'a unit': "place = 'W25357@2025'" },
  tourism_origin: { 'nationalities of all': "place_kind = 'all' AND dimension = 'nationality'", 'provinces of all': "place_kind = 'all' AND dimension = 'province'", 'purposes of a unit': "place = 'W25357@2025' AND dimension = 'purpose'" },
  occupancy: { 'of all': "place_kind = 'all' AND facility_kind = ''", 'by kind': "place_kind = 'all' AND facility_kind != ''", 'a unit': "place = 'W25357@2025'" },
  compliance_daily: { 'of all': "place_kind = 'all' AND facility_kind = ''", 'by kind': "place_kind = 'all' AND facility_kind != ''", 'a unit': "place = 'W25357@2025' AND facility_kind = ''" },
  compliance_delays: { 'a kind': "facility_kind = 'hotel'" },
  facilities_heard: {}, facility_days: {}, facility_figures: {}, coach_daily: {}, inspections: {},
};

/** The views of figures of days a month and a year of days long, whole and as a panel asks them, on other boundaries, closed months, and what has no days. */
export const tourismQueries: readonly (readonly [name: string, sql: string])[] = [
  ...Object.entries(figures).flatMap(([view, panels]) => ranges.flatMap(([range, first]) => [
    [`${view}, ${range}`, `SELECT * FROM ${view} WHERE day > ${first}`] as const,
    ...Object.entries(panels).map(([panel, condition]) => [`${view}, ${range}, ${panel}`, `SELECT * FROM ${view} WHERE day > ${first} AND ${condition}`] as const),
  ])),
  ...['tourism_daily', 'tourism_origin', 'occupancy', 'compliance_daily'].map((view) => [`${view}_at, a year on other boundaries`, `SELECT * FROM ${view}_at(boundary = '2025-06-30') WHERE day > ${since(365)}`] as const),
  ...ranges.map(([range, first]) => [`conflict_nights, ${range}`, `SELECT * FROM conflict_nights WHERE night > ${first}`] as const),
  ...['tourism_months', 'compliance_months', 'tourism_revisions'].map((view) => [view, `SELECT * FROM ${view}`] as const),
  ...['tourism_months', 'compliance_months'].map((view) => [`${view}_at, as known half a year before`, `SELECT * FROM ${view}_at(known_at = '${new Date(asOf - 180 * day).toISOString().slice(0, 10)}', boundary = '')`] as const),
  ['reader_coverage', 'SELECT * FROM reader_coverage'],
  ['outages', 'SELECT * FROM outages'],
];
