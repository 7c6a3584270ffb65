import { seal, unseal, type RandomSource } from './aead.ts';

/** A person's key within a chunk. */
export type KeyEntry = { readonly personKey: string; readonly key: Buffer };

/** What a chunk is kept under and holds: see `packChunk`. */
export type Chunk = { readonly id: string; readonly value: Uint8Array };

const format = 1;
const personLength = 16;
const keyLength = 32;
const entryLength = personLength + keyLength;
const erased = '0'.repeat(2 * personLength);
const boundTo = (id: string): string => `da06 keys ${id}`;

/**
 * The keys of one request's persons, together: one byte for the format, then, sealed as a whole under the master key and bound to the
 * chunk's id, for each person its person key (16 bytes) and its key (32). Key id `<chunk id>.<n>` names the n-th.
 */
export const packChunk = (id: string, entries: readonly KeyEntry[], masterKey: Uint8Array, random: RandomSource): Buffer => {
  const plain = Buffer.alloc(entries.length * entryLength);
  for (const [index, { personKey, key }] of entries.entries()) {
    plain.write(personKey, index * entryLength, personLength, 'hex');
    plain.set(key, index * entryLength + personLength);
  }
  return Buffer.concat([Buffer.from([format]), seal(masterKey, plain, boundTo(id), random)]);
};

/** The entries of a chunk; throws when the master key or the id is another one, or the bytes were changed. */
export const unpackChunk = ({ id, value }: Chunk, masterKey: Uint8Array): KeyEntry[] => {
  if (value[0] !== format) throw new RangeError(`Chunk ${id} has an unknown format.`);
  const plain = unseal(masterKey, value.subarray(1), boundTo(id));
  return Array.from({ length: plain.length / entryLength }, (_, index) => ({
    personKey: plain.toString('hex', index * entryLength, index * entryLength + personLength),
    key: plain.subarray(index * entryLength + personLength, (index + 1) * entryLength),
  }));
};

/** What is destroyed of a chunk: the keys of persons, and keys by their place. */
export type Emptying = { readonly persons?: ReadonlySet<string>; readonly places?: ReadonlySet<number> };

const isErased = ({ personKey }: KeyEntry): boolean => personKey === erased;

/** Places of a chunk that hold a key which `emptying` names; a place that was emptied before holds none. */
export const placesOf = (entries: readonly KeyEntry[], { persons = new Set(), places = new Set() }: Emptying): number[] =>
  entries.flatMap((entry, place) => (!isErased(entry) && (persons.has(entry.personKey) || places.has(place)) ? [place] : []));

export type Rewrap = Emptying & { readonly from: Uint8Array; readonly to: Uint8Array; readonly random: RandomSource };

/**
 * A chunk under another master key, some of its places emptied: the places stay, so that the other key ids keep their meaning. The keys
 * that stood there are destroyed once the old master key is: a copy of the old chunk that lingers in a file or a backup can be opened by nobody then.
 */
export const rewrapChunk = (chunk: Chunk, { from, to, random, ...emptying }: Rewrap): Buffer => {
  const entries = unpackChunk(chunk, from);
  const gone = new Set(placesOf(entries, emptying));
  return packChunk(chunk.id, entries.map((entry, place) => (gone.has(place) ? { personKey: erased, key: Buffer.alloc(keyLength) } : entry)), to, random);
};
