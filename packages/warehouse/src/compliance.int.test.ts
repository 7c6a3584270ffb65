import { eventBuilders, facilityFields, fixedClock, permutations, removeFolder, tempFolder, type AnyEvent } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedWarehouse } from './embedded/embedded-warehouse.ts';
import { encoded } from './rows/encoded.fixture.ts';
import type { Warehouse } from './warehouse.ts';

const path = tempFolder();
// The as-of day: 20 November 2026.
const clock = fixedClock('2026-11-20T09:00:00+07:00');
const build = eventBuilders({ clock });
const [west, east] = ['W25357@2025', 'W25360@2025'];
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
  const [operator, hotel] = ['xe-mau', 'ks-mau'];
  await warehouse.insertEvents(encoded([
    build.facilityRegistered({ ...facilityFields(), id: operator, kind: 'coach', tourism: false, unit: west, validFrom: '2026-06-01' }),
    build.facilityChanged({ ...facilityFields(), id: operator, kind: 'coach', tourism: false, unit: east, validFrom: '2026-11-10' }),
    build.facilityRegistered({ ...facilityFields(), id: hotel, kind: 'motel', unit: west, validFrom: '2026-06-01' }),
    build.facilityChanged({ ...facilityFields(), id: hotel, kind: 'hotel', unit: east, validFrom: '2026-11-10' }),
  ]));
});
afterAll(async () => {
  await warehouse.close();
  removeFolder(path);
});

/** Each batch by itself, so that parts are merged as they come. */
const deliver = async (...batches: readonly (readonly AnyEvent[])[]): Promise<void> => {
  for (const batch of batches) await warehouse.insertEvents(encoded(batch));
};

/** What a view shows of one reference after the same three words in each order, the first of them twice: of each order another reference. */
const inEveryOrder = async (told: (ref: string) => readonly AnyEvent[], shown: (ref: string) => string): Promise<readonly string[]> => {
  orders += 1;
  const refs = permutations([0, 1, 2]).map((order, index) => ({ ref: `order-${orders}-${index}`, order: [...order, order[0] ?? 0] }));
  const events = refs.map(({ ref }) => told(ref));
  await deliver(...[0, 1, 2, 3].map((step) => refs.map(({ order }, index) => events[index]?.[order[step] ?? 0] as AnyEvent)));
  const found = new Set<string>();
  for (const { ref } of refs) found.add(JSON.stringify(await warehouse.query(shown(ref))));
  return [...found];
};
let orders = 0;

describe('coach trips', () => {
  it('are shown with the unit of their operator on the local day of departure, or of its first version before that', async () => {
    const trip = (ref: string, departsAt: string) => build.coachTripReported({ facility: 'xe-mau', ref, departsAt, passengers: 30, plate: 'a'.repeat(32), arrivesAt: null });
    await deliver([trip('eve', '2026-11-09T16:59:59.999Z'), trip('midnight', '2026-11-09T17:00:00.000Z'), trip('early', '2026-05-01T03:00:00.000Z')]);
    expect(await warehouse.query("SELECT ref, toString(day) AS day, unit_uid, toString(departs_at) AS at, toYear(arrives_at) AS arrives, from_place, to_place, passengers, plate_key, status FROM coach_trips WHERE ref IN ('eve', 'midnight', 'early') ORDER BY day")).toEqual([
      { ref: 'early', day: '2026-05-01', unit_uid: west, at: '2026-05-01 10:00:00.000', arrives: 1970, from_place: 'Tân Khai', to_place: 'Bến xe Miền Đông', passengers: 30, plate_key: 'a'.repeat(32), status: 'reported' },
      { ref: 'eve', day: '2026-11-09', unit_uid: west, at: '2026-11-09 23:59:59.999', arrives: 1970, from_place: 'Tân Khai', to_place: 'Bến xe Miền Đông', passengers: 30, plate_key: 'a'.repeat(32), status: 'reported' },
      { ref: 'midnight', day: '2026-11-10', unit_uid: east, at: '2026-11-10 00:00:00.000', arrives: 1970, from_place: 'Tân Khai', to_place: 'Bến xe Miền Đông', passengers: 30, plate_key: 'a'.repeat(32), status: 'reported' },
    ]);
  });

  it('are what the last of the highest revision says, in whatever order they come in, and keep when they were first taken in', async () => {
    const rows = await inEveryOrder(
      (ref) => {
        const trip = (second: number, revision: number, passengers: number) => {
          clock.set(Date.parse('2026-11-20T09:00:00+07:00') + second * 1_000);
          return build.coachTripReported({ facility: 'xe-mau', ref, revision, passengers, departsAt: '2026-11-15T03:00:00.000Z', arrivesAt: '2026-11-15T08:30:00.000Z' });
        };
        return [trip(1, 0, 10), trip(2, 1, 20), trip(3, 0, 30)];
      },
      (ref) => `SELECT passengers, toString(recorded_at) AS at, toString(arrives_at) AS arrives, count() OVER () AS rows FROM coach_trips WHERE ref = '${ref}'`,
    );
    expect(rows).toEqual([JSON.stringify([{ passengers: 20, at: '2026-11-20 09:00:01.000', arrives: '2026-11-15 15:30:00.000', rows: 1 }])]);
  });

  it('are counted a day and operator without those called off, and not beyond the as-of day', async () => {
    const trip = (ref: string, passengers: number, own = {}) => build.coachTripReported({ facility: 'xe-dem', ref, passengers, departsAt: '2026-11-18T03:00:00.000Z', ...own });
    await deliver([trip('a', 12), trip('b', 30), trip('c', 40, { revision: 1, cancelled: true }), trip('c', 40), trip('d', 7, { departsAt: '2026-11-20T16:59:00.000Z' }), trip('e', 9, { departsAt: '2026-11-20T17:00:00.000Z' })]);
    expect(await warehouse.query("SELECT toString(day) AS day, unit_uid, trips, passengers FROM coach_daily WHERE facility_id = 'xe-dem' ORDER BY day")).toEqual([
      { day: '2026-11-18', unit_uid: '', trips: 2, passengers: 42 },
      { day: '2026-11-20', unit_uid: '', trips: 1, passengers: 7 },
    ]);
    expect(await warehouse.query("SELECT status FROM coach_trips WHERE facility_id = 'xe-dem' AND ref = 'c'")).toEqual([{ status: 'cancelled' }]);
  });

  it('are no stays, no nights and no residents', async () => {
    for (const view of ['stays', 'stay_nights', 'residents']) expect(await warehouse.query(`SELECT count() AS n FROM ${view}`)).toEqual([{ n: 0 }]);
  });
});

