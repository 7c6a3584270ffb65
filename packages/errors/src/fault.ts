import { codes, type Code } from './codes.ts';
import type { Severity } from './severity.ts';

/** One finding about a record: where (RFC 6901 pointer), what (code), how grave, in two languages, and the value received. */
export type Fault = {
  readonly pointer: string;
  readonly code: Code;
  readonly severity: Severity;
  readonly vi: string;
  readonly en: string;
  readonly received?: string;
  /** Cell of the workbook that the field stands in, from 1; of a report's workbook also its sheet and the cell as people name it, such as C7. */
  readonly at?: CellPlace | NamedCellPlace;
};
export type CellPlace = { readonly row: number; readonly column: number };
export type NamedCellPlace = CellPlace & { readonly sheet: string; readonly cell: string };

const longestReceived = 80;

/** Makes a fault; `received` is shown as text, cut at 80 characters. It goes back to the sender alone and is never stored. */
export const fault = (pointer: string, code: Code, received?: unknown): Fault => {
  const { severity, vi, en } = codes[code];
  return received === undefined ? { pointer, code, severity, vi, en } : { pointer, code, severity, vi, en, received: shown(received) };
};

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : asJson(value);
  if (text.length <= longestReceived) return text;
  const cut = text.slice(0, longestReceived - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
};

/** A body can be nested deeper than JSON.stringify can follow, though JSON.parse could: a fault must not fail on it. */
const asJson = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
};
