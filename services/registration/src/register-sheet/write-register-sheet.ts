import type { PopulationRegister } from '@da06/events';
import { writeTexts, type TextRow } from '@da06/workbook';
import type { AnswerItem } from '../commit/answer.ts';
import { headerKey } from '../portal-sheet/find-header.ts';
import { filled, namesOfRows, resultOf, tableOf, textOf, type FileRow, type Labels } from '../portal-sheet/results.ts';
import { resultHeaders } from '../portal-sheet/template.ts';
import { recordColumns } from '../take-in/register/columns.ts';
import { registerSheetName, templateRows } from './template.ts';

/** A register's sheet with its head alone, to be filled in. */
export const writeTemplate = (register: PopulationRegister): ReadableStream<Uint8Array> => writeTexts(registerSheetName[register], templateRows(register));

type Returned = { readonly register: PopulationRegister; readonly format: 'xlsx' | 'csv'; readonly items: readonly AnswerItem[]; /** As many as items, in their order. */ readonly rows: readonly FileRow[] };

/**
 * The file with what became of each record beside it, as a workbook: the register's sheet in its own layout, every record in the row it came
 * from, so that it can be mended and sent again; CSV as a table under its own names.
 */
export const giveBackRecords = ({ register, format, items, rows }: Returned): ReadableStream<Uint8Array> => {
  const columns = recordColumns(register);
  const labels: Labels = new Map(columns.map(({ column, label, row }) => [row.pointer, format === 'csv' ? column : label]));
  const results = items.map((item) => resultOf(item, labels));
  if (format === 'csv') return writeTexts('KET QUA', tableOf(namesOfRows(rows), resultHeaders, rows, results));
  const head = templateRows(register);
  const lines: TextRow[] = [];
  const first = firstRowOf(items, head.length + 1);
  items.forEach(({ at }, index) => {
    const place = at !== undefined && 'row' in at ? at.row - first : index;
    lines[place] = [...cellsOf(rows[index] ?? {}, register), ...(results[index] ?? [])];
  });
  return writeTexts(registerSheetName[register], [...head.map((names) => [...names, ...resultHeaders]), ...filled(lines, [])]);
};

/** The row that the template's first record stands in, or that of the file's where its head is shorter. */
const firstRowOf = (items: readonly AnswerItem[], first: number): number => items.reduce((least, { at }) => (at !== undefined && 'row' in at ? Math.min(least, at.row) : least), first);

/** The texts of a row under the template's columns, whether the file named them by name or by label. */
const cellsOf = (row: FileRow, register: PopulationRegister): TextRow => {
  const texts = new Map(Object.entries(row).map(([name, value]) => [headerKey(name), textOf(value)]));
  return recordColumns(register).map(({ column, label }) => texts.get(headerKey(column)) ?? texts.get(headerKey(label)));
};
