import { loadLocality } from '@da06/reference';
import { createLogger, createMetrics, everyRole, routeName } from '@da06/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../docs/operations.ts';
import { rolesOfRoutes } from '../docs/roles.ts';
import { createApp } from '../http/app.ts';
import type { Service } from '../service.ts';
import { startRegistration } from '../testing/started.ts';
import { hotel } from '../testing/stays.ts';

/** Every route as the program has it, in the table's form. */
const routes = ((): string[] => {
  const app = createApp({ locality: loadLocality() } as Partial<Service> as Service, { metrics: createMetrics(), logger: createLogger({ name: 't', level: 'silent' }), newId: () => '', ready: () => true });
  return app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
})();
const open = new Set(operations.filter((operation) => operation.open === true).map(routeName));

describe('the table of roles', () => {
  it('has every route that is not open, and no other', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(Object.keys(rolesOfRoutes).sort()).toEqual(routes.filter((route) => !open.has(route)).sort());
    expect([...open].filter((route) => route in rolesOfRoutes)).toEqual([]);
  });
});

type Caller = { readonly name: string; readonly key: string | null; readonly role?: string; readonly foreign?: true };
const own = hotel.id;

/** A request that is refused for nothing but the caller before its body is looked at. */
const requestTo = (route: string): { readonly method: string; readonly path: string; readonly namesFacility: boolean } => {
  const [method = '', pattern = ''] = route.split(' ');
  const portal = pattern.startsWith('/v1/kbtt/');
  const path = pattern.replace('{facility}', own).replace('{ref}', 'A-1').replace('{date}', '2026-11-20').replace('{id}', 'key-none') + (portal ? `?facility=${own}` : '');
  return { method, path, namesFacility: portal || pattern.includes('{facility}') };
};

const expected = (route: string, caller: Caller): string => {
  if (open.has(route)) return 'let in';
  if (caller.role === undefined) return '401 request.unauthorized';
  const role = (rolesOfRoutes[route] ?? []).some((one) => one === caller.role);
  return role && !(caller.foreign === true && requestTo(route).namesFacility) ? 'let in' : '403 request.forbidden';
};

describe('every route', () => {
  let callers: readonly Caller[] = [];
  let ask: (route: string, caller: Caller) => Promise<string> = () => expect.fail('not started');

  beforeAll(async () => {
    const { call } = await startRegistration({ after: (stop) => afterAll(stop) });
    await call('POST', '/v1/facilities', hotel);
    await call('POST', '/v1/facilities', { ...hotel, id: 'ks-thu-02' });
    // A commune's key is one of a unit, an officer's of the police, who alone keep incidents; which records it may touch is told in register-access.int.test.ts.
    const issue = async (role: string, facilities: string[] = []): Promise<{ id: string; key: string }> => (await call('POST', '/v1/keys', { name: role, role, facilities, unit: role === 'commune' ? hotel.unit : '', agency: role === 'officer' ? 'PC06' : '' })).body as never;
    const others = await Promise.all(everyRole.filter((role) => role !== 'feed').map(async (role) => ({ name: role, role, key: (await issue(role)).key })));
    const revoked = await issue('admin');
    await call('DELETE', `/v1/keys/${revoked.id}`);
    callers = [
      { name: 'feed of this facility', role: 'feed', key: (await issue('feed', [own])).key },
      { name: 'feed of another facility', role: 'feed', foreign: true, key: (await issue('feed', ['ks-thu-02'])).key },
      ...others,
      { name: 'no key', key: null },
      { name: 'unknown key', key: 'da06_unknown' },
      { name: 'revoked key', key: revoked.key },
    ];
    ask = async (route, { key }) => {
      const { method, path } = requestTo(route);
      const { status, body } = await call(method, path, ['GET', 'DELETE'].includes(method) ? undefined : 'nonsense', { key, headers: { 'content-type': 'application/json' } });
      if (status >= 500) return String(status);
      return status === 401 || status === 403 ? `${String(status)} ${String(body['code'])}` : 'let in';
    };
  });

  it.each(routes)('%s lets in whom the table names, and nobody else', async (route) => {
    expect(callers).toHaveLength(11);
    const given: Record<string, string> = {};
    for (const caller of callers) given[caller.name] = await ask(route, caller);
    expect(given).toEqual(Object.fromEntries(callers.map((caller) => [caller.name, expected(route, caller)])));
  });
});
