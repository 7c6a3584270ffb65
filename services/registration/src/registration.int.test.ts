import { AppError } from '@da06/errors';
import type { EmbeddedLog } from '@da06/event-log';
import { topics } from '@da06/events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import { loadLocality } from '@da06/reference';
import { createVault, rewrapAll } from '@da06/vault';
import { describe, expect, it } from 'vitest';
import { createTakeIn } from './take-in/take-in.ts';
import { verifyReceipt } from './receipts/verify-receipt.ts';
import { startRegistration } from './testing/started.ts';
import { hotel, stayOf } from './testing/stays.ts';

const stays = '/v1/facilities/ks-thu-01/stays';
const ten = (): Record<string, unknown>[] => Array.from({ length: 10 }, (_, n) => stayOf(`B-${n}`));

describe('a pause', () => {
  it('turns requests away until it is over, and goes on under another master key', async () => {
    const { registration, call, log } = await startRegistration();
    await call('POST', '/v1/facilities', hotel);
    await call('PUT', `${stays}/P-1`, stayOf('P-1'));
    const late = call('PUT', `${stays}/P-2`, stayOf('P-2'));
    await registration.stop();
    expect([200, 201, 503]).toContain((await late).status);
    const refused = await call('PUT', `${stays}/P-3`, stayOf('P-3'));
    expect([refused.status, refused.body['code'], refused.headers.get('retry-after')]).toEqual([503, 'service.not-ready', '1']);
    const [from, to, hashKey] = [1, 7, 2].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer];
    await rewrapAll({ store: log, from, to, persons: [], keyIds: [] });
    const vault = createVault({ masterKey: to, hashKey, store: log });
    await registration.start({ vault, takeIn: createTakeIn({ locality: loadLocality(), vault }) });
    for (const ref of ['P-1', 'P-2', 'P-3']) {
      expect((await call('PUT', `${stays}/${ref}`, stayOf(ref))).status).toBeLessThan(300);
      expect((await call('GET', `${stays}/${ref}`)).body).toMatchObject({ identity: 'shown', stay: { guest: { fullName: 'Trần Thị Mẫu' } } });
    }
  });
});

describe('a pause while it starts', () => {
  it('waits for the start, so that nothing goes on under the keys of before', async () => {
    const { registration } = await startRegistration();
    await registration.stop();
    const starting = registration.start();
    await registration.stop();
    await starting;
    expect(registration.ready()).toBe(false);
  });
});

describe('a restart', () => {
  it.each(['kept', 'removed'])('keeps everything, with the reference index %s', async (index) => {
    const before = await startRegistration();
    await before.call('POST', '/v1/facilities', hotel);
    const key = String((await before.call('POST', '/v1/keys', { name: 'f', role: 'feed', facilities: ['ks-thu-01'] })).body['key']);
    const first = await before.call('POST', stays, ten(), { key });
    await before.call('PATCH', `${stays}/B-1`, { room: '202' }, { key });
    await before.call('POST', `${stays}/B-2/cancel`, { reason: 'x' }, { key });
    await before.call('PATCH', `${stays}/B-99`, { room: '303' }, { key });
    const last = (await before.events()).at(-1)?.sequence ?? '';
    const digest = await before.call('GET', '/v1/facilities/ks-thu-01/days/2026-11-20/digest', undefined, { key });
    await before.stop();
    if (index === 'removed') rmSync(join(before.folder, 'refs'), { recursive: true });
    before.clock.advance(-60_000); // the wall clock may have been set back meanwhile

    const after = await before.again();
    expect((await after.call('GET', '/v1/facilities/ks-thu-01/days/2026-11-20/digest', undefined, { key })).text).toBe(digest.text);
    const again = await after.call('POST', stays, ten().slice(3), { key });
    expect(again.body.items.map(({ status, eventId }) => [status, eventId])).toEqual(first.body.items.slice(3).map(({ eventId }) => ['duplicate', eventId]));
    const events = await after.events('vn.da06.feed.batch-received.v1');
    expect((events.at(-1)?.sequence ?? '') > last).toBe(true);
    expect((await after.call('PATCH', `${stays}/B-1`, { room: '202' }, { key })).body['status']).toBe('duplicate');
    expect((await after.call('GET', `${stays}/B-1`, undefined, { key })).body).toMatchObject({ stay: { room: '202', guest: { fullName: 'Trần Thị Mẫu' } } });
    expect((await after.call('PUT', `${stays}/B-2`, stayOf('B-2'), { key })).body['status']).toBe('amended');
    expect((await after.call('PUT', `${stays}/B-99`, stayOf('B-99'), { key })).status).toBe(201);
    expect((await after.call('GET', `${stays}/B-99`, undefined, { key })).body).toMatchObject({ stay: { room: '303' } });
  });
});

