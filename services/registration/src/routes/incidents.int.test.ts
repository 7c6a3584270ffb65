import { incidentRecordedType, incidentUpdatedType } from '@da06/events';
import type { JSONWebKeySet } from 'jose';
import { describe, expect, it } from 'vitest';
import { incidentCsvExample, incidentExample, heldIncidentExample } from '../docs/incident-examples.ts';
import { verifyReceipt } from '../receipts/verify-receipt.ts';
import { startRegistration, type Started } from '../testing/started.ts';

const { ref: _, ...told } = incidentExample;
const address = '/v1/incidents/VV-2026-0001';
const codesOf = (body: Readonly<Record<string, unknown>>): string[] => (body['faults'] as { code: string; pointer: string }[]).map(({ code, pointer }) => `${code} ${pointer}`);
const keyOf = async ({ call }: Pick<Started, 'call'>, role: string, unit: string): Promise<string> => String((await call('POST', '/v1/keys', { name: role, role, unit })).body['key']);

describe('one incident', () => {
  it('is recorded once, is a duplicate when sent again, and is replaced whole, also after a restart', async () => {
    const first = await startRegistration();
    const put = async ({ call }: Pick<Started, 'call'>, body: object) => {
      const { status, body: item } = await call('PUT', address, body);
      return { answer: [status, item['status']], eventId: item['eventId'] };
    };
    const one = await put(first, told);
    expect(one.answer).toEqual([201, 'accepted']);
    expect(await put(first, told)).toEqual({ answer: [200, 'duplicate'], eventId: one.eventId });
    const handled = { ...told, revision: 1, handledAt: '2026-11-20T08:30:00+07:00', outcome: 'Xử phạt hành chính' };
    const two = await put(first, handled);
    expect(two.answer).toEqual([200, 'amended']);
    // A lower revision is recorded, and overrides nothing.
    expect((await put(first, { ...told, suspects: 9 })).answer).toEqual([200, 'amended']);
    const again = await first.again();
    expect(await put(again, handled)).toEqual({ answer: [200, 'duplicate'], eventId: two.eventId });
    const held = { ...heldIncidentExample, revision: 1, handledAt: '2026-11-20T01:30:00.000Z', outcome: 'administrative' };
    expect((await again.call('GET', address)).body).toEqual(held);
    expect((await put(again, { ...handled, status: 'withdrawn' })).answer).toEqual([200, 'amended']);
    expect((await again.call('GET', address)).body).toEqual({ ...held, withdrawn: true });
    expect((await again.events(incidentRecordedType)).map(({ subject, data }) => [subject, data['revision'], 'withdrawn' in data])).toEqual([['incidents/VV-2026-0001', 0, false]]);
    expect((await again.events(incidentUpdatedType)).map(({ data }) => [data['revision'], data['suspects'], data['withdrawn']])).toEqual([[1, 1, false], [0, 9, false], [1, 1, true]]);
  });

  it.each<[object, string[]]>([
    [{ kind: 'bakery' }, ['incident.kind-unknown /kind']],
    [{ kind: 'Cháy nổ', means: null }, []],
    [{ kind: 'crime' }, ['incident.means-not-used /means']],
    [{ kind: undefined, unit: undefined, reportedAt: undefined }, ['field.required /kind', 'field.required /unit', 'field.required /reportedAt']],
    [{ unit: 'W1' }, ['unit.unknown /unit']],
    [{ unit: 'D694@2009' }, ['unit.not-commune /unit']],
    [{ channel: 'pigeon' }, ['field.not-allowed-value /channel']],
    [{ losses: { deaths: 1_000_001 } }, ['field.not-allowed-value /losses/deaths']],
    [{ losses: { damageVnd: 5_000_000_000 } }, []],
    [{ losses: { damageVnd: 1_000_000_000_000_001 } }, ['field.not-allowed-value /losses/damageVnd']],
    [{ happenedAt: '2026-11-19T20:55:01+07:00' }, ['incident.reported-before-happened /happenedAt']],
    [{ handledAt: '2026-11-19T20:54:59+07:00' }, ['incident.handled-before-reported /handledAt']],
    [{ reportedAt: '2026-11-20T16:06:00+07:00' }, ['incident.in-future /reportedAt']],
    [{ happenedAt: '1999-12-31', reportedAt: 'now' }, ['date.out-of-range /happenedAt', 'date.format /reportedAt']],
    [{ happenedAt: null }, []],
    [{ ref: 'VV-2026-0002' }, ['ref.mismatch /ref']],
  ])('is checked: %j', async (changes, expected) => {
    const { call } = await startRegistration();
    const { status, body } = await call('PUT', address, { ...told, ...changes });
    expect([status, status === 422 ? codesOf(body) : []]).toEqual([expected.length === 0 ? 201 : 422, expected]);
  });

  it('of a unit that was not valid then is taken with a warning; a code is read on the day on which it happened', async () => {
    const { call } = await startRegistration();
    const early = { ...told, happenedAt: '2025-06-30T23:59:00+07:00', reportedAt: '2025-07-01T00:10:00+07:00' };
    const { status, body } = await call('PUT', address, early);
    expect([status, codesOf(body)]).toEqual([201, ['unit.not-valid-then /unit']]);
    const unitOf = async (ref: string, happenedAt: string): Promise<unknown> => {
      await call('PUT', `/v1/incidents/${ref}`, { ...early, unit: '25357', happenedAt });
      return (await call('GET', `/v1/incidents/${ref}`)).body['unit'];
    };
    expect([await unitOf('a', '2025-06-30T23:59:59+07:00'), await unitOf('b', '2025-07-01T00:00:00+07:00')]).toEqual(['W25357@old', 'W25357@2025']);
  });

  it('has a reference that is no number of a paper or phone, and has its form', async () => {
    const { call } = await startRegistration();
    const codeOf = async (ref: string): Promise<unknown> => (await call('PUT', `/v1/incidents/${ref}`, told)).body['code'];
    expect(await Promise.all(['070190000123', '0912.345.678', '280123456', 'a b', '202611200017'].map(codeOf))).toEqual(['ref.personal', 'ref.personal', 'ref.personal', 'ref.format', undefined]);
  });
});

