import { hash as digest } from 'node:crypto';

const deepest = 64;

/** A value nested deeper than any record needs to be. */
export class TooDeep extends Error {}

/** RFC 8785 JSON of a value that came from JSON: keys sorted by UTF-16 units, no blanks. @throws TooDeep beyond 64 levels. */
export const canonicalJson = (value: unknown, depth = 0): string => {
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

/** Orders met before: records of one sender have the same keys. */
const orders = new Map<string, readonly Member[]>();
const mostOrders = 500;
const longestOrder = 1000;
const divider = '\u0000';

const inOrder = (keys: readonly string[]): readonly Member[] => {
  const joined = keys.join(divider);
  const known = orders.get(joined);
  // A list in which a key holds the divider has fewer keys than the list it looks like.
  if (known?.length === keys.length) return known;
  const members = [...keys].sort().map((key) => ({ key, label: `${JSON.stringify(key)}:` }));
  if (joined.length <= longestOrder && !keys.some((key) => key.includes(divider))) {
    if (orders.size >= mostOrders) orders.clear();
    orders.set(joined, members);
  }
  return members;
};

/** SHA-256 as hex. */
export const sha256 = (bytes: string | Uint8Array): string => digest('sha256', bytes, 'hex');
