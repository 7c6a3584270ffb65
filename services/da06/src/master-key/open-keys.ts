import { AppError } from '@da06/errors';
import type { EventLog } from '@da06/event-log';
import type { Logger } from '@da06/service-kit';
import { createOrLoadKeyFiles, fingerprintOf, vaultTopic } from '@da06/vault';
import type { LocalityKeys } from '@da06/vault';
import { existsSync, rmSync } from 'node:fs';
import type { Config } from '../config.ts';
import { dataPaths } from '../data-folder/paths.ts';
import { finishRotation } from './finish-rotation.ts';
import { findPending } from './pending.ts';

export type OpenKeysDeps = { readonly config: Pick<Config, 'data' | 'masterKey'>; readonly log: Pick<EventLog, 'get' | 'entries' | 'commitUnit'>; readonly logger: Logger };

/** Beside the old master key, until it takes its place. */
export const nextKeyFileOf = (masterFile: string): string => `${masterFile}.next`;

/**
 * The secrets of a data folder that this process holds. A change of the master key that was interrupted is finished first. Keys are made for
 * a vault that holds nothing alone: others than those it was filled with would open nothing.
 * @throws AppError `vault.master-missing`, `vault.rotation-unfinished`, `config.invalid`.
 */
export const openKeys = async ({ config, log, logger }: OpenKeysDeps): Promise<LocalityKeys> => {
  const paths = dataPaths(config.data);
  const source = config.masterKey;
  await resumeRotation({ config, log, logger });
  const holds = isFilled(log);
  if (holds && 'file' in source && !existsSync(source.file)) throw new AppError('vault.master-missing', { detail: `${source.file} is not there.` });
  if (holds && !existsSync(paths.hashKey)) throw new AppError('config.invalid', { detail: `${paths.hashKey} is missing; restore it from a backup.` });
  return createOrLoadKeyFiles(paths.root, source);
};

/** Finishes what was interrupted, for whoever holds the folder. */
export const resumeRotation = async ({ config, log, logger }: OpenKeysDeps): Promise<void> => {
  const paths = dataPaths(config.data);
  const source = config.masterKey;
  const pending = findPending(paths.erasePending);
  if (pending === undefined) {
    // Made for a change that never began: nothing is under it.
    if ('file' in source) rmSync(nextKeyFileOf(source.file), { force: true });
    return;
  }
  logger.warn({ id: pending.id }, 'a change of the master key was interrupted: finishing it');
  await finishRotation({ paths, source, log, logger }, pending);
  if (!pending.external) return;
  const { masterKey } = createOrLoadKeyFiles(paths.root, source);
  if (fingerprintOf(masterKey) !== pending.to) throw new AppError('vault.master-wrong', { detail: `The change is finished. Put the key of ${pending.nextKeyFile} (fingerprint ${pending.to}) in the place of the old one.` });
};

const isFilled = (log: OpenKeysDeps['log']): boolean => {
  for (const _entry of log.entries(vaultTopic)) return true;
  return false;
};
