import type { Locality } from '@da06/reference';
import type { Sealer, Vault } from '@da06/vault';
import { readPortalSheet } from '../portal-sheet/read-sheet.ts';
import type { ReadSheet } from '../portal-sheet/sheet-rows.ts';
import { readRegisterSheet } from '../register-sheet/read-register-sheet.ts';
import { stayOutcome } from './draft/stay-outcome.ts';
import { prepareItem, type ItemRule, type LeanItem } from './prepare-item.ts';
import { columnPath } from './read/csv-columns.ts';
import { readCsv } from './read/read-csv.ts';
import { readJsonArray, readOne, readPortal } from './read/read-json.ts';
import { readAllLines, readLines, type Lines } from './read/read-ndjson.ts';
import { readQrLines } from './read/read-qr-lines.ts';
import { readXml } from './read/read-xml.ts';
import { recordColumnPath } from './register/columns.ts';
import { recordOutcome } from './register/record-outcome.ts';
import { registerSettingOf } from './register/register-setting.ts';
import { settingOf } from './rules/setting.ts';
import { prepareTrip } from './trip/prepare-trip.ts';
import { tripColumnPath } from './trip/trip-fields.ts';
import type { Columns, KeyChunk, RawItem, TakeInBody, TakeInContext, TakeInFormat } from './types.ts';

/** What take-in is built on. */
export type TakeInDeps = { readonly locality: Locality; readonly vault: Pick<Vault, 'mac' | 'personKey' | 'registrationNumber' | 'derivedRef' | 'newSealer'> };

/** Records of one piece of a body, and the chunk of keys their identities are sealed under. */
export type LeanBatch = { readonly items: readonly LeanItem[]; readonly keyChunk: KeyChunk | undefined; /** Of a workbook. */ readonly columns?: Columns };

/** The same while it is being made: its records are checked as they are read, and the chunk holds the keys of those that were. */
export type PieceInWork = { readonly items: Iterable<LeanItem>; readonly keyChunk: () => KeyChunk | undefined; readonly columns?: Columns };

/** Records of a piece: few, so that what is made of it is gone before the next collection of garbage has to carry it along. */
export const itemsEach = 250;

/** Reads and checks a whole body in pieces: what one piece needs is gone before the next is made. @throws AppError as `TakeIn.prepare`. */
export async function* preparePieces(body: TakeInBody, context: TakeInContext, deps: TakeInDeps): AsyncGenerator<PieceInWork> {
  const { items, columns }: { readonly items: Iterable<RawItem>; readonly columns?: Columns } = body.format === 'xlsx' ? await readSheet(body.bytes, context) : { items: readBody(body, context) };
  let piece: RawItem[] = [];
  const prepared = (): PieceInWork => ({ ...prepareAll(piece, body, context, deps), ...(columns === undefined ? {} : { columns }) });
  for (const item of items) {
    piece.push(item);
    if (piece.length < itemsEach) continue;
    yield prepared();
    piece = [];
  }
  if (piece.length > 0) yield prepared();
}

/** The pieces of a whole body, made in this thread. @throws AppError as `TakeIn.prepare`. */
export const prepareBody = async (body: TakeInBody, context: TakeInContext, deps: TakeInDeps): Promise<readonly LeanBatch[]> => {
  const pieces: LeanBatch[] = [];
  for await (const { items, keyChunk, ...rest } of preparePieces(body, context, deps)) {
    const made = [...items];
    pieces.push({ ...rest, items: made, keyChunk: keyChunk() });
  }
  return pieces;
};

/** Reads and checks a piece of an NDJSON body. */
export const prepareLines = (lines: Lines, context: TakeInContext, deps: TakeInDeps): PieceInWork => prepareAll(readLines(lines), { format: 'ndjson', bytes: lines.bytes }, context, deps);

const readSheet = (bytes: Uint8Array, context: TakeInContext): Promise<ReadSheet> => ('register' in context ? readRegisterSheet(bytes, context.register) : readPortalSheet(bytes));

const readBody = (body: Exclude<TakeInBody, { format: 'xlsx' }>, context: TakeInContext): Iterable<RawItem> => {
  const { bytes } = body;
  switch (body.format) {
    case 'ndjson':
      return readAllLines(bytes);
    case 'csv':
      return readCsv(bytes, columnsOf(context));
    case 'xml':
      return readXml(bytes);
    case 'qr':
      return readQrLines(bytes, body.shared);
    case 'json':
      return readJsonArray(bytes);
    case 'kbtt-foreign':
    case 'kbtt-vietnamese':
    case 'kbtt-departure':
      return readPortal(bytes);
    case 'put':
    case 'patch':
    case 'check-out':
    case 'cancel':
      return readOne(bytes);
  }
};

const columnsOf = (context: TakeInContext): ((column: string) => readonly string[] | undefined) => {
  if ('register' in context) return recordColumnPath(context.register);
  return 'trips' in context ? tripColumnPath : columnPath;
};

const prepareAll = (raw: Iterable<RawItem>, body: TakeInBody, context: TakeInContext, deps: TakeInDeps): PieceInWork => {
  const sealer = deps.vault.newSealer();
  const ref = 'ref' in body ? body.ref : undefined;
  const rule: ItemRule = { format: body.format, ref, keepRows: context.keepRows, outcomeOf: outcomeRule(body.format, context, deps, { sealer, ref }) };
  return {
    items: {
      *[Symbol.iterator]() {
        for (const item of raw) yield prepareItem(item, rule);
      },
    },
    keyChunk: sealer.chunk,
  };
};

const outcomeRule = (format: TakeInFormat, context: TakeInContext, { locality, vault }: TakeInDeps, given: { readonly sealer: Sealer; readonly ref: string | undefined }): ItemRule['outcomeOf'] => {
  if ('register' in context) {
    const preparing = { ...given, setting: registerSettingOf(locality, vault, context) };
    return (value, before) => recordOutcome(value, before, format, preparing);
  }
  if ('trips' in context) {
    const preparing = { ...given, context, hashes: vault };
    return (value, before) => prepareTrip(value, before, format, preparing);
  }
  const preparing = { ...given, setting: settingOf(locality, vault, context) };
  return (value, before) => stayOutcome(value, before, format, preparing);
};
