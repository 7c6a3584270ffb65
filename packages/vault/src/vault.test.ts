import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rewrapChunk } from './key-chunk.ts';
import { createKeyedHash } from './keyed-hash.ts';
import { createVault, vaultTopic, type Sealer } from './vault.ts';

const masterKey = randomBytes(32);
const hashKey = randomBytes(32);

const setUp = (kept = new Map<string, Uint8Array>(), master: Uint8Array = masterKey) => {
  const store = { get: (topic: string, key: string) => kept.get(`${topic}/${key}`), entries: () => [...kept].map(([key, value]) => [key.slice(vaultTopic.length + 1), value] as const) };
  const vault = createVault({ masterKey: master, hashKey, store });
  const keep = (sealer: Sealer) => {
    const chunk = sealer.chunk();
    if (chunk !== undefined) kept.set(`${chunk.topic}/${chunk.key}`, chunk.value);
    return chunk;
  };
  return { vault, kept, keep };
};
const hashes = createKeyedHash(hashKey);
const person = (number: string) => hashes.personKey({ kind: 'cccd', issuingState: 'VNM', number });
const identity = { fullName: 'Đỗ Thị Ánh Nguyệt', address: 'Ấp Tân Khai, xã Tân Hưng', note: 'ồ ế ữ'.normalize('NFD') };
const code = (name: string) => expect.objectContaining({ code: name }) as Error;

