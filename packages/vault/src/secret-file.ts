import { AppError } from '@da06/errors';
import { randomBytes } from 'node:crypto';
import { accessSync, closeSync, constants, existsSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const textOf = (key: Uint8Array): string => `${Buffer.from(key).toString('hex')}\n`;

/** Makes a name that was added or taken away in a folder durable. */
export const syncFolder = (folder: string): void => {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

const writeSynced = (file: string, flag: string, text: string): void => {
  const descriptor = openSync(file, flag, 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

const draftOf = (file: string): string => `${file}.${randomBytes(6).toString('hex')}`;

/** Writes a new file whole, readable by the owner alone, on the disk when this returns; of two processes one wins, and a file that is there stays. */
export const createSecretFile = (file: string, key: Uint8Array): void => {
  const draft = draftOf(file);
  writeSynced(draft, 'wx', textOf(key));
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(dirname(file));
};

/** Replaces a file of text whole or not at all, readable by the owner alone; on the disk when this returns. */
export const replaceFile = (file: string, text: string): void => {
  const draft = draftOf(file);
  writeSynced(draft, 'wx', text);
  renameSync(draft, file);
  syncFolder(dirname(file));
};

/** A key of 32 bytes in hex. @throws AppError `config.invalid` for anything else, without repeating it. */
export const readSecretFile = (file: string): Buffer => {
  const key = findSecretFile(file);
  if (key === undefined) throw new AppError('config.invalid', { detail: `${file} must hold 64 hex digits.` });
  return key;
};

/** The same, undefined when the file is missing or holds anything else. */
export const findSecretFile = (file: string): Buffer | undefined => {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8').trim();
  return /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex') : undefined;
};

/** Whether the file can be overwritten and its name be given to another. */
export const isReplaceable = (file: string): boolean => {
  try {
    for (const path of [file, dirname(file)]) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Writes over the bytes of a secret where they lie, as far as the file system lets one: a disk that copies what it writes may keep them. */
const overwriteSecret = (file: string): void => {
  if (existsSync(file)) writeSynced(file, 'r+', randomBytes(33).toString('hex').slice(0, 65));
};

/** Overwrites a secret and takes its name away. */
export const destroySecretFile = (file: string): void => {
  overwriteSecret(file);
  rmSync(file, { force: true });
  syncFolder(dirname(file));
};

/** Puts the secret of `next` in the place of `file`, whose old bytes are overwritten first. May be run again after an interruption. */
export const succeedSecretFile = (file: string, next: string): void => {
  overwriteSecret(file);
  renameSync(next, file);
  syncFolder(dirname(file));
};
