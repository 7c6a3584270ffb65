import type { Warehouse } from '@da06/warehouse';
import { registerFacilities, restOfDistrict, sendBatches } from './facilities.ts';
import { stayStatements } from './stays.ts';

/** Stays a statement makes: a share stays below 2 GB of memory. */
const share = 500_000;

/**
 * Makes a district of so many stays inside the engine. Events go through the door of the warehouse, so that every view that carries them does
 * its work; what a recompute would derive from them is written straight. Without `registers` the tables `raw_stays_v2`, `raw_person_stays_v2`
 * and `raw_check_ins_v1` stay empty: no dashboard reads them, and they take nine tenths of the time. The same number gives the same rows.
 */
export const makeDistrict = async (warehouse: Pick<Warehouse, 'query'>, stays: number, { registers, say }: { readonly registers: boolean; readonly say: (text: string) => void }): Promise<void> => {
  const began = performance.now();
  for (const statement of [registerFacilities, sendBatches(stays), ...restOfDistrict]) await warehouse.query(statement);
  for (let from = 0; from < stays; from += share) {
    for (const statement of stayStatements({ stays, from, count: Math.min(share, stays - from) }, registers)) await warehouse.query(statement);
    const done = Math.min(stays, from + share);
    const seconds = (performance.now() - began) / 1000;
    if (done % (4 * share) === 0 && done < stays) say(`${(done / 1e6).toFixed(0)} of ${stays / 1e6} million stays made, about ${Math.ceil(((stays - done) * seconds) / done / 60)} min more`);
  }
};
