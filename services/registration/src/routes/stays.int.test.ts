import { rewrapAll } from '@da06/vault';
import { describe, expect, it } from 'vitest';
import { startRegistration, type Answer, type Started } from '../testing/started.ts';
import { hotel, stayOf } from '../testing/stays.ts';

const stays = '/v1/facilities/ks-thu-01/stays';
const withHotel = async (): Promise<Started> => {
  const started = await startRegistration();
  expect((await started.call('POST', '/v1/facilities', hotel)).status).toBe(201);
  return started;
};
const put = (started: Started, ref: string, changes: Record<string, unknown> = {}): Promise<Answer> => started.call('PUT', `${stays}/${ref}`, stayOf(ref, changes));
const own = async (started: Started, ref: string): Promise<Record<string, unknown> & { stay: Record<string, unknown> }> => (await started.call('GET', `${stays}/${ref}`)).body as never;
const codesOf = ({ body }: Answer): string[] => (body['faults'] as { code: string }[]).map(({ code }) => code);

describe('PUT of a stay', () => {
  it('answers 201 first, then 200 as a duplicate with the same event and number', async () => {
    const started = await withHotel();
    const first = await put(started, 'A-1');
    const again = await put(started, 'A-1');
    expect([first.status, first.body['status'], first.body['faults']]).toEqual([201, 'accepted', []]);
    expect([again.status, again.body['status'], again.body['eventId'], again.body['registrationNumber']]).toEqual([200, 'duplicate', first.body['eventId'], first.body['registrationNumber']]);
    expect(first.body['registrationNumber']).toMatch(/^LT[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(await started.events('vn.da06.stay.checked-in.v1')).toHaveLength(1);
  });

  it('of A, B, A ends at A', async () => {
    const started = await withHotel();
    const statuses = [await put(started, 'A-1'), await put(started, 'A-1', { reason: 'business' }), await put(started, 'A-1')].map(({ body }) => body['status']);
    expect(statuses).toEqual(['accepted', 'amended', 'amended']);
    expect((await own(started, 'A-1')).stay['reason']).toBe('tourism');
  });

  it('of revisions 1, 2, 1 ends at 2, and says that the last is older', async () => {
    const started = await withHotel();
    await put(started, 'A-1', { revision: 1, reason: 'visit' });
    await put(started, 'A-1', { revision: 2, reason: 'business' });
    const older = await put(started, 'A-1', { revision: 1, reason: 'visit' });
    expect([older.status, older.body['status'], codesOf(older)]).toEqual([200, 'amended', ['stay.revision-older']]);
    expect((await own(started, 'A-1')).stay['reason']).toBe('business');
    expect((await put(started, 'A-1', { revision: 2, reason: 'business' })).body['status']).toBe('duplicate');
  });

  it('with the same content under a higher revision is recorded, so that a late lower one does not override it', async () => {
    const started = await withHotel();
    await put(started, 'A-1', { revision: 1 });
    expect((await put(started, 'A-1', { revision: 3 })).body['status']).toBe('amended');
    await put(started, 'A-1', { revision: 2, reason: 'business' });
    expect((await own(started, 'A-1')).stay['reason']).toBe('tourism');
  });

  it('that is refused is a problem with every fault, and records no stay', async () => {
    const started = await withHotel();
    const refused = await started.call('PUT', `${stays}/A-1`, stayOf('A-1', { reason: 'holiday', arrival: '2026-02-30' }, { sex: 'Q' }));
    expect([refused.status, refused.headers.get('content-type'), refused.body['status']]).toEqual([422, 'application/problem+json; charset=utf-8', 'rejected']);
    expect(codesOf(refused).sort()).toEqual(['date.format', 'reason.unknown', 'sex.unknown']);
    expect(refused.body['code']).toBe(codesOf(refused)[0]);
    expect(await started.events('vn.da06.stay.checked-in.v1')).toEqual([]);
  });

  it('is one event when two equal ones come at once', async () => {
    const started = await withHotel();
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(started, 'A-1')));
    expect(new Set(answers.map(({ body }) => body['eventId'])).size).toBe(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(await started.events('vn.da06.stay.checked-in.v1')).toHaveLength(1);
  });

  it('told in time stays in time when it is sent again after the deadline', async () => {
    const started = await withHotel();
    expect((await put(started, 'A-1')).body['late']).toBe(false);
    started.clock.advance(30 * 3_600_000);
    expect((await put(started, 'A-1')).body['late']).toBe(false);
    expect((await put(started, 'A-1', { reason: 'visit' })).body['late']).toBe(false);
    expect((await put(started, 'A-2')).body['late']).toBe(true);
  });

  it('warns of a document that is still open here, and of two stays at one time', async () => {
    const started = await withHotel();
    const guest = { document: { kind: 'cccd', number: '070190123457' } };
    await started.call('PUT', `${stays}/A-1`, stayOf('A-1', {}, guest));
    expect(codesOf(await started.call('PUT', `${stays}/A-2`, stayOf('A-2', {}, guest)))).toEqual(['stay.already-open']);
    for (const ref of ['A-1', 'A-2']) await started.call('POST', `${stays}/${ref}/check-out`, { departure: '2026-11-20T15:30:00+07:00' });
    expect(codesOf(await started.call('PUT', `${stays}/A-3`, stayOf('A-3', { arrival: '2026-11-20T15:00:00+07:00' }, guest)))).toEqual(['stay.overlap']);
  });
});

describe('a correction, a check-out or a cancellation', () => {
  it('changes what it names alone, and is a duplicate directly after itself', async () => {
    const started = await withHotel();
    await put(started, 'A-1');
    const patched = await started.call('PATCH', `${stays}/A-1`, { room: '202', correctionReason: 'Đổi phòng' });
    const again = await started.call('PATCH', `${stays}/A-1`, { room: '202', correctionReason: 'Đổi phòng' });
    expect([patched.status, patched.body['status'], again.body['status'], again.body['eventId']]).toEqual([200, 'amended', 'duplicate', patched.body['eventId']]);
    expect((await own(started, 'A-1')).stay).toMatchObject({ room: '202', reason: 'tourism', guest: { fullName: 'Trần Thị Mẫu' } });
  });

  it('of a reference not seen yet is 202 with a warning, and is kept by the check-in that follows', async () => {
    const started = await withHotel();
    const patched = await started.call('PATCH', `${stays}/A-1`, { reason: 'business' });
    expect([patched.status, patched.body['status'], codesOf(patched)]).toEqual([202, 'accepted', ['stay.not-seen-yet']]);
    expect((await put(started, 'A-1')).status).toBe(201);
    expect((await own(started, 'A-1')).stay['reason']).toBe('business');
  });

  it('a PUT reopens a cancelled stay even with equal content, a PATCH does not', async () => {
    const started = await withHotel();
    await put(started, 'A-1');
    expect((await started.call('POST', `${stays}/A-1/cancel`, { reason: 'Khách không đến' })).status).toBe(200);
    await started.call('PATCH', `${stays}/A-1`, { room: '202' });
    expect((await own(started, 'A-1'))['status']).toBe('cancelled');
    expect((await put(started, 'A-1')).body['status']).toBe('amended');
    expect((await own(started, 'A-1'))['status']).toBe('open');
  });

  it('a record that does not name its departure leaves a check-out as it is', async () => {
    const started = await withHotel();
    await put(started, 'A-1');
    await started.call('POST', `${stays}/A-1/check-out`, { departure: '2026-11-20T15:30:00+07:00' });
    expect((await put(started, 'A-1')).body['status']).toBe('duplicate');
    await put(started, 'A-1', { reason: 'visit' });
    expect((await own(started, 'A-1'))['status']).toBe('closed');
    await put(started, 'A-1', { reason: 'visit', departure: null });
    expect((await own(started, 'A-1'))['status']).toBe('open');
    await put(started, 'A-1', { reason: 'visit', departure: '2026-11-20T15:40:00+07:00' });
    await put(started, 'A-1', { reason: 'visit' });
    expect((await own(started, 'A-1'))['status']).toBe('closed');
    await put(started, 'A-1', { reason: 'visit', departure: null });
    expect((await own(started, 'A-1'))['status']).toBe('open');
  });

  it('ends in the same record in every order', async () => {
    const steps: readonly ((started: Started) => Promise<Answer>)[] = [
      (started) => put(started, 'A-1'),
      (started) => started.call('PATCH', `${stays}/A-1`, { reason: 'business' }),
      (started) => started.call('POST', `${stays}/A-1/check-out`, { departure: '2026-11-20T15:30:00+07:00' }),
      (started) => started.call('POST', `${stays}/A-1/cancel`, { reason: 'x' }),
    ];
    const records: unknown[] = [];
    for (const order of orders([0, 1, 2, 3])) {
      const started = await withHotel();
      for (const step of order) expect((await (steps[step] as (typeof steps)[number])(started)).status).toBeLessThan(300);
      const { status, stay } = await own(started, 'A-1');
      records.push({ status, stay });
      await started.stop();
    }
    expect(records).toHaveLength(24);
    expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(1);
    expect(records[0]).toMatchObject({ status: 'cancelled', stay: { reason: 'business', departure: '2026-11-20T08:30:00.000Z' } });
  });
});

const orders = (items: readonly number[]): number[][] => (items.length <= 1 ? [[...items]] : items.flatMap((item) => orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest])));

