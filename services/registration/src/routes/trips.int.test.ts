import { coachTripReportedType, feedBatchReceivedType, identityReadType } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { verifyReceipt } from '../receipts/verify-receipt.ts';
import { sampleTrip } from '../take-in/trip/samples.ts';
import { eraseIdentities } from '../testing/erase.ts';
import { startRegistration, type Started } from '../testing/started.ts';
import { hotel, stayOf } from '../testing/stays.ts';

const coach = { id: 'xe-thu-01', kind: 'coach', name: 'Nhà xe Thử', unit: 'W25357@2025', validFrom: '2026-01-01' };
const address = '/v1/facilities/xe-thu-01/trips';
const unaddressed = (changes: Record<string, unknown> = {}): Record<string, unknown> => {
  const { ref: _, ...trip } = sampleTrip(changes);
  return trip;
};
const setUp = async (): Promise<Started> => {
  const started = await startRegistration();
  for (const facility of [hotel, coach, { ...coach, id: 'xe-thu-02' }]) await started.call('POST', '/v1/facilities', facility);
  return started;
};
const codesOf = (item: Readonly<Record<string, unknown>>): string[] => (item['faults'] as { code: string }[]).map(({ code }) => code);

describe('one trip', () => {
  it('is accepted once, then a duplicate, then an amendment, and a lower revision overrides nothing, also after a restart', async () => {
    const first = await setUp();
    const put = async ({ call }: Pick<Started, 'call'>, body: Record<string, unknown>) => {
      const { status, body: item } = await call('PUT', `${address}/CH-1`, body);
      return [status, item['status'], codesOf(item)];
    };
    const told = unaddressed({ revision: 0 });
    expect(await put(first, told)).toEqual([201, 'accepted', []]);
    expect(await put(first, told)).toEqual([200, 'duplicate', []]);
    expect(await put(first, { ...told, plate: '93b 01234' })).toEqual([200, 'amended', []]);
    const again = await first.again();
    expect(await put(again, { ...told, plate: '93b 01234' })).toEqual([200, 'duplicate', []]);
    expect(await put(again, { ...told, revision: 2, status: 'cancelled' })).toEqual([200, 'amended', []]);
    expect(await put(again, { ...told, revision: 1, passengers: 3 })).toEqual([200, 'amended', ['record.revision-older']]);
    const { body } = await again.call('GET', `${address}/CH-1`);
    expect(body).toMatchObject({ facility: 'xe-thu-01', ref: 'CH-1', revision: 2, identity: 'shown', trip: { status: 'cancelled', passengers: 32, plate: '93B-012.34', route: { from: 'Tân Khai', to: 'Bến xe Miền Đông' }, departsAt: '2026-11-20T13:00:00.000Z' } });
    expect((body['history'] as { revision: number }[]).map(({ revision }) => revision)).toEqual([0, 0, 2, 1]);
    expect((await again.events(coachTripReportedType)).map(({ subject }) => subject)).toEqual(Array.from({ length: 4 }, () => 'xe-thu-01/trips/CH-1'));
  });

  it('has its own reference beside a stay that is called alike, and is no stay', async () => {
    const { call, events } = await setUp();
    await call('PUT', '/v1/facilities/ks-thu-01/stays/A-1', stayOf('A-1'));
    expect((await call('PUT', `${address}/A-1`, unaddressed())).body).toMatchObject({ status: 'accepted', registrationNumber: expect.stringMatching(/^CX/) as string });
    expect((await call('GET', '/v1/facilities/ks-thu-01/trips/A-1')).body).toMatchObject({ code: 'record.unknown', status: 404 });
    expect((await call('GET', '/v1/facilities/ks-thu-01/days/2026-11-20/digest')).body).toMatchObject({ count: 1 });
    expect((await call('GET', '/v1/facilities/xe-thu-01/days/2026-11-20/digest')).body).toMatchObject({ count: 0 });
    expect((await events()).filter(({ type }) => type.includes('.stay.'))).toHaveLength(1);
  });

  it('is taken of coaches alone, as stays are of the others', async () => {
    const { call } = await setUp();
    expect((await call('PUT', '/v1/facilities/ks-thu-01/trips/A-1', unaddressed())).body).toMatchObject({ status: 422, code: 'facility.kind-has-no-trips' });
    expect((await call('PUT', '/v1/facilities/xe-thu-01/stays/A-1', stayOf('A-1'))).body).toMatchObject({ code: 'facility.kind-has-no-stays' });
  });

  it('is refused with every fault, and with `validate=only` nothing is recorded', async () => {
    const { call, events } = await setUp();
    const before = (await events()).length;
    const { status, body } = await call('PUT', `${address}/CH-1?validate=only`, unaddressed({ passengers: 101, plate: 'x' }));
    expect([status, codesOf(body), (body['faults'] as { pointer: string }[]).map(({ pointer }) => pointer)]).toEqual([422, ['plate.format', 'trip.passengers-range'], ['/plate', '/passengers']]);
    expect((await call('PUT', `${address}/CH-1?validate=only`, unaddressed())).body).toMatchObject({ status: 'accepted', receipt: null, eventId: null });
    expect(await events()).toHaveLength(before);
  });
});

