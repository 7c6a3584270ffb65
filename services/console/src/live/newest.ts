import { newestReceipt, type Warehouse } from '@da06/warehouse';
import { instantOf } from '../questions/instant.ts';

/** The highest time of receipt that can be seen, in Unix milliseconds. @throws AppError `warehouse.*`. */
export const newestOf = (warehouse: Pick<Warehouse, 'query'>) => async (): Promise<number | undefined> => {
  const found = await newestReceipt(warehouse);
  return found === undefined ? undefined : instantOf(found.at, 'Asia/Ho_Chi_Minh');
};
