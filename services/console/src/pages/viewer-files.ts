import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

type Encoding = 'br' | 'gzip';
/** One file of the viewer, and what its build has packed of it. */
export type ViewerFile = { readonly type: string; readonly etag: string; readonly body: Buffer; readonly packed: Readonly<Partial<Record<Encoding, Buffer>>> };
export type Viewer = { readonly page: string; readonly assets: ReadonlyMap<string, ViewerFile> };

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml', png: 'image/png', webp: 'image/webp', ico: 'image/x-icon', json: 'application/json; charset=utf-8', webmanifest: 'application/manifest+json',
};
const endings: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

const read = (folder: URL, name: string): ViewerFile => {
  const body = readFileSync(new URL(name, folder));
  const packed = Object.entries(endings).flatMap(([encoding, ending]) => {
    const url = new URL(name + ending, folder);
    return existsSync(url) ? [[encoding, readFileSync(url)] as const] : [];
  });
  return { type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`, body, packed: Object.fromEntries(packed) };
};

const load = (dist: URL): Viewer => {
  const folder = new URL('assets/', dist);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !/\.(?:br|gz)$/.test(name)) : [];
  return { page: readFileSync(new URL('index.html', dist), 'utf8'), assets: new Map(names.map((name) => [name, read(folder, name)])) };
};

/**
 * What Vite built of the viewer, kept in memory; undefined until it is built. Built anew it is read anew, and the parts that an open page may still
 * ask for stay.
 */
export const createViewerFiles = (dist: URL): (() => Viewer | undefined) => {
  let loaded: Viewer | undefined;
  let builtAt = 0;
  return () => {
    const at = statSync(new URL('index.html', dist), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (at !== builtAt && at > 0) {
      const fresh = load(dist);
      loaded = { page: fresh.page, assets: new Map([...(loaded?.assets ?? []), ...fresh.assets]) };
      builtAt = at;
    }
    return loaded;
  };
};
