import { FieldType, type DataFrame } from '@grafana/data';
import type { Language } from '../panels/renderer.ts';
import { sideBySide, type Column } from './joined.ts';
import { mappedText } from './mapping.ts';
import { grainOf, timeText } from './times.ts';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A spreadsheet takes a text that begins like this for a formula; an apostrophe before it says that it is text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const yesNo = { vi: ['có', 'không'], en: ['yes', 'no'] } as const;

const cell = ({ field, values }: Column, language: Language): ((row: number) => string) => {
  const grain = field.type === FieldType.time ? grainOf(values) : 'second';
  const asTime = field.type === FieldType.time || field.config.unit?.startsWith('dateTime') === true;
  return (row) => {
    const value = values[row];
    const mapped = mappedText(field.config.mappings, value);
    if (mapped !== undefined) return harmless(mapped);
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return asTime && Number.isFinite(value) ? timeText(value, 'en', grain) : String(value);
    if (typeof value === 'boolean') return yesNo[language][value ? 0 : 1];
    return harmless(typeof value === 'string' ? value : JSON.stringify(value));
  };
};

/**
 * Frames as a CSV file (RFC 4180: commas, CRLF), with the mark of UTF-8 before it, by which a spreadsheet knows Vietnamese letters. Several series stand side by side.
 * Numbers are whole and have a decimal point in both languages: where a comma parts columns, the point is the decimal mark. Times are ISO in Vietnam's time, mapped values their text.
 */
export const csvOf = (frames: readonly DataFrame[], language: Language): string => {
  const columns = sideBySide(frames);
  const cells = columns.map((column) => cell(column, language));
  const rows = Array.from({ length: columns[0]?.values.length ?? 0 }, (_, row) => cells.map((text) => quoted(text(row))).join(','));
  return `\uFEFF${[columns.map(({ name }) => quoted(harmless(name))).join(','), ...rows].join('\r\n')}\r\n`;
};
