import { createHmacSha256 } from './hmac.ts';

/** Domains keep hashes of different things apart: the same text never gives the same hash in two of them. */
export type MacDomain = 'person' | 'room' | 'registration' | 'content' | 'reference' | 'document' | 'household' | 'watch';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const lowerBase32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** Keyed hashes (HMAC-SHA-256, cut to 128 bits) under the locality's hash key: equal inputs can be joined, none can be read back. */
export type KeyedHash = {
  /** 32 hex digits. Each part is hashed with its length, so that no two lists of parts are hashed alike. */
  readonly mac: (domain: MacDomain, ...parts: readonly string[]) => string;
  /** The person behind a document: kind, issuing state, normalised number (architecture.md, Identities). */
  readonly personKey: (document: { readonly kind: string; readonly issuingState: string; readonly number: string }) => string;
  /** `LT`, or the prefix of a register or of coach trips, and 16 characters of Crockford's base32, the same for ever for one (facility or register, ref). */
  readonly registrationNumber: (facility: string, ref: string, prefix?: 'LT' | 'DC' | 'LD' | 'CX') => string;
  /** `k-` and 20 base32 characters, for a record that came without a reference (contracts.md, A stay). */
  readonly derivedRef: (...parts: readonly string[]) => string;
};

const macDigits = 32;

/** Makes the keyed hashes of a locality; they need nothing but the key, so that any thread can have its own. */
export const createKeyedHash = (hashKey: Uint8Array): KeyedHash => {
  const hmac = createHmacSha256(hashKey);
  const digest = (domain: MacDomain, parts: readonly string[]): string => {
    let message: string = domain;
    for (const part of parts) message += `\u001f${part.length}:${part}`;
    return hmac(message);
  };
  const mac = (domain: MacDomain, ...parts: readonly string[]): string => digest(domain, parts).slice(0, macDigits);
  return {
    mac,
    personKey: ({ kind, issuingState, number }) => mac('person', kind, issuingState, number),
    registrationNumber: (facility, ref, prefix = 'LT') => `${prefix}${base32(digest('registration', [facility, ref]), 16, crockford)}`,
    derivedRef: (...parts) => `k-${base32(digest('reference', parts), 20, lowerBase32)}`,
  };
};

/** The first bits of hex digits in base32: five digits are four characters. */
const base32 = (hex: string, length: number, alphabet: string): string => {
  let text = '';
  for (let at = 0; text.length < length; at += 5) {
    const bits = Number.parseInt(hex.slice(at, at + 5), 16);
    for (const shift of [15, 10, 5, 0]) text += alphabet.charAt((bits >>> shift) & 31);
  }
  return text.slice(0, length);
};
