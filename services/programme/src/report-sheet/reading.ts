import type { Code } from '@da06/errors';
import type { Column } from './layout.ts';

/** What is told of a cell while the sheet is read. */
export type Tell = (code: Code, place: { readonly row: number; readonly column: number }, more?: { readonly pointer?: string; readonly received?: string }) => void;
/** Number of each column as it was found, 0 for hidden keys that were lost. */
export type ColumnsFound = Readonly<Record<Column, number>>;
