import { AppError } from '@da06/errors';
import { maxItemBytes, maxItems } from '../limits.ts';
import type { RawItem } from '../types.ts';
import { decode, withoutMark } from './bytes.ts';

/** A piece of an NDJSON body that begins and ends with a line. */
export type Lines = { readonly bytes: Uint8Array; readonly firstIndex: number; readonly firstLine: number };

const newline = 0x0a;

/**
 * Cuts an NDJSON body into pieces of at most `linesEach` lines. Blank lines count as lines, not as records.
 * @throws AppError `batch.too-many-items`, `item.too-large`, `batch.empty`.
 */
export const splitLines = (body: Uint8Array, linesEach: number): Lines[] => {
  const bytes = withoutMark(body);
  const pieces: Lines[] = [];
  let start = 0;
  let items = 0;
  let itemsBefore = 0;
  let line = 0;
  let firstLine = 1;
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(newline, from);
    const end = found === -1 ? bytes.length : found;
    if (end - from > maxItemBytes) throw new AppError('item.too-large', { context: { index: items } });
    if (!isBlank(bytes, from, end)) items += 1;
    line += 1;
    from = end + 1;
    if (items > maxItems) throw new AppError('batch.too-many-items');
    if (items - itemsBefore >= linesEach || from >= bytes.length) {
      if (items > itemsBefore) pieces.push({ bytes: bytes.subarray(start, end), firstIndex: itemsBefore, firstLine });
      start = from;
      itemsBefore = items;
      firstLine = line + 1;
    }
  }
  if (items === 0) throw new AppError('batch.empty');
  return pieces;
};

const isBlank = (bytes: Uint8Array, from: number, to: number): boolean => {
  for (let index = from; index < to; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte !== 0x20 && byte !== 0x0d && byte !== 0x09) return false;
  }
  return true;
};

/** The records of a piece; a line that is cut off or not JSON is one record that cannot be read. */
export function* readLines({ bytes, firstIndex, firstLine }: Lines): Generator<RawItem & { readonly line: Uint8Array }> {
  let index = firstIndex;
  let number = firstLine;
  for (let from = 0; from < bytes.length; number += 1) {
    const found = bytes.indexOf(newline, from);
    const end = found === -1 ? bytes.length : found;
    if (!isBlank(bytes, from, end)) {
      yield readLine(bytes.subarray(from, end), index, number);
      index += 1;
    }
    from = end + 1;
  }
}

/** The records of a whole body. @throws as `splitLines`. */
export function* readAllLines(bytes: Uint8Array): Generator<RawItem> {
  for (const piece of splitLines(bytes, Number.MAX_SAFE_INTEGER)) yield* readLines(piece);
}

const readLine = (line: Uint8Array, index: number, number: number): RawItem & { readonly line: Uint8Array } => {
  const at = { line: number };
  const text = decode(line);
  if (text === undefined) return { index, at, line, unreadable: { pointer: '', code: 'item.not-utf8' } };
  try {
    return { index, at, line, value: JSON.parse(text) as unknown };
  } catch {
    return { index, at, line, unreadable: { pointer: '', code: 'item.unreadable', received: text.slice(0, 80) } };
  }
};
