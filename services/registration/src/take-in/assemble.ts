import { fault, type Fault } from '@da06/errors';
import type { Shape } from '@da06/events';
import type { LeanBatch } from './prepare-body.ts';
import type { LeanItem } from './prepare-item.ts';
import type { PackedBatch } from './pool/messages.ts';
import { unpackItems } from './pool/packed.ts';
import type { Finding, PreparedBatch, PreparedItem, PreparedPiece, TakeInFormat } from './types.ts';

const shapes: Readonly<Record<TakeInFormat, Shape>> = {
  put: 'native', patch: 'native', 'check-out': 'native', cancel: 'native', json: 'native', ndjson: 'native', csv: 'csv', xlsx: 'xlsx', xml: 'xml', qr: 'qr',
  'kbtt-foreign': 'kbtt-foreign', 'kbtt-vietnamese': 'kbtt-vietnamese', 'kbtt-departure': 'kbtt-departure',
};

const numberPointers: Readonly<Partial<Record<TakeInFormat, string>>> = { 'kbtt-foreign': '/soHoChieu', 'kbtt-vietnamese': '/soGiayTo', 'kbtt-departure': '/soGiayTo' };

/** Puts the pieces of a request together: texts to the findings, and what only shows across records. */
export const assemble = (pieces: readonly (LeanBatch | PackedBatch)[], format: TakeInFormat): PreparedBatch => {
  const repeats = createRepeats(numberPointers[format] ?? '/guest/document/number');
  return { shape: shapes[format], columns: pieces[0]?.columns, pieces: pieces.map((piece) => prepared(piece, repeats)), rows: rowsOf(pieces) };
};

const prepared = (piece: LeanBatch | PackedBatch, repeats: Repeats): PreparedPiece => {
  const { count, lean } = 'packed' in piece ? { count: piece.packed.count, lean: () => unpackItems(piece.packed) } : { count: piece.items.length, lean: () => piece.items };
  return {
    count,
    items: {
      *[Symbol.iterator]() {
        for (const item of lean()) yield repeats.warned(told(item));
      },
    },
    keyChunk: piece.keyChunk,
  };
};

/** Records that are kept as their file has them are not packed. */
const rowsOf = (pieces: readonly (LeanBatch | PackedBatch)[]): PreparedBatch['rows'] => {
  const items = pieces.flatMap((piece) => ('packed' in piece ? [...piece.packed.others.values()] : piece.items));
  return items.some(({ row }) => row !== undefined) ? items.map(({ row }) => row ?? {}) : undefined;
};

/** Written out by property: of spread objects the engine makes a new layout each. */
const told = ({ index, at, ref, hash, found, draft }: LeanItem): PreparedItem => {
  const faults = found.length === 0 ? [] : found.map(asFault);
  if (draft === undefined) return at === undefined ? { index, ref, hash, faults, rejected: true } : { index, at, ref, hash, faults, rejected: true };
  return at === undefined ? { index, ref, hash, faults, rejected: false, draft } : { index, at, ref, hash, faults, rejected: false, draft };
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

type Repeats = { readonly warned: (item: PreparedItem) => PreparedItem };

/** The same document in two records with different references: a warning on the later one. A move to another room looks like this too. */
const createRepeats = (pointer: string): Repeats => {
  const first = new Map<string, string>();
  return {
    warned: (item) => {
      const { draft, ref, faults } = item;
      if (draft?.documentKey === undefined) return item;
      const earlier = first.get(draft.documentKey);
      if (earlier === undefined) first.set(draft.documentKey, ref);
      else if (earlier !== ref || draft.byDocument !== undefined) {
        faults.push(plain(pointer, 'document.duplicate-in-request'));
        draft.storedFaults.push({ pointer, code: 'document.duplicate-in-request' });
      }
      return item;
    },
  };
};
