import { momentOfSerial, type Cell, type NumberCell } from '@da06/workbook';
import type { ClaimField } from '../take-in/fields/claim.ts';
import type { RecordField } from '../take-in/register/record-claim.ts';
import type { Finding } from '../take-in/types.ts';

/** The text of a cell as the template would have it, and what is to be said of it. `refused`: it has none that can be taken. */
export type CellText = { readonly text: string; readonly found: readonly Pick<Finding, 'code' | 'received'>[] };

/** Fields that hold days, of stays and of the registers' records. */
const dateFields: ReadonlySet<string | undefined> = new Set<ClaimField | RecordField>(['birthDate', 'arrival', 'expectedDeparture', 'on', 'until', 'unemployedSince']);
/** Serial numbers of 1954 to 2119: what a bare number in a column of dates can mean. */
const dateSerials = { from: 20_000, to: 80_000 };

/** Codes that a lost zero at the front makes another code of the same list; whole ones have five digits. */
const codeFields: ReadonlySet<string | undefined> = new Set<RecordField>(['occupation', 'industry']);
const longestCode = 5;

/** Reads a cell of a field's column: real dates become dd/MM/yyyy, numbers their digits, formulas the value saved with them. */
export const cellText = (cell: Cell, field: string | undefined, is1904: boolean): CellText => {
  if (typeof cell === 'string') return { text: cell, found: [] };
  switch (cell.kind) {
    case 'number':
      return numberText(cell, field, is1904);
    case 'iso-date':
      return { text: isoText(cell.text), found: [] };
    case 'error':
      return { text: '', found: [{ code: 'workbook.cell-error', received: cell.text }] };
    case 'formula': {
      if (cell.result === undefined) return { text: '', found: [{ code: 'workbook.formula-without-value' }] };
      const { text, found } = cellText(cell.result, field, is1904);
      return { text, found: [{ code: 'workbook.formula', received: text.slice(0, 80) }, ...found] };
    }
  }
};

const numberText = ({ value, shows }: NumberCell, field: string | undefined, is1904: boolean): CellText => {
  if (shows === 'date' && value >= 1) return { text: momentText(momentOfSerial(value, is1904)), found: [] };
  const isBirthYear = field === 'birthDate' && Number.isInteger(value) && value >= 1000 && value <= 9999;
  if (dateFields.has(field) && !isBirthYear && value >= dateSerials.from && value <= dateSerials.to) {
    return { text: momentText(momentOfSerial(value, is1904)), found: [{ code: 'workbook.date-from-number', received: digits(value) }] };
  }
  const text = digits(value);
  return { text, found: codeFields.has(field) && text.length < longestCode ? [{ code: 'field.number-as-text', received: text }] : [] };
};

/** A number as a person would write it: no exponent, none of the noise that binary fractions have. */
const digits = (value: number): string => {
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? BigInt(rounded).toString() : String(rounded);
};

const two = (value: number): string => String(value).padStart(2, '0');

const momentText = (moment: number): string => {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return '';
  const day = `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${String(at.getUTCFullYear()).padStart(4, '0')}`;
  const [hour, minute] = [at.getUTCHours(), at.getUTCMinutes()];
  return hour === 0 && minute === 0 ? day : `${day} ${two(hour)}:${two(minute)}`;
};

/** A date that the file holds as ISO 8601 (cell type d), written as the template writes dates. */
const isoText = (text: string): string => {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(text);
  if (found === null) return text;
  const [, year = '', month = '', day = '', hour = '00', minute = '00'] = found;
  return `${day}/${month}/${year}${hour === '00' && minute === '00' ? '' : ` ${hour}:${minute}`}`;
};