describe('the vault', () => {
  it('opens what it sealed, for any identities of any persons, once the chunk of keys is stored', () => {
    const anyIdentity = fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 600 }), fc.integer(), fc.constant(null)));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), anyIdentity), { maxLength: 12 }), (stays) => {
        const { vault, keep } = setUp();
        const sealer = vault.newSealer();
        const sealed = stays.map(([number, guest]) => sealer.seal(person(String(number)), guest));
        keep(sealer);
        for (const [index, [, guest]] of stays.entries()) expect(vault.open(sealed[index]!)).toEqual(JSON.parse(JSON.stringify(guest)));
      }),
      { numRuns: 50 },
    );
  });

  it('opens Vietnamese text letter by letter, composed or not, also in another thread’s copy of the keys', () => {
    const { vault, kept, keep } = setUp();
    const copies = structuredClone({ masterKey: Uint8Array.from(masterKey), hashKey: Uint8Array.from(hashKey) });
    const sealer = createVault({ ...copies, store: { get: () => undefined } }).newSealer();
    const sealed = sealer.seal(person('1'), identity);
    keep(sealer);
    expect(vault.open(sealed)).toEqual(identity);
    expect(kept.size).toBe(1);
  });

  it('opens many by unpacking what was sealed together once, the same as one by one, and never what was destroyed', () => {
    const kept = new Map<string, Uint8Array>();
    const { vault, keep } = setUp(kept);
    const sealed = Array.from({ length: 6 }, (_, request) => {
      const sealer = vault.newSealer();
      const of = ['1', '2'].map((number) => sealer.seal(person(number), { request, number }));
      keep(sealer);
      return of;
    }).flat();
    let asked = 0;
    const counting = createVault({ masterKey, hashKey, store: { get: (topic, key) => { asked += 1; return kept.get(`${topic}/${key}`); } } });
    const open = counting.newOpener();
    expect(sealed.map(open)).toEqual(sealed.map(vault.open));
    expect(asked).toBe(6);
    // Chunks of several writers that lie side by side, and one from far back.
    for (const place of [10, 8, 6, 11, 9, 7]) expect(open(sealed[place]!)).toEqual(vault.open(sealed[place]!));
    expect(open(sealed[0]!)).toEqual(vault.open(sealed[0]!));
    expect(asked).toBe(7);
    kept.clear();
    expect(() => counting.newOpener()(sealed[0]!)).toThrowError(code('vault.key-missing'));
    expect(() => counting.newOpener()({ ...sealed[0]!, personKey: person('2') })).toThrowError(code('vault.key-missing'));
  });

  it('gives one person one key in a request and two persons two', () => {
    const sealer = setUp().vault.newSealer();
    const ids = ['1', '2', '1'].map((number) => sealer.seal(person(number), {}).keyId);
    expect(ids[0]).toBe(ids[2]);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('never seals one identity twice alike', () => {
    const sealer = setUp().vault.newSealer();
    expect(new Set(Array.from({ length: 2000 }, () => sealer.seal(person('1'), identity).blob)).size).toBe(2000);
  });

  it('shows nothing of an identity in what is stored', () => {
    const { vault, keep } = setUp();
    const sealer = vault.newSealer();
    const sealed = sealer.seal(person('070090123456'), { number: '070090123456' });
    const chunk = keep(sealer)?.value ?? Buffer.alloc(0);
    for (const bytes of [chunk, Buffer.from(sealed.blob, 'base64'), Buffer.from(JSON.stringify(sealed))]) expect(bytes.includes('070090')).toBe(false);
    expect(chunk.includes(Buffer.from(sealed.personKey, 'hex'))).toBe(false);
  });

  it('opens nothing of a person who was erased, and the others still; a copy of the old chunk opens under the old master key alone', () => {
    const { vault, kept, keep } = setUp();
    const sealer = vault.newSealer();
    const [anh, binh] = ['1', '2'].map((number) => sealer.seal(person(number), identity));
    const old = keep(sealer)!;
    const to = randomBytes(32);
    kept.set(`${vaultTopic}/${old.key}`, rewrapChunk({ id: old.key, value: old.value }, { from: masterKey, to, persons: new Set([person('1')]), random: randomBytes }));
    const after = setUp(kept, to).vault;
    expect(() => after.open(anh!)).toThrowError(code('vault.key-missing'));
    expect(after.open(binh!)).toEqual(identity);
    expect(() => vault.open(binh!)).toThrowError(code('vault.master-wrong'));
    kept.set(`${vaultTopic}/${old.key}`, old.value);
    expect(() => after.open(anh!)).toThrowError(code('vault.master-wrong'));
  });

  it('answers vault.key-missing when the chunk is gone, and when a key is asked for under another person', () => {
    const { vault, kept, keep } = setUp();
    const sealer = vault.newSealer();
    const sealed = sealer.seal(person('1'), identity);
    keep(sealer);
    expect(() => vault.open({ ...sealed, personKey: person('2') })).toThrowError(code('vault.key-missing'));
    expect(() => vault.open({ ...sealed, keyId: `${sealed.keyId.split('.')[0]}.9` })).toThrowError(code('vault.key-missing'));
    kept.clear();
    expect(() => vault.open(sealed)).toThrowError(code('vault.key-missing'));
  });

  it('notices each changed byte of a sealed identity and of a chunk, and a chunk under another id', () => {
    const { vault, kept, keep } = setUp();
    const sealer = vault.newSealer();
    const sealed = sealer.seal(person('1'), identity);
    const { topic, key, value } = keep(sealer)!;
    const flipped = (bytes: Buffer, at: number) => Buffer.from(bytes.map((byte, index) => (index === at % bytes.length ? byte ^ 1 : byte)));
    fc.assert(
      fc.property(fc.nat(), (at) => {
        kept.set(`${topic}/${key}`, value);
        expect(() => vault.open({ ...sealed, blob: flipped(Buffer.from(sealed.blob, 'base64'), at).toString('base64') })).toThrowError(code('vault.master-wrong'));
        kept.set(`${topic}/${key}`, flipped(value, at));
        expect(() => vault.open(sealed)).toThrowError(code('vault.master-wrong'));
      }),
    );
    kept.set(`${topic}/other`, value);
    expect(() => vault.open({ ...sealed, keyId: 'other.0' })).toThrowError(code('vault.master-wrong'));
  });

  it('does not begin beside a store that its master key does not open', () => {
    const { kept, vault, keep } = setUp();
    const sealer = vault.newSealer();
    sealer.seal(person('1'), identity);
    keep(sealer);
    expect(() => setUp(kept, randomBytes(32))).toThrowError(code('vault.master-wrong'));
    expect(() => setUp(kept, randomBytes(16))).toThrowError(code('config.invalid'));
  });

  it('opens system bytes that it sealed, also after the master key was changed, and none that were touched', () => {
    const sealed = setUp().vault.sealSystem(Buffer.from('thư chết'));
    const { vault } = setUp(new Map(), randomBytes(32));
    expect(vault.openSystem(sealed).toString()).toBe('thư chết');
    expect(() => vault.openSystem({ ...sealed, blob: `${sealed.blob.slice(0, -8)}AAAAAAA=` })).toThrowError(code('vault.master-wrong'));
  });

  it('refuses a person key that is none, as its entry could not be told from others', () => {
    expect(() => setUp().vault.newSealer().seal('070090123456', {})).toThrowError(RangeError);
  });
});