describe('businesses', () => {
  it('have a version from each day on, the last word of that day, in whatever order they come in', async () => {
    const rows = await inEveryOrder(
      (id) => [
        build.businessRegistered({ id, kind: 'karaoke', unit: 'W-order', readers: 0, readersSince: null, validFrom: '2026-03-01' }),
        build.businessRegistered({ id, kind: 'massage', unit: 'W-order', readers: 2, readersSince: '2026-09-10', validFrom: '2026-09-01' }),
        build.businessRegistered({ id, kind: 'massage', unit: 'W-order', readers: 3, readersSince: '2026-09-12', validFrom: '2026-09-01', closedOn: '2027-01-01' }),
      ],
      (id) => `SELECT toString(valid_from) AS a, toString(valid_to) AS b, kind, readers, toString(readers_since) AS since, toString(closed_on) AS closed FROM business_versions WHERE business_id = '${id}' ORDER BY a`,
    );
    expect(rows).toEqual([JSON.stringify([
      { a: '2026-03-01', b: '2026-08-31', kind: 'karaoke', readers: 0, since: '1970-01-01', closed: '1970-01-01' },
      { a: '2026-09-01', b: '2149-06-06', kind: 'massage', readers: 3, since: '2026-09-12', closed: '2027-01-01' },
    ])]);
  });

  it('are shown as on the as-of day, or as on their first day where that is still to come', async () => {
    const shop = (id: string, validFrom: string, readers: number) => build.businessRegistered({ id, unit: 'W-now', validFrom, readers });
    await deliver([shop('now-1', '2026-12-01', 9), shop('now-1', '2026-11-20', 2), shop('now-1', '2026-01-01', 1), shop('now-2', '2026-12-02', 5), shop('now-2', '2026-12-09', 6)]);
    expect(await warehouse.query("SELECT business_id, toString(valid_from) AS a, readers FROM businesses WHERE unit_uid = 'W-now' ORDER BY business_id")).toEqual([
      { business_id: 'now-1', a: '2026-11-20', readers: 2 },
      { business_id: 'now-2', a: '2026-12-02', readers: 5 },
    ]);
  });

  it('count as covered with a reader in use on the as-of day; closed ones and those to come do not count', async () => {
    const shop = (id: string, own: object) => build.businessRegistered({ id, unit: 'W-cover', kind: 'pawnshop', readers: 0, readersSince: null, ...own });
    await deliver([
      shop('c-none', {}), shop('c-one', { readers: 2, readersSince: '2026-11-20' }), shop('c-untold', { readers: 1 }), shop('c-soon', { readers: 4, readersSince: '2026-11-21' }), shop('c-closed', { readers: 1, closedOn: '2026-11-20' }),
      shop('c-closing', { closedOn: '2026-11-21' }), shop('c-later', { readers: 1, validFrom: '2026-11-21' }), shop('c-other', { kind: 'other', readers: 3 }),
    ]);
    expect(await warehouse.query("SELECT kind, businesses, with_reader, readers, coverage FROM reader_coverage WHERE unit_uid = 'W-cover' ORDER BY kind")).toEqual([
      { kind: 'other', businesses: 1, with_reader: 1, readers: 3, coverage: 100 },
      { kind: 'pawnshop', businesses: 5, with_reader: 2, readers: 3, coverage: 40 },
    ]);
  });
});

