import { fault, type Fault } from '@da06/errors';
import type { Shape } from '@da06/events';
import type { LeanBatch } from './prepare-body.ts';
import type { LeanItem } from './prepare-item.ts';
import type { Finding, PreparedBatch, PreparedItem, PreparedPiece, TakeInFormat } from './types.ts';

const shapes: Readonly<Record<TakeInFormat, Shape>> = {
  put: 'native', patch: 'native', 'check-out': 'native', cancel: 'native', json: 'native', ndjson: 'native', csv: 'csv', xlsx: 'xlsx', xml: 'xml', qr: 'qr',
  'kbtt-foreign': 'kbtt-foreign', 'kbtt-vietnamese': 'kbtt-vietnamese', 'kbtt-departure': 'kbtt-departure',
};

const numberPointers: Readonly<Partial<Record<TakeInFormat, string>>> = { 'kbtt-foreign': '/soHoChieu', 'kbtt-vietnamese': '/soGiayTo', 'kbtt-departure': '/soGiayTo' };

/** Puts the pieces of a request together: texts to the findings, and what only shows across records. */
export const assemble = (pieces: readonly LeanBatch[], format: TakeInFormat): PreparedBatch => {
  const prepared = pieces.map(({ items, keyChunk }): PreparedPiece => ({ items: items.map(told), keyChunk }));
  warnOfRepeatedDocuments(prepared, numberPointers[format] ?? '/guest/document/number');
  return { shape: shapes[format], columns: pieces[0]?.columns, pieces: prepared };
};

const told = ({ found, ...item }: LeanItem): PreparedItem => {
  const faults = found.map(asFault);
  return { ...item, faults, rejected: item.draft === undefined };
};

const asFault = ({ pointer, code, received }: Finding): Fault => (received === undefined ? plain(pointer, code) : fault(pointer, code, received));

/** Faults without a value are the same for every record that has them. */
const known = new Map<string, Fault>();
const plain = (pointer: string, code: Fault['code']): Fault => {
  if (code === 'field.unknown') return fault(pointer, code);
  const key = `${code} ${pointer}`;
  let made = known.get(key);
  if (made === undefined) known.set(key, (made = fault(pointer, code)));
  return made;
};

/** The same document in two records with different references: a warning on the later one. A move to another room looks like this too. */
const warnOfRepeatedDocuments = (pieces: readonly PreparedPiece[], pointer: string): void => {
  const first = new Map<string, string>();
  for (const { draft, ref, faults } of pieces.flatMap(({ items }) => items)) {
    if (draft?.documentKey === undefined) continue;
    const earlier = first.get(draft.documentKey);
    if (earlier === undefined) first.set(draft.documentKey, ref);
    else if (earlier !== ref || draft.byDocument !== undefined) {
      faults.push(plain(pointer, 'document.duplicate-in-request'));
      draft.storedFaults.push({ pointer, code: 'document.duplicate-in-request' });
    }
  }
};
