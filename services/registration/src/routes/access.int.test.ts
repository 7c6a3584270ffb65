import { workbookType } from '@da06/workbook';
import { describe, expect, it } from 'vitest';
import { startRegistration, type Started } from '../testing/started.ts';
import { hotel, stayOf } from '../testing/stays.ts';

const setUp = async (): Promise<Started & { readonly keyOf: (role: string, facilities?: string[]) => Promise<string> }> => {
  const started = await startRegistration();
  await started.call('POST', '/v1/facilities', hotel);
  await started.call('POST', '/v1/facilities', { ...hotel, id: 'ks-thu-02' });
  await started.call('POST', '/v1/facilities', { ...hotel, id: 'xe-thu-01', kind: 'coach' });
  return { ...started, keyOf: async (role, facilities = []) => String((await started.call('POST', '/v1/keys', { name: role, role, facilities })).body['key']) };
};

describe('keys', () => {
  it('are shown once, kept hashed, and open nothing once revoked', async () => {
    const { call, events } = await setUp();
    const { status, body } = await call('POST', '/v1/keys', { name: 'Lễ tân', role: 'feed', facilities: ['ks-thu-01'] });
    expect([status, Object.keys(body).sort()]).toEqual([201, ['id', 'key']]);
    expect(JSON.stringify(await events())).not.toContain(String(body['key']));
    expect((await call('GET', '/v1/facilities/ks-thu-01', undefined, { key: String(body['key']) })).status).toBe(200);
    expect((await call('DELETE', `/v1/keys/${String(body['id'])}`)).status).toBe(204);
    expect((await call('GET', '/v1/facilities/ks-thu-01', undefined, { key: String(body['key']) })).status).toBe(401);
    expect((await call('DELETE', `/v1/keys/${String(body['id'])}`)).body['code']).toBe('key.unknown');
  });

  it('are refused for a facility that is not there, or a feed without any', async () => {
    const { call } = await setUp();
    expect((await call('POST', '/v1/keys', { name: 'x', role: 'feed', facilities: ['ks-none'] })).body).toMatchObject({ status: 422, code: 'facility.unknown', pointer: '/facilities/0' });
    expect((await call('POST', '/v1/keys', { name: 'x', role: 'feed' })).body).toMatchObject({ status: 422, code: 'field.required' });
    expect((await call('POST', '/v1/keys', { role: 'king' })).body).toMatchObject({ status: 422, faults: [{ pointer: '/name', code: 'field.required' }, { pointer: '/role', code: 'field.not-allowed-value', received: 'king' }] });
  });
});

describe('access', () => {
  it('is 401 without a known key, 404 for an unknown facility, 403 for another’s', async () => {
    const { call, keyOf } = await setUp();
    const feed = await keyOf('feed', ['ks-thu-01']);
    const status = async (path: string, key: string | null): Promise<unknown[]> => {
      const answer = await call('PUT', path, stayOf('A-1'), { key });
      return [answer.status, answer.body['code'] ?? answer.body['status'], answer.headers.get('www-authenticate')];
    };
    expect(await status('/v1/facilities/ks-thu-01/stays/A-1', null)).toEqual([401, 'request.unauthorized', 'Bearer']);
    expect(await status('/v1/facilities/ks-thu-01/stays/A-1', 'da06_wrong')).toEqual([401, 'request.unauthorized', 'Bearer']);
    expect(await status('/v1/facilities/ks-none/stays/A-1', feed)).toEqual([404, 'facility.unknown', null]);
    expect(await status('/v1/facilities/ks-thu-02/stays/A-1', feed)).toEqual([403, 'request.forbidden', null]);
    expect(await status('/v1/facilities/ks-thu-01/stays/A-1', feed)).toEqual([201, 'accepted', null]);
    expect(await status('/v1/facilities/xe-thu-01/stays/A-1', 'da06_test-administrator')).toEqual([422, 'facility.kind-has-no-stays', null]);
  });

  it.each(['officer', 'commune', 'standing', 'analyst', 'wall'])('lets %s register no stay, issue no key and see no identity it should not', async (role) => {
    const { call, keyOf } = await setUp();
    const key = await keyOf(role);
    await call('PUT', '/v1/facilities/ks-thu-01/stays/A-1', stayOf('A-1'));
    const statuses = [
      (await call('PUT', '/v1/facilities/ks-thu-01/stays/A-2', stayOf('A-2'), { key })).status,
      (await call('POST', '/v1/facilities/ks-thu-01/stays', [stayOf('A-2')], { key })).status,
      (await call('POST', '/v1/facilities/ks-thu-01/stays/A-1/cancel', {}, { key })).status,
      (await call('POST', '/v1/kbtt/departures?facility=ks-thu-01', [], { key })).status,
      (await call('POST', '/v1/facilities/ks-thu-01/days/2026-11-20/nothing-to-report', undefined, { key })).status,
      (await call('POST', '/v1/keys', { name: 'x', role: 'admin' }, { key })).status,
      (await call('GET', '/v1/facilities/ks-thu-01/stays/A-1', undefined, { key })).status,
      (await call('GET', '/v1/facilities', undefined, { key })).status,
    ];
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403, role === 'standing' ? 200 : 403, 200]);
  });
});

