import { demonstrationPrefix } from '@da06/domain';
import type { Warehouse } from '@da06/warehouse';

/** Facilities, those of the demonstration among them, and stays; the newest receipt that can be seen, in Unix milliseconds. */
export type Counts = { readonly facilities: number; readonly simulated: number; readonly stays: number; readonly asOf: number | null };

type Row = { readonly facilities: number; readonly simulated: number; readonly stays: number; readonly as_of: number };

// As floats: they are numbers in the answers of every engine, where whole numbers of 64 bits may be texts.
const sql = `
SELECT toFloat64((SELECT count() FROM da06.raw_stays_v2)) AS stays, toFloat64(count()) AS facilities, toFloat64(countIf(startsWith(facility_id, '${demonstrationPrefix}'))) AS simulated,
    toFloat64((SELECT toUnixTimestamp64Milli(as_of) FROM da06.as_of)) AS as_of
FROM da06.facilities`;

/** Asks the tables. @throws AppError `warehouse.*`. */
export const readCounts = async ({ query }: Pick<Warehouse, 'query'>): Promise<Counts> => {
  const [row] = await query<Row>(sql);
  return { facilities: row?.facilities ?? 0, stays: row?.stays ?? 0, simulated: row?.simulated ?? 0, asOf: row !== undefined && row.as_of > 0 ? row.as_of : null };
};
