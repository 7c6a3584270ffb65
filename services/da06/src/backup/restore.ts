import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wrongUse } from '../cli/exit.ts';
import { secretFiles } from './backup.ts';
import { digestFiles, Manifest, manifestName } from './manifest.ts';

export type RestoreOutcome = { readonly data: string; readonly events: number; readonly at: string };

/**
 * Puts a backup into an empty data folder. Tables are not in it: opening the folder projects the log anew.
 * @throws CliFailure 2 when the folder is not empty, or the backup is incomplete or was changed.
 */
export const restoreFolder = async (backup: string, data: string): Promise<RestoreOutcome> => {
  const manifest = readManifest(backup);
  if (existsSync(data) && readdirSync(data).length > 0) throw wrongUse(`${data} is not empty; restore into a new folder (DA06_DATA).`);
  const found = new Map((await digestFiles(backup)).map((file) => [file.path, file.sha256]));
  for (const { path, sha256 } of manifest.files) {
    if (found.get(path) !== sha256) throw wrongUse(`${backup}/${path} is missing or was changed since the backup.`);
  }
  mkdirSync(data, { recursive: true, mode: 0o700 });
  for (const { path } of manifest.files) cpSync(join(backup, path), join(data, path), { recursive: true });
  for (const name of secretFiles) chmodSync(join(data, name), 0o600);
  return { data, events: manifest.events, at: manifest.at };
};

const readManifest = (backup: string): Manifest => {
  try {
    return Manifest.parse(JSON.parse(readFileSync(join(backup, manifestName), 'utf8')));
  } catch {
    throw wrongUse(`${backup} is not a finished backup: ${manifestName} is missing or unreadable.`);
  }
};
