import type { Warehouse } from '@da06/warehouse';
import { asOf, beginning, registerFacilities, restOfDistrict, sendBatches } from './facilities.ts';
import { stayStatements } from './stays.ts';

/** Stays a statement makes: a share stays below 2 GB of memory. */
const share = 500_000;

/**
 * Makes a district of so many stays inside the engine. Events go through the door of the warehouse, so that every view that carries them does
 * its work; what a recompute would derive of single stays is written straight, figures of days are computed. Without `registers` the tables `raw_stays_v2`, `raw_person_stays_v2`
 * and `raw_check_ins_v1` stay empty: no dashboard reads them, and they take nine tenths of the time. The same number gives the same rows.
 */
export const makeDistrict = async (warehouse: Pick<Warehouse, 'query' | 'recomputeFigures'>, stays: number, { registers, say }: { readonly registers: boolean; readonly say: (text: string) => void }): Promise<void> => {
  const began = performance.now();
  for (const statement of [registerFacilities, sendBatches(stays), ...restOfDistrict]) await warehouse.query(statement);
  for (let from = 0; from < stays; from += share) {
    for (const statement of stayStatements({ stays, from, count: Math.min(share, stays - from) }, registers)) await warehouse.query(statement);
    const done = Math.min(stays, from + share);
    const seconds = (performance.now() - began) / 1000;
    if (done % (4 * share) === 0 && done < stays) say(`${(done / 1e6).toFixed(0)} of ${stays / 1e6} million stays made, about ${Math.ceil(((stays - done) * seconds) / done / 60)} min more`);
  }
  say('figures of the days');
  await warehouse.query(heardDays);
  await warehouse.query(conflicts);
  const dayMs = 86_400_000;
  const last = Math.ceil(asOf / dayMs) + 7;
  for (let from = Math.floor(beginning / dayMs) - 3; from <= last; from += daysAtOnce) {
    await warehouse.recomputeFigures(
      (await warehouse.query<{ facility: string; days: number[] }>(`SELECT facility_id AS facility, groupUniqArray(toUInt32(day)) AS days FROM da06.raw_stay_days_v1 WHERE day BETWEEN toDate(${from}) AND toDate(${from + daysAtOnce - 1}) GROUP BY facility_id`)),
    );
  }
};

/** So many days' rows of ten million stays fit into the memory of one recompute. */
const daysAtOnce = 20;

/** When facilities were heard, by the notices: in a district without registers no check-in passes the door. */
const heardDays = "INSERT INTO da06.raw_heard_v1 SELECT told_on + k, facility_id, k = 0 FROM (SELECT DISTINCT toDate(recorded_at, 'Asia/Ho_Chi_Minh') AS told_on, facility_id FROM da06.raw_stay_notices_v1) ARRAY JOIN range(7) AS k";

/** One night in a thousand is claimed by a second facility as well: straight into their table, like the rows of days. */
const conflicts = `INSERT INTO da06.raw_conflict_nights_v1 SELECT day, person_key, [toString(facility_id), 'cs-mau-0001'], [ref, ref], 0, 1 FROM da06.raw_stay_days_v1 WHERE cityHash64(ref, 5) % 1000 = 0 AND night AND facility_id != 'cs-mau-0001'`;
