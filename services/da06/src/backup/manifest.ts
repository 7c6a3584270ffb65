import { AppError } from '@da06/errors';
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';

export const manifestName = 'da06-backup.json';

/** Written last: a folder without it is half a backup. Version 1 held the master key itself. */
export const Manifest = z.object({
  version: z.union([z.literal(1), z.literal(2)]),
  /** Fingerprint of the master key that opens its identities. */
  masterKey: z.string().optional(),
  at: z.string(),
  events: z.int().min(0),
  files: z.array(z.object({ path: z.string(), bytes: z.int().min(0), sha256: z.string() })).min(1),
});
export type Manifest = z.infer<typeof Manifest>;

/** The files below a folder with their digests, by path. */
export const digestFiles = async (folder: string): Promise<Manifest['files']> => {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== manifestName)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files: Manifest['files'] = [];
  for (const path of paths) files.push({ path: relative(folder, path).split(sep).join('/'), bytes: statSync(path).size, sha256: await sha256Of(path) });
  return files;
};

/** @throws AppError `backup.invalid` for a folder that is no finished backup. */
export const readManifest = (folder: string): Manifest => {
  try {
    return Manifest.parse(JSON.parse(readFileSync(join(folder, manifestName), 'utf8')));
  } catch {
    throw new AppError('backup.invalid', { detail: `${folder} is not a finished backup: ${manifestName} is missing or unreadable.` });
  }
};

/** @throws AppError `backup.invalid` when a file is missing or was changed since the backup. */
export const assertIntact = async (folder: string, { files }: Manifest): Promise<void> => {
  const found = new Map((await digestFiles(folder)).map((file) => [file.path, file.sha256]));
  for (const { path, sha256 } of files) {
    if (found.get(path) !== sha256) throw new AppError('backup.invalid', { detail: `${folder}/${path} is missing or was changed since the backup.` });
  }
};

const sha256Of = async (path: string): Promise<string> => {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer);
  return digest.digest('hex');
};
