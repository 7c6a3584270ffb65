import { AppError } from '@da06/errors';
import { createOrLoadKeyFiles, createVault } from '@da06/vault';
import type { Vault } from '@da06/vault';
import { existsSync } from 'node:fs';
import { dataPaths } from '../data-folder/paths.ts';

/** Seals and opens what is the system's alone, such as dead letters: no person's key is at hand. */
const withoutPersons = { get: (): undefined => undefined };

/**
 * The vault of a process beside registration. It makes no keys: others than those of the installation would open nothing.
 * @throws AppError `config.invalid` when the data folder has none.
 */
export const openSystemVault = (data: string): Vault => {
  const paths = dataPaths(data);
  if (!existsSync(paths.hashKey)) throw new AppError('config.invalid', { detail: `${paths.hashKey} is missing: give every service the keys of one installation (da06 migrate makes them, DA06_DATA names their folder).` });
  return createVault({ ...createOrLoadKeyFiles(paths.root), store: withoutPersons });
};
