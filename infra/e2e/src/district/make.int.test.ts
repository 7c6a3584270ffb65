import { createEmbeddedWarehouse, type Warehouse } from '@da06/warehouse';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tempFolder } from '../harness/temp.ts';
import { asOf, beginning, facilities } from './facilities.ts';
import { makeDistrict } from './make.ts';

const stays = 20_000;
const folder = tempFolder('district');
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path: join(folder.path, 'clickhouse'), readers: 1 });
  await warehouse.migrate();
  await makeDistrict(warehouse, stays, { registers: true, say: () => undefined });
});
afterAll(async () => {
  await warehouse.close();
  folder.remove();
});
const one = async <Row>(sql: string): Promise<Row> => (await warehouse.query<Row>(sql))[0] as Row;

describe('a district made inside the engine', () => {
  it('has as many stays as asked for, of which seven in ten are closed and one in fifty cancelled', async () => {
    const { all, closed, cancelled } = await one<{ all: number; closed: number; cancelled: number }>("SELECT toUInt32(count()) AS all, toUInt32(countIf(status = 'closed')) AS closed, toUInt32(countIf(status = 'cancelled')) AS cancelled FROM da06.stays");
    expect(all).toBe(stays);
    expect(closed / all).toBeCloseTo(0.69, 1);
    expect(cancelled / all).toBeCloseTo(0.02, 2);
  });

  it('has registers that unpack to what was meant', async () => {
    const read = await one(`SELECT toUInt32(countIf(nationality IN ('VNM', 'KOR', 'CHN') AND sex IN ('F', 'M') AND birth_year BETWEEN 1950 AND 2009 AND unit_uid LIKE 'W%@2025' AND facility_kind != '' AND length(person_key) = 32)) AS whole,
      toUInt32(countIf(toUnixTimestamp64Milli(arrived_at) BETWEEN ${beginning} - 259200000 AND ${asOf} AND due_at > arrived_at - INTERVAL 1 DAY AND expected_departure_at > arrived_at)) AS timely, toUInt32(countIf(departed_at < arrived_at)) AS wrong FROM da06.stays`);
    expect(read).toEqual({ whole: stays, timely: stays, wrong: 0 });
  });

  it('has a notice and nights for every stay that is not cancelled, and fills every other view', async () => {
    const { counted } = await one<{ counted: number }>("SELECT toUInt32(countIf(status != 'cancelled')) AS counted FROM da06.stays");
    const notices = 'toUInt32(count()) AS n, toUInt32(countIf(late)) AS late';
    expect(await one(`SELECT ${notices} FROM da06.stay_notices`)).toEqual(await one(`SELECT ${notices} FROM da06.stays WHERE status != 'cancelled'`));
    expect(await one('SELECT toUInt32(uniqExact(facility_id, ref)) AS of FROM da06.stay_nights')).toEqual({ of: expect.closeTo(counted, -2) as number });
    expect(await one('SELECT toUInt32(count()) AS n FROM da06.facilities')).toEqual({ n: facilities });
    for (const view of ['feed_batches', 'feed_health', 'person_links', 'dead_letters', 'events']) expect(await one(`SELECT count() > 50 AS filled FROM da06.${view}`)).toEqual({ filled: 1 });
    expect(await one("SELECT sum(received) > 0 AS sent, sum(mapContains(codes, 'guest.name-one-word')) > 0 AS coded FROM da06.feed_batches")).toEqual({ sent: 1, coded: 1 });
  });
});
