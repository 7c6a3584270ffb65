import type { Hono } from 'hono';
import { readFileSync } from 'node:fs';

/** The page may load its own parts and speak to its own server, nothing else. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
const dist = new URL('../dist/', import.meta.url);
const types: Readonly<Record<string, string>> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml', html: 'text/html; charset=utf-8' };

/** What Vite built; names of its parts carry their digest. */
export const assetRoutes = (app: Hono): void => {
  const page = (): Response => new Response(readFileSync(new URL('index.html', dist)), { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'cache-control': 'no-cache' } });
  for (const path of ['/console', '/d/:uid', '/programme', '/health']) app.get(path, page);
  app.get('/console/assets/:file', (c) => {
    const name = c.req.param('file');
    if (!/^[\w.-]+$/.test(name)) return c.notFound();
    return new Response(readFileSync(new URL(`assets/${name}`, dist)), { headers: { 'content-type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', 'cache-control': 'public, max-age=31536000, immutable' } });
  });
};
