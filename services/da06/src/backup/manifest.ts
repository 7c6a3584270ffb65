import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';

export const manifestName = 'da06-backup.json';

/** Written last: a folder without it is half a backup. */
export const Manifest = z.object({
  version: z.literal(1),
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

const sha256Of = async (path: string): Promise<string> => {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer);
  return digest.digest('hex');
};
