import { AppError } from '@da06/errors';
import { createXmlParser } from '@da06/workbook/xml';
import { escapeKey } from '../fields/read-claim.ts';
import { maxItemBytes, maxItems } from '../limits.ts';
import type { Finding, RawItem } from '../types.ts';
import { decodeBody } from './bytes.ts';
import { placeValue } from './place-value.ts';
import { checkCount } from './read-json.ts';
import { elementPaths, guestElement, rootElement } from './xml-elements.ts';

/** A guest beside the native item made of it: its children by name, what the hash of the answer is taken of. */
export type XmlItem = RawItem & { readonly row: Readonly<Record<string, unknown>> };

const mostUnknown = 20;

/**
 * The guests of the portal's XML, read whole. An empty child is a field that is not named; a child that holds elements, or stands twice
 * with different texts, has no text of its own and is refused by its field.
 * @throws AppError `request.unreadable` with the line, `xml.root-unknown`, `xml.doctype-refused`, `batch.empty`, `batch.too-many-items`, `item.too-large`.
 */
export const readXml = (bytes: Uint8Array): XmlItem[] => {
  const items: XmlItem[] = [];
  const path: string[] = [];
  let guest: { readonly line: number; readonly depth: number; readonly children: Record<string, unknown>; size: number } | undefined;
  let child: unknown = '';

  const grow = (units: number): void => {
    if (guest === undefined) return;
    guest.size += units;
    if (guest.size > maxItemBytes) throw new AppError('item.too-large', { context: { index: items.length } });
  };
  const open = (name: string): void => {
    if (path.length === 0 && name !== rootElement) throw new AppError('xml.root-unknown');
    path.push(name);
    grow(name.length);
    if (guest === undefined) {
      if (name === guestElement) guest = { line: parser.line(), depth: path.length, children: Object.create(null) as Record<string, unknown>, size: 0 };
    } else child = path.length === guest.depth + 1 ? '' : {};
  };
  const close = (name: string): void => {
    if (guest !== undefined && path.length === guest.depth + 1) {
      guest.children[name] = withRepeat(guest.children[name], child);
      child = '';
    } else if (guest !== undefined && path.length === guest.depth) {
      if (items.length >= maxItems) throw new AppError('batch.too-many-items');
      items.push(itemOf(guest.children, items.length, guest.line));
      guest = undefined;
    }
    path.pop();
  };
  const text = (piece: string): void => {
    grow(piece.length);
    if (guest !== undefined && path.length === guest.depth + 1 && typeof child === 'string') child += piece;
  };

  const parser = createXmlParser({ open, close, text }, (detail) => new AppError('request.unreadable', { detail }));
  parser.write(decodeBody(bytes));
  parser.end();
  checkCount(items.length);
  return items;
};

/** Texts of a child that stands more than once are listed side by side, so that its field is refused; a few of them say enough. */
const mostRepeats = 8;

const withRepeat = (before: unknown, child: unknown): unknown => {
  if (before === undefined || before === child) return child;
  const held: readonly unknown[] = Array.isArray(before) ? before : [before];
  return held.length < mostRepeats ? [...held, child] : held;
};

const itemOf = (children: Readonly<Record<string, unknown>>, index: number, line: number): XmlItem => {
  const value: Record<string, unknown> = {};
  const found: Finding[] = [];
  for (const [name, text] of Object.entries(children)) {
    if (!elementPaths.has(name)) {
      if (found.length < mostUnknown) found.push({ pointer: `/${escapeKey(name)}`, code: 'field.unknown', storedPointer: '' });
      continue;
    }
    const path = elementPaths.get(name);
    if (path !== undefined && (typeof text !== 'string' || text.trim() !== '')) placeValue(value, path, text);
  }
  return { index, at: { line }, row: children, value, ...(found.length > 0 ? { found } : {}) };
};
