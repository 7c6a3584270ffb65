import { AppError } from '@da06/errors';
import type { Accepted } from '../door/decode.ts';

export type InsertOptions = {
  /** Writes rows; it keeps trying while the engine cannot, and throws what the engine refuses for good. */
  readonly write: (rows: readonly Uint8Array[]) => Promise<void>;
  /** So many records refused one after another speak of the engine's tables, not of the records. */
  readonly maxInARow: number;
};

/**
 * Inserts a batch. If the engine refuses it, halves it until the records that are to blame stand alone, and gives those back.
 * Writing a part again is harmless: the tables are idempotent.
 * @throws AppError `warehouse.rejected` when too many are refused one after another.
 */
export const insertBisecting = async (accepted: readonly Accepted[], { write, maxInARow }: InsertOptions): Promise<Accepted[]> => {
  const refused: Accepted[] = [];
  let inARow = 0;
  const insert = async (part: readonly Accepted[]): Promise<void> => {
    if (part.length === 0) return;
    try {
      await write(part.map(({ row }) => row));
      inARow = 0;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'warehouse.rejected') throw error;
      const [only] = part;
      if (part.length === 1 && only !== undefined) {
        refused.push(only);
        inARow += 1;
        if (inARow >= maxInARow) throw error;
        return;
      }
      const middle = part.length >> 1;
      await insert(part.slice(0, middle));
      await insert(part.slice(middle));
    }
  };
  await insert(accepted);
  return refused;
};
