import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** What a running host tells others (contracts.md, Calling); `clickhouseUrl` is null when that interface is off. */
const HostFile = z.object({ pid: z.int().positive(), url: z.string(), clickhouseUrl: z.string().nullable() });
export type HostFile = z.infer<typeof HostFile>;

/** Written whole or not at all: a reader never sees half of it. */
export const writeHostFile = (path: string, content: HostFile): void => {
  const draft = `${path}.${content.pid}`;
  writeFileSync(draft, `${JSON.stringify(content)}\n`);
  renameSync(draft, path);
};

/** The file of the folder's host, running or not; undefined when there is none. */
export const findHostFile = (path: string): HostFile | undefined => {
  try {
    return HostFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
};

export const removeHostFile = (path: string): void => rmSync(path, { force: true });
