import { AppError } from '@da06/errors';
import { createEmbeddedLog } from '@da06/event-log';
import { destroySecretFile, findSecretFile, fingerprintOf, isReplaceable, replaceFile, rewrapAll } from '@da06/vault';
import type { KeysToDestroy } from '@da06/vault';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keepRecords } from '../erase/record.ts';
import type { ErasureRecord } from '../erase/record.ts';
import { assertIntact, digestFiles, manifestName, readManifest } from './manifest.ts';

/** The fingerprint of the master key a backup is under; undefined for one of an earlier version that holds none either. */
export const fingerprintOfBackup = (folder: string): string | undefined => {
  const own = findSecretFile(join(folder, 'master.key'));
  return readManifest(folder).masterKey ?? (own === undefined ? undefined : fingerprintOf(own));
};

/** @throws AppError `backup.invalid` unless the backup is whole, under this master key, and can be written: a change that begins must be able to end. */
export const checkBackup = async (folder: string, fingerprint: string): Promise<void> => {
  await assertIntact(folder, readManifest(folder));
  for (const file of [join(folder, 'log', 'data.mdb'), join(folder, manifestName)]) {
    if (!isReplaceable(file)) throw new AppError('backup.invalid', { detail: `${file} cannot be written; a backup that is to be brought along must be.` });
  }
  const own = fingerprintOfBackup(folder);
  if (own !== undefined && own !== fingerprint) throw new AppError('backup.invalid', { detail: `${folder} is under another master key (${own}) than the one in use (${fingerprint}): leave it out.` });
};

/**
 * Brings a backup under another master key, without the keys to destroy, and renews its manifest; one of an earlier version loses the master
 * key it holds. May be done again after an interruption.
 */
export const rewrapBackup = async (folder: string, options: KeysToDestroy & { readonly from: Uint8Array | undefined; readonly to: Uint8Array; readonly records: readonly ErasureRecord[] }): Promise<void> => {
  const { records, ...rewrap } = options;
  const log = createEmbeddedLog({ path: join(folder, 'log') });
  try {
    await rewrapAll({ ...rewrap, store: log });
  } finally {
    await log.close();
  }
  rmSync(join(folder, 'log', 'lock.mdb'), { force: true });
  if (existsSync(join(folder, 'master.key'))) destroySecretFile(join(folder, 'master.key'));
  if (records.length > 0) keepRecords(join(folder, 'erasures.jsonl'), records);
  const manifest = { ...readManifest(folder), version: 2, masterKey: fingerprintOf(options.to), files: await digestFiles(folder) };
  replaceFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 1)}\n`);
};
