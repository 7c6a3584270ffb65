import { columnLetter } from '@da06/workbook';
import { buildWorkbook, type CellSpec, type SheetSpec } from '@da06/workbook/samples';
import type { ClaimField } from '../take-in/fields/claim.ts';
import { sheetColumns, sheetName } from './template.ts';

type CellValue = CellSpec | string | number;
export type SheetCells = Partial<Record<ClaimField | 'stt', CellValue | undefined>>;

/** An invented guest as the sheet has it, whole and without a doubt on the samples' day but that a date has no time. */
export const sheetGuest = (number = 1, changes: SheetCells = {}): SheetCells => ({
  stt: String(number), fullName: 'Trần Thị Mẫu', birthDate: '15/05/1990', sex: 'F - Nữ', nationality: 'VNM - Viet Nam', documentKind: '1 - Thẻ CCCD',
  documentNumber: `070190${String((104_729 * number) % 900_000 + 100_000)}`, phone: '0912345678', residenceStatus: '1 - Thường trú', province: '713 - Đồng Nai', address: 'Số 1, đường Mẫu',
  arrival: '20/11/2026', expectedDeparture: '22/11/2026', room: '101', reason: '1 - Du lịch', ...changes,
});

/** The template's columns by letter. */
const letters = new Map(sheetColumns.map(({ field }, index) => [field ?? 'stt', columnLetter(index + 1)] as const));

/** Cells of a row under the template's columns. */
export const cellsOf = (guest: SheetCells): Record<string, CellValue> =>
  Object.fromEntries(sheetColumns.flatMap(({ field }): [string, CellValue][] => {
    const value = guest[field ?? 'stt'];
    return value === undefined ? [] : [[letters.get(field ?? 'stt') ?? '', value]];
  }));

export const headerCells: Record<string, string> = Object.fromEntries(sheetColumns.map(({ header }, index) => [columnLetter(index + 1), header]));

/** The template's head: a title, headers in row 3, the marked example in row 4. */
export const head: SheetSpec['rows'] = { 1: { A: 'DANH SÁCH KHÁCH' }, 3: headerCells, 4: cellsOf(sheetGuest(0, { stt: '[EXAMPLE]' })) };

export type SheetFile = Omit<SheetSpec, 'name' | 'rows'> & { readonly name?: string; readonly date1904?: boolean };

/** A workbook of the given rows under the template's head. */
export const sheetFile = (rows: SheetSpec['rows'], { name = sheetName, date1904 = false, ...more }: SheetFile = {}): Uint8Array => buildWorkbook({ sheets: [{ name, rows: { ...head, ...rows }, ...more }], date1904 });
