import { removeFolder, tempFolder } from '@da06/testkit';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { consoleWithoutTables } from '../testing/started.ts';

const folder = tempFolder();
afterAll(() => removeFolder(folder));
mkdirSync(join(folder, 'assets'));
const page = '<!doctype html><html lang="vi"><body><div id="app"></div>\n</body></html>';
const script = 'export const a = 1;'.repeat(100);
writeFileSync(join(folder, 'index.html'), page);
writeFileSync(join(folder, 'assets', 'index-AbC_1.js'), script);
writeFileSync(join(folder, 'assets', 'index-AbC_1.js.br'), brotliCompressSync(script));
writeFileSync(join(folder, 'assets', 'index-AbC_1.js.gz'), gzipSync(script));
writeFileSync(join(folder, 'secret.js'), 'secret');

const built = consoleWithoutTables({ dist: pathToFileURL(`${folder}/`) });
const get = async (path: string, headers: Readonly<Record<string, string>> = {}, from = built): Promise<Response> => await from.fetch(new Request(`http://da06.example${path}`, { headers }));
const { 'content-security-policy': policy, etag } = Object.fromEntries((await get('/d/du-lich')).headers);

describe('the viewer’s page', () => {
  it.each(['/d/du-lich', '/programme', '/health', '/console'])('is at %s, needs no key, and may load its own parts alone', async (path) => {
    const answer = await get(path);
    expect([answer.status, await answer.text()]).toEqual([200, page]);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'/);
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:/);
  });

  it('is answered 304 to a browser that has it, with its policy', async () => {
    const again = await get('/d/dan-cu', { 'if-none-match': `W/${etag ?? ''}` });
    expect([again.status, await again.text(), again.headers.get('content-security-policy')]).toEqual([304, '', policy]);
  });

  it('is read anew when it was built anew', async () => {
    const other = tempFolder();
    const console = consoleWithoutTables({ dist: pathToFileURL(`${other}/`) });
    expect((await get('/health', {}, console)).status).toBe(503);
    writeFileSync(join(other, 'index.html'), 'one');
    expect(await (await get('/health', {}, console)).text()).toBe('one');
    writeFileSync(join(other, 'index.html'), 'two');
    utimesSync(join(other, 'index.html'), 1, 1);
    expect(await (await get('/health', {}, console)).text()).toBe('two');
    removeFolder(other);
  });
});

describe('a part of the viewer', () => {
  const path = '/console/assets/index-AbC_1.js';
  it.each([['br, gzip', 'br'], ['gzip, deflate', 'gzip'], ['br;q=0, gzip;q=0.5', 'gzip'], ['identity', null]])('is packed for a browser that takes %s: %s', async (accepted, encoding) => {
    const answer = await get(path, { 'accept-encoding': accepted });
    expect([answer.status, answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([200, encoding, 'accept-encoding']);
    expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual(['text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']);
    expect((await answer.arrayBuffer()).byteLength).toBe({ br: brotliCompressSync(script), gzip: gzipSync(script), '': Buffer.from(script) }[encoding ?? '']?.byteLength);
  });

  it('is found by its own name alone', async () => {
    for (const name of ['index-AbC_1.js.br', '..%2fsecret.js', '..', '%2e%2e%2fsecret.js', 'missing-1.js', '__proto__', '..%5csecret.js']) expect((await get(`/console/assets/${name}`)).status, name).toBe(404);
  });
});

describe('the first page', () => {
  it('is the viewer’s, and holds the same as text for browsers without scripts', async () => {
    const answer = await get('/');
    const html = await answer.text();
    expect(html).toMatch(/<div id="app"><\/div>\n<noscript><h1>DA06<\/h1>[\s\S]*<a href="\/desk">[\s\S]*<\/noscript>\n<\/body>/);
    expect([answer.headers.get('content-security-policy'), answer.headers.get('cache-control')]).toEqual([policy, 'no-store']);
    expect(html).not.toMatch(/<style|style="| on\w+="/);
  });

  it('is there without the viewer, and says how to build it', async () => {
    const bare = consoleWithoutTables();
    const answer = await get('/', {}, bare);
    const html = await answer.text();
    expect([answer.status, html]).toEqual([200, expect.stringMatching(/npm run -s build -w @da06\/console[\s\S]*<a href="\/desk">/)]);
    expect(answer.headers.get('content-security-policy')).toContain("style-src 'sha256-");
    for (const path of ['/d/du-lich', '/programme', '/health']) {
      const missing = await get(path, {}, bare);
      expect([missing.status, missing.headers.get('retry-after'), await missing.text()]).toEqual([503, '10', expect.stringContaining('Chưa dựng')]);
    }
  });

  it('is there as data, without a key', async () => {
    expect(await (await get('/console/overview')).json()).toMatchObject({ stays: 0, links: [{ href: '/desk' }] });
  });
});

it('an address under another method answers 405, and an unknown one 404', async () => {
  const answer = await built.fetch(new Request('http://da06.example/console/boards', { method: 'DELETE' }));
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect((await get('/console/nothing')).status).toBe(404);
});
