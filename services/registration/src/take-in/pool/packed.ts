import type { StayGroupName } from '@da06/events';
import { stored } from '../draft/outcome.ts';
import type { LeanItem } from '../prepare-item.ts';
import type { Finding, StayDraft } from '../types.ts';

/** The event's type, the groups it names, the unit of a register's record and whether that ends something. */
type Traits = { readonly type: string; readonly sets: readonly StayGroupName[]; readonly unit: string | undefined; readonly ends: true | undefined };

/**
 * Records on their way between threads. What nearly all of them are, a check-in or a register's record of a person with its place in the body, lies in few buffers that are
 * handed over: objects of as many records would cost both threads more than checking them. The others go as they are.
 */
export type PackedItems = {
  readonly count: number;
  /** `dataJson` of each plain record, one after the other: ASCII. */
  readonly data: Uint8Array<ArrayBuffer>;
  /** ref, registrationNumber, time, contentMac, personKey, documentKey ('' = the person's) and hash of each plain record, one after the other: ASCII. */
  readonly fields: Uint8Array<ArrayBuffer>;
  /** Of each plain record: the lengths of its data and of its fields. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  /** Of each plain record: index, line (NaN = none), revision (NaN = the current one), arrival (NaN = of a register's record), expected departure, departure (NaN = none), flags. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** What many plain records have in common. */
  readonly traits: readonly Traits[];
  /** By place among all. */
  readonly found: ReadonlyMap<number, readonly Finding[]>;
  readonly others: ReadonlyMap<number, LeanItem>;
};

const lengthsEach = 8;
const numbersEach = 7;
const isLate = 1;
const isSyncedLate = 2;
const namesDeparture = 4;
const traitsShift = 3;

type PlainDraft = StayDraft & { readonly dataJson: string; readonly personKey: string };
type PlainItem = LeanItem & { readonly at?: { readonly line: number }; readonly draft: PlainDraft };

const isPlain = ({ at, row, draft }: LeanItem): boolean =>
  draft?.kind === 'check-in' && typeof draft.dataJson === 'string' && draft.link === undefined && draft.toSeal === undefined && draft.personKey !== undefined &&
  (draft.documentKey === undefined) === (draft.arrivalAt === undefined) && row === undefined && (at === undefined || 'line' in at);

/** Packs records one at a time, so that what was made of each is gone before the next collection of garbage has to carry it along. */
export type Packer = {
  readonly add: (item: LeanItem) => void;
  readonly packed: () => PackedItems;
};

/** Texts of ASCII, one after the other; room for `size` characters is made with the first of them. */
const createText = (size: number): { readonly write: (text: string) => void; readonly bytes: () => Uint8Array<ArrayBuffer> } => {
  let buffer = Buffer.from(new ArrayBuffer(0));
  let used = 0;
  return {
    write: (text) => {
      if (used + text.length > buffer.length) {
        const larger = Buffer.from(new ArrayBuffer(Math.max(size, 2 * (used + text.length))));
        larger.set(buffer.subarray(0, used));
        buffer = larger;
      }
      used += buffer.write(text, used, 'latin1');
    },
    bytes: () => new Uint8Array(buffer.buffer, 0, used),
  };
};

/** Records for which room is made at first: most bodies are small, and what was made for nobody waits for the garbage's collection. */
const fewRecords = 16;

/** `most` = as many records as may be added. */
export const createPacker = (most: number): Packer => {
  const data = createText(fewRecords * 1280);
  const fields = createText(fewRecords * 256);
  const lengths = new Uint32Array(most * lengthsEach);
  const numbers = new Float64Array(most * numbersEach);
  const traits: Traits[] = [];
  const found = new Map<number, readonly Finding[]>();
  const others = new Map<number, LeanItem>();
  let count = 0;
  let plain = 0;

  const addPlain = ({ index, at, ref, hash, draft }: PlainItem): void => {
    const length = plain * lengthsEach;
    const documentKey = draft.documentKey === undefined || draft.documentKey === draft.personKey ? '' : draft.documentKey;
    lengths[length] = draft.dataJson.length;
    lengths[length + 1] = ref.length;
    lengths[length + 2] = draft.registrationNumber.length;
    lengths[length + 3] = draft.time.length;
    lengths[length + 4] = draft.contentMac.length;
    lengths[length + 5] = draft.personKey.length;
    lengths[length + 6] = documentKey.length;
    lengths[length + 7] = hash.length;
    const number = plain * numbersEach;
    numbers[number] = index;
    numbers[number + 1] = at?.line ?? Number.NaN;
    numbers[number + 2] = draft.revision ?? Number.NaN;
    numbers[number + 3] = draft.arrivalAt ?? Number.NaN;
    numbers[number + 4] = draft.expectedAt ?? Number.NaN;
    numbers[number + 5] = draft.departureAt ?? Number.NaN;
    numbers[number + 6] = flagsOf(draft, traits);
    data.write(draft.dataJson);
    fields.write(`${ref}${draft.registrationNumber}${draft.time}${draft.contentMac}${draft.personKey}${documentKey}${hash}`);
    plain += 1;
  };

  return {
    add: (item) => {
      if (isPlain(item)) {
        if (item.found.length > 0) found.set(count, item.found);
        addPlain(item as PlainItem);
      } else others.set(count, item);
      count += 1;
    },
    packed: () => ({ count, data: data.bytes(), fields: fields.bytes(), lengths, numbers, traits, found, others }),
  };
};

