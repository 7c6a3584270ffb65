import { writeXlsxStream } from 'hucre/xlsx';
import { exampleRow, lastHeaderRow, resultHeaders, sheetColumns, sheetName, simulatedName, simulatedTitle } from './template.ts';

/** Cells of one guest in the order of `sheetColumns`; an empty list is an empty row. */
export type SheetRow = readonly (string | undefined)[];
/** What became of a row: the texts under `resultHeaders`. */
export type SheetResult = readonly [result: string, registrationNumber: string, faults: string];

type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;
export type SheetContent = {
  /** One a row of the sheet, from `firstGuestRow` on. */
  readonly rows: Rows<SheetRow>;
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
const longestCell = 32_767;

/**
 * The portal's sheet as a workbook of text cells: titles, headers in row 3, an example in row 4, guests from row 5. It is made while it
 * is read, in memory that does not grow with the rows. Texts stay texts, also those that begin like a formula.
 */
export const writeSheet = ({ rows, results, simulated = false }: SheetContent): ReadableStream<Uint8Array> =>
  simulated ? writeWorkbook(simulatedName, sheetLines(simulatedTitle, rows, results)) : writeWorkbook(sheetName, sheetLines(title, rows, results));

/** Any table of texts as a workbook of one sheet. */
export const writeWorkbook = (name: string, lines: Rows<SheetRow>): ReadableStream<Uint8Array> => writeXlsxStream(asCells(lines), { name });

async function* asCells(lines: Rows<SheetRow>): AsyncGenerator<(string | null)[]> {
  for await (const line of lines) yield line.map((text) => (text === undefined || text === '' ? null : cellText(text)));
}

async function* sheetLines(heading: string, rows: Rows<SheetRow>, results: Iterable<SheetResult | undefined> | undefined): AsyncGenerator<SheetRow> {
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

/** A text as a cell can hold it: a sequence that would be read as an escape is escaped itself (ECMA-376, ST_Xstring), halves of characters are left out. */
const cellText = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').slice(0, longestCell).replace(/\p{Cs}/gu, '');
