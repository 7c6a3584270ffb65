import { AppError } from '@da06/errors';
import { createSystemSealer, loadHashKey } from '@da06/vault';
import type { SystemSealer } from '@da06/vault';
import { existsSync } from 'node:fs';
import { dataPaths } from '../data-folder/paths.ts';

/**
 * Seals and opens what is the system's alone, such as dead letters, in a process beside registration. It makes no keys (others than those of
 * the installation would open nothing) and never sees the master key: no identity can be opened there.
 * @throws AppError `config.invalid` when the data folder has no hash key.
 */
export const openSystemVault = (data: string): SystemSealer => {
  const paths = dataPaths(data);
  if (!existsSync(paths.hashKey)) throw new AppError('config.invalid', { detail: `${paths.hashKey} is missing: give every service the keys of one installation (da06 migrate makes them, DA06_DATA names their folder).` });
  return createSystemSealer(loadHashKey(paths.root));
};
