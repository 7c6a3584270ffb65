import { AppError } from '@da06/errors';
import { createRandomPool, type RandomSource } from './aead.ts';
import { placesOf, rewrapChunk, unpackChunk, type KeyEntry } from './key-chunk.ts';
import { keyIdOf, placesByChunk } from './key-id.ts';
import { vaultTopic } from './vault.ts';

type Put = { readonly topic: string; readonly key: string; readonly value: Uint8Array };

/** Where chunks are kept and changed: the part of the log's port that a rotation needs. */
export type ChunkStore = {
  readonly get: (topic: string, key: string) => Uint8Array | undefined;
  readonly entries: (topic: string) => Iterable<readonly [key: string, value: Uint8Array]>;
  readonly commitUnit: (unit: { readonly append: readonly []; readonly puts: readonly Put[] }) => Promise<unknown>;
};

/** Keys to destroy: all of some persons, and some by their id. */
export type KeysToDestroy = { readonly persons: Iterable<string>; readonly keyIds: Iterable<string> };

export type RewrapAll = KeysToDestroy & {
  readonly store: ChunkStore;
  /** Undefined when it is destroyed already: then every chunk is to be under `to`. */
  readonly from: Uint8Array | undefined;
  readonly to: Uint8Array;
  /** Chunks that are kept together. */
  readonly unit?: number;
  readonly random?: RandomSource;
  readonly onProgress?: (done: number, total: number) => void;
};

/**
 * Brings every chunk of a store under another master key, without the keys to destroy. Chunks that are under it already were done before
 * an interruption and stay: it may be run again until it has ended.
 * @throws AppError `vault.master-wrong` for a chunk that neither key opens; those before it are done.
 */
export const rewrapAll = async (options: RewrapAll): Promise<{ readonly chunks: number }> => {
  const { store, from, to, unit = 500, random = createRandomPool(), onProgress } = options;
  const persons = new Set(options.persons);
  const places = placesByChunk(options.keyIds);
  // The names first: a walk over the values would hold on to pages that the changes want to use again.
  const ids = Array.from(store.entries(vaultTopic), ([id]) => id);
  for (let done = 0; done < ids.length; done += unit) {
    const puts = ids.slice(done, done + unit).flatMap((id): Put[] => {
      const value = store.get(vaultTopic, id);
      if (value === undefined || findEntries(id, value, to) !== undefined) return [];
      if (from === undefined || findEntries(id, value, from) === undefined) throw new AppError('vault.master-wrong', { context: { chunk: id } });
      return [{ topic: vaultTopic, key: id, value: rewrapChunk({ id, value }, { from, to, persons, places: places.get(id) ?? new Set(), random }) }];
    });
    if (puts.length > 0) await store.commitUnit({ append: [], puts });
    onProgress?.(Math.min(done + unit, ids.length), ids.length);
  }
  return { chunks: ids.length };
};

/** A key that is there, and whose it is. */
export type FoundKey = { readonly keyId: string; readonly personKey: string };

/** Those of the keys to destroy that a store still holds. @throws AppError `vault.master-wrong`. */
export const findKeys = (store: Pick<ChunkStore, 'entries'>, masterKey: Uint8Array, wanted: KeysToDestroy): FoundKey[] => {
  const persons = new Set(wanted.persons);
  const chunks = placesByChunk(wanted.keyIds);
  const found: FoundKey[] = [];
  for (const [id, value] of store.entries(vaultTopic)) {
    const places = chunks.get(id);
    if (places === undefined && persons.size === 0) continue;
    const entries = findEntries(id, value, masterKey);
    if (entries === undefined) throw new AppError('vault.master-wrong', { context: { chunk: id } });
    for (const place of placesOf(entries, { persons, places: places ?? new Set() })) found.push({ keyId: keyIdOf(id, place), personKey: (entries[place] as KeyEntry).personKey });
  }
  return found;
};

const findEntries = (id: string, value: Uint8Array, masterKey: Uint8Array): KeyEntry[] | undefined => {
  try {
    return unpackChunk({ id, value }, masterKey);
  } catch {
    return undefined;
  }
};
