import { inspectionRecordedType, outageDeclaredType } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { startRegistration, type Started } from '../testing/started.ts';
import { hotel } from '../testing/stays.ts';

const inspection = { on: '2026-11-19', by: 'PC06', guestsFound: 11, unreported: 2 };
const outage = { scope: 'unit', target: 'W25357@2025', from: '2026-11-18T22:00:00+07:00', until: null, cause: 'network' };
const setUp = async (): Promise<Started> => {
  const started = await startRegistration();
  for (const facility of [hotel, { ...hotel, id: 'ks-thu-02', unit: 'W25326@2025' }]) await started.call('POST', '/v1/facilities', facility);
  return started;
};
const codesOf = (body: Readonly<Record<string, unknown>>): string[] => (body['faults'] as { code: string; pointer: string }[]).map(({ code, pointer }) => `${code} ${pointer}`);

describe('an inspection', () => {
  const address = '/v1/facilities/ks-thu-01/inspections/KT-1';

  it('is recorded once, replaced whole by the last of the highest revision, and told so again after a restart', async () => {
    const first = await setUp();
    const put = async ({ call }: Pick<Started, 'call'>, body: object) => {
      const { status, body: held } = await call('PUT', address, body);
      return [status, held['revision'], held['unreported'], held['withdrawn']];
    };
    expect(await put(first, inspection)).toEqual([201, 0, 2, false]);
    expect(await put(first, inspection)).toEqual([200, 0, 2, false]);
    expect(await put(first, { ...inspection, revision: 2, withdrawn: true })).toEqual([200, 2, 2, true]);
    const again = await first.again();
    expect(await put(again, { ...inspection, revision: 1, unreported: 3 })).toEqual([200, 2, 2, true]);
    expect(await put(again, { ...inspection, revision: 1, unreported: 3 })).toEqual([200, 2, 2, true]);
    expect(await put(again, { ...inspection, withdrawn: true })).toEqual([200, 2, 2, true]);
    expect((await again.events(inspectionRecordedType)).map(({ subject, data }) => [subject, data['revision'], data['unreported']])).toEqual([[0, 2], [2, 2], [1, 3]].map((told) => ['ks-thu-01/inspections/KT-1', ...told]));
    await again.call('PUT', '/v1/facilities/ks-thu-01/inspections/KT-0', { ...inspection, on: '2026-11-18' });
    expect((JSON.parse((await again.call('GET', '/v1/facilities/ks-thu-01/inspections')).text) as { ref: string }[]).map(({ ref }) => ref)).toEqual(['KT-0', 'KT-1']);
    expect((await again.call('GET', '/v1/facilities/ks-thu-02/inspections')).body).toEqual([]);
  });

  it.each<[object, string[]]>([
    [{ on: '2026-11-20' }, []],
    [{ on: '2026-11-21' }, ['inspection.in-future /on']],
    [{ on: '1999-12-31' }, ['date.out-of-range /on']],
    [{ on: '2026-02-30' }, ['date.format /on']],
    [{ by: 'W25357@2025' }, []],
    [{ by: 'nobody' }, ['inspection.by-unknown /by']],
    [{ unreported: 11 }, []],
    [{ unreported: 12 }, ['inspection.more-than-found /unreported']],
    [{ guestsFound: -1, unreported: 0 }, ['field.not-allowed-value /guestsFound']],
    [{ by: undefined }, ['field.required /by']],
  ])('is checked: %j', async (changes, expected) => {
    const { call } = await setUp();
    const { status, body } = await call('PUT', address, { ...inspection, ...changes });
    expect([status, status === 422 ? codesOf(body) : []]).toEqual([expected.length === 0 ? 201 : 422, expected]);
  });

  it('is of facilities of its own unit alone for a commune’s key', async () => {
    const { call } = await setUp();
    const key = String((await call('POST', '/v1/keys', { name: 'xã', role: 'commune', unit: 'W25357@2025' })).body['key']);
    const unnamed = String((await call('POST', '/v1/keys', { name: 'xã', role: 'commune' })).body['key']);
    const statusOf = async (facility: string, as: string): Promise<number[]> => [
      (await call('PUT', `/v1/facilities/${facility}/inspections/KT-1`, inspection, { key: as })).status,
      (await call('GET', `/v1/facilities/${facility}/inspections`, undefined, { key: as })).status,
    ];
    expect([await statusOf('ks-thu-01', key), await statusOf('ks-thu-02', key), await statusOf('ks-thu-01', unnamed), await statusOf('ks-none', key)]).toEqual([[201, 200], [403, 403], [403, 403], [404, 404]]);
  });
});