describe('a batch of trips', () => {
  it('is answered item by item with a receipt that holds, and counted as one request of the feed', async () => {
    const { call, events } = await setUp();
    const { status, body } = await call('POST', address, [sampleTrip(), sampleTrip({ ref: 'CH-2', passengers: 999 }), sampleTrip()]);
    expect([status, body.items.map((item) => item['status'])]).toEqual([207, ['accepted', 'rejected', 'duplicate']]);
    expect(await verifyReceipt(body, JSON.parse((await call('GET', '/.well-known/jwks.json')).text) as Parameters<typeof verifyReceipt>[1])).toMatchObject({ valid: true, payload: { facility: 'xe-thu-01', counts: { accepted: 2 } } });
    expect((await events(feedBatchReceivedType)).map(({ data }) => data)).toEqual([
      { facility: 'xe-thu-01', shape: 'native', single: false, received: 3, accepted: 2, duplicate: 1, amended: 0, late: 0, rejected: 1, codes: { 'trip.passengers-range': 1 } },
    ]);
  });

  it('comes as NDJSON and CSV too, and as nothing else', async () => {
    const { call } = await setUp();
    const send = async (type: string, body: string) => (await call('POST', address, body, { headers: { 'content-type': type } })).body;
    expect(await send('application/x-ndjson', `${JSON.stringify(sampleTrip())}\n`)).toMatchObject({ accepted: 1 });
    const csv = 'ref,revision,from,to,departs_at,arrives_at,passengers,plate\nCH-1,0,Tân Khai,Bến xe Miền Đông,2026-11-20T20:00:00+07:00,2026-11-20T23:30:00+07:00,32,93B-012.34\nCH-2,,,,,,,\n';
    expect(await send('text/csv', csv)).toMatchObject({ accepted: 1, duplicate: 1, rejected: 1, items: [{ at: { line: 2 } }, { at: { line: 3 } }] });
    expect(await send('application/xml', '<a/>')).toMatchObject({ code: 'request.media-type' });
  });
});

describe('a plate', () => {
  it('is nowhere in the log in clear, is shown after that it was is recorded, and not any more once its key is destroyed', async () => {
    const first = await setUp();
    await first.call('PUT', `${address}/CH-1`, unaddressed());
    await first.call('PUT', `${address}/CH-2`, unaddressed({ plate: 'x', route: { from: '93B-012.34', to: 'b' } }));
    const [trip] = await first.events(coachTripReportedType);
    const plate = String(trip?.data['plate']);
    expect((await first.call('GET', `${address}/CH-1`)).body).toMatchObject({ identity: 'shown', trip: { plate: '93B-012.34' } });
    expect((await first.events(identityReadType)).map(({ data }) => data)).toEqual([{ purpose: 'own-record', facility: 'xe-thu-01', personKey: plate }]);
    expect(JSON.stringify(await first.events())).not.toMatch(/93B|012\.?34/);
    await eraseIdentities(first);
    const again = await first.again();
    const { body } = await again.call('GET', `${address}/CH-1`);
    expect(body).toMatchObject({ identity: 'erased', trip: { passengers: 32 } });
    expect(JSON.stringify(body)).not.toContain('012');
  });

  it('is shown to the coach’s own feed, the standing agency and administrators', async () => {
    const { call } = await setUp();
    await call('PUT', `${address}/CH-1`, unaddressed());
    const keyOf = async (role: string, facilities: string[] = []): Promise<string> => String((await call('POST', '/v1/keys', { name: role, role, facilities, unit: 'W25357@2025' })).body['key']);
    const statusOf = async (key: string): Promise<number> => (await call('GET', `${address}/CH-1`, undefined, { key })).status;
    const found = await Promise.all([keyOf('feed', ['xe-thu-01']), keyOf('feed', ['xe-thu-02']), ...['officer', 'commune', 'standing', 'analyst', 'wall'].map((role) => keyOf(role))].map(async (key) => await statusOf(await key)));
    expect(found).toEqual([200, 403, 403, 403, 200, 403, 403]);
  });
});
