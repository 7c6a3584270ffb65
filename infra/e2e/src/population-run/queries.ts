const at = "as_of = '2026-03-31', known_at = '2026-04-15'";

/** A day on the boundaries of before the reform, as known now. */
const before = "as_of = '2026-03-31', boundary = '2025-06-30', known_at = ''";

/** The views that dashboards ask, each with what a panel would pick of it. */
const figures = {
  population: "place_kind = 'all' AND cube = 'age-sex' AND status = 'permanent'",
  households: "place_kind = 'unit'",
  population_change: "place_kind = 'unit' AND month = '2026-03-01'",
  population_indicators: "code = 'dc.density' AND place_kind = 'unit'",
  household_indicators: "code = 'dc.household-size' AND place_kind = 'unit'",
  population_rates: "code = 'dc.cbr' AND place_kind = 'all'",
  labour: "cube = 'section-2018×sex' AND place_kind = 'all'",
  labour_indicators: "code = 'ld.without-work-share' AND place_kind = 'all'",
  labour_coverage: "place_kind = 'unit'",
} as const;

/** What is asked of the registers: the newest state, that of a day as known at another, and the figures of dashboards whole, of a day on the boundaries of before, and as a panel asks them. */
export const populationQueries: readonly (readonly [name: string, sql: string])[] = [
  ['spells that hold at the end of a day, by unit and sex', "SELECT unit_uid, sex, count() AS persons FROM resident_spells WHERE track = 'permanent' AND from_day <= toDate32('2026-03-31') AND until_day > toDate32('2026-03-31') AND known_from <= toDate('2026-04-15') AND known_until > toDate('2026-04-15') GROUP BY unit_uid, sex ORDER BY unit_uid, sex"],
  ['residents, counted', 'SELECT count() AS persons FROM residents'],
  ['residents_at a day, by unit', `SELECT permanent_unit_uid, count() AS persons, sum(absent) AS absent FROM residents_at(${at}) GROUP BY permanent_unit_uid ORDER BY permanent_unit_uid`],
  ['workers_at a day, by unit and status', `SELECT unit_uid, status, count() AS persons FROM workers_at(${at}) GROUP BY unit_uid, status ORDER BY unit_uid, status`],
  ['one household', "SELECT * FROM residents WHERE household = lower(hex(sipHash128('household', 7))) ORDER BY relation"],
  ...Object.entries(figures).flatMap(([view, panel]) => [[view, `SELECT * FROM ${view}`], [`${view}_at a day, on the boundaries of before`, `SELECT * FROM ${view}_at(${before})`], [`${view}, a panel of it`, `SELECT * FROM ${view} WHERE ${panel}`]] as const),
];
