import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';

export const nginxText = readFileSync(join(root, 'infra/deploy/proxy/nginx.conf'), 'utf8');

/** Replaces each text, every time it stands there. @throws Error when one is missing: the file has changed under whoever replaces. */
export const replaced = (text: string, pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs).reduce((held, [from, to]) => {
    if (!held.includes(from)) throw new Error(`nginx.conf has no "${from}"`);
    return held.replaceAll(from, to);
  }, text);
