export { cellAddress, columnLetter, momentOfSerial, type Cell, type FormulaCell, type Merge, type NumberCell, type Row, type Shown } from './cell.ts';
export type { Sheet } from './sheet.ts';
export { readWorkbook, type ReadWorkbook, type SheetChoice } from './workbook.ts';
export { workbookType, writableText, writeTexts, type TextRow, type TextRows } from './write-texts.ts';
