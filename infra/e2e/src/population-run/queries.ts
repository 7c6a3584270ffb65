const at = "as_of = '2026-03-31', known_at = '2026-04-15'";

/** What is asked of the registers: the newest state, and that of a day as known at another. */
export const populationQueries: readonly (readonly [name: string, sql: string])[] = [
  ['spells that hold at the end of a day, by unit and sex', "SELECT unit_uid, sex, count() AS persons FROM resident_spells WHERE track = 'permanent' AND from_day <= toDate32('2026-03-31') AND until_day > toDate32('2026-03-31') AND known_from <= toDate('2026-04-15') AND known_until > toDate('2026-04-15') GROUP BY unit_uid, sex ORDER BY unit_uid, sex"],
  ['residents, counted', 'SELECT count() AS persons FROM residents'],
  ['residents_at a day, by unit', `SELECT permanent_unit_uid, count() AS persons, sum(absent) AS absent FROM residents_at(${at}) GROUP BY permanent_unit_uid ORDER BY permanent_unit_uid`],
  ['workers_at a day, by unit and status', `SELECT unit_uid, status, count() AS persons FROM workers_at(${at}) GROUP BY unit_uid, status ORDER BY unit_uid, status`],
  ['one household', "SELECT * FROM residents WHERE household = lower(hex(sipHash128('household', 7))) ORDER BY relation"],
];
