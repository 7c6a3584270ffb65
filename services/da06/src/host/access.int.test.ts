import { createLogger } from '@da06/service-kit';
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
const routes = [...createHostRoutes({ operations: {} as never, authorise: () => undefined, actorOf: () => '', report: () => {} }).routes.map(({ method, path }) => `${method} ${path}`), 'GET /'].sort();
const roles = ['feed', 'officer', 'commune', 'standing', 'analyst', 'wall', 'admin'];
const keys = new Map<string, string | null>([['no key', null], ['unknown key', 'da06_unknown']]);
let host: Host;
let url = '';

const call = (method: string, path: string, key: string | null, body?: unknown): Promise<Response> =>
  fetch(url + path, { method, headers: { 'content-type': 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) }, ...(body !== undefined && { body: JSON.stringify(body) }) });

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
const expected = (route: string, caller: string): string => {
  const may = hostDescribed.roles[route];
  if (may === undefined) return 'let in';
  const role = caller === 'administrator’s own key' ? 'admin' : caller;
  if (!roles.includes(role)) return '401 request.unauthorized';
  return may.some((one) => one === role) ? 'let in' : '403 request.forbidden';
};

describe('the host’s own routes', () => {
  it('are described, each with its roles, and no other', () => {
    expect(routes.length).toBeGreaterThan(5);
    expect(hostDescribed.operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(routes);
    expect(Object.keys(hostDescribed.roles).sort()).toEqual(routes.filter((route) => route !== 'GET /').sort());
  });

  it.each([...routes, 'GET /metrics', 'GET /readyz', 'GET /healthz'])('%s lets in whom the table names, and nobody else', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    expect(keys.size).toBe(11);
    const given: Record<string, string> = {};
    for (const [caller, key] of keys) {
      const answer = await call(method, path, key, method === 'POST' ? 'nonsense' : undefined);
      const text = await answer.text();
      expect(answer.status, `${caller}: ${text}`).toBeLessThan(500);
      given[caller] = answer.status === 401 || answer.status === 403 ? `${String(answer.status)} ${(JSON.parse(text) as { code: string }).code}` : 'let in';
    }
    expect(given).toEqual(Object.fromEntries([...keys.keys()].map((caller) => [caller, expected(route, caller)])));
  });

  it('stand in the description beside registration’s, with their roles', async () => {
    const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: Record<string, Record<string, { 'x-roles'?: string[]; security: object[] }>> };
    expect(paths['/v1/sql']?.['post']).toMatchObject({ 'x-roles': ['standing', 'analyst', 'admin'], security: [{ key: ['standing'] }, { key: ['analyst'] }, { key: ['admin'] }] });
    expect(paths['/v1/keys']?.['post']?.['x-roles']).toEqual(['admin']);
    expect(paths['/']?.['get']?.security).toEqual([]);
    expect(await (await fetch(`${url}/docs`)).text()).toContain('/v1/admin/rebuild');
  });
});
