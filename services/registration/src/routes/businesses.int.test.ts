import { businessRegisteredType } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { startRegistration, type Started } from '../testing/started.ts';

const shop = { kind: 'pawnshop', unit: 'W25357@2025', readers: 0, readersSince: null, validFrom: '2026-11-01', closedOn: null };
const address = '/v1/businesses/camdo-thu-01';
const codesOf = (body: Readonly<Record<string, unknown>>): string[] => (body['faults'] as { code: string; pointer: string }[]).map(({ code, pointer }) => `${code} ${pointer}`);
const keyOf = async ({ call }: Pick<Started, 'call'>, role: string, unit: string): Promise<string> => String((await call('POST', '/v1/keys', { name: role, role, unit })).body['key']);

describe('one business', () => {
  it('is registered once, is a duplicate when sent again, and is so from a day on, also after a restart', async () => {
    const first = await startRegistration();
    const put = async ({ call }: Pick<Started, 'call'>, body: object) => {
      const { status, body: item } = await call('PUT', address, body);
      return [status, item['status'], item['validFrom'], item['readers']];
    };
    expect(await put(first, shop)).toEqual([201, 'accepted', '2026-11-01', 0]);
    expect(await put(first, shop)).toEqual([200, 'duplicate', '2026-11-01', 0]);
    expect(await put(first, { ...shop, readers: 2, validFrom: '2026-11-20' })).toEqual([200, 'amended', '2026-11-20', 2]);
    const again = await first.again();
    expect(await put(again, { ...shop, readers: 2, validFrom: '2026-11-20' })).toEqual([200, 'duplicate', '2026-11-20', 2]);
    expect(await put(again, shop)).toEqual([200, 'duplicate', '2026-11-01', 0]);
    expect(await put(again, { ...shop, readers: 1 })).toEqual([200, 'amended', '2026-11-01', 1]);
    expect((await again.call('GET', '/v1/businesses')).body).toEqual([{ id: 'camdo-thu-01', ...shop, readers: 2, validFrom: '2026-11-20' }]);
    expect((await again.events(businessRegisteredType)).map(({ subject, data }) => [subject, data['validFrom'], data['readers']])).toEqual([
      ['businesses/camdo-thu-01', '2026-11-01', 0], ['businesses/camdo-thu-01', '2026-11-20', 2], ['businesses/camdo-thu-01', '2026-11-01', 1],
    ]);
  });

  it('holds from today where it names no day, and is then a duplicate on any later day', async () => {
    const { call, clock, events } = await startRegistration();
    const { validFrom: _, ...undated } = shop;
    expect((await call('PUT', address, undated)).body).toMatchObject({ status: 'accepted', validFrom: '2026-11-20' });
    clock.set(Date.parse('2026-11-25T02:00:00.000Z'));
    expect((await call('PUT', address, undated)).body).toMatchObject({ status: 'duplicate' });
    expect((await call('PUT', address, { ...undated, closedOn: '2026-11-25' })).body).toMatchObject({ status: 'amended', validFrom: '2026-11-25' });
    expect(await events(businessRegisteredType)).toHaveLength(2);
  });

  it.each<[object, string[]]>([
    [{ kind: 'bakery' }, ['business.kind-unknown /kind']],
    [{ kind: 'Dịch vụ thừa phát lại' }, []],
    [{ kind: undefined, unit: undefined, readers: undefined }, ['field.required /kind', 'field.required /unit', 'field.required /readers']],
    [{ unit: 'W1' }, ['unit.unknown /unit']],
    [{ unit: 'D694@2009' }, ['unit.not-commune /unit']],
    [{ readers: -1 }, ['field.not-allowed-value /readers']],
    [{ readers: 10_001 }, ['field.not-allowed-value /readers']],
    [{ validFrom: '1999-12-31' }, ['date.out-of-range /validFrom', 'business.closed-before-valid /closedOn']],
    [{ validFrom: 'now' }, ['date.format /validFrom', 'business.closed-before-valid /closedOn']],
    [{ closedOn: '2026-10-31' }, ['business.closed-before-valid /closedOn']],
    [{ id: 'camdo-thu-02' }, ['ref.mismatch /id']],
  ])('is checked: %j', async (changes, expected) => {
    const { call } = await startRegistration();
    const { status, body } = await call('PUT', address, { ...shop, closedOn: 'validFrom' in changes ? '2026-11-02' : null, ...changes });
    expect([status, status === 422 ? codesOf(body) : []]).toEqual([expected.length === 0 ? 201 : 422, expected]);
  });

  it('has an id that is no number of a paper or phone, and has its form', async () => {
    const { call } = await startRegistration();
    const codeOf = async (id: string): Promise<unknown> => (await call('PUT', `/v1/businesses/${id}`, shop)).body['code'];
    expect(await Promise.all(['070190000123', 'cam-0912-345-678', 'CAMDO', 'ab'].map(codeOf))).toEqual(['ref.personal', 'ref.personal', 'facility.id-format', 'facility.id-format']);
  });
});

