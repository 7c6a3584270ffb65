import type { Finding } from '../types.ts';
import { claimFields, emptyClaim, type Claim, type ClaimField, type Pointers } from './claim.ts';
import type { Field } from './field.ts';
import { readField, shown } from './read-field.ts';

/** A table of fields made ready for reading: rows by the object they stand in. */
export type FieldTable = { readonly rows: readonly Field[]; readonly groups: readonly Group[]; readonly pointers: Pointers; readonly required: readonly Field[]; readonly requiredBesideRef: readonly Field[]; readonly requiredBesideGuest: readonly Field[] };
type Group = { readonly path: readonly string[]; readonly pointer: string; readonly rows: readonly (Field & { readonly key: string })[]; readonly known: ReadonlySet<string>; readonly parent: number };

export type JsonObject = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Findings about unknown keys are cut off here: a record of nothing but such keys must not fill the answer. */
const mostUnknown = 20;

/** Groups the rows by the object that holds them; objects come after those that hold them. */
export const fieldTable = (rows: readonly Field[]): FieldTable => {
  const paths = new Set(['']);
  for (const { path } of rows) for (let depth = 1; depth < path.length; depth += 1) paths.add(path.slice(0, depth).join('.'));
  const all = [...paths].sort((a, b) => a.length - b.length);
  const groups = all.map((dotted) => {
    const path = dotted === '' ? [] : dotted.split('.');
    const own = rows.filter((row) => row.path.slice(0, -1).join('.') === dotted).map((row) => ({ ...row, key: row.path.at(-1) ?? '' }));
    const inner = all.filter((other) => other !== '' && other.split('.').slice(0, -1).join('.') === dotted).map((other) => other.split('.').at(-1) ?? '');
    return { path, pointer: path.map((key) => `/${key}`).join(''), rows: own, known: new Set([...own.map(({ key }) => key), ...inner]), parent: all.indexOf(path.slice(0, -1).join('.')) };
  });
  const pointers = Object.fromEntries(claimFields.map((name) => [name, ''])) as Record<ClaimField, string>;
  for (const { field, pointer } of rows) pointers[field] = pointer;
  const required = rows.filter((row) => row.required);
  const requiredBesideRef = required.filter(({ field }) => field !== 'ref');
  return { rows, groups, pointers, required, requiredBesideRef, requiredBesideGuest: requiredBesideRef.filter(({ path }) => path[0] !== 'guest') };
};

/** Reads every field that the table knows; keys it does not know are warned of. `ignored` keys are passed over in silence. */
export const readClaim = (item: JsonObject, table: FieldTable, found: Finding[], ignored?: ReadonlySet<string>): Claim => {
  const claim = emptyClaim();
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

const holderOf = (parent: JsonObject | null | undefined, group: Group, found: Finding[]): JsonObject | null | undefined => {
  const value = parent === null ? null : parent?.[group.path.at(-1) ?? ''];
  if (value === undefined || value === null || isObject(value)) return value;
  found.push({ pointer: group.pointer, code: 'field.type', received: shown(value) });
  return undefined;
};

const warnOfUnknown = (holder: JsonObject, group: Group, found: Finding[], ignored?: ReadonlySet<string>): void => {
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
export const requireFields = (claim: Claim, fields: readonly Field[], found: Finding[]): void => {
  for (const { field, pointer } of fields) if (claim[field] === undefined || claim[field] === null) found.push({ pointer, code: 'field.required' });
};
