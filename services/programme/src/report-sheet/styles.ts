import type { CellStyle } from 'hucre/xlsx';

const font = { name: 'Times New Roman', size: 11 } as const;
const line = { style: 'thin', color: { rgb: '808080' } } as const;
const border = { top: line, right: line, bottom: line, left: line } as const;
const filled = (rgb: string): CellStyle => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } });
const grey = filled('E7E6E6');
/** What is to be filled in stands out on paper too, for it is the only white. */
const input = filled('FFFFFF');
const wrapped = { vertical: 'top', wrapText: true } as const;

/** How the template's cells look. A locked cell is one that is not to be filled in. */
export const styles = {
  marker: { font: { ...font, color: { rgb: '808080' } } },
  title: { font: { ...font, size: 14, bold: true } },
  label: { font },
  beside: { font: { ...font, bold: true } },
  howTo: { font: { ...font, italic: true } },
  choice: { font: { ...font, bold: true }, border, ...input, alignment: { horizontal: 'center' }, protection: { locked: false } },
  header: { font: { ...font, bold: true }, border, ...filled('D0CECE'), alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  fixed: { font, border, ...grey, alignment: wrapped },
  modelNumber: { font: { ...font, bold: true }, border, ...grey, alignment: { horizontal: 'center', vertical: 'top' } },
  model: { font: { ...font, bold: true }, border, ...grey, alignment: wrapped },
  code: { font: { ...font, color: { rgb: '595959' } }, border, ...grey, alignment: wrapped },
  share: { font, border, ...grey, alignment: { horizontal: 'right', vertical: 'top' } },
  amount: { font, border, ...grey, numFmt: '#,##0.00', alignment: { horizontal: 'right', vertical: 'top' } },
  count: { font, border, ...grey, numFmt: '#,##0', alignment: { horizontal: 'right', vertical: 'top' } },
  counted: { font: { ...font, italic: true }, border, ...grey, alignment: { horizontal: 'right', ...wrapped } },
  shareInput: { font, border, ...input, alignment: { horizontal: 'right', vertical: 'top' }, protection: { locked: false } },
  amountInput: { font, border, ...input, numFmt: '#,##0.00', alignment: { horizontal: 'right', vertical: 'top' }, protection: { locked: false } },
  countInput: { font, border, ...input, numFmt: '#,##0', alignment: { horizontal: 'right', vertical: 'top' }, protection: { locked: false } },
  textInput: { font, border, ...input, numFmt: '@', alignment: wrapped, protection: { locked: false } },
} as const satisfies Readonly<Record<string, CellStyle>>;
