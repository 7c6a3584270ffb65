import { monthsAfter } from '@da06/domain';
import { monthText } from '../day-text.ts';

/** Name of the template's sheet. Readers know it by its marker too, if somebody renames it. */
export const sheetName = 'Báo cáo';

/** Columns from A, with their widths in characters. `key` is hidden: it says what a row is of, wherever the row is moved. */
export const columns = ['key', 'model', 'title', 'code', 'name', 'unit', 'before', 'value', 'target', 'note'] as const;
export type Column = (typeof columns)[number];
export const widths: Readonly<Record<Column, number>> = { key: 4, model: 6, title: 30, code: 22, name: 38, unit: 12, before: 12, value: 13, target: 12, note: 52 };

/** Number of a column, A = 1. */
export const columnOf = (column: Column): number => columns.indexOf(column) + 1;

/** Headers by column; those of months name them, so that a column that is moved or lost is noticed. */
export const headersOf = (period: string): Readonly<Record<Column, string>> => ({
  key: 'DA06', model: 'Mô hình', title: 'Tên mô hình', code: 'Mã', name: 'Chỉ tiêu, nội dung báo cáo', unit: 'Đơn vị tính', before: `Kỳ trước (${monthText(monthsAfter(period, -1))})`, value: `Kỳ này (${monthText(period)})`, target: 'Mục tiêu', note: 'Ghi chú; tiến độ, kết quả, khó khăn, vướng mắc',
});

/** Rows from 1. The first is hidden and holds the marker. */
export const rows = { marker: 1, title: 2, reporter: 3, period: 4, receiver: 5, nothing: 6, howTo: 7, header: 8 } as const;

export const labels = { reporter: 'Đơn vị báo cáo:', period: 'Kỳ báo cáo:', receiver: 'Nơi nhận:', nothing: 'Không phát sinh:' } as const;
/** Column of the labels, and of what stands beside them. */
export const labelColumn = columnOf('model');
export const besideColumn = columnOf('code');

/** What can be chosen beside "Không phát sinh". */
export const choices = { yes: 'Có', no: 'Không' } as const;

/** Written where the system counts an indicator, after its value. */
export const countedMark = '(hệ thống tính)';

/** What a row is of: an indicator, with the target that was written into it, or the text of a model. */
export type RowKey = { readonly of: 'indicator'; readonly code: string; readonly target: number | null } | { readonly of: 'text'; readonly model: number };

export const keyText = (key: RowKey): string => (key.of === 'text' ? `text ${key.model}` : `indicator ${key.code}${key.target === null ? '' : ` ${key.target}`}`);

/** Reads what `keyText` wrote; undefined if it did not. */
export const readKey = (text: string): RowKey | undefined => {
  const [, model] = /^text (\d{1,4})$/.exec(text) ?? [];
  if (model !== undefined) return { of: 'text', model: Number(model) };
  const [, code, target] = /^indicator (\S+)(?: (\S+))?$/.exec(text) ?? [];
  return code === undefined ? undefined : { of: 'indicator', code, target: target === undefined ? null : Number(target) };
};

/** Whose report the workbook is: what its hidden cell says. */
export type Marker = { readonly period: string; readonly reporter: string; /** Of the report that was filled in, 0 = there was none. */ readonly revision: number };

const markerForm = 'da06-report/1';
export const markerText = ({ period, reporter, revision }: Marker): string => `${markerForm} ${period} ${reporter} ${revision}`;

/** Reads what `markerText` wrote; undefined if it did not. */
export const readMarker = (text: string): Marker | undefined => {
  const [form, period, reporter, revision, ...more] = text.trim().split(' ');
  if (form !== markerForm || period === undefined || reporter === undefined || !/^\d{1,9}$/.test(revision ?? '') || more.length > 0) return undefined;
  return { period, reporter, revision: Number(revision) };
};
