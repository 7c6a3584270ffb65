import { createEmbeddedLog } from '@da06/event-log';
import { vaultTopic } from '@da06/vault';
import type { SealedIdentity } from '@da06/vault';
import { createDecipheriv } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

const entryLength = 48;
const pageSize = 4096;

/** AES-256-GCM as the vault's README describes it, written anew: an attacker does not use our code. */
const decrypt = (key: Buffer, sealed: Buffer, bound?: string): Buffer | undefined => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
    if (bound !== undefined) decipher.setAAD(Buffer.from(bound));
    decipher.setAuthTag(sealed.subarray(sealed.length - 16));
    return Buffer.concat([decipher.update(sealed.subarray(12, sealed.length - 16)), decipher.final()]);
  } catch {
    return undefined;
  }
};

/** Files where a key could lie: not the engine's parts, which are compressed columns of what the log says, and thousands. */
const couldHoldKeys = (file: string): boolean => !file.includes('/clickhouse/') && statSync(file).size <= 65_536;

/** Everything of 32 bytes in the small files that could be a key: 64 hex digits, base64, and each window of the bytes as they are. */
const keysIn = (files: readonly string[]): Buffer[] => {
  const keys = new Map<string, Buffer>();
  const add = (key: Buffer): void => void (key.length === 32 && keys.set(key.toString('hex'), key));
  for (const file of files) {
    if (!couldHoldKeys(file)) continue;
    const bytes = readFileSync(file);
    const text = bytes.toString('latin1');
    for (const [, hex = ''] of text.matchAll(/(?=([0-9a-fA-F]{64}))/g)) add(Buffer.from(hex, 'hex'));
    for (const [found] of text.matchAll(/[A-Za-z0-9+/_-]{42,44}=?/g)) add(Buffer.from(found, 'base64'));
    if (bytes.length <= 1_024) for (let from = 0; from + 32 <= bytes.length; from += 1) add(bytes.subarray(from, from + 32));
  }
  return [...keys.values()];
};

/**
 * Places where a chunk may begin in a file of LMDB, live, left over or freed: behind its name, where it lies in the page of its node, and at the
 * head of overflow pages. A chunk keeps its length for ever.
 */
const piecesIn = (bytes: Buffer, id: string, length: number): Buffer[] => {
  const pieces: Buffer[] = [];
  const take = (from: number): void => {
    if (bytes[from] === 1 && from + length <= bytes.length) pieces.push(bytes.subarray(from + 1, from + length));
  };
  const name = Buffer.from(id);
  for (let found = bytes.indexOf(name); found >= 0; found = bytes.indexOf(name, found + 1)) for (let gap = 0; gap <= 8; gap += 1) take(found + name.length + gap);
  if (length > pageSize / 4) for (let page = 0; page < bytes.length; page += pageSize) for (const head of [16, 20, 24]) take(page + head);
  return pieces;
};

export type Attack = { readonly files: number; readonly keys: number; readonly pieces: number; readonly opened: number };

/** Tries every key there is on every piece of every chunk that an envelope names, then what comes out of it on the envelope. */
export const attack = async (given: { readonly folders: readonly string[]; readonly log: string; readonly envelopes: readonly SealedIdentity[]; readonly known: readonly Buffer[] }): Promise<Attack> => {
  const files = given.folders.flatMap(filesBelow);
  const keys = [...keysIn(files), ...given.known];
  const lengths = await lengthsOf(given.log, given.envelopes);
  const openable = new Set<string>();
  let tried = 0;
  for (const file of files.filter((name) => name.endsWith('data.mdb'))) {
    const bytes = readFileSync(file);
    for (const [id, length] of lengths) {
      const pieces = piecesIn(bytes, id, length);
      tried += pieces.length;
      for (const piece of pieces) {
        for (const key of keys) {
          const plain = decrypt(key, piece, `da06 keys ${id}`);
          if (plain === undefined) continue;
          for (const { keyId, blob } of given.envelopes) {
            const [chunk, place] = keyId.split('.');
            if (chunk !== id) continue;
            const at = Number(place) * entryLength + 16;
            if (decrypt(Buffer.from(plain.subarray(at, at + 32)), Buffer.from(blob, 'base64')) !== undefined) openable.add(blob);
          }
        }
      }
    }
  }
  // A key of a person could also lie about by itself.
  for (const { blob } of given.envelopes) for (const key of keys) if (decrypt(key, Buffer.from(blob, 'base64')) !== undefined) openable.add(blob);
  return { files: files.length, keys: keys.length, pieces: tried, opened: openable.size };
};

const lengthsOf = async (path: string, envelopes: readonly SealedIdentity[]): Promise<Map<string, number>> => {
  const log = createEmbeddedLog({ path });
  const lengths = new Map<string, number>();
  for (const { keyId } of envelopes) {
    const id = keyId.split('.')[0] ?? '';
    const value = log.get(vaultTopic, id);
    if (value !== undefined) lengths.set(id, value.byteLength);
  }
  await log.close();
  return lengths;
};
