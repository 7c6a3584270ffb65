import { arrivalGroup, eventBuilders, fixedClock, stayGroups } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type Backend } from './backends.fixture.ts';
import { facilityMonths } from './facility-months.ts';
import { encoded } from './rows/encoded.fixture.ts';
import { touchedBy } from './touched.fixture.ts';

describe.each(backends)('facilities by month $where', ({ start }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
    await backend.warehouse.migrate();
  });
  afterAll(() => backend.stop());

  it('are none while nothing is projected; then those in force, and among them those that were heard of', async () => {
    const { warehouse } = backend;
    const ask = () => facilityMonths(warehouse, { from: '2026-01', to: '2026-04', prefix: 'demo-' });
    expect(await ask()).toEqual({ recordedAt: 0, months: [] });
    const clock = fixedClock('2026-04-15T03:00:00.000Z');
    const build = eventBuilders({ seed: 41, clock });
    const facility = (id: string, more: object = {}) => build.facilityRegistered({ id, kind: 'hotel', model: 9, validFrom: '2026-01-10', ...more });
    const events = [
      facility('ks-1'), facility('ks-2', { validFrom: '2026-03-31' }), facility('demo-1'), facility('pk-1', { kind: 'clinic', model: 11 }), facility('ktx-1', { kind: 'dormitory', model: null }),
      build.facilityClosed({ id: 'demo-1', on: '2026-03-01' }),
      build.checkedIn({ facility: 'ks-1', ref: 'A-1', groups: { ...stayGroups(build.random, clock.now()), arrival: arrivalGroup(Date.parse('2026-02-27T07:00:00.000Z'), true), departure: '2026-03-02T05:00:00.000Z' } }),
      build.facilityDayReported({ facility: 'pk-1', day: '2026-04-01' }),
    ];
    await warehouse.insertEvents(encoded(events));
    await warehouse.recomputeNights(touchedBy(events));
    const { recordedAt, months } = await ask();
    expect(recordedAt).toBeGreaterThanOrEqual(clock.now());
    expect(months).toEqual([
      { period: '2026-01', model: 9, facilities: 2, reporting: 0, marked: 1 }, { period: '2026-01', model: 11, facilities: 1, reporting: 0, marked: 0 },
      { period: '2026-02', model: 9, facilities: 2, reporting: 1, marked: 1 }, { period: '2026-02', model: 11, facilities: 1, reporting: 0, marked: 0 },
      { period: '2026-03', model: 9, facilities: 2, reporting: 0, marked: 0 }, { period: '2026-03', model: 11, facilities: 1, reporting: 0, marked: 0 },
      { period: '2026-04', model: 9, facilities: 2, reporting: 0, marked: 0 }, { period: '2026-04', model: 11, facilities: 1, reporting: 1, marked: 0 },
    ]);
  });
});