describe('an outage', () => {
  const address = '/v1/outages/SC-1';

  it('is declared, ended and withdrawn, the last of the highest revision', async () => {
    const first = await setUp();
    const held = { ref: 'SC-1', revision: 0, scope: 'unit', target: 'W25357@2025', from: '2026-11-18T15:00:00.000Z', until: null, cause: 'network', withdrawn: false };
    const put = async ({ call }: Pick<Started, 'call'>, body: object) => {
      const answer = await call('PUT', address, body);
      return [answer.status, answer.body];
    };
    expect(await put(first, { ...outage, target: '25357' })).toEqual([201, held]);
    expect(await put(first, outage)).toEqual([200, held]);
    const again = await first.again();
    expect(await put(again, { ...outage, until: '2026-11-19 10:30' })).toEqual([200, { ...held, until: '2026-11-19T03:30:00.000Z' }]);
    expect(await put(again, { ...outage, revision: 5, withdrawn: true })).toEqual([200, { ...held, revision: 5, withdrawn: true }]);
    expect(await put(again, { ...outage, revision: 4 })).toEqual([200, { ...held, revision: 5, withdrawn: true }]);
    expect((await again.events(outageDeclaredType)).map(({ subject, data }) => [subject, data['revision']])).toEqual([0, 0, 5, 4].map((revision) => ['outages/SC-1', revision]));
    await again.call('PUT', '/v1/outages/SC-0', { ...outage, scope: 'all', target: undefined, from: '2026-11-01T00:00:00Z' });
    expect((JSON.parse((await again.call('GET', '/v1/outages')).text) as { ref: string }[]).map(({ ref }) => ref)).toEqual(['SC-0', 'SC-1']);
  });

  it.each<[object, string[]]>([
    [{ scope: 'all', target: '' }, []],
    [{ scope: 'all' }, ['outage.target-not-used /target']],
    [{ scope: 'facility', target: 'ks-thu-01' }, []],
    [{ scope: 'facility' }, ['outage.target-unknown /target']],
    [{ target: 'nowhere' }, ['outage.target-unknown /target']],
    [{ target: undefined }, ['outage.target-unknown /target']],
    [{ scope: 'town' }, ['field.not-allowed-value /scope']],
    [{ from: 'yesterday' }, ['date.format /from']],
    [{ from: '1990-01-01' }, ['date.out-of-range /from']],
    [{ until: '2026-11-18T22:00:00+07:00' }, ['outage.until-before-from /until']],
    [{ until: '2026-11-18T22:00:01+07:00' }, []],
    [{ cause: 'rain' }, ['field.not-allowed-value /cause']],
  ])('is checked: %j', async (changes, expected) => {
    const { call } = await setUp();
    const { status, body } = await call('PUT', address, { ...outage, ...changes });
    expect([status, status === 422 ? codesOf(body) : []]).toEqual([expected.length === 0 ? 201 : 422, expected]);
  });

  it('has a reference of its form', async () => {
    const { call } = await setUp();
    expect((await call('PUT', '/v1/outages/a%20b', outage)).body).toMatchObject({ code: 'ref.format' });
    expect((await call('PUT', '/v1/facilities/ks-thu-01/inspections/a%20b', inspection)).body).toMatchObject({ code: 'ref.format' });
  });
});
