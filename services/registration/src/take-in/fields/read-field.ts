import { foldName } from '@da06/domain';
import type { Finding } from '../types.ts';
import type { ClaimValue } from './claim.ts';
import { cleanText, hasControls } from './clean-text.ts';
import type { Field } from './field.ts';

/** A value as it is shown to its sender: texts cut, structures only named. */
export const shown = (value: unknown): string => {
  if (typeof value === 'string') return value.length > 80 ? `${value.slice(0, 79)}…` : value;
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : String(value);
};

/** Reads one value by its row: cleaned text, null if it is empty, '' if it is refused; what is wrong goes to `found`. */
export const readField = (value: unknown, field: Field<string>, found: Finding[]): ClaimValue => {
  if (value === undefined || value === null) return value;
  const text = asText(value, field, found);
  if (text === undefined) {
    found.push({ pointer: field.pointer, code: field.type === 'integer' ? (field.refusal ?? 'revision.format') : 'field.type', received: shown(value) });
    return '';
  }
  if (text.length > field.max && text.trim().length > field.max) {
    found.push({ pointer: field.pointer, code: 'field.too-long', received: shown(text) });
    return '';
  }
  const cleaned = cleanText(text);
  if (cleaned !== text && hasControls(text)) found.push({ pointer: field.pointer, code: 'field.control-character', received: shown(text) });
  return cleaned === '' ? null : allowed(cleaned, field, found);
};

const asText = (value: unknown, field: Field<string>, found: Finding[]): string | undefined => {
  if (typeof value === 'string') return field.type === 'number' ? (/^\s*(\d{1,3})(?:\s*-.*)?\s*$/u.exec(value)?.[1] ?? value) : value;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || field.type === 'text') return undefined;
  if (field.type === 'number' || field.type === 'integer') return String(value);
  if (field.field === 'birthDate') return value >= 1000 && value <= 9999 ? String(value) : undefined;
  if (field.type !== 'code') return undefined;
  found.push({ pointer: field.pointer, code: 'field.number-as-text', received: String(value) });
  return String(value);
};

const allowed = (text: string, field: Field<string>, found: Finding[]): string => {
  if (field.type === 'integer') {
    if (/^\d{1,16}$/.test(text) && Number(text) <= (field.most ?? 4_294_967_295)) return text;
    found.push({ pointer: field.pointer, code: field.refusal ?? 'revision.format', received: shown(text) });
    return '';
  }
  if (field.allowed === undefined) return field.words?.get(foldName(text)) ?? text;
  if (field.allowed.includes(text)) return text;
  const match = field.allowed.find((value) => value.toLowerCase() === text.toLowerCase()) ?? field.words?.get(foldName(text));
  if (match !== undefined) return match;
  found.push({ pointer: field.pointer, code: field.refusal ?? 'field.not-allowed-value', received: shown(text) });
  return '';
};
