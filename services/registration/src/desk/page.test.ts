import { codes } from '@da06/errors';
import { loadLocality } from '@da06/reference';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { readPortalSheet } from '../portal-sheet/read-sheet.ts';
import { deskRoutes } from './page.ts';

const app = new Hono();
const locality = loadLocality();
deskRoutes(app, locality);
const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => await app.request(path, { headers });
const page = await (await get('/desk')).text();

describe('the page of the desk', () => {
  it('may load its own files alone, and loads each of them', async () => {
    const policy = (await get('/desk')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(page).not.toMatch(/https?:\/\/|<style|style="|<script(?![^>]* src=)| on\w+="/);
    const linked = [...page.matchAll(/(?:src|href)="(\/desk\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(linked.length).toBeGreaterThan(1);
    for (const path of linked) expect((await get(path)).status, path).toBe(200);
  });

  it('has every module that its modules import', async () => {
    const seen = new Set<string>();
    const follow = async (name: string): Promise<void> => {
      if (seen.has(name)) return;
      seen.add(name);
      const response = await get(`/desk/${name}`);
      expect([name, response.status, response.headers.get('content-type')]).toEqual([name, 200, 'text/javascript; charset=utf-8']);
      for (const [, next = ''] of (await response.text()).matchAll(/from '\.\/([^']+)'/g)) await follow(next);
    };
    await follow('desk.js');
    expect(seen.size).toBeGreaterThan(5);
  });

  it('labels every field, and gives each text in Vietnamese', () => {
    const ids = [...page.matchAll(/<(?:input|select|textarea)\b[^>]*\bid="([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(ids.length).toBeGreaterThan(15);
    for (const id of ids) expect(page, id).toMatch(new RegExp(`<label[^>]* for="${id}"`));
    expect(page).toContain('<html lang="vi">');
  });

  it('gives the portal’s sheet without guests, to be filled in', async () => {
    const response = await get('/desk/mau-luu-tru.xlsx');
    expect([response.status, response.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="mau-luu-tru.xlsx"']);
    const { items } = await readPortalSheet(new Uint8Array(await response.arrayBuffer())).catch((error: unknown) => ({ items: error }));
    expect(items).toMatchObject({ code: 'batch.empty' });
  });

  it('answers 304 to a browser that has it, and 404 to other names', async () => {
    const first = await get('/desk');
    const again = await get('/desk', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, await again.text(), again.headers.get('content-security-policy')]).toEqual([304, '', first.headers.get('content-security-policy')]);
    for (const name of ['tsconfig.json', '..%2fpage.ts', 'page.ts', '__proto__']) expect((await get(`/desk/${name}`)).status, name).toBe(404);
  });

  it('takes its lists from the locality', async () => {
    const lists = (await (await get('/desk/lists.json')).json()) as Record<string, { value: string; vi: string }[]>;
    expect(lists['reasons']?.map(({ value }) => value)).toEqual(locality.reasons);
    expect(lists['documents']?.map(({ value }) => value)).toEqual(locality.documentKinds);
    expect(lists['nationalities']?.[0]).toEqual({ value: 'VNM', vi: 'Việt Nam' });
    expect(lists['reasons']?.[0]).toEqual({ value: 'tourism', vi: 'Du lịch' });
    expect(lists['hints']).toMatchObject({ 'workbook.unreadable': codes['workbook.unreadable'].hintVi, 'xml.root-unknown': codes['xml.root-unknown'].hintVi });
  });
});
