import { AppError } from '@da06/errors';
import { ErasureReason, KeyedHash } from '@da06/events';
import type { IdentityErased } from '@da06/events';
import { replaceFile } from '@da06/vault';
import { compactVerify, createLocalJWKSet } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** What `typ` says of the signature of an erasure. */
const erasureType = 'da06-erasure';

/** A signed record of an erasure, a line of `erasures.jsonl`: it can be carried out again on a restored log. It names nobody. */
export const ErasureRecord = z.object({
  id: z.uuid(),
  at: z.string(),
  reason: ErasureReason,
  persons: z.array(KeyedHash),
  keys: z.int().min(0),
  keyIds: z.array(z.string().min(1)),
  receipt: z.string(),
});
export type ErasureRecord = z.infer<typeof ErasureRecord>;

/** SHA-256 (hex) over the sorted key ids, a line each: they may be many, and the signature stays short. */
const digestOf = (keyIds: readonly string[]): string => createHash('sha256').update([...keyIds].sort().map((keyId) => `${keyId}\n`).join('')).digest('hex');

type Unsigned = Omit<ErasureRecord, 'receipt'>;
const payloadOf = ({ id, at, reason, persons, keys, keyIds }: Unsigned) => ({ iat: Math.floor(Date.parse(at) / 1000), id, reason, persons: [...persons], keys, keyIds: digestOf(keyIds) });

export const signRecord = (record: Unsigned, sign: (payload: object, typ: string) => string): ErasureRecord => ({ ...record, receipt: sign(payloadOf(record), erasureType) });

/** @throws AppError `erasure.invalid` unless the record is the one that a key of the set has signed. */
export const verifyRecord = async (record: ErasureRecord, jwks: JSONWebKeySet): Promise<void> => {
  let signed: string;
  try {
    const verified = await compactVerify(record.receipt, createLocalJWKSet(jwks), { algorithms: ['EdDSA', 'Ed25519'] });
    if (verified.protectedHeader.typ !== erasureType) throw new Error('typ');
    signed = Buffer.from(verified.payload).toString('utf8');
  } catch (cause) {
    throw new AppError('erasure.invalid', { detail: `The signature of ${record.id} is not by a key of this installation.`, cause });
  }
  if (signed !== JSON.stringify(payloadOf(record))) throw new AppError('erasure.invalid', { detail: `${record.id} was changed.` });
};

/** Key ids of one event: it stays under half a MiB. */
const keyIdsInEvent = 20_000;

/** What the events of an erasure say, one for each part of its keys. */
export const dataOfRecord = (record: ErasureRecord, more: { readonly replayed: boolean; readonly sealed?: { readonly keyId: string; readonly blob: string } | undefined }): IdentityErased['data'][] => {
  const { id, reason, persons, keys, keyIds, receipt } = record;
  const parts = Math.max(1, Math.ceil(keyIds.length / keyIdsInEvent));
  return Array.from({ length: parts }, (_, part) => ({
    id, part: part + 1, parts, reason, persons, keys, keyIds: keyIds.slice(part * keyIdsInEvent, (part + 1) * keyIdsInEvent),
    ...(more.sealed !== undefined && part === 0 && { sealed: more.sealed }), receipt, replayed: more.replayed,
  }));
};

/** The records of a file. @throws AppError `erasure.invalid` for a line that is none. */
export const readRecords = (file: string): ErasureRecord[] =>
  readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line, place) => {
    try {
      return ErasureRecord.parse(JSON.parse(line));
    } catch {
      throw new AppError('erasure.invalid', { detail: `${file}, line ${place + 1} is no record of an erasure.` });
    }
  });

/** Adds those records that a file does not have yet; on the disk when this returns. A line that was cut off by a crash is ended first. */
export const keepRecords = (file: string, records: readonly ErasureRecord[]): void => {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (text !== '' && !text.endsWith('\n')) {
    // Its writer was killed: what is pending is written again, whole.
    replaceFile(file, text.slice(0, text.lastIndexOf('\n') + 1));
  }
  const known = new Set(existsSync(file) ? readRecords(file).map(({ id }) => id) : []);
  const added = records.filter(({ id }) => !known.has(id));
  if (added.length === 0) return;
  const descriptor = openSync(file, 'a', 0o600);
  try {
    appendFileSync(descriptor, added.map((record) => `${JSON.stringify(record)}\n`).join(''));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
