import fc from 'fast-check';
import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHmacSha256 } from './hmac.ts';
import { createKeyedHash, type MacDomain } from './keyed-hash.ts';

const domains: readonly MacDomain[] = ['person', 'room', 'registration', 'content', 'reference', 'document', 'household', 'watch'];
const hashKey = Buffer.alloc(32, 7);
const hashes = createKeyedHash(hashKey);
const text = fc.string({ unit: 'binary', maxLength: 200 });

describe('HMAC-SHA-256', () => {
  it('is what the standard library makes, for any key and text, also long and Vietnamese', () => {
    const check = (key: Uint8Array, messages: readonly string[]) => {
      const hmac = createHmacSha256(key);
      for (const message of messages) expect(hmac(message)).toBe(createHmac('sha256', key).update(message).digest('hex'));
    };
    check(hashKey, ['', 'Nguyễn Thị Ánh Nguyệt', 'ệ'.repeat(10_000), 'after a long one', '😀']);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), fc.array(text, { maxLength: 5 }), check));
  });
});

describe('keyed hashes', () => {
  it('never give two domains the same hash', () => {
    fc.assert(fc.property(fc.array(text, { maxLength: 4 }), (parts) => new Set(domains.map((domain) => hashes.mac(domain, ...parts))).size === domains.length));
  });

  it('never give two lists of parts the same hash, however a text is split', () => {
    const splits = [['a\u001fb'], ['a', 'b'], ['ab'], ['a', 'b', ''], ['', 'a', 'b'], ['1:a'], ['a\u001f1:b']];
    expect(new Set(splits.map((parts) => hashes.mac('room', ...parts))).size).toBe(splits.length);
    const lists = fc.array(fc.string({ unit: fc.constantFrom('a', '1', ':', '\u001f'), maxLength: 4 }), { maxLength: 4 });
    fc.assert(fc.property(lists, lists, (one, other) => (hashes.mac('room', ...one) === hashes.mac('room', ...other)) === (JSON.stringify(one) === JSON.stringify(other))), { numRuns: 500 });
  });

  it('keep apart kinds of documents and states that issue them, and say the same of one person every time', () => {
    const keys = [
      ['cccd', 'VNM', '070090123456'], ['cmnd', 'VNM', '070090123456'], ['passport', 'VNM', '070090123456'], ['passport', 'KOR', '070090123456'],
    ].map(([kind = '', issuingState = '', number = '']) => hashes.personKey({ kind, issuingState, number }));
    expect(new Set(keys).size).toBe(4);
    expect(keys[0]).toBe(createKeyedHash(Uint8Array.from(hashKey)).personKey({ kind: 'cccd', issuingState: 'VNM', number: '070090123456' }));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('differ under another key', () => {
    expect(createKeyedHash(randomBytes(32)).mac('room', 'ks', '101')).not.toBe(hashes.mac('room', 'ks', '101'));
  });

  it('never change: rows and registration numbers of years rest on them', () => {
    expect([hashes.mac('room', 'ks', '101'), hashes.registrationNumber('ks', 'R1'), hashes.derivedRef('ks', 'cccd', '1', '2026-11-20')]).toEqual(['5b79ad5b6a0370086786e740020c4e56', 'LT30Y11SFW84P6RXDQ', 'k-je7izyjgucluw46qu6uq']);
  });

  it('form registration numbers and derived references as the contract says', () => {
    expect(hashes.registrationNumber('ks', 'R1')).toMatch(/^LT[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(hashes.derivedRef('ks', 'cccd', '1', '2026-11-20')).toMatch(/^k-[a-z2-7]{20}$/);
    const many = Array.from({ length: 5000 }, (_, ref) => hashes.registrationNumber('ks', `R${ref}`));
    expect(new Set(many).size).toBe(5000);
    expect(new Set(many.map((number) => number.at(-1))).size).toBe(32);
  });
});
