import { AppError } from '@da06/errors';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createSecretFile, readSecretFile } from './secret-file.ts';

export type LocalityKeys = { readonly masterKey: Buffer; readonly hashKey: Buffer };

/** Where the master key comes from: a file that is made when it is missing, or the environment, which gives the key itself. */
export type MasterKeySource = { readonly file: string } | { readonly key: Buffer };

export const masterKeyFile = (folder: string): string => join(folder, 'master.key');
const hashKeyFile = (folder: string): string => join(folder, 'hash.key');

/** Names a master key without telling it: the first 16 hex digits of its SHA-256. */
export const fingerprintOf = (masterKey: Uint8Array): string => createHash('sha256').update(masterKey).digest('hex').slice(0, 16);

/**
 * The two secrets of a data folder, 32 bytes in hex each, readable by the owner alone; made on first use, and on the disk before
 * anything is sealed with them. Losing one means losing every identity (master) or every join (hash): keep copies, apart from each other.
 * @throws AppError `config.invalid` for a file that holds something else, or when the hash key is missing beside a master key of the folder.
 */
export const createOrLoadKeyFiles = (folder: string, master: MasterKeySource = { file: masterKeyFile(folder) }): LocalityKeys => {
  const hashFile = hashKeyFile(folder);
  // The hash key is made first: without it, a master key of the folder is not new but left over.
  if (existsSync(masterKeyFile(folder)) && !existsSync(hashFile)) throw new AppError('config.invalid', { detail: `${hashFile} is missing; restore it from a backup.` });
  for (const file of [hashFile, ...('file' in master ? [master.file] : [])]) if (!existsSync(file)) createSecretFile(file, randomBytes(32));
  return { masterKey: 'file' in master ? readSecretFile(master.file) : master.key, hashKey: readSecretFile(hashFile) };
};

/** The hash key alone, for a process that seals and opens what is the system's. @throws AppError `config.invalid`. */
export const loadHashKey = (folder: string): Buffer => readSecretFile(hashKeyFile(folder));
