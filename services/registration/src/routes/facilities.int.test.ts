import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startRegistration } from '../testing/started.ts';
import { hotel, stayOf } from '../testing/stays.ts';

describe('facilities', () => {
  it('answer 201 with their model, 200 the same again, 409 for other content', async () => {
    const { call, events } = await startRegistration();
    const body = { id: 'ks-tan-khai-01', kind: 'hotel', name: 'Khách sạn', unit: 'W25357@2025', rooms: 24, beds: 40, stars: 2, remote: false, lat: 11.53, lon: 106.54, validFrom: '2026-01-01' };
    const first = await call('POST', '/v1/facilities', body);
    expect([first.status, first.body]).toEqual([201, { ...body, model: 9 }]);
    expect((await call('POST', '/v1/facilities', body)).status).toBe(200);
    expect((await call('POST', '/v1/facilities', { ...body, rooms: 25 })).body).toMatchObject({ status: 409, code: 'facility.exists' });
    expect(await events('vn.da06.facility.registered.v1')).toHaveLength(1);
  });

  it('are registered once when two equal requests come at once', async () => {
    const { call, events } = await startRegistration();
    const statuses = (await Promise.all([1, 2, 3].map(() => call('POST', '/v1/facilities', hotel)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 200, 201]);
    expect(await events()).toHaveLength(1);
  });

  it('take a GSO code read at validFrom, and get an id when they bring none', async () => {
    const { call } = await startRegistration();
    const { status, body } = await call('POST', '/v1/facilities', { kind: 'clinic', name: 'Phòng khám', unit: '25357' });
    expect([status, body]).toMatchObject([201, { unit: 'W25357@2025', model: 11, validFrom: '2026-11-20' }]);
    expect(body['id']).toMatch(/^[a-z0-9][a-z0-9-]{2,47}$/);
  });

  it('are refused with every fault', async () => {
    const { call } = await startRegistration();
    const { status, body } = await call('POST', '/v1/facilities', { id: 'A', kind: 'castle', name: '', unit: 'W0' });
    expect([status, (body['faults'] as { code: string }[]).map(({ code }) => code)]).toEqual([422, ['facility.id-format', 'facility.kind-unknown', 'field.required', 'unit.unknown']]);
    expect((await call('POST', '/v1/facilities', { rooms: -1, validFrom: '2026-02-30' })).body).toMatchObject({ status: 422, faults: [{ pointer: '/kind' }, { pointer: '/name' }, { pointer: '/unit' }, { pointer: '/rooms' }, { pointer: '/validFrom', code: 'date.format' }] });
  });

  it('keep no name of a household', async () => {
    const { call, events } = await startRegistration();
    await call('POST', '/v1/facilities', { id: 'ho-01', kind: 'household', name: 'Nhà ông Thử', unit: 'W25357@2025' });
    expect(JSON.stringify(await events())).not.toContain('Thử');
    expect((await call('GET', '/v1/facilities/ho-01')).body['name']).toBe('');
  });

  it('change from a day on, close, and open again by a later change; lists are filtered', async () => {
    const { call, events } = await startRegistration();
    await call('POST', '/v1/facilities', hotel);
    await call('POST', '/v1/facilities', { ...hotel, id: 'nt-01', kind: 'boarding-house' });
    const changed = await call('PUT', '/v1/facilities/ks-thu-01', { ...hotel, rooms: 30, validFrom: '2026-12-01' });
    expect([changed.status, changed.body['rooms']]).toEqual([200, 30]);
    expect((await call('PUT', '/v1/facilities/ks-thu-01', { ...hotel, rooms: 30, validFrom: '2026-12-01' })).status).toBe(200);
    expect(await events('vn.da06.facility.changed.v1')).toHaveLength(1);
    expect((await call('POST', '/v1/facilities/ks-thu-01/close', { on: '2026-12-31' })).body['closedOn']).toBe('2026-12-31');
    expect((await call('PUT', '/v1/facilities/ks-thu-01', { ...hotel, validFrom: '2027-02-01' })).body['closedOn']).toBeUndefined();
    const ids = async (query: string): Promise<unknown[]> => (JSON.parse((await call('GET', `/v1/facilities${query}`)).text) as { id: string }[]).map(({ id }) => id);
    expect([await ids(''), await ids('?kind=hotel'), await ids('?unit=25357&kind=boarding-house'), await ids('?unit=W0')]).toEqual([['ks-thu-01', 'nt-01'], ['ks-thu-01'], ['nt-01'], []]);
    expect((await call('PUT', '/v1/facilities/none', hotel)).status).toBe(404);
  });
});

describe('days', () => {
  it('give the digest of their arrivals, without those cancelled or moved away', async () => {
    const { call } = await startRegistration();
    await call('POST', '/v1/facilities', hotel);
    const put = (ref: string, changes = {}): Promise<unknown> => call('PUT', `/v1/facilities/ks-thu-01/stays/${ref}`, stayOf(ref, changes));
    for (const ref of ['b-2', 'B-1', 'a-3', 'c-4']) await put(ref);
    await call('POST', '/v1/facilities/ks-thu-01/stays/c-4/cancel', { reason: 'x' });
    await put('a-3', { arrival: '2026-11-19T23:30:00+07:00' });
    const { body } = await call('GET', '/v1/facilities/ks-thu-01/days/2026-11-20/digest');
    expect(body).toEqual({ date: '2026-11-20', count: 2, digest: createHash('sha256').update('B-1\nb-2').digest('hex'), refs: ['B-1', 'b-2'] });
    expect((await call('GET', '/v1/facilities/ks-thu-01/days/2026-11-19/digest')).body).toMatchObject({ refs: ['a-3'] });
    expect((await call('GET', '/v1/facilities/ks-thu-01/days/2026-11-18/digest')).body).toMatchObject({ count: 0, digest: createHash('sha256').update('').digest('hex'), refs: [] });
  });

  it('take the word that nobody came', async () => {
    const { call, events } = await startRegistration();
    await call('POST', '/v1/facilities', hotel);
    expect((await call('POST', '/v1/facilities/ks-thu-01/days/2026-11-20/nothing-to-report')).status).toBe(201);
    expect(await events('vn.da06.facility-day.reported.v1')).toMatchObject([{ subject: 'ks-thu-01', data: { facility: 'ks-thu-01', day: '2026-11-20', nothingToReport: true } }]);
    expect((await call('POST', '/v1/facilities/ks-thu-01/days/2026-11-22/nothing-to-report')).status).toBe(400);
  });
});
