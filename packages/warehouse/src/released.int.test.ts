import { eventBuilders, fixedClock, removeFolder, tempFolder } from '@da06/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEmbeddedWarehouse } from './embedded/embedded-warehouse.ts';
import { encoded } from './rows/encoded.fixture.ts';
import type { Warehouse } from './warehouse.ts';

const path = tempFolder();
const clock = fixedClock('2026-11-20T16:00:00+07:00');
const build = eventBuilders({ clock });
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
});
afterAll(async () => {
  await warehouse.close();
  removeFolder(path);
});

it('a count of what is sealed is shown a row a cell, with what is left out told apart from 0, the newest release of a day', async () => {
  const unit = 'W25357@2025';
  const cell = (of: string, code: string, persons: number | null) => ({ unit: of, code, vi: code === '' ? 'Tất cả' : `Nhóm ${code}`, persons });
  const first = build.statisticReleased({ asOf: '2026-10-31', opened: 9, unknown: 0, cells: [cell(unit, '01', 9), cell('', '', 9)] });
  clock.advance(1_000);
  const second = build.statisticReleased({ asOf: '2026-10-31', opened: 12, unknown: 2, cells: [cell(unit, '01', null), cell(unit, '02', 0), cell('', '', 10)] });
  const other = build.statisticReleased({ statistic: 'absence-case', asOf: '2026-10-31', opened: 0, unknown: 0, cells: [cell('', '', 0)] });
  await warehouse.insertEvents(encoded([second]));
  await warehouse.insertEvents(encoded([other, first, second]));
  const rows = await warehouse.query('SELECT statistic, toString(as_of) AS day, unit_uid, code, vi, toString(persons) AS persons, suppressed, opened, unknown, toString(released_at) AS at, event_id FROM released_statistics ORDER BY statistic, unit_uid, code');
  const release = { statistic: 'ethnicity', day: '2026-10-31', opened: 12, unknown: 2, at: '2026-11-20 16:00:01.000', event_id: second.id };
  expect(rows).toEqual([
    { ...release, statistic: 'absence-case', opened: 0, unknown: 0, event_id: other.id, unit_uid: '', code: '', vi: 'Tất cả', persons: '0', suppressed: 0 },
    { ...release, unit_uid: '', code: '', vi: 'Tất cả', persons: '10', suppressed: 0 },
    { ...release, unit_uid: unit, code: '01', vi: 'Nhóm 01', persons: 'nan', suppressed: 1 },
    { ...release, unit_uid: unit, code: '02', vi: 'Nhóm 02', persons: '0', suppressed: 0 },
  ]);
});
