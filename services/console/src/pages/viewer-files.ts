import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';

/** One part of the viewer, and what its build has packed of it, by encoding; the smaller first. */
export type ViewerFile = { readonly type: string; readonly etag: string; readonly body: Buffer; readonly packed: readonly (readonly ['br' | 'gzip', Buffer])[] };

export type ViewerFiles = {
  /** The page; undefined until the viewer is built. */
  readonly page: () => string | undefined;
  readonly find: (name: string) => ViewerFile | undefined;
};

const types: Readonly<Record<string, string>> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml', png: 'image/png', webp: 'image/webp' };

/** A name of a part as Vite gives it, with its digest; nothing that could lead out of the folder. */
const partName = /^[\w-]+(?:\.[\w-]+)*\.(?:js|css|svg|png|webp)$/;

const read = (folder: URL, name: string): ViewerFile | undefined => {
  if (!partName.test(name) || !existsSync(new URL(name, folder))) return undefined;
  const body = readFileSync(new URL(name, folder));
  const packed = ([['br', '.br'], ['gzip', '.gz']] as const).flatMap(([encoding, ending]) => {
    const url = new URL(name + ending, folder);
    return existsSync(url) ? [[encoding, readFileSync(url)] as const] : [];
  });
  return { type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`, body, packed };
};

/** What Vite built of the viewer, read once: the page until it is built anew, its parts for ever, for a part that is changed has another name. */
export const createViewerFiles = (dist: URL): ViewerFiles => {
  const index = new URL('index.html', dist);
  const parts = new Map<string, ViewerFile>();
  let page: { readonly text: string; readonly builtAt: number } | undefined;
  return {
    page: () => {
      const builtAt = statSync(index, { throwIfNoEntry: false })?.mtimeMs;
      if (builtAt !== undefined && builtAt !== page?.builtAt) page = { text: readFileSync(index, 'utf8'), builtAt };
      return page?.text;
    },
    find: (name) => {
      const found = parts.get(name) ?? read(new URL('assets/', dist), name);
      if (found !== undefined) parts.set(name, found);
      return found;
    },
  };
};
