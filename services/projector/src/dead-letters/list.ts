import type { Warehouse } from '@da06/warehouse';

export type DeadLetter = { readonly id: string; readonly topic: string; readonly causeCode: string; readonly recordedAt: string; readonly size: number };

/** The dead letters that were not put back, oldest first. */
export const listDeadLetters = ({ warehouse }: { readonly warehouse: Pick<Warehouse, 'query'> }): Promise<readonly DeadLetter[]> =>
  warehouse.query<DeadLetter>(
    `SELECT id, topic, cause_code AS causeCode, formatDateTime(recorded_at, '%Y-%m-%dT%H:%i:%S.%fZ', 'UTC') AS recordedAt, size
     FROM dead_letters ORDER BY recorded_at, id`,
  );
