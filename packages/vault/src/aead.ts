import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Gives so many random bytes, valid until the caller keeps no more of them: a view of a pool that is never handed out twice. */
export type RandomSource = (length: number) => Buffer;

const cipherName = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** A source of nonces and keys that asks the system for many bytes at once: one call a record would cost as much as the sealing. */
export const createRandomPool = (size = 8192): RandomSource => {
  let pool = randomBytes(size);
  let used = 0;
  return (length) => {
    if (used + length > pool.length) {
      pool = randomBytes(Math.max(size, length));
      used = 0;
    }
    used += length;
    return pool.subarray(used - length, used);
  };
};

/** AES-256-GCM: nonce (12), ciphertext, tag (16), in one buffer. `bound` is authenticated with it. */
export const seal = (key: Uint8Array, plain: Uint8Array, bound: string, random: RandomSource): Buffer => {
  const nonce = random(nonceLength);
  const cipher = createCipheriv(cipherName, key, nonce);
  cipher.setAAD(Buffer.from(bound));
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
};

let scratch = Buffer.alloc(4096);

/**
 * The same for a short text under a key that seals nothing but this person's texts, hence bound to nothing else; in base64.
 * Every stay passes here: what can be kept between calls is.
 */
export const sealText = (key: Uint8Array, plain: string, random: RandomSource): string => {
  const nonce = random(nonceLength);
  const cipher = createCipheriv(cipherName, key, nonce);
  const body = cipher.update(plain, 'utf8');
  cipher.final();
  const end = nonceLength + body.length;
  if (end + tagLength > scratch.length) scratch = Buffer.alloc(2 * (end + tagLength));
  scratch.set(nonce, 0);
  scratch.set(body, nonceLength);
  scratch.set(cipher.getAuthTag(), end);
  return scratch.toString('base64', 0, end + tagLength);
};

/** Opens what `seal` or `sealText` made; throws when the key, the bytes or what they are bound to differ. */
export const unseal = (key: Uint8Array, sealed: Uint8Array, bound?: string): Buffer => {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv(cipherName, key, bytes.subarray(0, nonceLength), { authTagLength: tagLength });
  if (bound !== undefined) decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagLength));
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength, bytes.length - tagLength)), decipher.final()]);
};
