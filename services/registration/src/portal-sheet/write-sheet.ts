import { writeTexts, type TextRow, type TextRows } from '@da06/workbook';
import type { SheetResult } from './results.ts';
import { exampleRow, lastHeaderRow, resultHeaders, sheetColumns, sheetName, simulatedName, simulatedTitle } from './template.ts';

/** Cells of one guest in the order of `sheetColumns`; an empty list is an empty row. */
export type SheetRow = TextRow;

export type SheetContent = {
  /** One a row of the sheet, from `firstGuestRow` on. */
  readonly rows: TextRows;
  /** One a row of `rows`, in the same order; the sheet then has three columns more. */
  readonly results?: Iterable<SheetResult | undefined>;
  /** Whether the guests are of the demonstration: then the sheet says so, and the portal does not take it. */
  readonly simulated?: boolean;
};

/** An invented guest that shows how the sheet is filled in; readers pass over its row. */
const example: SheetRow = [
  '[EXAMPLE]', 'NGUYỄN VĂN MẪU', '15/05/1990', 'M - Nam', 'VNM - Viet Nam', '1 - Thẻ CCCD', '', '070090000000', '0901234567', '1 - Thường trú', '713 - Đồng Nai', '', 'Số 1, đường Mẫu',
  '20/11/2026', '22/11/2026', '101', '1 - Du lịch', '', '',
];
const title = 'DANH SÁCH KHÁCH VIỆT NAM LƯU TRÚ';
const howTo = `Ghi khách từ dòng ${exampleRow + 1}; dòng ${exampleRow} là ví dụ. Để mọi ô ở dạng văn bản, ngày viết dd/MM/yyyy.`;

/**
 * The portal's sheet as a workbook of text cells: titles, headers in row 3, an example in row 4, guests from row 5. It is made while it
 * is read, in memory that does not grow with the rows. Texts stay texts, also those that begin like a formula.
 */
export const writeSheet = ({ rows, results, simulated = false }: SheetContent): ReadableStream<Uint8Array> =>
  simulated ? writeTexts(simulatedName, sheetLines(simulatedTitle, rows, results)) : writeTexts(sheetName, sheetLines(title, rows, results));

async function* sheetLines(heading: string, rows: TextRows, results: Iterable<SheetResult | undefined> | undefined): AsyncGenerator<SheetRow> {
  const beside = results?.[Symbol.iterator]();
  const titles: SheetRow[] = [[heading], [howTo]];
  yield* titles.slice(0, lastHeaderRow - 1);
  yield [...sheetColumns.map(({ header }) => header), ...(beside === undefined ? [] : resultHeaders)];
  yield example;
  for await (const row of rows) {
    const result = beside?.next();
    yield result?.done === false && result.value !== undefined ? [...sheetColumns.map((_, column) => row[column]), ...result.value] : row;
  }
}
