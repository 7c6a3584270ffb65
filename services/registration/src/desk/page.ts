import type { Locality } from '@da06/reference';
import { workbookType } from '@da06/workbook';
import type { Hono } from 'hono';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { writeSheet } from '../portal-sheet/write-sheet.ts';
import { deskLists } from './lists.ts';

/** What the page may do: its own scripts and styles, its own server, nothing else. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const types: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', json: 'application/json; charset=utf-8' };
const assets = new URL('./assets/', import.meta.url);

type Asset = { readonly body: string; readonly type: string; readonly etag: string };

/** The page of the desk: for the receptionist, the landlord with a phone, the clinic's clerk. Read once, served from memory; it holds no data and needs no key. */
export const deskRoutes = (app: Hono, locality: Locality): void => {
  const files = loadAssets(locality);
  app.get('/desk', (c) => answer(files.get('desk.html'), c.req.raw));
  app.get('/desk/:file', (c) => {
    if (c.req.param('file') === templateName) return emptySheet();
    const file = files.get(c.req.param('file'));
    return file === undefined ? c.notFound() : answer(file, c.req.raw);
  });
};

/** The portal's sheet without guests, to be filled in where no software writes one. */
const templateName = 'mau-luu-tru.xlsx';

const emptySheet = (): Response =>
  new Response(writeSheet({ rows: [] }), { headers: { 'content-type': workbookType, 'content-disposition': `attachment; filename="${templateName}"`, 'cache-control': 'no-cache' } });

const loadAssets = (locality: Locality): ReadonlyMap<string, Asset> => {
  const names = readdirSync(assets).filter((name) => /\.(?:html|js|css)$/.test(name));
  const texts = names.map((name): [string, string] => [name, readFileSync(new URL(name, assets), 'utf8')]);
  return new Map([...texts, ['lists.json', JSON.stringify(deskLists(locality))] as [string, string]].map(([name, body]) => [name, assetOf(name, body)]));
};

const assetOf = (name: string, body: string): Asset => ({ body, type: types[name.split('.').at(-1) ?? ''] ?? 'text/plain', etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` });

/** A browser asks again each time and mostly gets 304: the page and its parts are always of one version. */
const answer = (file: Asset | undefined, request: Request): Response => {
  if (file === undefined) throw new TypeError('The desk has a page.');
  const headers = { 'content-security-policy': policy, 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache', etag: file.etag };
  const known = request.headers.get('if-none-match')?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === file.etag);
  return known === true ? new Response(null, { status: 304, headers }) : new Response(file.body, { headers: { ...headers, 'content-type': file.type } });
};
