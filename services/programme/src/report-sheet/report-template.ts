import { writableText } from '@da06/workbook';
import { writeXlsx, type Cell, type CellStyle, type CellValue, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { dayText, monthText } from '../day-text.ts';
import { decimalText } from '../decimal-text.ts';
import { besideColumn, choices, columnOf, columns, countedMark, headersOf, keyText, labelColumn, labels, markerText, rows, sheetName, widths, type Column, type RowKey } from './layout.ts';
import { styles } from './styles.ts';
import type { ReportedIndicator, SheetIndicator, SheetModel, TemplateInput } from './types.ts';

/**
 * The workbook in which a reporter fills in the report of a month: a row for each indicator of their models, last month's value beside the
 * new column, and a row for the text of each model. Nothing but its white cells is to be filled in; the rest is locked, without a password.
 * `readReportSheet` reads it back.
 */
export const reportTemplate = (input: TemplateInput): Promise<Uint8Array> => {
  const lines = linesOf(input);
  const last = rows.header + lines.length;
  const cells = new Map<string, Partial<Cell>>();
  const heights = new Map<number, RowLook>([[rows.marker - 1, { hidden: true }], [rows.title - 1, { height: 24 }], [rows.header - 1, { height: 34 }]]);
  headOf(input).forEach(({ row, column, value, style }) => put(cells, { row, column, value, style }));
  lines.forEach((line, index) => {
    const row = rows.header + 1 + index;
    columns.forEach((column) => put(cells, { row, column: columnOf(column), ...line.cells[column] }));
    heights.set(row - 1, { height: line.height });
  });
  return writeXlsx({
    defaultFont: { name: 'Times New Roman', size: 11 },
    // The library's own setting of titles does not quote the sheet's name, which has a blank.
    namedRanges: [{ name: '_xlnm.Print_Titles', range: `'${sheetName}'!$${rows.header}:$${rows.header}`, scope: sheetName }],
    properties: { title: titleOf(input), creator: 'DA06' },
    sheets: [{
      name: sheetName,
      columns: columns.map((column) => ({ width: widths[column], hidden: column === 'key' })),
      cells,
      rowDefs: heights,
      freezePane: { rows: rows.header },
      dataValidations: validationsOf(lines),
      conditionalRules: [{ type: 'expression', priority: 1, formula: `$${letter('code')}$${rows.nothing}="${choices.yes}"`, range: `${letter('value')}${rows.header + 1}:${letter('note')}${Math.max(last, rows.header + 1)}`, style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'A6A6A6' }, bgColor: { rgb: 'A6A6A6' } } } }],
      // Without a password: it keeps from mistakes, not from people. Widths and heights stay theirs.
      protection: { sheet: true, formatColumns: true, formatRows: true },
      pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 } },
      headerFooter: { oddFooter: '&L&A&RTrang &P/&N' },
      a11y: { summary: titleOf(input), headerRow: rows.header - 1 },
    }],
  });
};

type RowLook = NonNullable<WriteSheet['rowDefs']> extends Map<number, infer Look> ? Look : never;
type Placed = { readonly row: number; readonly column: number; readonly value: CellValue; readonly style: CellStyle };

const put = (cells: Map<string, Partial<Cell>>, { row, column, value, style }: Placed): void =>
  void cells.set(`${row - 1},${column - 1}`, { value: typeof value === 'string' ? writableText(value) : value, style });

const letter = (column: Column): string => String.fromCharCode(64 + columnOf(column));

const titleOf = ({ period, simulated }: TemplateInput): string => `BÁO CÁO THÁNG ${monthText(period)} VỀ CÁC MÔ HÌNH ĐIỂM ĐỀ ÁN 06${simulated === true ? ' – SỐ LIỆU MÔ PHỎNG' : ''}`;
const howTo = 'Chỉ ghi vào ô trắng. Số thập phân dùng dấu phẩy. Không có số thì để trống; 0 là một con số. Không ghi số giấy tờ, số điện thoại của người dân.';

const headOf = (input: TemplateInput): readonly Placed[] => {
  const { period, reporter, receiverVi, dueOn, current } = input;
  const pair = (row: number, label: string, beside: string, style: CellStyle = styles.beside): Placed[] => [
    { row, column: labelColumn, value: label, style: styles.label },
    { row, column: besideColumn, value: beside, style },
  ];
  const headers = headersOf(period);
  return [
    { row: rows.marker, column: 1, value: markerText({ period, reporter: reporter.code, revision: current?.revision ?? 0 }), style: styles.marker },
    { row: rows.title, column: labelColumn, value: titleOf(input), style: styles.title },
    ...pair(rows.reporter, labels.reporter, reporter.nameVi),
    ...pair(rows.period, labels.period, `Tháng ${monthText(period)} – gửi chậm nhất hết ngày ${dayText(dueOn)}`),
    ...pair(rows.receiver, labels.receiver, receiverVi),
    ...pair(rows.nothing, labels.nothing, current?.nothing === true ? choices.yes : choices.no, styles.choice),
    { row: rows.nothing, column: columnOf('name'), value: `Chọn “${choices.yes}” nếu kỳ này không có gì để báo cáo, khi đó để trống các ô bên dưới.`, style: styles.howTo },
    { row: rows.howTo, column: labelColumn, value: howTo, style: styles.howTo },
    ...columns.map((column): Placed => ({ row: rows.header, column: columnOf(column), value: headers[column], style: styles.header })),
  ];
};

