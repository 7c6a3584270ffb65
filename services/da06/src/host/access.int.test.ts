import { consoleDescribed } from '@da06/console';
import { createLogger, routeName } from '@da06/service-kit';
import { tempFolder } from '@da06/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { createHost } from './create-host.ts';
import type { Host } from './create-host.ts';
import { hostDescribed } from './documented.ts';
import { createHostRoutes } from './routes.ts';

const data = join(tempFolder(afterAll), 'data');
const config = { ...readConfig({ DA06_DATA: data, PORT: '0', DA06_CLICKHOUSE_PORT: '0' }, '/') };
// Routes alone are listed: none of them does anything here.
const routes = [...createHostRoutes({ operations: {} as never, authorise: () => undefined, actorOf: () => '', report: () => {} }).routes.map(({ method, path }) => `${method} ${path}`)].sort();
const consoleRoutes = consoleDescribed.operations.map(routeName);
const tables = { ...hostDescribed.roles, ...consoleDescribed.roles };
const roles = ['feed', 'officer', 'commune', 'standing', 'analyst', 'wall', 'admin'];
const keys = new Map<string, string | null>([['no key', null], ['unknown key', 'da06_unknown']]);
let host: Host;
let url = '';

/** What a proxy adds: whoever comes by it is not at this machine. */
const byProxy = { 'x-forwarded-for': '203.0.113.7' };

const call = (method: string, path: string, key: string | null, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(url + path, { method, headers: { 'content-type': 'application/json', ...headers, ...(key !== null && { authorization: `Bearer ${key}` }) }, ...(body !== undefined && { body: JSON.stringify(body) }) });

beforeAll(async () => {
  host = await createHost(config, { logger: createLogger({ name: 'test', level: 'error' }) });
  ({ url } = await host.start());
  const admin = readFileSync(join(data, 'admin.key'), 'utf8').trim();
  keys.set('administrator’s own key', admin);
  await call('POST', '/v1/facilities', admin, { id: 'ks-thu-01', kind: 'hotel', name: 'Khách sạn Thử', unit: 'W25357@2025', validFrom: '2026-01-01' });
  const issue = async (role: string): Promise<{ id: string; key: string }> => (await (await call('POST', '/v1/keys', admin, { name: role, role, facilities: role === 'feed' ? ['ks-thu-01'] : [] })).json()) as never;
  for (const role of roles) keys.set(role, (await issue(role)).key);
  const revoked = await issue('admin');
  await call('DELETE', `/v1/keys/${revoked.id}`, admin);
  keys.set('revoked key', revoked.key);
});
afterAll(() => host.stop());

/** Of what the table says: nothing but the key may decide. */
const expected = (route: string, caller: string, here: boolean): string => {
  const may = tables[route];
  if (may === undefined) return 'let in';
  if (here && caller === 'no key' && consoleRoutes.includes(route)) return 'let in';
  const role = caller === 'administrator’s own key' ? 'admin' : caller;
  if (!roles.includes(role)) return '401 request.unauthorized';
  return may.some((one) => one === role) ? 'let in' : '403 request.forbidden';
};

describe('the host’s own routes', () => {
  it('are described, each with its roles, and no other', () => {
    expect(routes.length).toBeGreaterThan(5);
    expect(hostDescribed.operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(routes);
    expect(Object.keys(hostDescribed.roles).sort()).toEqual(routes);
  });

  it.each([...routes, ...consoleRoutes, 'GET /metrics', 'GET /readyz', 'GET /healthz'])('%s lets in whom the table names, and nobody else', async (route) => {
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern.replace('{uid}', 'tong-quan').replace('{file}', 'none.js');
    expect(keys.size).toBe(11);
    for (const here of consoleRoutes.includes(route) ? [true, false] : [true]) {
      const given: Record<string, string> = {};
      for (const [caller, key] of keys) {
        const answer = await call(method, path, key, method === 'POST' ? 'nonsense' : undefined, here ? {} : byProxy);
        // The stream of newer events has no end; a viewer that was not built is told of by a page.
        const text = route === 'GET /console/live' && answer.ok ? await answer.body?.cancel() : await answer.text();
        const unbuilt = answer.headers.get('content-type')?.startsWith('text/html') === true;
        if (!unbuilt) expect(answer.status, `${caller}: ${text ?? ''}`).toBeLessThan(500);
        given[caller] = answer.status === 401 || answer.status === 403 ? `${String(answer.status)} ${(JSON.parse(text ?? '') as { code: string }).code}` : 'let in';
      }
      expect(given, here ? 'on this machine' : 'by a proxy').toEqual(Object.fromEntries([...keys.keys()].map((caller) => [caller, expected(route, caller, here)])));
    }
  });

  it('of the console open to each role its boards alone, and all of them to who is at the machine itself', async () => {
    const open = async (key: string | null, uid: string): Promise<number> => {
      const answer = await call('GET', `/console/boards/${uid}`, key);
      await answer.body?.cancel();
      return answer.status;
    };
    for (const [caller, uid, status] of [['wall', 'du-lich', 200], ['wall', 'an-ninh', 403], ['wall', 'tuan-thu-luu-tru', 403], ['wall', 'suc-khoe-du-lieu', 403], ['analyst', 'an-ninh', 403], ['officer', 'dan-cu', 403], ['officer', 'chuong-trinh', 200], ['standing', 'an-ninh', 200], ['no key', 'an-ninh', 200], ['wall', 'nothing', 404]] as const)
      expect([caller, uid, await open(keys.get(caller) ?? null, uid)]).toEqual([caller, uid, status]);
  });

  it('stand in the description beside registration’s, with their roles', async () => {
    const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: Record<string, Record<string, { 'x-roles'?: string[]; security: object[] }>> };
    expect(paths['/v1/sql']?.['post']).toMatchObject({ 'x-roles': ['standing', 'analyst', 'admin'], security: [{ key: ['standing'] }, { key: ['analyst'] }, { key: ['admin'] }] });
    expect(paths['/v1/keys']?.['post']?.['x-roles']).toEqual(['admin']);
    expect(paths['/']?.['get']?.security).toEqual([]);
    expect(await (await fetch(`${url}/docs`)).text()).toContain('/v1/admin/rebuild');
  });
});
