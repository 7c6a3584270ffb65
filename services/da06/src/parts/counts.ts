import { demonstrationPrefix } from '@da06/domain';
import type { Warehouse } from '@da06/warehouse';

/** Facilities, those of the demonstration among them, and stays; the newest receipt that can be seen, in Unix milliseconds. */
export type Counts = { readonly facilities: number; readonly simulated: number; readonly stays: number; readonly asOf: number | null };

type Row = { readonly facilities: number; readonly simulated: number; readonly stays: number; readonly as_of: number };

// As floats: they are numbers in the answers of every engine, where whole numbers of 64 bits may be texts.
const sqlOf = (stays: string): string => `
SELECT toFloat64((SELECT count() FROM da06.${stays})) AS stays, toFloat64(count()) AS facilities, toFloat64(countIf(startsWith(facility_id, '${demonstrationPrefix}'))) AS simulated,
    toFloat64((SELECT toUnixTimestamp64Milli(as_of) FROM da06.as_of)) AS as_of
FROM da06.facilities`;

const read = async ({ query }: Pick<Warehouse, 'query'>, stays: string): Promise<Counts> => {
  const [row] = await query<Row>(sqlOf(stays));
  return { facilities: row?.facilities ?? 0, stays: row?.stays ?? 0, simulated: row?.simulated ?? 0, asOf: row !== undefined && row.as_of > 0 ? row.as_of : null };
};

/** Asks the tables. @throws AppError `warehouse.*`. */
export const readCounts = (warehouse: Pick<Warehouse, 'query'>): Promise<Counts> => read(warehouse, 'raw_stays_v2');

/** The same by views alone, for a user who may read no table; its stays are those that count. @throws AppError `warehouse.*`. */
export const readVisibleCounts = (warehouse: Pick<Warehouse, 'query'>): Promise<Counts> => read(warehouse, 'stay_notices');
