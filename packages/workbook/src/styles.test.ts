import { describe, expect, it } from 'vitest';
import { buildWorkbook, number, styles } from './build-workbook.ts';
import { cellAddress } from './cell.ts';
import { readWorkbook } from './workbook.ts';

describe('a number', () => {
  it.each([['general', 'number'], ['date', 'date'], ['dateTime', 'date'], ['exponent', 'number'], ['quotedLetters', 'number'], ['text', 'number'], ['percent', 'percent']] as const)('in a cell of style %s is shown as a %s', async (style, shows) => {
    const bytes = buildWorkbook({ sheets: [{ name: 'A', rows: { 1: { A: number(0.5, styles[style]) } } }] });
    const read = await readWorkbook(bytes, { name: '', isWanted: () => true, headRows: 1, mostRows: 1 });
    expect([read?.name, read?.sheet.rows[0]?.cells]).toEqual(['A', [{ kind: 'number', value: 0.5, shows }]]);
  });
});

describe('the address of a cell', () => {
  it.each([[1, 1, 'A1'], [7, 26, 'Z7'], [7, 27, 'AA7'], [10, 702, 'ZZ10'], [10, 703, 'AAA10']])('in row %i, column %i is %s', (row, column, address) => expect(cellAddress(row, column)).toBe(address));
});
