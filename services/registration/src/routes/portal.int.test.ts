import { describe, expect, it } from 'vitest';
import { startRegistration, type Answer, type Started } from '../testing/started.ts';
import { hotel } from '../testing/stays.ts';
import { departureExample, foreignExample, vietnameseExample } from '../docs/examples.ts';

const withHotel = async (): Promise<Started> => {
  const started = await startRegistration();
  await started.call('POST', '/v1/facilities', hotel);
  return started;
};
const send = (started: Started, path: string, body: unknown, key?: string): Promise<Answer> => started.call('POST', `/v1/kbtt/${path}?facility=ks-thu-01`, body, key === undefined ? {} : { key });
const leave = [{ loai: 'TS', loaiGiayTo: 1, soGiayTo: '070088000321' }];

describe('the portal’s bodies', () => {
  it('register foreigners and Vietnamese guests, under a reference of their own', async () => {
    const started = await withHotel();
    started.clock.set('2026-11-20T14:00:00Z');
    const foreign = await send(started, 'foreign-stays', foreignExample);
    const vietnamese = await send(started, 'vietnamese-stays', vietnameseExample);
    expect([foreign.status, vietnamese.status]).toEqual([200, 200]);
    expect([foreign.body.items[0]?.['ref'], vietnamese.body.items[0]?.['ref']]).toEqual([expect.stringMatching(/^k-[a-z2-7]{20}$/), expect.stringMatching(/^k-[a-z2-7]{20}$/)]);
    const again = await send(started, 'vietnamese-stays', vietnameseExample);
    expect(again.body).toMatchObject({ accepted: 1, duplicate: 1, items: [{ eventId: vietnamese.body.items[0]?.['eventId'] }] });
  });

  it('a departure closes the open stay of its document; sent again it is a duplicate; without one it is rejected', async () => {
    const started = await withHotel();
    started.clock.set('2026-11-20T14:00:00Z');
    const none = await send(started, 'departures', leave);
    expect([none.status, none.text.includes('departure.no-open-stay')]).toEqual([422, true]);
    const arrived = await send(started, 'vietnamese-stays', vietnameseExample);
    const ref = String(arrived.body.items[0]?.['ref']);
    started.clock.advance(3_600_000);
    const left = await send(started, 'departures', leave);
    expect([left.status, left.body.items[0]]).toMatchObject([200, { ref, status: 'amended', registrationNumber: arrived.body.items[0]?.['registrationNumber'] }]);
    const again = await send(started, 'departures', leave);
    expect(again.body.items[0]).toMatchObject({ ref, status: 'duplicate', eventId: left.body.items[0]?.['eventId'] });
    const record = await started.call('GET', `/v1/facilities/ks-thu-01/stays/${ref}`);
    expect(record.body).toMatchObject({ status: 'closed', stay: { departure: '2026-11-20T15:00:00.000Z' } });
    const nightly = await send(started, 'vietnamese-stays', vietnameseExample);
    expect(nightly.body['duplicate']).toBe(1);
  });

  it('an extension moves the expected departure, and is warned of when it does not', async () => {
    const started = await withHotel();
    started.clock.set('2026-11-20T14:00:00Z');
    const arrived = await send(started, 'vietnamese-stays', vietnameseExample);
    const extend = (thoiGianStr: string): Promise<Answer> => send(started, 'departures', [{ loai: 'GH', loaiGiayTo: 1, soGiayTo: '070088000321', thoiGianStr }]);
    expect((await extend('2026-11-24 12:00:00')).body.items[0]).toMatchObject({ status: 'amended', faults: [] });
    expect((await extend('2026-11-24 12:00:00')).body.items[0]).toMatchObject({ status: 'duplicate' });
    expect((await extend('2026-11-22 12:00:00')).text).toContain('extension.not-forward');
    expect((await extend('2027-01-22 12:00:00')).text).toContain('extension.over-30-days');
    expect((await started.call('GET', `/v1/facilities/ks-thu-01/stays/${String(arrived.body.items[0]?.['ref'])}`)).body).toMatchObject({ stay: { expectedDeparture: '2027-01-22T05:00:00.000Z' } });
  });

  it('go to the key’s only facility, else the facility must be named', async () => {
    const started = await withHotel();
    await started.call('POST', '/v1/facilities', { ...hotel, id: 'ks-thu-02' });
    const issue = async (facilities: string[]): Promise<string> => String((await started.call('POST', '/v1/keys', { name: 'f', role: 'feed', facilities })).body['key']);
    const [one, two] = [await issue(['ks-thu-01']), await issue(['ks-thu-01', 'ks-thu-02'])];
    expect((await started.call('POST', '/v1/kbtt/departures', departureExample, { key: one })).body).toMatchObject({ received: 2 });
    expect((await started.call('POST', '/v1/kbtt/departures', departureExample, { key: two })).body).toMatchObject({ status: 422, code: 'facility.unknown' });
    expect((await started.call('POST', '/v1/kbtt/departures?facility=none', departureExample, { key: two })).status).toBe(422);
    expect((await started.call('POST', '/v1/kbtt/departures?facility=ks-thu-02', departureExample, { key: one })).status).toBe(403);
  });
});
