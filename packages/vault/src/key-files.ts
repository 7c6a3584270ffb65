import { AppError } from '@da06/errors';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export type LocalityKeys = { readonly masterKey: Buffer; readonly hashKey: Buffer };

/**
 * The two secrets of a data folder, 32 bytes in hex each, readable by the owner alone; made on first use, and on the disk before
 * anything is sealed with them. Losing one means losing every identity (master) or every join (hash): back both up.
 * @throws AppError `config.invalid` for a file that holds something else, or when the hash key is missing beside a master key.
 */
export const createOrLoadKeyFiles = (folder: string, random: (length: number) => Uint8Array = randomBytes): LocalityKeys => {
  const [masterFile, hashFile] = [join(folder, 'master.key'), join(folder, 'hash.key')];
  // The hash key is made first: without it, a master key is not new but left over.
  if (existsSync(masterFile) && !existsSync(hashFile)) throw new AppError('config.invalid', { detail: `${hashFile} is missing; restore it from a backup.` });
  for (const file of [hashFile, masterFile]) if (!existsSync(file)) create(file, random);
  return { masterKey: load(masterFile), hashKey: load(hashFile) };
};

/** Writes a whole file under another name first, so that a crash leaves no key cut short; of two processes one wins. */
const create = (file: string, random: (length: number) => Uint8Array): void => {
  const draft = `${file}.${Buffer.from(randomBytes(6)).toString('hex')}`;
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    writeSync(descriptor, `${Buffer.from(random(32)).toString('hex')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const folder = openSync(join(file, '..'), 'r');
  fsyncSync(folder);
  closeSync(folder);
};

const load = (file: string): Buffer => {
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new AppError('config.invalid', { detail: `${file} must hold 64 hex digits.` });
  return Buffer.from(text, 'hex');
};
