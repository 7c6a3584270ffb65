import fc from 'fast-check';
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findKeys, rewrapAll, type KeysToDestroy } from './rewrap-all.ts';
import { createVault, vaultTopic, type SealedIdentity } from './vault.ts';

const hashKey = randomBytes(32);
const person = (number: number): string => createHash('sha256').update(String(number)).digest('hex').slice(0, 32);

/** Requests of persons by number; each gives one chunk. */
const anyRequests = fc.array(fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
const anyErasure = fc.record({ persons: fc.subarray([0, 1, 2, 3, 4, 5]), envelopes: fc.array(fc.nat(40), { maxLength: 5 }) });

const filled = (requests: readonly (readonly number[])[], masterKey: Uint8Array) => {
  const chunks = new Map<string, Uint8Array>();
  const units: number[] = [];
  const store = {
    get: (_topic: string, key: string) => chunks.get(key),
    entries: (_topic: string) => [...chunks],
    commitUnit: ({ puts }: { readonly puts: readonly { readonly topic: string; readonly key: string; readonly value: Uint8Array }[] }) => {
      units.push(puts.length);
      for (const { topic, key, value } of puts) if (topic === vaultTopic) chunks.set(key, value);
      return Promise.resolve();
    },
  };
  const vault = createVault({ masterKey, hashKey, store: { get: () => undefined } });
  const envelopes: SealedIdentity[] = requests.flatMap((persons) => {
    const sealer = vault.newSealer();
    const sealed = persons.map((number) => sealer.seal(person(number), { number }));
    const chunk = sealer.chunk();
    if (chunk !== undefined) chunks.set(chunk.key, chunk.value);
    return sealed;
  });
  return { chunks, store, units, envelopes };
};

const keysOf = ({ persons, envelopes }: { persons: number[]; envelopes: number[] }, all: readonly SealedIdentity[]): KeysToDestroy => ({
  persons: persons.map(person),
  keyIds: envelopes.flatMap((place) => all[place % all.length]?.keyId ?? []),
});

const opens = ({ store }: ReturnType<typeof filled>, masterKey: Uint8Array, all: readonly SealedIdentity[]): boolean[] => {
  const vault = createVault({ masterKey, hashKey, store });
  return all.map((sealed) => {
    try {
      return vault.open(sealed)['number'] !== undefined;
    } catch {
      return false;
    }
  });
};

describe('bringing every chunk under another master key', () => {
  it('destroys what was named and nothing else, in one order of two erasures or the other, and again without a change', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequests, anyErasure, anyErasure, async (requests, first, second) => {
        const [a, b, c] = [randomBytes(32), randomBytes(32), randomBytes(32)];
        const one = filled(requests, a);
        const other = { ...one, ...filled([], a) };
        for (const [id, value] of one.chunks) other.chunks.set(id, value);
        const [firstKeys, secondKeys] = [keysOf(first, one.envelopes), keysOf(second, one.envelopes)];
        await rewrapAll({ ...firstKeys, store: one.store, from: a, to: b });
        await rewrapAll({ ...secondKeys, store: one.store, from: b, to: c });
        await rewrapAll({ ...secondKeys, store: other.store, from: a, to: b });
        await rewrapAll({ ...firstKeys, store: other.store, from: b, to: c });
        const persons = new Set([...firstKeys.persons, ...secondKeys.persons]);
        const keyIds = new Set([...firstKeys.keyIds, ...secondKeys.keyIds]);
        const wanted = one.envelopes.map(({ personKey, keyId }) => !persons.has(personKey) && !keyIds.has(keyId));
        expect(opens(one, c, one.envelopes)).toEqual(wanted);
        expect(opens(other, c, one.envelopes)).toEqual(wanted);
        const before = [...one.chunks];
        await rewrapAll({ persons, keyIds, store: one.store, from: undefined, to: c });
        expect([...one.chunks]).toEqual(before);
        expect(findKeys(one.store, c, { persons, keyIds })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('goes on where it was interrupted, and what was done stays as it is', async () => {
    const [from, to] = [randomBytes(32), randomBytes(32)];
    const all = filled(Array.from({ length: 25 }, (_, request) => [request, 1]), from);
    const failing = { ...all.store, commitUnit: (unit: Parameters<typeof all.store.commitUnit>[0]) => (all.units.length === 2 ? Promise.reject(new Error('cut')) : all.store.commitUnit(unit)) };
    const work = { persons: [person(1)], keyIds: [], from, to, unit: 5 };
    await expect(rewrapAll({ ...work, store: failing })).rejects.toThrow('cut');
    const done = [...all.chunks].slice(0, 10);
    expect(await rewrapAll({ ...work, store: all.store })).toEqual({ chunks: 25 });
    expect([...all.chunks].slice(0, 10)).toEqual(done);
    expect(all.units).toEqual([5, 5, 5, 5, 5]);
    expect(opens(all, to, all.envelopes)).toEqual(all.envelopes.map(({ personKey }) => personKey !== person(1)));
  });

  it('stops at a chunk that neither key opens', async () => {
    const { store } = filled([[1]], randomBytes(32));
    await expect(rewrapAll({ persons: [], keyIds: [], store, from: randomBytes(32), to: randomBytes(32) })).rejects.toMatchObject({ code: 'vault.master-wrong' });
    expect(() => findKeys(store, randomBytes(32), { persons: [person(1)], keyIds: [] })).toThrowError(expect.objectContaining({ code: 'vault.master-wrong' }) as Error);
  });

  it('finds the keys of persons and of ids that are there, by whose they are', () => {
    const masterKey = randomBytes(32);
    const { store, envelopes } = filled([[1, 2], [2, 3]], masterKey);
    const [, two, , three] = envelopes;
    expect(findKeys(store, masterKey, { persons: [person(2)], keyIds: [three?.keyId ?? '', 'none.0', 'x'] }).map(({ personKey }) => personKey).sort()).toEqual([person(2), person(2), person(3)].sort());
    expect(findKeys(store, masterKey, { persons: [], keyIds: [two?.keyId ?? ''] })).toEqual([{ keyId: two?.keyId, personKey: person(2) }]);
  });
});