type LineCell = { readonly value: CellValue; readonly style: CellStyle };
type Line = { /** What is asked for in its cells of numbers; undefined if nothing is. */ readonly asks: SheetIndicator | undefined; readonly height: number; readonly cells: Readonly<Record<Column, LineCell>> };

const linesOf = (input: TemplateInput): readonly Line[] => input.models.flatMap((model) => [textLine(model, input), ...input.indicators.filter((indicator) => indicator.model === model.model).map((indicator) => indicatorLine(model, indicator, input))]);

const valueIn = (report: TemplateInput['previous'], { code, model }: SheetIndicator): ReportedIndicator | undefined => report?.models.find((entry) => entry.model === model)?.indicators.find((value) => value.code === code);

const indicatorLine = (model: SheetModel, indicator: SheetIndicator, { current, previous, counted }: TemplateInput): Line => {
  const { code, vi, unit, kind, source } = indicator;
  const [now, before] = [valueIn(current, indicator), valueIn(previous, indicator)];
  const entered = styles[`${kind}Input`];
  // A target holds for more than a month: nobody is to type it again.
  const target = now === undefined ? (before?.target ?? null) : now.target;
  const key: RowKey = { of: 'indicator', code, target: source === 'entered' ? target : null };
  const fixed = {
    key: { value: keyText(key), style: styles.marker },
    model: { value: model.model, style: styles.modelNumber },
    title: { value: shortTitle(model.titleVi), style: styles.fixed },
    code: { value: code, style: styles.code },
    name: { value: vi, style: styles.fixed },
    unit: { value: unit, style: styles.fixed },
    before: { value: before?.value ?? null, style: styles[kind] },
  };
  const height = heightOf([[vi, widths.name], [shortTitle(model.titleVi), widths.title], [now?.remark ?? '', widths.note]]);
  if (source === 'counted') {
    const value = counted?.get(code);
    return { asks: undefined, height, cells: { ...fixed, value: { value: value === undefined ? countedMark : `${decimalText(value)} ${countedMark}`, style: styles.counted }, target: { value: null, style: styles.fixed }, note: { value: null, style: styles.fixed } } };
  }
  return { asks: indicator, height, cells: { ...fixed, value: { value: now?.value ?? null, style: entered }, target: { value: target, style: entered }, note: { value: now?.remark ?? '', style: styles.textInput } } };
};

const textLine = ({ model, titleVi }: SheetModel, { current }: TemplateInput): Line => {
  const text = current?.models.find((entry) => entry.model === model)?.text ?? '';
  const empty: LineCell = { value: null, style: styles.fixed };
  return {
    asks: undefined,
    height: heightOf([[titleVi, widths.title * boldToPlain], [text, widths.note]], 3),
    cells: {
      key: { value: keyText({ of: 'text', model }), style: styles.marker },
      model: { value: model, style: styles.modelNumber },
      title: { value: titleVi, style: styles.model },
      code: empty,
      name: { value: 'Tiến độ, kết quả, khó khăn, vướng mắc', style: styles.model },
      unit: empty, before: empty, value: empty, target: empty,
      note: { value: text, style: styles.textInput },
    },
  };
};

/** The whole title stands with the model's text; beside each indicator so much of it as two lines hold. */
const shortTitle = (title: string): string => shortened(title, 62);

/** A text of so many units at most, cut between words. */
const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 2).replace(/\s+\S*$/u, '')} …`);

const lineHeight = 14.5;
const mostLines = 20;
/** Letters of the template's font beside the digits that widths are counted in. */
const lettersToWidth = 1.05;
const boldToPlain = 0.85;
/** Points that the longest of some texts needs in its column; programs do not fit rows of a file by themselves. */
const heightOf = (texts: readonly (readonly [text: string, width: number])[], least = 1): number => {
  const lines = texts.map(([text, width]) => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * lettersToWidth))), 0));
  return lineHeight * Math.min(mostLines, Math.max(least, ...lines)) + 3;
};

const ofKind: Readonly<Record<SheetIndicator['kind'], Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2' | 'errorMessage'>>> = {
  count: { type: 'whole', operator: 'between', formula1: '0', formula2: '999999999999', errorMessage: 'Ghi số nguyên, không âm.' },
  share: { type: 'decimal', operator: 'between', formula1: '0', formula2: '100', errorMessage: 'Ghi tỉ lệ từ 0 đến 100, không kèm dấu %.' },
  amount: { type: 'decimal', operator: 'between', formula1: '0', formula2: '999999999999', errorMessage: 'Ghi một con số, không âm.' },
};

/** Units of what is shown beside a cell that is being filled in: more makes a workbook that Excel refuses. */
const longestTitle = 32;
const longestMessage = 255;

const validationsOf = (lines: readonly Line[]): DataValidation[] => {
  const stop = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop', errorTitle: 'Không đúng' } as const;
  const choice: DataValidation = { ...stop, type: 'list', values: [choices.no, choices.yes], allowBlank: false, errorMessage: `Chọn ${choices.yes} hoặc ${choices.no}.`, range: `${letter('code')}${rows.nothing}` };
  const numbers = lines.flatMap(({ asks }, index): DataValidation[] => {
    if (asks === undefined) return [];
    const row = rows.header + 1 + index;
    return [{ ...stop, ...ofKind[asks.kind], showInputMessage: true, inputTitle: asks.code.slice(0, longestTitle), inputMessage: shortened(asks.definitionVi, longestMessage), range: `${letter('value')}${row}:${letter('target')}${row}` }];
  });
  return [choice, ...numbers];
};
