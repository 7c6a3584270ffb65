import type { Code } from '@da06/errors';
import { momentOfSerial, type Cell } from '@da06/workbook';
import { dayText } from '../day-text.ts';
import { readDecimal } from '../decimal-text.ts';

/** What was found of a cell, before it is known where it stands. */
export type Found = { readonly code: Code; readonly received?: string };

/** A number that a cell holds; undefined with no findings where it is blank. */
export type CellNumber = { readonly value: number | undefined; readonly found: readonly Found[] };

/** Reads a cell in which a number is asked for. A share may be written 12, "12 %" or as 0.12 shown as 12 %. */
export const cellNumber = (cell: Cell | undefined, isShare: boolean, is1904: boolean): CellNumber => {
  if (cell === undefined) return { value: undefined, found: [] };
  if (typeof cell === 'string') {
    if (isBlank(cell)) return { value: undefined, found: [] };
    const value = readDecimal(cell, isShare);
    return { value, found: [{ code: value === undefined ? 'template.not-a-number' : 'template.number-as-text', received: cell }] };
  }
  switch (cell.kind) {
    case 'number': {
      if (cell.shows === 'date') return { value: undefined, found: [{ code: 'template.not-a-number', received: dayOf(momentOfSerial(cell.value, is1904)) }] };
      return { value: withoutNoise(cell.shows === 'percent' && isShare ? cell.value * 100 : cell.value), found: [] };
    }
    case 'iso-date':
      return { value: undefined, found: [{ code: 'template.not-a-number', received: cell.text }] };
    case 'error':
      return { value: undefined, found: [{ code: 'workbook.cell-error', received: cell.text }] };
    case 'formula': {
      if (cell.result === undefined) return { value: undefined, found: [{ code: 'workbook.formula-without-value' }] };
      const { value, found } = cellNumber(cell.result, isShare, is1904);
      return { value, found: [{ code: 'workbook.formula', ...(value === undefined ? {} : { received: String(value) }) }, ...found] };
    }
  }
};

/** Reads a cell in which a text is asked for: numbers and days as a person would write them. */
export const cellText = (cell: Cell | undefined, is1904: boolean): { readonly text: string; readonly found: readonly Found[] } => {
  if (cell === undefined) return { text: '', found: [] };
  if (typeof cell === 'string') return { text: isBlank(cell) ? '' : cell.replace(/\r\n?/g, '\n').trim(), found: [] };
  switch (cell.kind) {
    case 'number':
      return { text: cell.shows === 'date' ? dayOf(momentOfSerial(cell.value, is1904)) : cell.shows === 'percent' ? `${withoutNoise(cell.value * 100)}%` : String(withoutNoise(cell.value)), found: [] };
    case 'iso-date':
      return { text: cell.text, found: [] };
    case 'error':
      return { text: '', found: [{ code: 'workbook.cell-error', received: cell.text }] };
    case 'formula': {
      if (cell.result === undefined) return { text: '', found: [{ code: 'workbook.formula-without-value' }] };
      const { text, found } = cellText(cell.result, is1904);
      return { text, found: [{ code: 'workbook.formula', received: text }, ...found] };
    }
  }
};

const isBlank = (text: string): boolean => /^[\s\u200b\ufeff]*$/u.test(text);

/** Fifteen digits are what a spreadsheet shows; beyond them is the noise of binary fractions. */
const withoutNoise = (value: number): number => Number(value.toPrecision(15));

const dayOf = (moment: number): string => {
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? '' : dayText(at.toISOString().slice(0, 10));
};