describe('a batch of businesses', () => {
  it('is answered item by item, each record seeing those before it, and recorded once', async () => {
    const { call, events } = await startRegistration();
    const one = { id: 'camdo-thu-01', ...shop };
    const { status, body } = await call('POST', '/v1/businesses', [one, one, { ...one, readers: 3 }, { ...one, id: 'karaoke-01', kind: 'x' }, 7]);
    expect([status, { ...body, items: body.items.map(({ index, id, status: what }) => [index, id, what]) }]).toEqual([
      207, { received: 5, accepted: 3, duplicate: 1, amended: 1, rejected: 2, items: [[0, 'camdo-thu-01', 'accepted'], [1, 'camdo-thu-01', 'duplicate'], [2, 'camdo-thu-01', 'amended'], [3, 'karaoke-01', 'rejected'], [4, '', 'rejected']] },
    ]);
    expect((await events(businessRegisteredType)).map(({ id }) => id)).toEqual([body.items[0]?.['eventId'], body.items[2]?.['eventId']]);
    expect((await call('POST', '/v1/businesses', [{}])).status).toBe(422);
    expect((await call('POST', '/v1/businesses', [])).body).toMatchObject({ code: 'batch.empty' });
  });

  it('comes as NDJSON and CSV too, with the line of each record', async () => {
    const { call } = await startRegistration();
    const send = async (type: string, text: string) => (await call('POST', '/v1/businesses', text, { headers: { 'content-type': type } })).body;
    expect(await send('application/x-ndjson', `${JSON.stringify({ id: 'a-1', ...shop })}\n\n{"id":\n`)).toMatchObject({ accepted: 1, items: [{ at: { line: 1 } }, { at: { line: 3 }, status: 'rejected' }] });
    expect(await send('text/csv', 'ID;Kind;Unit;Readers;Valid_from\na-1x;Cơ sở cầm đồ;25357;0;01/11/2026\na-2x;karaoke;25357;;\n')).toMatchObject({ accepted: 1, items: [{ at: { line: 2 }, id: 'a-1x' }, { faults: [{ pointer: '/readers', code: 'field.required' }] }] });
    expect(await send('application/pdf', '%PDF')).toMatchObject({ code: 'request.media-type' });
  });
});

describe('businesses by unit', () => {
  it('are listed by unit and kind, and a commune’s key writes those of its own unit alone', async () => {
    const started = await startRegistration();
    const { call } = started;
    const own = await keyOf(started, 'commune', 'W25357@2025');
    await call('PUT', '/v1/businesses/khac-01', { ...shop, unit: 'W25326@2025', kind: 'karaoke' });
    const put = async (id: string, body: object): Promise<unknown[]> => {
      const answer = await call('PUT', `/v1/businesses/${id}`, body, { key: own });
      return [answer.status, answer.status === 422 ? codesOf(answer.body) : answer.body['status']];
    };
    expect(await put('cua-xa-01', shop)).toEqual([201, 'accepted']);
    expect(await put('cua-xa-02', { ...shop, unit: 'W25326@2025' })).toEqual([422, ['business.not-your-unit /unit']]);
    expect(await put('khac-01', shop)).toEqual([422, ['business.not-your-unit /id']]);
    const list = async (query: string): Promise<unknown[]> => (JSON.parse((await call('GET', `/v1/businesses${query}`)).text) as { id: string }[]).map(({ id }) => id);
    expect([await list(''), await list('?unit=25357'), await list('?kind=karaoke'), await list('?unit=none')]).toEqual([['khac-01', 'cua-xa-01'], ['cua-xa-01'], ['khac-01'], []]);
  });
});