describe('an event that somebody else appended', () => {
  it('is known before the request after the next is decided', async () => {
    const [here, elsewhere] = [await startRegistration(), await startRegistration()];
    for (const { call } of [here, elsewhere]) await call('POST', '/v1/facilities', hotel);
    await elsewhere.call('PUT', `${stays}/X-1`, stayOf('X-1'));
    const key = 'ks-thu-01/X-1';
    const records = (await Promise.all([0, 1, 2, 3].map((partition) => elsewhere.log.read({ topic: topics.stays, partition, from: 0n, limit: 10 })))).flat().filter((record) => record.key === key);
    await here.log.commitUnit({ append: records.map(({ topic, value }) => ({ topic, key, value })) });
    for (const ref of ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-7', 'A-8']) expect((await here.call('PUT', `${stays}/${ref}`, stayOf(ref))).status).toBe(201);
    expect((await here.call('PUT', `${stays}/X-1`, stayOf('X-1'))).body['status']).toBe('duplicate');
    expect((await here.call('PUT', `${stays}/A-3`, stayOf('A-3'))).body['status']).toBe('duplicate');
  });
});

describe('a unit that could not be written', () => {
  it('is 503 with Retry-After, and nothing of it is remembered', async () => {
    let failing = false;
    const wrapLog = (log: EmbeddedLog): EmbeddedLog => ({ ...log, commitUnit: (unit) => (failing ? Promise.reject(new AppError('service.storage-full', { retryable: true })) : log.commitUnit(unit)) });
    const { call, events } = await startRegistration({ wrapLog });
    await call('POST', '/v1/facilities', hotel);
    failing = true;
    const refused = await call('PUT', `${stays}/A-1`, stayOf('A-1'));
    expect([refused.status, refused.body['code'], refused.headers.get('retry-after')]).toEqual([503, 'service.storage-full', '2']);
    expect((await call('POST', '/v1/facilities', { ...hotel, id: 'ks-thu-02' })).status).toBe(503);
    failing = false;
    expect((await call('PUT', `${stays}/A-1`, stayOf('A-1'))).status).toBe(201);
    expect((await call('GET', '/v1/facilities/ks-thu-02')).status).toBe(404);
    expect(await events('vn.da06.stay.checked-in.v1')).toHaveLength(1);
  });

  it('that was written all the same is found again before the next one is decided', async () => {
    let losing = false;
    const wrapLog = (log: EmbeddedLog): EmbeddedLog => ({
      ...log,
      commitUnit: async (unit) => {
        const placed = await log.commitUnit(unit);
        if (losing) throw new Error('the answer was lost');
        return placed;
      },
    });
    const { call, events } = await startRegistration({ wrapLog });
    await call('POST', '/v1/facilities', hotel);
    losing = true;
    expect((await call('PUT', `${stays}/A-1`, stayOf('A-1'))).status).toBe(503);
    losing = false;
    expect((await call('PUT', `${stays}/A-1`, stayOf('A-1'))).body['status']).toBe('duplicate');
    expect(await events('vn.da06.stay.checked-in.v1')).toHaveLength(1);
  });
});

describe('receipts', () => {
  it('verify with the published keys, of a batch and of one PUT, and a changed answer does not', async () => {
    const { call } = await startRegistration();
    await call('POST', '/v1/facilities', hotel);
    const jwks = (await call('GET', '/.well-known/jwks.json', undefined, { key: null })).body as unknown as JSONWebKeySet;
    const batch = (await call('POST', stays, [...ten(), { ref: 'bad' }])).body;
    const one = (await call('PUT', `${stays}/A-1`, stayOf('A-1'))).body;
    const refused = (await call('PUT', `${stays}/A-2`, stayOf('A-2', {}, { sex: 'Q' }))).body;
    expect(await verifyReceipt(batch, jwks)).toMatchObject({ valid: true, payload: { facility: 'ks-thu-01', counts: { received: 11, accepted: 10, rejected: 1 } } });
    expect((await verifyReceipt(one, jwks)).valid).toBe(true);
    expect((await verifyReceipt(refused, jwks)).valid).toBe(true);
    expect(await verifyReceipt({ ...batch, accepted: 11 }, jwks)).toEqual({ valid: false, reason: 'counts-changed' });
    expect(await verifyReceipt({ ...one, eventId: batch.items[0]?.['eventId'] }, jwks)).toEqual({ valid: false, reason: 'items-changed' });
    expect(JSON.stringify(jwks)).not.toContain('"d"');
  });

  it('of a key that was replaced still verify', async () => {
    const before = await startRegistration();
    await before.call('POST', '/v1/facilities', hotel);
    const answer = (await before.call('PUT', `${stays}/A-1`, stayOf('A-1'))).body;
    const keys = join(before.folder, 'receipt-keys');
    for (const name of readdirSync(keys)) {
      const { d: _, ...pub } = JSON.parse(readFileSync(join(keys, name), 'utf8')) as Record<string, unknown>;
      writeFileSync(join(keys, name), JSON.stringify(pub));
    }
    before.clock.advance(1_000);
    const after = await before.again();
    const jwks = (await after.call('GET', '/.well-known/jwks.json')).body as unknown as JSONWebKeySet;
    expect(jwks.keys).toHaveLength(2);
    expect((await verifyReceipt(answer, jwks)).valid).toBe(true);
    expect((await verifyReceipt((await after.call('PUT', `${stays}/A-2`, stayOf('A-2'))).body, jwks)).valid).toBe(true);
  });
});

describe('before it has started', () => {
  it('answers 503', async () => {
    const started = await startRegistration();
    await started.stop();
    const { status, body, headers } = await started.call('GET', '/v1/errors');
    expect([status, body['code'], headers.get('retry-after')]).toEqual([503, 'service.not-ready', '1']);
  });
});
