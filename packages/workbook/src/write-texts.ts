import { writeXlsxStream } from 'hucre/xlsx';

/** Media type of a workbook. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Texts of one row by column; undefined or '' is an empty cell, an empty list an empty row. */
export type TextRow = readonly (string | undefined)[];
export type TextRows = Iterable<TextRow> | AsyncIterable<TextRow>;

const longestCell = 32_767;

/**
 * Any table of texts as a workbook of one sheet. It is made while it is read, in memory that does not grow with the rows. Texts stay texts,
 * also those that begin like a formula.
 */
export const writeTexts = (name: string, rows: TextRows): ReadableStream<Uint8Array> => writeXlsxStream(asCells(rows), { name });

async function* asCells(rows: TextRows): AsyncGenerator<(string | null)[]> {
  for await (const row of rows) yield row.map((text) => (text === undefined || text === '' ? null : writableText(text)));
}

/** A text as a cell can hold it: a sequence that would be read as an escape is escaped itself (ECMA-376, ST_Xstring), halves of characters are left out. */
export const writableText = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').slice(0, longestCell).replace(/\p{Cs}/gu, '');
