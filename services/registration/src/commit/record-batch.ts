import type { PreparedPiece } from '../take-in/types.ts';
import { countItems, type AnswerItem, type Outcome } from './answer.ts';
import type { Committer } from './committer.ts';
import { stageCount, stagePieces, type Staged } from './stage-batch.ts';
import type { RecordBatch } from './staging.ts';
import type { Unit } from './unit.ts';

/** Records of a request that are recorded at a time: what one transaction needs is gone before the next is made, and other requests come in between. */
const mostAtOnce = 5_000;

/**
 * Records a request's records in their order, durable when resolved: up to `mostAtOnce` of them all or none, more of them in several
 * transactions. `pieces` is emptied meanwhile. Of a request that fails between two of these a part is recorded: sent again, it is told as duplicates.
 * @throws AppError of the committer or the log.
 */
export const recordBatch = async (committer: Committer, batch: RecordBatch, pieces: PreparedPiece[]): Promise<Outcome> => {
  const items: AnswerItem[] = [];
  const seen: boolean[] = [];
  for (;;) {
    const { next, records } = takeNext(pieces);
    const isLast = pieces.length === 0;
    const stage = (unit: Unit): Staged => {
      const staged = stagePieces(unit, batch, next);
      if (isLast) stageCount(unit, batch, [...items, ...staged.items]);
      return staged;
    };
    const staged = await committer.submit(stage, records);
    items.push(...staged.items);
    seen.push(...staged.seen);
    if (isLast) return { counts: countItems(items), items, seen };
  }
};

/** What recording would come to now; nothing is recorded. */
export const previewBatch = (committer: Committer, batch: RecordBatch, pieces: readonly PreparedPiece[]): Outcome =>
  committer.preview((unit) => {
    const { items, seen } = stagePieces(unit, batch, pieces);
    return { counts: countItems(items), items, seen };
  });

/** The next pieces that go into one transaction; a piece is never cut, for its keys lie in one chunk. */
const takeNext = (pieces: PreparedPiece[]): { readonly next: readonly PreparedPiece[]; readonly records: number } => {
  let records = 0;
  let count = 0;
  while (count < pieces.length && (count === 0 || records + (pieces[count]?.count ?? 0) <= mostAtOnce)) {
    records += pieces[count]?.count ?? 0;
    count += 1;
  }
  return { next: pieces.splice(0, count), records };
};
