import { columnLetter, readWorkbook, type Cell } from '@da06/workbook';
import { buildWorkbook, failed, formula, number, styles, type CellSpec, type SheetSpec } from '@da06/workbook/samples';
import { reportTemplate } from './report-template.ts';
import type { ReportContent, SheetExpectation, SheetIndicator, SheetModel, TemplateInput } from './types.ts';

/** Two models with indicators of every kind, one of them counted, as a reporter of the tests has them. */
export const sampleModels: readonly SheetModel[] = [
  { model: 9, titleVi: 'Triển khai nền tảng quản lý lưu trú tại: Nhà trọ; Nhà nghỉ; Khách sạn; Nhà khách; Nhà công vụ' },
  { model: 28, titleVi: 'Triển khai nền tảng đào tạo, giáo dục trực tuyến đại chúng mở (MOOC) cho các cán bộ, công chức, viên chức' },
];
const indicator = (code: string, model: number, more: Pick<SheetIndicator, 'vi' | 'unit' | 'kind'> & Partial<SheetIndicator>): SheetIndicator => ({ code, model, source: 'entered', definitionVi: more.vi, ...more });
export const sampleIndicators: readonly SheetIndicator[] = [
  indicator('m09.facilities', 9, { vi: 'Cơ sở lưu trú có tài khoản', unit: 'cơ sở', kind: 'count' }),
  indicator('m09.share', 9, { vi: 'Tỉ lệ cơ sở gửi thông báo lưu trú', unit: '%', kind: 'share' }),
  indicator('m09.reporting', 9, { vi: 'Cơ sở lưu trú có gửi trong kỳ', unit: 'cơ sở', kind: 'count', source: 'counted' }),
  indicator('m28.trainees', 28, { vi: 'Người được đào tạo', unit: 'người', kind: 'count' }),
  indicator('m28.cost', 28, { vi: 'Kinh phí đã chi', unit: 'triệu đồng', kind: 'amount' }),
];

export const sampleInput: TemplateInput = { reporter: { code: 'CAH', nameVi: 'Công an huyện' }, receiverVi: 'Công an huyện (cơ quan Thường trực)', period: '2023-12', dueOn: '2024-01-05', models: sampleModels, indicators: sampleIndicators };
export const sampleExpectation: SheetExpectation = { reporter: 'CAH', period: '2023-12', models: sampleModels, indicators: sampleIndicators, isPersonal: (text) => /\d{9}/.test(text) };

/** What the filled template of the tests says. */
export const sampleReport: ReportContent = {
  nothing: false,
  models: [
    { model: 9, text: 'Đã cấp tài khoản cho các cơ sở.\nCòn vướng đường truyền.', indicators: [{ code: 'm09.facilities', value: 32, target: 40, remark: 'tăng 2' }, { code: 'm09.share', value: 87.5, target: null, remark: '' }] },
    { model: 28, text: '', indicators: [{ code: 'm28.cost', value: 1234.5, target: 2000, remark: '' }] },
  ],
};

/** A template filled with a report. */
export const filledTemplate = (report: ReportContent = sampleReport): Promise<Uint8Array> => reportTemplate({ ...sampleInput, current: { ...report, revision: 3 } });

type Cells = Readonly<Record<string, CellSpec | string | number | undefined>>;
export type Changes = { readonly cells?: Cells; readonly name?: string; readonly without?: readonly number[]; readonly order?: (row: number) => number; readonly merges?: readonly string[]; readonly dropColumn?: string };

/** A workbook with the cells of another, changed by address, written by hand: as a person with any program may have left it. */
export const changed = async (bytes: Uint8Array, { cells = {}, name = 'Báo cáo', without = [], order = (row) => row, merges = [], dropColumn }: Changes): Promise<Uint8Array> => {
  const read = await readWorkbook(bytes, { name: 'Báo cáo', isWanted: () => true, headRows: 1, mostRows: 10_000 });
  const rows: Record<number, Record<string, CellSpec | string | number>> = {};
  const set = (row: number, column: string, cell: CellSpec | string | number): void => void ((rows[row] ??= {})[column] = cell);
  for (const row of read?.sheet.rows ?? []) row.cells.forEach((cell, index) => cell !== undefined && set(row.number, columnLetter(index + 1), specOf(cell)));
  for (const [address, cell] of Object.entries(cells)) {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    if (cell === undefined) delete rows[Number(row)]?.[column];
    else set(Number(row), column, cell);
  }
  const kept = Object.entries(rows).filter(([row]) => !without.includes(Number(row)));
  const placed: SheetSpec['rows'] = Object.fromEntries(kept.map(([row, line]) => [order(Number(row)), shifted(line, dropColumn)]));
  return buildWorkbook({ sheets: [{ name, rows: placed, merges }] });
};

/** A row without one of its columns, those behind it moved up. Columns are single letters here. */
const shifted = (line: Readonly<Record<string, CellSpec | string | number>>, dropped: string | undefined): Record<string, CellSpec | string | number> => {
  const entries = Object.entries(line).filter(([column]) => column !== dropped).map(([column, cell]) => [dropped !== undefined && column > dropped ? String.fromCharCode(column.charCodeAt(0) - 1) : column, cell] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
};

const specOf = (cell: Cell): CellSpec | string => {
  if (typeof cell === 'string') return cell;
  switch (cell.kind) {
    case 'number':
      return number(cell.value, cell.shows === 'number' ? styles.general : styles[cell.shows]);
    case 'formula':
      return formula('1', undefined);
    case 'error':
    case 'iso-date':
      return failed(cell.text);
  }
};
