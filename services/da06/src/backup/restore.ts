import { fingerprintOf, createSecretFile, findSecretFile } from '@da06/vault';
import type { MasterKeySource } from '@da06/vault';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wrongUse } from '../cli/exit.ts';
import { secretFiles } from './backup.ts';
import { assertIntact, readManifest } from './manifest.ts';
import { fingerprintOfBackup } from './rewrap-backup.ts';

export type RestoreOutcome = {
  readonly data: string;
  readonly events: number;
  readonly at: string;
  /** Fingerprint of the master key that opens the identities; null = they cannot be opened. */
  readonly masterKey: string | null;
};

export type RestoreOptions = {
  /** Where the restored folder will have its master key. */
  readonly source: MasterKeySource;
  /** A file that holds the backup's master key. */
  readonly masterKeyFile?: string | undefined;
  /** Restores what is counted, and the receipts; the sealed identities stay closed for ever. */
  readonly withoutIdentities?: boolean;
};

/**
 * Puts a backup into an empty data folder, with the master key that was kept apart from it. Tables are not in it: opening the folder projects
 * the log anew. A backup of an earlier version holds its master key itself.
 * @throws AppError `backup.invalid` for a backup that is incomplete or was changed; CliFailure 2 when the folder is not empty, or the master key is missing or another one.
 */
export const restoreFolder = async (backup: string, data: string, options: RestoreOptions): Promise<RestoreOutcome> => {
  const manifest = readManifest(backup);
  if (existsSync(data) && readdirSync(data).length > 0) throw wrongUse(`${data} is not empty; restore into a new folder (DA06_DATA).`);
  await assertIntact(backup, manifest);
  const masterKey = options.withoutIdentities === true ? undefined : masterKeyFor(backup, options);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  for (const { path } of manifest.files) if (path !== 'master.key') cpSync(join(backup, path), join(data, path), { recursive: true });
  for (const name of secretFiles) chmodSync(join(data, name), 0o600);
  if (masterKey !== undefined && 'file' in options.source && !existsSync(options.source.file)) createSecretFile(options.source.file, masterKey);
  return { data, events: manifest.events, at: manifest.at, masterKey: masterKey === undefined ? null : fingerprintOf(masterKey) };
};

/** The named file, else the setting, else the backup itself. */
const masterKeyFor = (backup: string, { source, masterKeyFile }: RestoreOptions): Buffer => {
  const wanted = fingerprintOfBackup(backup);
  const set = 'key' in source ? source.key : findSecretFile(source.file);
  const key = masterKeyFile === undefined ? (set ?? findSecretFile(join(backup, 'master.key'))) : findSecretFile(masterKeyFile);
  if (key === undefined) {
    throw wrongUse(
      masterKeyFile === undefined
        ? `The master key of ${backup} (fingerprint ${wanted ?? 'unknown'}) is not in it: name it with --master-key FILE, DA06_MASTER_KEY_FILE or DA06_MASTER_KEY; or restore --without-identities.`
        : `${masterKeyFile} must hold 64 hex digits.`,
    );
  }
  if (wanted !== undefined && fingerprintOf(key) !== wanted) throw wrongUse(`This is another master key (fingerprint ${fingerprintOf(key)}) than the one of ${backup} (${wanted}).`);
  if (set !== undefined && fingerprintOf(set) !== fingerprintOf(key)) throw wrongUse('DA06_MASTER_KEY or DA06_MASTER_KEY_FILE holds another master key than --master-key.');
  return key;
};
