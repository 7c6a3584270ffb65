import { open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { wrongUse } from '../cli/exit.ts';

/** The file’s content is on the disk when this resolves; it does not stay when the work fails. Its owner alone may read it: sealed identities are in it. @throws CliFailure 2 when there is one of that name. */
export const intoNewFile = async <T>(file: string, work: (into: Writable) => Promise<T>): Promise<T> => {
  const handle = await openNew(file);
  try {
    return await work(handle.createWriteStream({ flush: true }));
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(file, { force: true });
    throw error;
  }
};

const openNew = async (file: string): Promise<FileHandle> => {
  try {
    return await open(file, 'wx', 0o600);
  } catch (error) {
    throw wrongUse((error as NodeJS.ErrnoException).code === 'EEXIST' ? `${file} exists already; it is not overwritten.` : `${file} cannot be written.`);
  }
};
