import type { Finding } from '../types.ts';
import { emptyClaim, type ClaimField, type ClaimValue } from './claim.ts';
import type { Field } from './field.ts';
import { readField, shown } from './read-field.ts';

/** A table of fields made ready for reading: rows by the object they stand in. */
export type FieldTable<Name extends string = ClaimField> = {
  readonly rows: readonly Field<Name>[];
  readonly groups: readonly Group<Name>[];
  /** '' of a field that the table does not have. */
  readonly pointers: Readonly<Record<Name, string>>;
  readonly required: readonly Field<Name>[];
  readonly requiredBesideRef: readonly Field<Name>[];
  readonly requiredBesideGuest: readonly Field<Name>[];
  /** A claim that names nothing yet. */
  readonly empty: () => Record<Name, ClaimValue>;
};
type Group<Name extends string> = { readonly path: readonly string[]; readonly pointer: string; readonly rows: readonly (Field<Name> & { readonly key: string })[]; readonly known: ReadonlySet<string>; readonly parent: number };

export type JsonObject = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Findings about unknown keys are cut off here: a record of nothing but such keys must not fill the answer. */
const mostUnknown = 20;

/** A table of fields of a stay. */
export const fieldTable = (rows: readonly Field[]): FieldTable => tableOf(rows, emptyClaim);

/** Groups the rows by the object that holds them; objects come after those that hold them. */
export const tableOf = <Name extends string>(rows: readonly Field<Name>[], empty: () => Record<Name, ClaimValue>): FieldTable<Name> => {
  const paths = new Set(['']);
  for (const { path } of rows) for (let depth = 1; depth < path.length; depth += 1) paths.add(path.slice(0, depth).join('.'));
  const all = [...paths].sort((a, b) => a.length - b.length);
  const groups = all.map((dotted) => {
    const path = dotted === '' ? [] : dotted.split('.');
    const own = rows.filter((row) => row.path.slice(0, -1).join('.') === dotted).map((row) => ({ ...row, key: row.path.at(-1) ?? '' }));
    const inner = all.filter((other) => other !== '' && other.split('.').slice(0, -1).join('.') === dotted).map((other) => other.split('.').at(-1) ?? '');
    return { path, pointer: path.map((key) => `/${key}`).join(''), rows: own, known: new Set([...own.map(({ key }) => key), ...inner]), parent: all.indexOf(path.slice(0, -1).join('.')) };
  });
  const pointers = Object.fromEntries(Object.keys(empty()).map((name) => [name, ''])) as Record<Name, string>;
  for (const { field, pointer } of rows) pointers[field] = pointer;
  const required = rows.filter((row) => row.required);
  const requiredBesideRef = required.filter(({ field }) => field !== 'ref');
  return { rows, groups, pointers, required, requiredBesideRef, requiredBesideGuest: requiredBesideRef.filter(({ path }) => path[0] !== 'guest'), empty };
};

/** Reads every field that the table knows; keys it does not know are warned of. `ignored` keys are passed over in silence. */
export const readClaim = <Name extends string>(item: JsonObject, table: FieldTable<Name>, found: Finding[], ignored?: ReadonlySet<string>): Record<Name, ClaimValue> => {
  const claim = table.empty();
  const holders: (JsonObject | null | undefined)[] = [];
  for (const group of table.groups) {
    const holder = group.path.length === 0 ? item : holderOf(holders[group.parent], group, found);
    holders.push(holder);
    if (holder === undefined) continue;
    if (holder === null) {
      for (const row of group.rows) claim[row.field] = null;
      continue;
    }
    for (const row of group.rows) claim[row.field] = readField(holder[row.key], row, found);
    warnOfUnknown(holder, group, found, ignored);
  }
  return claim;
};

const holderOf = (parent: JsonObject | null | undefined, group: Group<string>, found: Finding[]): JsonObject | null | undefined => {
  const value = parent === null ? null : parent?.[group.path.at(-1) ?? ''];
  if (value === undefined || value === null || isObject(value)) return value;
  found.push({ pointer: group.pointer, code: 'field.type', received: shown(value) });
  return undefined;
};

const warnOfUnknown = (holder: JsonObject, group: Group<string>, found: Finding[], ignored?: ReadonlySet<string>): void => {
  let unknown = 0;
  for (const key in holder) {
    if (group.known.has(key) || ignored?.has(key) === true || !Object.hasOwn(holder, key)) continue;
    unknown += 1;
    if (unknown > mostUnknown) return;
    found.push({ pointer: `${group.pointer}/${escapeKey(key)}`, code: 'field.unknown', storedPointer: group.pointer });
  }
};

/** A key as part of a JSON Pointer (RFC 6901), cut at 80 characters. */
export const escapeKey = (key: string): string => (key.length > 80 ? `${key.slice(0, 79)}…` : key).replaceAll('~', '~0').replaceAll('/', '~1');

/** Names every required field that is missing. */
export const requireFields = <Name extends string>(claim: Readonly<Record<Name, ClaimValue>>, fields: readonly Field<Name>[], found: Finding[]): void => {
  for (const { field, pointer } of fields) if (claim[field] === undefined || claim[field] === null) found.push({ pointer, code: 'field.required' });
};
