import type { Check } from './json-reader.ts';

/** Checks of texts by their bytes; each says what the pattern of the same field in `@da06/events` says. A property test holds them against each other. */

const table = (characters: string): Uint8Array => Uint8Array.from({ length: 256 }, (_, code) => (characters.includes(String.fromCharCode(code)) ? 1 : 0));
const lowerHex = table('0123456789abcdef');
const anyHex = table('0123456789abcdefABCDEF');
const base64Digits = table('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const variants = table('89abAB');
const crockford = table('0123456789ABCDEFGHJKMNPQRSTVWXYZ');

const all = (digits: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean => {
  for (let index = from; index < to; index += 1) if (digits[bytes[index] ?? 0] === 0) return false;
  return true;
};

/** At least one byte, and at most so many: characters are never more than bytes. */
export const sized = (most: number): Check => (_, from, to) => to > from && to - from <= most;

/** Lower-case hex digits. */
export const hexDigits = (count: number): Check => (bytes, from, to) => to - from === count && all(lowerHex, bytes, from, to);
export const keyedHash = hexDigits(32);
export const keyedHashOrNone: Check = (bytes, from, to) => from === to || keyedHash(bytes, from, to);

const dash = 0x2d;
/** The versions and variants that RFC 9562 has; the nil and the highest one are left to the patient reader. */
export const uuid: Check = (bytes, from, to) => {
  if (to - from !== 36 || bytes[from + 8] !== dash || bytes[from + 13] !== dash || bytes[from + 18] !== dash || bytes[from + 23] !== dash) return false;
  const version = bytes[from + 14] ?? 0;
  const variant = bytes[from + 19] ?? 0;
  if (version < 0x31 || version > 0x38 || variants[variant] === 0) return false;
  return all(anyHex, bytes, from, from + 8) && all(anyHex, bytes, from + 9, from + 13) && all(anyHex, bytes, from + 14, from + 18) && all(anyHex, bytes, from + 19, from + 23) && all(anyHex, bytes, from + 24, to);
};

export const base64: Check = (bytes, from, to) => {
  if ((to - from) % 4 !== 0) return false;
  const padding = 0x3d;
  const last = to - (bytes[to - 1] === padding && to > from ? (bytes[to - 2] === padding ? 2 : 1) : 0);
  return all(base64Digits, bytes, from, last);
};

export const registrationNumber: Check = (bytes, from, to) => to - from === 18 && bytes[from] === 0x4c && bytes[from + 1] === 0x54 && all(crockford, bytes, from + 2, to);

/** Tells which of these words a text is, -1 for none. Looks first for the one after `hint`: words mostly come in their order. */
export const wordFinder = (words: readonly string[]): ((bytes: Uint8Array, from: number, to: number, hint?: number) => number) => {
  const known = words.map((word) => new TextEncoder().encode(word));
  const is = (word: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean => {
    if (word.length !== to - from) return false;
    for (let index = 0; index < word.length; index += 1) if (bytes[from + index] !== word[index]) return false;
    return true;
  };
  return (bytes, from, to, hint = 0) => {
    for (let tried = 0, index = hint; tried < known.length; tried += 1, index += 1) {
      if (index >= known.length) index = 0;
      if (is(known[index] as Uint8Array, bytes, from, to)) return index;
    }
    return -1;
  };
};

/** One of these words. */
export const oneOf = (...words: readonly string[]): Check => {
  const find = wordFinder(words);
  return (bytes, from, to) => find(bytes, from, to) >= 0;
};
