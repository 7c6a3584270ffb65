import { AppError } from '@da06/errors';
import type { EmbeddedLog } from '@da06/event-log';
import { describe, expect, it } from 'vitest';
import { startRegistration } from '../testing/started.ts';
import { hotel, stayOf } from '../testing/stays.ts';

const stays = '/v1/facilities/ks-thu-01/stays';
const many = (count: number): Record<string, unknown>[] => Array.from({ length: count }, (_, n) => stayOf(`M-${n}`, { room: String(n % 900) }));

/** A log that counts units of stays, and can refuse one. */
const counting = (): { readonly units: number[]; refuse: number; readonly wrapLog: (log: EmbeddedLog) => EmbeddedLog } => {
  const counted = {
    units: [] as number[],
    refuse: -1,
    wrapLog: (log: EmbeddedLog): EmbeddedLog => ({
      ...log,
      commitUnit: async (unit) => {
        if (counted.units.length === counted.refuse) throw new AppError('service.storage-full', { retryable: true });
        counted.units.push(unit.append.length);
        return await log.commitUnit(unit);
      },
    }),
  };
  return counted;
};

describe('a large request', () => {
  it('is recorded by 5,000 and counted once', async () => {
    const log = counting();
    const started = await startRegistration(log);
    await started.call('POST', '/v1/facilities', hotel);
    log.units.length = 0;
    const { status, body } = await started.call('POST', stays, many(11_000));
    expect([status, body['received'], body['accepted'], body.items.length]).toEqual([200, 11_000, 11_000, 11_000]);
    expect(body.items.map(({ index }) => index)).toEqual(Array.from({ length: 11_000 }, (_, index) => index));
    expect(log.units).toEqual([5_000, 5_000, 1_001]);
    expect(await started.events('vn.da06.feed.batch-received.v1')).toMatchObject([{ data: { received: 11_000, accepted: 11_000, rejected: 0 } }]);
    // The keys of each part lie beside its events.
    for (const n of [0, 4_999, 5_000, 10_999]) expect((await started.call('GET', `${stays}/M-${n}`)).body['identity']).toBe('shown');
  });

  it('that fails half-way has recorded a part, which is told as duplicates when it is sent again', async () => {
    const log = counting();
    const started = await startRegistration(log);
    await started.call('POST', '/v1/facilities', hotel);
    log.refuse = log.units.length + 1;
    const failed = await started.call('POST', stays, many(6_000));
    expect([failed.status, failed.body['code']]).toEqual([503, 'service.storage-full']);
    expect(await started.events('vn.da06.feed.batch-received.v1')).toEqual([]);
    log.refuse = -1;
    const { status, body } = await started.call('POST', stays, many(6_000));
    expect([status, body['accepted'], body['duplicate']]).toEqual([200, 6_000, 5_000]);
    expect(await started.events('vn.da06.stay.checked-in.v1')).toHaveLength(6_000);
  });

  it('finds a guest again whom an earlier part of it has named', async () => {
    const started = await startRegistration();
    await started.call('POST', '/v1/facilities', hotel);
    const batch = [...many(5_200), { ...stayOf('M-0', { room: '0' }) }, stayOf('M-1', { room: '777' })];
    const { body } = await started.call('POST', stays, batch);
    expect(body.items.slice(-2).map(({ status }) => status)).toEqual(['duplicate', 'amended']);
  });
});