/** What may be handed over instead of copied. */
export const buffersOf = ({ data, fields, lengths, numbers }: PackedItems): ArrayBuffer[] => [data.buffer, fields.buffer, lengths.buffer, numbers.buffer];

const flagsOf = ({ late, syncedLate, departureAt, type, sets, unit, ends }: PlainDraft, known: Traits[]): number => {
  let place = known.findIndex((traits) => traits.sets === sets && traits.type === type && traits.unit === unit && traits.ends === ends);
  if (place === -1) place = known.push({ type, sets, unit, ends }) - 1;
  return (late ? isLate : 0) | (syncedLate ? isSyncedLate : 0) | (departureAt === undefined ? 0 : namesDeparture) | (place << traitsShift);
};

/** The records again, one at a time: each is made when it is asked for. */
export function* unpackItems(packed: PackedItems): Generator<LeanItem> {
  const { count, found, others } = packed;
  const texts: Texts = { data: asBuffer(packed.data), fields: asBuffer(packed.fields).toString('latin1') };
  const at: Cursor = { plain: 0, data: 0, fields: 0 };
  for (let place = 0; place < count; place += 1) yield others.get(place) ?? plainItem(packed, texts, at, found.get(place) ?? none);
}

type Texts = { readonly data: Buffer; readonly fields: string };
type Cursor = { plain: number; data: number; fields: number };

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, byteLength);

const plainItem = (packed: PackedItems, texts: Texts, at: Cursor, found: readonly Finding[]): LeanItem => {
  const { numbers } = packed;
  const first = at.plain * numbersEach;
  const index = numbers[first] as number;
  const line = numbers[first + 1] as number;
  const { hash, draft } = plainDraft(packed, texts, at, found);
  return Number.isNaN(line) ? { index, ref: draft.ref, hash, found, draft } : { index, at: { line }, ref: draft.ref, hash, found, draft };
};

const plainDraft = ({ lengths, numbers, traits }: PackedItems, { data, fields }: Texts, at: Cursor, found: readonly Finding[]): { readonly hash: string; readonly draft: StayDraft } => {
  const length = at.plain * lengthsEach;
  const number = at.plain * numbersEach;
  const dataJson = data.subarray(at.data, (at.data += lengths[length] as number));
  const ref = fields.slice(at.fields, (at.fields += lengths[length + 1] as number));
  const registrationNumber = fields.slice(at.fields, (at.fields += lengths[length + 2] as number));
  const time = fields.slice(at.fields, (at.fields += lengths[length + 3] as number));
  const contentMac = fields.slice(at.fields, (at.fields += lengths[length + 4] as number));
  const personKey = fields.slice(at.fields, (at.fields += lengths[length + 5] as number));
  const documentKey = fields.slice(at.fields, (at.fields += lengths[length + 6] as number));
  const hash = fields.slice(at.fields, (at.fields += lengths[length + 7] as number));
  at.plain += 1;
  const revision = numbers[number + 2] as number;
  const arrivalAt = numbers[number + 3] as number;
  const flags = numbers[number + 6] as number;
  const { type, sets, unit = '', ends } = traits[flags >> traitsShift] as Traits;
  const sent = Number.isNaN(revision) ? undefined : revision;
  if (Number.isNaN(arrivalAt)) return { hash, draft: { kind: 'check-in', type, ref, registrationNumber, revision: sent, time, sets, contentMac, dataJson, storedFaults: stored(found), personKey, late: false, syncedLate: false, unit, ...(ends === undefined ? {} : { ends }) } };
  return {
    hash,
    draft: {
      kind: 'check-in', type, ref, registrationNumber, revision: sent, time, sets, contentMac, dataJson, storedFaults: stored(found), personKey, documentKey: documentKey === '' ? personKey : documentKey, arrivalAt, expectedAt: orNull(numbers[number + 4] as number),
      departureAt: (flags & namesDeparture) === 0 ? undefined : orNull(numbers[number + 5] as number), late: (flags & isLate) !== 0, syncedLate: (flags & isSyncedLate) !== 0,
    },
  };
};

const orNull = (number: number): number | null => (Number.isNaN(number) ? null : number);

const none: readonly Finding[] = [];
