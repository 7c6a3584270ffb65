import { eventBuilders, fixedClock, removeFolder, tempFolder } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedWarehouse } from './embedded/embedded-warehouse.ts';
import { encoded } from './rows/encoded.fixture.ts';
import type { Warehouse } from './warehouse.ts';

const path = tempFolder();
const build = eventBuilders({ clock: fixedClock('2026-11-20T09:00:00+07:00') });
let warehouse: Warehouse;

const town = {
  uid: 'W25357@old', code: '25357', nameVi: 'Thị trấn Tân Khai', type: 'thị trấn', urban: true, parent: 'D694@2009', validFrom: '', validTo: '2025-06-30', areaKm2: 42.79, population: 15_269,
  projections: [{ from: '', to: '2025-06-30', unit: 'W25357@old', weight: 1, exact: true }, { from: '2025-07-01', to: '', unit: 'W25357@2025', weight: 1, exact: true }],
  areas: [{ area: 'D694@2009', nameVi: 'Hớn Quản (địa giới cũ)', weight: 1, exact: true }],
};
const commune = { uid: 'W25357@2025', code: '25357', nameVi: 'Xã Tân Khai', type: 'xã', urban: false, validFrom: '2025-07-01', validTo: '', projections: [{ from: '', to: '2025-06-30', unit: 'W25357@old', weight: 1 / 3, exact: false }] };

beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
  await warehouse.insertEvents(encoded([
    build.unitPublished(town),
    build.unitPublished(commune),
    build.unitPublished({ uid: 'W25349@old', code: '25349', nameVi: 'Xã Minh Tâm', validFrom: '', validTo: '2025-06-30', projections: [] }),
    build.unitPublished({ uid: 'W25349@2025', code: '25349', nameVi: 'Xã Minh Đức', validFrom: '2025-07-01', validTo: '', projections: [] }),
    // The town's code at another level, and a unit that begins a day too late to be what comes after it.
    build.unitPublished({ uid: 'D25357@2025', code: '25357', nameVi: 'Huyện Mẫu', level: 'district', type: 'huyện', urban: false, validFrom: '2025-07-01', projections: [] }),
    build.unitPublished({ uid: 'W25357@2026', code: '25357', nameVi: 'Phường Mẫu', type: 'phường', urban: true, validFrom: '2025-07-02', projections: [] }),
  ]));
});
afterAll(async () => {
  await warehouse.close();
  removeFolder(path);
});

describe('the views of units', () => {
  it('show a unit with its days, and open ends as the first and last day there is', async () => {
    expect(await warehouse.query("SELECT * FROM units WHERE uid = 'W25357@old'")).toMatchObject([
      { code: '25357', name_vi: 'Thị trấn Tân Khai', level: 'commune', type: 'thị trấn', urban: true, parent: 'D694@2009', valid_from: '1900-01-01', valid_to: '2025-06-30', area_km2: 42.79, population: 15_269 }]);
  });
  it('count a day’s people on the boundaries of another', async () => {
    const on = (day: string): Promise<unknown> => warehouse.query('SELECT unit_uid, counted_unit_uid, weight, exact FROM unit_projections WHERE {d:Date32} BETWEEN boundary_from AND boundary_to ORDER BY unit_uid', { d: day });
    expect(await on('2025-06-30')).toEqual([{ unit_uid: 'W25357@2025', counted_unit_uid: 'W25357@old', weight: 1 / 3, exact: false }, { unit_uid: 'W25357@old', counted_unit_uid: 'W25357@old', weight: 1, exact: true }]);
    expect(await on('2025-07-01')).toEqual([{ unit_uid: 'W25357@old', counted_unit_uid: 'W25357@2025', weight: 1, exact: true }]);
  });
  it('say how much of a unit lies in an area', async () => {
    expect(await warehouse.query('SELECT * FROM unit_areas')).toEqual([{ unit_uid: 'W25357@old', area: 'D694@2009', area_vi: 'Hớn Quản (địa giới cũ)', weight: 1, exact: true }]);
  });
  it('flag the day on which a code became another type of unit, not one on which it only changed hands', async () => {
    expect(await warehouse.query('SELECT * FROM unit_breaks')).toEqual([{ code: '25357', vi: 'Xã Tân Khai', day: '2025-07-01', from_type: 'thị trấn', to_type: 'xã', urban_before: true, urban_after: false }]);
  });
  it('show the newest publication of a unit, whatever the order they came in', async () => {
    const [first, second] = [build.unitPublished({ ...commune, areaKm2: 1 }), build.unitPublished({ ...commune, areaKm2: 161.8 })];
    await warehouse.insertEvents(encoded([second]));
    await warehouse.insertEvents(encoded([first]));
    await warehouse.insertEvents(encoded([second]));
    expect(await warehouse.query("SELECT area_km2, count() OVER () AS rows FROM units WHERE uid = 'W25357@2025'")).toEqual([{ area_km2: 161.8, rows: 1 }]);
  });
});

describe('the view of holidays', () => {
  it('shows the newest of each in each year, whichever comes last', async () => {
    const [first, second, other] = [build.holidayPublished({ code: 'le-hoi', to: '2026-02-18' }), build.holidayPublished({ code: 'le-hoi', to: '2026-02-19' }), build.holidayPublished({ code: 'le-hoi', year: 2027, from: '2027-02-05', to: '2027-02-09' })];
    await warehouse.insertEvents(encoded([second, other]));
    await warehouse.insertEvents(encoded([first]));
    expect(await warehouse.query("SELECT year, vi, calendar, day_off, from_day, to_day FROM holidays WHERE code = 'le-hoi' ORDER BY year")).toEqual([
      { year: 2026, vi: 'Tết Nguyên đán', calendar: 'lunar', day_off: true, from_day: '2026-02-16', to_day: '2026-02-19' },
      { year: 2027, vi: 'Tết Nguyên đán', calendar: 'lunar', day_off: true, from_day: '2027-02-05', to_day: '2027-02-09' },
    ]);
  });
});

describe('the view of definitions', () => {
  it('shows the newest of each code', async () => {
    await warehouse.insertEvents(encoded([build.indicatorDefined({ code: 'dc.deaths', vi: 'Tử', kind: 'count' }), build.indicatorDefined({ code: 'dc.deaths', vi: 'Số trường hợp tử vong', kind: 'count' })]));
    expect(await warehouse.query('SELECT code, model, vi, nature, kind FROM indicator_definitions')).toEqual([{ code: 'dc.deaths', model: 37, vi: 'Số trường hợp tử vong', nature: 'register', kind: 'count' }]);
  });
});
