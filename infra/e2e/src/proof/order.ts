import { proveOrder } from '@da06/projector/proof';
import type { OrderProof, OrderProofOptions } from '@da06/projector/proof';
import { createEmbeddedWarehouse } from '@da06/warehouse';
import { join } from 'node:path';
import { tempFolder } from '../harness/temp.ts';

/** The projector's order proof on an engine of its own. */
export const orderRound = async (options: Omit<OrderProofOptions, 'warehouse'>): Promise<OrderProof> => {
  const folder = tempFolder('order');
  const warehouse = await createEmbeddedWarehouse({ path: join(folder.path, 'clickhouse') });
  try {
    await warehouse.migrate();
    return await proveOrder({ ...options, warehouse });
  } finally {
    await warehouse.close();
    folder.remove();
  }
};