/** Destroys keys and goes on under the same master key, as the registration of a test holds it. */
const eraseKeys = async ({ log }: Started, keyIds: readonly string[]): Promise<void> => {
  const [masterKey, between] = [Buffer.alloc(32, 1), Buffer.alloc(32, 9)];
  await rewrapAll({ store: log, from: masterKey, to: between, persons: [], keyIds });
  await rewrapAll({ store: log, from: between, to: masterKey, persons: [], keyIds: [] });
};

describe('the own record', () => {
  it('shows identities with the history, and records first that it did', async () => {
    const started = await withHotel();
    await put(started, 'A-1');
    await put(started, 'A-1', { reason: 'visit' });
    const record = await own(started, 'A-1');
    expect(record).toMatchObject({ ref: 'A-1', status: 'open', revision: 0, stay: { guest: { fullName: 'Trần Thị Mẫu', birthDate: '1990-05-15' }, room: '101' } });
    expect((record['history'] as { type: string }[]).map(({ type }) => type)).toEqual(['vn.da06.stay.checked-in.v1', 'vn.da06.stay.checked-in.v1']);
    expect(await started.events('vn.da06.identity.read.v1')).toMatchObject([{ actor: 'admin:admin', data: { purpose: 'own-record', facility: 'ks-thu-01' } }]);
    expect((await started.call('GET', `${stays}/A-2`)).body['code']).toBe('stay.unknown');
  });

  it('says of which parts the key was destroyed, shows the others, and everything that is not sealed', async () => {
    const started = await withHotel();
    await put(started, 'A-1');
    await started.call('PATCH', `${stays}/A-1`, { note: 'thêm gối' });
    const [first, second] = (await started.events()).flatMap(({ data }) => (data as { sealed?: { keyId: string } }).sealed?.keyId ?? []);
    await eraseKeys(started, [first ?? '']);
    const partly = await own(started, 'A-1');
    expect(partly).toMatchObject({ identity: 'partly-erased', status: 'open', stay: { note: 'thêm gối', reason: 'tourism', guest: { sex: 'F' } }, history: [{ identity: 'erased' }, {}] });
    expect((partly['history'] as object[])[1]).not.toHaveProperty('identity');
    await eraseKeys(started, [second ?? '']);
    const erased = await own(started, 'A-1');
    expect(erased).toMatchObject({ identity: 'erased', stay: { guest: { sex: 'F', nationality: 'VNM' } } });
    expect(JSON.stringify(erased)).not.toMatch(/Trần|gối/);
  });

  it('keeps the whole history of a stay that is amended very often', async () => {
    const started = await withHotel();
    for (let n = 0; n < 150; n += 1) await put(started, 'A-1', { note: `lần ${n}` });
    const { history } = await own(started, 'A-1');
    expect(new Set((history as { eventId: string }[]).map(({ eventId }) => eventId)).size).toBe(150);
  });
});

describe('validate=only', () => {
  it('gives the same answer without a receipt and records nothing', async () => {
    const started = await withHotel();
    await put(started, 'A-0');
    const before = JSON.stringify(await started.events());
    const tried = await started.call('PUT', `${stays}/A-1?validate=only`, stayOf('A-1'));
    expect(tried.body).toMatchObject({ status: 'accepted', receipt: null, eventId: null });
    expect((await started.call('POST', `${stays}?validate=only`, [stayOf('A-0'), stayOf('A-1'), stayOf('A-2', {}, { sex: 'Q' })])).body).toMatchObject({ received: 3, accepted: 2, duplicate: 1, rejected: 1, receipt: null });
    expect(JSON.stringify(await started.events())).toBe(before);
    const real = await put(started, 'A-1');
    expect([real.status, real.body['registrationNumber']]).toEqual([201, tried.body['registrationNumber']]);
  });
});
