import { stayCheckedInType, type StayGroupName } from '@da06/events';
import { stored } from '../draft/outcome.ts';
import type { LeanItem } from '../prepare-item.ts';
import type { Finding, StayDraft } from '../types.ts';

/**
 * Records on their way between threads. What nearly all of them are, a check-in with its place in the body, lies in few long texts and
 * numbers, which are handed over or copied at once; objects of as many records would cost both threads more than checking them.
 * The others go as they are.
 */
export type PackedItems = {
  readonly count: number;
  /** `dataJson` of each plain record, one after the other; apart from the fields, which are kept longer. */
  readonly data: string;
  /** ref, registrationNumber, time, contentMac, personKey, documentKey ('' = the person's) and hash of each plain record, one after the other. */
  readonly fields: string;
  /** Of each plain record: the lengths of its data and of its fields. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  /** Of each plain record: index, line (NaN = none), revision (NaN = the current one), arrival, expected departure, departure (NaN = none), flags. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** Lists of groups that plain records name. */
  readonly sets: readonly (readonly StayGroupName[])[];
  /** By place among all. */
  readonly found: ReadonlyMap<number, readonly Finding[]>;
  readonly others: ReadonlyMap<number, LeanItem>;
};

const lengthsEach = 8;
const numbersEach = 7;
const isLate = 1;
const isSyncedLate = 2;
const namesDeparture = 4;
const setsShift = 3;

/** A draft with the properties that a plain record's has, and no other. */
type PlainDraft = StayDraft & { readonly personKey: string; readonly documentKey: string; readonly arrivalAt: number };
type PlainItem = LeanItem & { readonly at?: { readonly line: number }; readonly draft: PlainDraft };

const isPlain = ({ at, row, draft }: LeanItem): boolean =>
  draft?.kind === 'check-in' && draft.link === undefined && draft.toSeal === undefined && draft.personKey !== undefined && draft.documentKey !== undefined && draft.arrivalAt !== undefined &&
  row === undefined && (at === undefined || 'line' in at);

export const packItems = (items: readonly LeanItem[]): PackedItems => {
  const data: string[] = [];
  const fields: string[] = [];
  const lengths = new Uint32Array(items.length * lengthsEach);
  const numbers = new Float64Array(items.length * numbersEach);
  const sets: (readonly StayGroupName[])[] = [];
  const found = new Map<number, readonly Finding[]>();
  const others = new Map<number, LeanItem>();
  items.forEach((item, place) => {
    if (!isPlain(item)) {
      others.set(place, item);
      return;
    }
    if (item.found.length > 0) found.set(place, item.found);
    const { index, at, ref, hash, draft } = item as PlainItem;
    const length = data.length * lengthsEach;
    lengths[length] = draft.dataJson.length;
    const documentKey = draft.documentKey === draft.personKey ? '' : draft.documentKey;
    lengths[length + 1] = ref.length;
    lengths[length + 2] = draft.registrationNumber.length;
    lengths[length + 3] = draft.time.length;
    lengths[length + 4] = draft.contentMac.length;
    lengths[length + 5] = draft.personKey.length;
    lengths[length + 6] = documentKey.length;
    lengths[length + 7] = hash.length;
    fields.push(`${ref}${draft.registrationNumber}${draft.time}${draft.contentMac}${draft.personKey}${documentKey}${hash}`);
    const number = data.length * numbersEach;
    numbers[number] = index;
    numbers[number + 1] = at?.line ?? Number.NaN;
    numbers[number + 2] = draft.revision ?? Number.NaN;
    numbers[number + 3] = draft.arrivalAt;
    numbers[number + 4] = draft.expectedAt ?? Number.NaN;
    numbers[number + 5] = draft.departureAt ?? Number.NaN;
    numbers[number + 6] = flagsOf(draft, sets);
    data.push(draft.dataJson);
  });
  return { count: items.length, data: data.join(''), fields: fields.join(''), lengths, numbers, sets, found, others };
};

const flagsOf = ({ late, syncedLate, departureAt, sets }: PlainDraft, known: (readonly StayGroupName[])[]): number => {
  let place = known.indexOf(sets);
  if (place === -1) place = known.push(sets) - 1;
  return (late ? isLate : 0) | (syncedLate ? isSyncedLate : 0) | (departureAt === undefined ? 0 : namesDeparture) | (place << setsShift);
};

/** The records again, one at a time: each is made when it is asked for. */
export function* unpackItems(packed: PackedItems): Generator<LeanItem> {
  const { count, found, others } = packed;
  const at: Cursor = { plain: 0, data: 0, fields: 0 };
  for (let place = 0; place < count; place += 1) yield others.get(place) ?? plainItem(packed, at, found.get(place) ?? none);
}

type Cursor = { plain: number; data: number; fields: number };

const plainItem = (packed: PackedItems, at: Cursor, found: readonly Finding[]): LeanItem => {
  const { numbers } = packed;
  const first = at.plain * numbersEach;
  const index = numbers[first] as number;
  const line = numbers[first + 1] as number;
  const { hash, draft } = plainDraft(packed, at, found);
  return Number.isNaN(line) ? { index, ref: draft.ref, hash, found, draft } : { index, at: { line }, ref: draft.ref, hash, found, draft };
};

const plainDraft = ({ data, lengths, numbers, fields, sets }: PackedItems, at: Cursor, found: readonly Finding[]): { readonly hash: string; readonly draft: StayDraft } => {
  let length = at.plain * lengthsEach;
  const number = at.plain * numbersEach;
  const dataJson = data.slice(at.data, (at.data += lengths[length] as number));
  const ref = fields.slice(at.fields, (at.fields += lengths[(length += 1)] as number));
  const registrationNumber = fields.slice(at.fields, (at.fields += lengths[(length += 1)] as number));
  const time = fields.slice(at.fields, (at.fields += lengths[(length += 1)] as number));
  const contentMac = fields.slice(at.fields, (at.fields += lengths[(length += 1)] as number));
  const personKey = fields.slice(at.fields, (at.fields += lengths[(length += 1)] as number));
  const documentKey = fields.slice(at.fields, (at.fields += lengths[(length += 1)] as number));
  const hash = fields.slice(at.fields, (at.fields += lengths[length + 1] as number));
  at.plain += 1;
  const revision = numbers[number + 2] as number;
  const flags = numbers[number + 6] as number;
  return {
    hash,
    draft: {
      kind: 'check-in', type: stayCheckedInType, ref, registrationNumber, revision: Number.isNaN(revision) ? undefined : revision, time, sets: sets[flags >> setsShift] as readonly StayGroupName[], contentMac, dataJson,
      storedFaults: stored(found), personKey, documentKey: documentKey === '' ? personKey : documentKey, arrivalAt: numbers[number + 3] as number, expectedAt: orNull(numbers[number + 4] as number),
      departureAt: (flags & namesDeparture) === 0 ? undefined : orNull(numbers[number + 5] as number), late: (flags & isLate) !== 0, syncedLate: (flags & isSyncedLate) !== 0,
    },
  };
};

const orNull = (number: number): number | null => (Number.isNaN(number) ? null : number);

const none: readonly Finding[] = [];