describe('what does not fit', () => {
  it('is a problem of its own kind, never a failure', async () => {
    const { call } = await setUp();
    const answer = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<string> => {
      const { status, body: problem } = await call(method, path, body, { headers });
      return `${status} ${problem['code'] as string}`;
    };
    expect(await answer('GET', '/v1/nothing')).toBe('404 request.not-found');
    expect(await answer('DELETE', '/v1/facilities')).toBe('405 request.method-not-allowed');
    expect((await call('DELETE', '/v1/facilities')).headers.get('allow')).toBe('POST, GET, HEAD');
    expect(await answer('PUT', '/v1/facilities/ks-thu-01/stays/A-1', '{}', { 'content-type': 'text/plain' })).toBe('415 request.media-type');
    expect(await answer('PUT', '/v1/facilities/ks-thu-01/stays/A-1', '{}', { 'content-type': 'application/json; charset=utf-16' })).toBe('415 request.media-type');
    expect(await answer('POST', '/v1/facilities/ks-thu-01/stays', '<a/>', { 'content-type': 'application/xml' })).toBe('400 xml.root-unknown');
    expect(await answer('POST', '/v1/facilities/ks-thu-01/stays', 'x', { 'content-type': workbookType })).toBe('400 workbook.unreadable');
    expect(await answer('POST', '/v1/facilities/ks-thu-01/stays', '%PDF', { 'content-type': 'application/pdf' })).toBe('415 request.media-type');
    expect(await answer('PUT', '/v1/facilities/ks-thu-01/stays/A-1', '[]')).toMatch(/^4\d\d [a-z.-]+$/);
    expect(await answer('PUT', '/v1/facilities/ks-thu-01/stays/A-1', '')).toMatch(/^4\d\d [a-z.-]+$/);
    expect(await answer('POST', '/v1/facilities', 'null')).toBe('422 field.type');
    expect(await answer('POST', '/v1/facilities', '{')).toBe('400 request.unreadable');
    for (const ref of ['%', '%zz', '%00', '%ff', 'a%20b', '%F0%9F%98%80', 'x'.repeat(65), '..%2f..%2fetc', 'a%2fb', '070190372446']) {
      expect(await answer('PUT', `/v1/facilities/ks-thu-01/stays/${ref}`, stayOf(ref, {}, { document: { kind: 'cccd', number: '070190372446' } }))).toMatch(/^(?:422|404|400) [a-z.-]+$/);
      expect(await answer('GET', `/v1/facilities/ks-thu-01/stays/${ref}`)).toMatch(/^(?:404|400) [a-z.-]+$/);
      expect(await answer('GET', `/v1/facilities/${ref}`)).toMatch(/^(?:404|400) [a-z.-]+$/);
    }
    for (const date of ['2026-02-30', 'today', '2026-11-20T00:00', '%00']) expect(await answer('GET', `/v1/facilities/ks-thu-01/days/${date}/digest`)).toMatch(/^400 request.invalid$/);
  });
});
