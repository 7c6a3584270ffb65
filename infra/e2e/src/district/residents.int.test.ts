import { createEmbeddedWarehouse, type Warehouse } from '@da06/warehouse';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tempFolder } from '../harness/temp.ts';
import { makeResidents } from './residents.ts';

const people = 4_000;
const folder = tempFolder('residents');
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path: join(folder.path, 'clickhouse'), readers: 1 });
  await warehouse.migrate();
  await makeResidents(warehouse, people);
});
afterAll(async () => {
  await warehouse.close();
  folder.remove();
});
const one = async (sql: string): Promise<unknown> => (await warehouse.query(sql))[0];

describe('residents made inside the engine', () => {
  it('are as many as asked for, four of five for good from the first load, a few of whom have died, left or moved since', async () => {
    const shares = `toUInt32(uniqExact(person_key)) AS persons, round(uniqExactIf(person_key, opened_by = 'initial') / ${people}, 1) AS initial, countIf(closed_by = 'death') > 20 AS dead, countIf(closed_by = 'outside') > 20 AS gone, countIf(opened_by = 'moved') > 50 AS moved`;
    expect(await one(`SELECT ${shares} FROM resident_spells`)).toEqual({ persons: people, initial: 0.8, dead: 1, gone: 1, moved: 1 });
  });

  it('live in households of several, in every unit, and half of them are in the register of workers', async () => {
    expect(await one("SELECT toUInt32(uniqExact(permanent_unit_uid)) AS units, count() / uniqExact(household) > 2 AS together FROM residents WHERE permanent_unit_uid != ''")).toEqual({ units: 5, together: 1 });
    expect(await one(`SELECT count() > ${people * 0.4} AS enough, uniqExact(status) > 2 AS mixed FROM workers`)).toEqual({ enough: 1, mixed: 1 });
  });
});
