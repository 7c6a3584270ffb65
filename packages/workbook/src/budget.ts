import { AppError } from '@da06/errors';

/** What reading a workbook may cost, whatever its parts say of their own size. */
export const workbookLimits = {
  /** Parts in the archive. */
  entries: 2_000,
  /** Bytes of all parts that are read, as they come out. */
  inflatedBytes: 128 * 1024 * 1024,
  /** Bytes of one part that may come out of one byte of the archive, once the part is larger than `ratioFrom`: sheets of guests stay below a hundred. */
  ratio: 400,
  ratioFrom: 8 * 1024 * 1024,
  /** UTF-16 units of all texts that are kept, each text and cell with an addition for its own weight. */
  keptUnits: 32 * 1024 * 1024,
  /** UTF-16 units of a cell: the longest that a spreadsheet can write. What is beyond is cut, and the field's own limit refuses the rest. */
  cellUnits: 32_767,
  /** Columns looked at. */
  columns: 64,
} as const;

/** Counts what reading a workbook costs. @throws AppError `workbook.too-large` as soon as a limit is passed. */
export type Budget = { readonly inflated: (bytes: number, part: { readonly inflated: number; readonly packed: number }) => void; readonly kept: (units: number) => void };

export const createBudget = (): Budget => {
  let bytes = 0;
  let units = 0;
  const check = (spent: number, limit: number): void => {
    if (spent > limit) throw new AppError('workbook.too-large');
  };
  return {
    inflated: (more, { inflated, packed }) => {
      check((bytes += more), workbookLimits.inflatedBytes);
      check(inflated, Math.max(workbookLimits.ratioFrom, packed * workbookLimits.ratio));
    },
    kept: (more) => check((units += more), workbookLimits.keptUnits),
  };
};

export const unreadable = (detail: string, cause?: unknown): AppError => new AppError('workbook.unreadable', { detail, ...(cause === undefined ? {} : { cause }) });