describe('a batch of incidents', () => {
  it('is answered item by item with a receipt, each record seeing those before it, and recorded once', async () => {
    const { call, events } = await startRegistration();
    const { status, body } = await call('POST', '/v1/incidents', [incidentExample, incidentExample, { ...incidentExample, suspects: 3 }, { ...incidentExample, ref: 'X', kind: 'x' }, 7]);
    expect([status, body['received'], body['accepted'], body['duplicate'], body['amended'], body['rejected']]).toEqual([207, 5, 3, 1, 1, 2]);
    expect(body.items.map(({ ref, status: what }) => [ref, what])).toEqual([['VV-2026-0001', 'accepted'], ['VV-2026-0001', 'duplicate'], ['VV-2026-0001', 'amended'], ['X', 'rejected'], ['', 'rejected']]);
    expect((await events()).filter(({ type }) => type.includes('.incident.')).map(({ id }) => id)).toEqual([body.items[0]?.['eventId'], body.items[2]?.['eventId']]);
    const jwks: JSONWebKeySet = JSON.parse((await call('GET', '/.well-known/jwks.json')).text) as JSONWebKeySet;
    expect(await verifyReceipt(body, jwks)).toMatchObject({ valid: true, payload: { facility: '', counts: { received: 5, accepted: 3 } } });
  });

  it.each([['text/csv', incidentCsvExample], ['application/x-ndjson', `${JSON.stringify(incidentExample)}\n`]])('as %s says the same', async (type, text) => {
    const { call } = await startRegistration();
    const { status, body } = await call('POST', '/v1/incidents', text, { headers: { 'content-type': type } });
    expect([status, body.items[0]?.['faults']]).toEqual([200, []]);
    expect((await call('GET', address)).body).toEqual(heldIncidentExample);
  });

  it('that is only to be checked is recorded nowhere', async () => {
    const { call, events } = await startRegistration();
    const { status, body } = await call('POST', '/v1/incidents?validate=only', [incidentExample, incidentExample]);
    expect([status, body['receipt'], body.items.map(({ status: what, eventId }) => [what, eventId])]).toEqual([200, null, [['accepted', null], ['duplicate', null]]]);
    expect([(await call('GET', address)).status, (await events(incidentRecordedType)).length]).toEqual([404, 0]);
  });
});

describe('the list of incidents', () => {
  it('can be asked by unit, kind and local days; a key of a commune sees and sends those of its own unit alone, and an officer is one of the police', async () => {
    const started = await startRegistration();
    const { call } = started;
    const at = (ref: string, happenedAt: string, own: object = {}) => ({ ...incidentExample, ref, happenedAt, reportedAt: '2026-11-20T09:00:00+07:00', ...own });
    await call('POST', '/v1/incidents', [
      at('a', '2026-11-14T23:59:59+07:00'), at('b', '2026-11-15T00:00:00+07:00'), at('c', '2026-11-15T23:59:59+07:00', { kind: 'crime', means: null }), at('d', '2026-11-15T12:00:00+07:00', { unit: 'W25351@2025' }),
      at('e', '2026-11-16T00:00:00+07:00'),
    ]);
    const list = async (query: string, key?: string): Promise<unknown> => ((await call('GET', `/v1/incidents${query}`, undefined, key === undefined ? {} : { key })).body as unknown as { ref: string }[]).map(({ ref }) => ref);
    expect(await list('?from=2026-11-15&to=2026-11-15')).toEqual(['b', 'c', 'd']);
    expect(await list('?kind=crime')).toEqual(['c']);
    expect(await list('?unit=25351')).toEqual(['d']);
    const key = await keyOf(started, 'commune', 'W25351@2025');
    expect(await list('', key)).toEqual(['d']);
    const ask = async (method: string, ref: string, body?: object): Promise<unknown> => (await call(method, `/v1/incidents/${ref}`, body, { key })).body['code'];
    const officer = async (agency: string): Promise<number> => (await call('GET', '/v1/incidents', undefined, { key: String((await call('POST', '/v1/keys', { name: 'officer', role: 'officer', agency })).body['key']) })).status;
    expect([await officer('PC06'), await officer('VHTT'), await officer('')]).toEqual([200, 403, 403]);
    expect([await ask('GET', 'a'), await ask('PUT', 'a', at('a', '2026-11-14T23:59:59+07:00', { unit: 'W25351@2025' })), await ask('PUT', 'f', at('f', '2026-11-14T23:59:59+07:00'))]).toEqual(['incident.unknown', 'incident.not-your-unit', 'incident.not-your-unit']);
  });
});
