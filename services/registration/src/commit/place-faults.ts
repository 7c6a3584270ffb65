import type { Fault } from '@da06/errors';
import type { At, Columns } from '../take-in/types.ts';

export type Placed = { readonly at?: At; readonly faults: readonly Fault[] };

/**
 * Where a record and its faults stand in the file. In a workbook each fault of a field has a cell of its own, and a rejected record is
 * found at the first of them that refuses it; elsewhere the record's line is all there is.
 */
export const placeFaults = (at: At | undefined, faults: readonly Fault[], columns: Columns | undefined): Placed => {
  if (at === undefined) return { faults };
  if (columns === undefined || 'line' in at) return { at, faults };
  const placed = faults.map((fault): Fault => {
    const column = columns[fault.pointer];
    return column === undefined ? fault : { ...fault, at: { row: at.row, column } };
  });
  return { at: placed.find((fault) => fault.severity === 'reject' && fault.at !== undefined)?.at ?? at, faults: placed };
};
