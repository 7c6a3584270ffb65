import { AppError } from '@da06/errors';
import { masterKeyRotatedType, topics } from '@da06/events';
import { createSecretFile, findSecretFile, fingerprintOf, isReplaceable } from '@da06/vault';
import type { KeysToDestroy, MasterKeySource } from '@da06/vault';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import type { ErasureRecord } from '../erase/record.ts';
import type { SecurityEvents } from '../erase/security-events.ts';
import { finishRotation } from './finish-rotation.ts';
import type { RotationPlace } from './finish-rotation.ts';
import { nextKeyFileOf } from './open-keys.ts';
import { writePending } from './pending.ts';
import type { Pending } from './pending.ts';

/** The key that comes next: made here beside the old one, or given in a file by who keeps it elsewhere. */
export type NextKey = { readonly file: string; readonly external: boolean };

/**
 * Where the next master key comes from.
 * @throws AppError `vault.rotation-unfinished` while the key of the last change is not in its place; `vault.master-read-only` when the old one cannot be replaced by us and no next one is given; `config.invalid` for a file that holds none.
 */
export const nextKeyFor = (source: MasterKeySource, given: string | undefined, current: Uint8Array): NextKey => {
  const kept = 'key' in source ? source.key : findSecretFile(source.file);
  if (kept === undefined || fingerprintOf(kept) !== fingerprintOf(current)) throw new AppError('vault.rotation-unfinished', { detail: `The key of the last change (${fingerprintOf(current)}) is not in its place yet.` });
  const own = 'file' in source && isReplaceable(source.file);
  if (given === undefined) {
    if (!own) throw new AppError('vault.master-read-only', { detail: 'key' in source ? 'It is in DA06_MASTER_KEY.' : `${source.file} is read-only.` });
    return { file: nextKeyFileOf(source.file), external: false };
  }
  const key = findSecretFile(given);
  if (key === undefined) throw new AppError('config.invalid', { detail: `${given} must hold 64 hex digits.` });
  if (fingerprintOf(key) === fingerprintOf(current)) throw new AppError('config.invalid', { detail: `${given} holds the master key that is in use.` });
  return { file: given, external: true };
};

export type RotateOptions = KeysToDestroy & {
  readonly id: string;
  readonly masterKey: Uint8Array;
  readonly next: NextKey;
  readonly backups: readonly string[];
  readonly records: readonly ErasureRecord[];
  /** What is recorded beside the change itself. */
  readonly events: readonly Pending['events'][number][];
  readonly security: SecurityEvents;
};

/** Brings the vault under a new master key, without the keys to destroy, and destroys the old one. What is interrupted is finished by the next `openKeys`. */
export const rotateMasterKey = async (place: RotationPlace, options: RotateOptions): Promise<{ readonly from: string; readonly to: string }> => {
  const { next, id, security, step = () => {} } = { ...options, ...place };
  if (!next.external) {
    if (existsSync(next.file)) rmSync(next.file);
    createSecretFile(next.file, randomBytes(32));
  }
  step('next key');
  const nextKey = findSecretFile(next.file);
  if (nextKey === undefined) throw new AppError('config.invalid', { detail: `${next.file} must hold 64 hex digits.` });
  const names = { from: fingerprintOf(options.masterKey), to: fingerprintOf(nextKey) };
  const pending: Pending = {
    version: 1, id, ...names, nextKeyFile: next.file, external: next.external,
    persons: [...options.persons], keyIds: [...options.keyIds], backups: [...options.backups], records: [...options.records],
    events: [...options.events, security({ topic: topics.security, type: masterKeyRotatedType, subject: id, data: { id, ...names } })],
  };
  writePending(place.paths.erasePending, pending);
  step('pending');
  await finishRotation(place, pending);
  return names;
};
