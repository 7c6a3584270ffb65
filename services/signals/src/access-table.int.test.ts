import { loadLocality } from '@da06/reference';
import { createLogger, everyRole } from '@da06/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { isSignalsPath, signalsDescribed } from './docs/described.ts';
import type { Service } from './service.ts';
import { startSignals, type Started } from './testing/started.ts';

const { operations, roles } = signalsDescribed;

/** Every route as the program has it, in the table's form. */
const routes = ((): string[] => {
  const app = createApp({ locality: loadLocality() } as Partial<Service> as Service, { metrics: { request: () => {} }, logger: createLogger({ name: 't', level: 'silent' }), newId: () => '' });
  return app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
})();

describe('the table of roles', () => {
  it('has every route, and no other, and each is described', () => {
    expect(routes.length).toBe(17);
    expect(Object.keys(roles).sort()).toEqual([...routes].sort());
  });
  it('is of addresses that a host hands to this service, and of no others', () => {
    expect(operations.filter(({ path }) => !isSignalsPath(path))).toEqual([]);
    expect(['/v1/alerts-of', '/v1/facilities', '/'].filter(isSignalsPath)).toEqual([]);
  });
});

describe('every route', () => {
  let started: Started;
  beforeAll(async () => {
    started = await startSignals({ after: (stop) => afterAll(stop), counts: () => Promise.resolve([]) });
  });
  it.each(routes)('%s lets in whom the table names, and nobody else', async (route) => {
    const [method = '', pattern = ''] = route.split(' ');
    const ask = async (key: string | null): Promise<string> => {
      const { status, body } = await started.call(method, pattern.replace(/\{\w+\}/, 'none'), method === 'POST' ? 'nonsense' : undefined, { key });
      if (status >= 500) return String(status);
      return status === 401 || status === 403 ? `${String(status)} ${String(body['code'])}` : 'let in';
    };
    const given: Record<string, string> = { none: await ask(null), unknown: await ask('da06_unknown') };
    for (const role of everyRole) given[role] = await ask(role);
    const expected = Object.fromEntries(everyRole.map((role) => [role, roles[route]?.includes(role) === true ? 'let in' : '403 request.forbidden']));
    expect(given).toEqual({ none: '401 request.unauthorized', unknown: '401 request.unauthorized', ...expected });
  });
});

it('an address under another method answers 405 with what it takes, and an unknown one 404', async () => {
  const { call } = await startSignals();
  const answer = await call('PUT', '/v1/watch-entries');
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST, GET, HEAD']);
  expect((await call('GET', '/v1/alerts/x/nothing')).status).toBe(404);
});

it('nothing is answered after the stop but that it is not ready', async () => {
  const { call, stop } = await startSignals();
  await stop();
  expect(await call('GET', '/v1/alerts')).toMatchObject({ status: 503, body: { code: 'service.not-ready' } });
});