describe('inspections', () => {
  it('are shown with kind and unit of the facility on their day, and in the classes of the fines', async () => {
    const found = (ref: string, unreported: number, on: string) => build.inspectionRecorded({ facility: 'ks-mau', ref, on, guestsFound: 12, unreported, by: 'PC06' });
    await deliver([found('k0', 0, '2026-11-09'), found('k1', 1, '2026-11-10'), found('k3', 3, '2026-11-10'), found('k4', 4, '2026-11-10'), found('k8', 8, '2026-11-10'), found('k9', 9, '2026-11-10')]);
    const rows = await warehouse.query<object>("SELECT ref, toString(day) AS day, facility_kind, unit_uid, inspected_by, guests_found, unreported, bucket FROM inspections WHERE ref LIKE 'k%' ORDER BY ref");
    expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
      `k0 2026-11-09 motel ${west} PC06 12 0 0`, `k1 2026-11-10 hotel ${east} PC06 12 1 1-3`, `k3 2026-11-10 hotel ${east} PC06 12 3 1-3`, `k4 2026-11-10 hotel ${east} PC06 12 4 4-8`, `k8 2026-11-10 hotel ${east} PC06 12 8 4-8`, `k9 2026-11-10 hotel ${east} PC06 12 9 9+`,
    ]);
  });

  it('are gone once withdrawn, unless a higher revision says otherwise, in whatever order they come in', async () => {
    const inspection = (ref: string, revision: number, own: object = {}) => build.inspectionRecorded({ facility: 'ks-mau', ref, revision, on: '2026-11-12', guestsFound: 5, unreported: 1, ...own });
    const shown = (ref: string): string => `SELECT unreported FROM inspections WHERE ref = '${ref}'`;
    expect(await inEveryOrder((ref) => [inspection(ref, 0), inspection(ref, 1, { withdrawn: true }), inspection(ref, 0, { unreported: 2 })], shown)).toEqual(['[]']);
    expect(await inEveryOrder((ref) => [inspection(ref, 1, { withdrawn: true }), inspection(ref, 2, { unreported: 4 }), inspection(ref, 0)], shown)).toEqual([JSON.stringify([{ unreported: 4 }])]);
  });
});

describe('outages', () => {
  it('are what the last of the highest revision says, an open one until the last day there is, in whatever order they come in', async () => {
    const outage = (ref: string, revision: number, own: object = {}) => build.outageDeclared({ ref, revision, scope: 'unit', target: west, from: '2026-11-18T15:00:00.000Z', until: null, cause: 'network', ...own });
    const shown = (ref: string): string => `SELECT scope, target, toString(from_at) AS a, toString(until_at) AS b, cause FROM outages WHERE ref = '${ref}'`;
    const open = { scope: 'unit', target: west, a: '2026-11-18 22:00:00.000', b: '2299-12-31 07:00:00.000', cause: 'network' };
    expect(await inEveryOrder((ref) => [outage(ref, 0, { until: '2026-11-19T00:00:00.000Z' }), outage(ref, 0, { cause: 'power' }), outage(ref, 0)], shown)).toEqual([JSON.stringify([open])]);
    expect(await inEveryOrder((ref) => [outage(ref, 0), outage(ref, 1, { until: '2026-11-19T00:00:00.000Z' }), outage(ref, 0)], shown)).toEqual([JSON.stringify([{ ...open, b: '2026-11-19 07:00:00.000' }])]);
  });

  it('are gone once withdrawn', async () => {
    await deliver([build.outageDeclared({ ref: 'gone', revision: 1, withdrawn: true }), build.outageDeclared({ ref: 'gone', revision: 0 })]);
    expect(await warehouse.query("SELECT * FROM outages WHERE ref = 'gone'")).toEqual([]);
  });
});
