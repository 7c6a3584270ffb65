import { hash as digest } from 'node:crypto';

const deepest = 64;

/** A value nested deeper than any record needs to be. */
export class TooDeep extends Error {}

// eslint-disable-next-line no-control-regex -- control characters are among what JSON escapes
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/;

/** RFC 8785 JSON of a value that came from JSON: keys sorted by UTF-16 units, no blanks. @throws TooDeep beyond 64 levels. */
export const canonicalJson = (value: unknown, depth = 0): string => {
  if (typeof value === 'string') return escaped.test(value) ? JSON.stringify(value) : `"${value}"`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (depth > deepest) throw new TooDeep();
  if (Array.isArray(value)) return `[${value.map((inner) => canonicalJson(inner, depth + 1)).join(',')}]`;
  const object = value as Record<string, unknown>;
  let text = '';
  for (const { key, label } of inOrder(Object.keys(object))) {
    const inner = object[key];
    if (inner !== undefined) text += `${text === '' ? '' : ','}${label}${canonicalJson(inner, depth + 1)}`;
  }
  return `{${text}}`;
};

type Member = { readonly key: string; readonly label: string };

type Order = { readonly keys: readonly string[]; readonly members: readonly Member[] };

/** Orders met before, by their first key: records of one sender have the same keys, in few variants. */
const orders = new Map<string, Order[]>();
const mostFirst = 200;
const mostVariants = 8;
/** Keys, and characters of a key, beyond which an order is not remembered. */
const mostKept = 60;

const inOrder = (keys: readonly string[]): readonly Member[] => {
  const [first] = keys;
  if (first === undefined) return none;
  const variants = orders.get(first) ?? [];
  for (const known of variants) if (isSame(known.keys, keys)) return known.members;
  const members = [...keys].sort().map((key) => ({ key, label: `${JSON.stringify(key)}:` }));
  if (keys.length > mostKept || keys.some((key) => key.length > mostKept)) return members;
  if (orders.size >= mostFirst) orders.clear();
  orders.set(first, [{ keys, members }, ...variants].slice(0, mostVariants));
  return members;
};

const none: readonly Member[] = [];

const isSame = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length !== b.length) return false;
  for (let place = 0; place < a.length; place += 1) if (a[place] !== b[place]) return false;
  return true;
};

/** SHA-256 as hex. */
export const sha256 = (bytes: string | Uint8Array): string => digest('sha256', bytes, 'hex');
