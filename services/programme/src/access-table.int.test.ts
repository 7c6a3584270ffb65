import { loadLocality } from '@da06/reference';
import { createLogger, everyRole } from '@da06/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { isProgrammePath, programmeDescribed } from './docs/described.ts';
import type { Service } from './service.ts';
import { startProgramme, type Started } from './testing/started.ts';

const { operations, roles } = programmeDescribed;

/** Every route as the program has it, in the table's form. */
const routes = ((): string[] => {
  const app = createApp({ locality: loadLocality() } as Partial<Service> as Service, { metrics: { request: () => {} }, logger: createLogger({ name: 't', level: 'silent' }), newId: () => '' });
  return app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
})();

describe('the table of roles', () => {
  it('has every route, and no other, and each is described', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(Object.keys(roles).sort()).toEqual([...routes].sort());
    expect(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual([...routes].sort());
  });

  it('is of addresses that a host hands to the programme, and of no others', () => {
    expect(operations.filter(({ path }) => !isProgrammePath(path))).toEqual([]);
    expect(['/v1/facilities', '/v1/modelsX', '/v1/keys', '/v1/plans', '/'].filter(isProgrammePath)).toEqual([]);
  });
});

/** A key for each role, that of the model’s lead and of the reporter in question. */
const keyOf = (role: string): string => ({ officer: 'officer.CAH', commune: 'commune.one' })[role] ?? role;
const reporterOf = (role: string): string => (role === 'commune' ? 'W25345@old' : 'CAH');

describe('every route', () => {
  let started: Started;
  beforeAll(async () => {
    started = await startProgramme({ after: (stop) => afterAll(stop) });
    await started.call('POST', '/v1/report-requests', { id: 'so-ket', reporters: ['CAH', 'W25345@old'], dueOn: '2024-04-01', text: 'Sơ kết' });
  });

  it.each(routes)('%s lets in whom the table names, and nobody else', async (route) => {
    const [method = '', pattern = ''] = route.split(' ');
    const ask = async (key: string | null, role: string): Promise<string> => {
      const path = pattern.replace('{no}', '9').replace('{step}', '1').replace('{period}', '2024-02').replace('{reporter}', reporterOf(role)).replace('{id}', 'so-ket') + (pattern.endsWith('.xlsx') ? `?unit=${reporterOf(role)}&period=2024-02` : '');
      const { status, body } = await started.call(method, path, method === 'GET' ? undefined : 'nonsense', { as: key });
      if (status >= 500) return String(status);
      return status === 401 || status === 403 ? `${String(status)} ${String(body['code'])}` : 'let in';
    };
    const given: Record<string, string> = { none: await ask(null, 'admin'), unknown: await ask('da06_unknown', 'admin') };
    for (const role of everyRole) given[role] = await ask(keyOf(role), role);
    const expected = Object.fromEntries(everyRole.map((role) => [role, roles[route]?.includes(role) === true ? 'let in' : '403 request.forbidden']));
    expect(given).toEqual({ none: '401 request.unauthorized', unknown: '401 request.unauthorized', ...expected });
  });
});

it('an address under another method answers 405 with what it takes, and an unknown one 404', async () => {
  const { call } = await startProgramme();
  const answer = await call('DELETE', '/v1/models/9');
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect((await call('GET', '/v1/models/9/nothing')).status).toBe(404);
});

it('nothing is answered before the start and after the stop but that it is not ready', async () => {
  const { call, stop } = await startProgramme();
  await stop();
  expect(await call('GET', '/v1/models')).toMatchObject({ status: 503, body: { code: 'service.not-ready' } });
});
