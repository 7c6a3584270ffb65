import type { EmbeddedLog } from '@da06/event-log';
import { topics } from '@da06/events';
import { AppError } from '@da06/errors';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fingerprintOf } from '@da06/vault';
import { basename, join } from 'node:path';
import type { DataPaths } from '../data-folder/paths.ts';
import type { BackupOutcome } from '../operations/operations.ts';
import { digestFiles, manifestName } from './manifest.ts';
import type { Manifest } from './manifest.ts';

/**
 * The secrets that a backup holds. The master key is not among them: a backup that held it would open for ever what was erased since. It is
 * kept apart; the manifest names it by its fingerprint.
 */
export const secretFiles = ['hash.key', 'admin.key'] as const;

/**
 * Copies what cannot be made again, while everything runs: the log (one consistent state, the vault in it), the secrets but the master key, the records of erasures and the receipt keys.
 * The tables and the reference index are rebuilt from the log.
 * @throws AppError `file.unreadable` when the folder is not empty or cannot be written.
 */
export const backupFolder = async (deps: { log: EmbeddedLog; paths: DataPaths; masterKey: Uint8Array; now: () => number }, folder: string): Promise<BackupOutcome> => {
  const started = deps.now();
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new AppError('file.unreadable', { detail: `${folder} is not empty.` });
  mkdirSync(join(folder, 'log'), { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  await deps.log.backup(join(folder, 'log'));
  for (const name of secretFiles) cpSync(join(deps.paths.root, name), join(folder, name));
  cpSync(deps.paths.receiptKeys, join(folder, 'receipt-keys'), { recursive: true });
  if (existsSync(deps.paths.erasures)) cpSync(deps.paths.erasures, join(folder, basename(deps.paths.erasures)));
  const masterKey = fingerprintOf(deps.masterKey);
  const files = await digestFiles(folder);
  const events = await countEvents(deps.log);
  const manifest: Manifest = { version: 2, masterKey, at: new Date(deps.now()).toISOString(), events, files };
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
  return { folder, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), events, seconds: (deps.now() - started) / 1000, masterKey };
};

/** Events in the log now; a little more than in the copy when appends went on meanwhile. */
const countEvents = async (log: EmbeddedLog): Promise<number> => {
  let count = 0n;
  for (const topic of Object.values(topics)) for (const end of await log.ends(topic)) count += end;
  return Number(count);
};
