import { AppError } from '@da06/errors';
import { createRandomPool, seal, sealText, unseal, type RandomSource } from './aead.ts';
import { createHmacSha256 } from './hmac.ts';
import { packChunk, unpackChunk, type KeyEntry } from './key-chunk.ts';
import { createKeyedHash, type KeyedHash } from './keyed-hash.ts';

/** The compacted topic that holds the chunks of keys. */
export const vaultTopic = 'da06.vault';

/** Where chunks are kept: the part of the log's port that the vault needs. A thread that only seals needs no more than a `get` that finds nothing. */
type VaultStore = {
  readonly get: (topic: string, key: string) => Uint8Array | undefined;
  readonly entries?: (topic: string) => Iterable<readonly [key: string, value: Uint8Array]>;
};

/** A sealed identity as it stands in an event: AES-256-GCM of its JSON, as nonce (12), ciphertext, tag (16) in base64. */
export type SealedIdentity = { readonly personKey: string; readonly keyId: string; readonly blob: string };

/** Seals the identities of one request. Its keys must be stored, in the same unit as the events, by putting `chunk()`. */
export type Sealer = {
  /** `personKey` is 32 hex digits. One person gets one key in a sealer. */
  readonly seal: (personKey: string, identity: Readonly<Record<string, unknown>>) => SealedIdentity;
  /** The same of an identity that is JSON already. */
  readonly sealJson: (personKey: string, identity: string) => SealedIdentity;
  /** What to put into the vault's topic for all that was sealed so far; undefined if nothing was. */
  readonly chunk: () => { readonly topic: string; readonly key: string; readonly value: Buffer } | undefined;
};

/** Seals and opens what is no one person's, such as a dead letter. It needs the hash key alone, hence outlives a change of the master key. */
export type SystemSealer = {
  readonly sealSystem: (bytes: Uint8Array) => { readonly keyId: string; readonly blob: string };
  /** @throws AppError `vault.master-wrong` when the bytes were sealed elsewhere or changed. */
  readonly openSystem: (sealed: { readonly keyId: string; readonly blob: string }) => Buffer;
};

export type Vault = KeyedHash & SystemSealer & {
  readonly newSealer: () => Sealer;
  /** Opens a sealed identity. @throws AppError `vault.key-missing` if its key was destroyed, `vault.master-wrong` if the master key does not fit. */
  readonly open: (sealed: SealedIdentity) => Record<string, unknown>;
  /**
   * Opens many, one after the other, in the order of the log: those that were sealed together share a chunk of keys, which is unpacked once. It holds
   * the keys of the last few chunks, hence is made for one piece of work and thrown away with it. Throws as `open` does.
   */
  readonly newOpener: () => Vault['open'];
};

export type VaultOptions = { readonly masterKey: Uint8Array; readonly hashKey: Uint8Array; readonly store: VaultStore; readonly random?: RandomSource };

const keyLength = 32;
const chunkIdLength = 12;
const systemKeyId = 'system';

/**
 * Keyed hashes, and identities sealed under keys of each person that can be destroyed one by one (architecture.md, Identities).
 * @throws AppError `vault.master-wrong` when the store holds a chunk that this master key does not open; `config.invalid` for keys that are not 32 bytes long.
 */
export const createVault = ({ masterKey, hashKey, store, random = createRandomPool() }: VaultOptions): Vault => {
  if (masterKey.byteLength !== keyLength || hashKey.byteLength !== keyLength) throw new AppError('config.invalid', { detail: 'The vault’s keys are 32 bytes long.' });
  assertMasterFits(store, masterKey);

  const newSealer = (): Sealer => {
    const id = random(chunkIdLength).toString('base64url');
    const entries: KeyEntry[] = [];
    const places = new Map<string, number>();
    const placeOf = (personKey: string): number => {
      const known = places.get(personKey);
      if (known !== undefined) return known;
      if (!/^[0-9a-f]{32}$/.test(personKey)) throw new RangeError('A person key is 32 hex digits.');
      places.set(personKey, entries.length);
      return entries.push({ personKey, key: random(keyLength) }) - 1;
    };
    const sealJson = (personKey: string, identity: string): SealedIdentity => {
      const place = placeOf(personKey);
      return { personKey, keyId: `${id}.${place}`, blob: sealText((entries[place] as KeyEntry).key, identity, random) };
    };
    return {
      seal: (personKey, identity) => sealJson(personKey, JSON.stringify(identity)),
      sealJson,
      chunk: () => (entries.length === 0 ? undefined : { topic: vaultTopic, key: id, value: packChunk(id, entries, masterKey, random) }),
    };
  };

  const chunkOf = (id: string): ChunkKeys | undefined => {
    const value = store.get(vaultTopic, id);
    return value === undefined ? undefined : opened(() => unpackChunk({ id, value }, masterKey));
  };
  const openWith = (findChunk: (id: string) => ChunkKeys | undefined) => ({ personKey, keyId, blob }: SealedIdentity): Record<string, unknown> => {
    const [id = '', place = ''] = keyId.split('.');
    const entry = findChunk(id)?.[Number(place)];
    if (entry?.personKey !== personKey) throw new AppError('vault.key-missing', { context: { keyId } });
    return JSON.parse(opened(() => unseal(entry.key, Buffer.from(blob, 'base64'))).toString('utf8')) as Record<string, unknown>;
  };

  return {
    ...createKeyedHash(hashKey),
    newSealer,
    open: openWith(chunkOf),
    newOpener: () => openWith(rememberingFew(chunkOf)),
    ...createSystemSealer(hashKey, random),
  };
};

type ChunkKeys = ReturnType<typeof unpackChunk>;

/** Several writers' chunks lie side by side in the log. */
const chunksRemembered = 4;

/** Asks again only for what was not among the last few. */
const rememberingFew = (find: (id: string) => ChunkKeys | undefined): ((id: string) => ChunkKeys | undefined) => {
  const known = new Map<string, ChunkKeys | undefined>();
  return (id) => {
    const chunk = known.has(id) ? known.get(id) : find(id);
    known.delete(id);
    known.set(id, chunk);
    const [oldest] = known.keys();
    if (known.size > chunksRemembered && oldest !== undefined) known.delete(oldest);
    return chunk;
  };
};

export const createSystemSealer = (hashKey: Uint8Array, random: RandomSource = createRandomPool()): SystemSealer => {
  const systemKey = Buffer.from(createHmacSha256(hashKey)('da06 system key'), 'hex');
  return {
    sealSystem: (bytes) => ({ keyId: systemKeyId, blob: seal(systemKey, bytes, systemKeyId, random).toString('base64') }),
    openSystem: ({ blob }) => opened(() => unseal(systemKey, Buffer.from(blob, 'base64'), systemKeyId)),
  };
};

/** A data folder beside which a new master key was made by mistake must not take in more: nobody could ever open what it holds. */
const assertMasterFits = (store: VaultStore, masterKey: Uint8Array): void => {
  for (const [id, value] of store.entries?.(vaultTopic) ?? []) {
    opened(() => unpackChunk({ id, value }, masterKey));
    return;
  }
};

const opened = <T>(open: () => T): T => {
  try {
    return open();
  } catch (cause) {
    throw new AppError('vault.master-wrong', { cause });
  }
};
