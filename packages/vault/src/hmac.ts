import { hash } from 'node:crypto';

const blockLength = 64;
const digestLength = 32;

/** HMAC-SHA-256 of a text in UTF-8, as 64 hex digits. */
export type Hmac = (message: string) => string;

/**
 * HMAC-SHA-256 (RFC 2104) for many short messages under one key: the two hashes are one-shot calls on buffers that are kept,
 * which takes a third of the time of `createHmac`, where making the object and its result costs more than the hashing.
 */
export const createHmacSha256 = (key: Uint8Array): Hmac => {
  if (key.byteLength > blockLength) throw new RangeError('The key must not be longer than a block of SHA-256.');
  const padded = (pad: number): Buffer => Buffer.from(Uint8Array.from({ length: blockLength }, (_, index) => (key[index] ?? 0) ^ pad));
  const outer = Buffer.concat([padded(0x5c), Buffer.alloc(digestLength)]);
  let inner = Buffer.concat([padded(0x36), Buffer.alloc(4096)]);
  return (message) => {
    const longest = blockLength + message.length * 3; // UTF-8 takes at most 3 bytes per UTF-16 unit
    if (longest > inner.length) inner = Buffer.concat([inner.subarray(0, blockLength), Buffer.alloc(longest)]);
    const end = blockLength + inner.write(message, blockLength);
    outer.write(hash('sha256', inner.subarray(0, end), 'binary'), blockLength, 'binary');
    return hash('sha256', outer, 'hex');
  };
};
