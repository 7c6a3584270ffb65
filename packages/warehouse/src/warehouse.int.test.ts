import { cut, createRandom, duplicated, eventBuilders, permutations, randomLog, type AnyEvent } from '@da06/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backends, type Backend } from './backends.fixture.ts';
import type { RebuildTarget, Warehouse } from './warehouse.ts';
import { encoded } from './rows/encoded.fixture.ts';
import { recompute, touchedBy } from './touched.fixture.ts';

describe.each(backends)('$where', ({ start }) => {
  let backend: Backend;
  let warehouse: Warehouse;
  beforeAll(async () => {
    backend = await start();
    warehouse = backend.warehouse;
    await warehouse.migrate();
  });
  afterAll(() => backend.stop());
  beforeEach(async () => {
    const tables = await warehouse.query<{ name: string }>("SELECT name FROM system.tables WHERE database = 'da06' AND name LIKE 'raw\\_%' AND engine LIKE '%MergeTree'");
    for (const { name } of tables) await warehouse.query(`TRUNCATE TABLE da06.${name}`);
  });

  const project = async (events: readonly AnyEvent[]): Promise<void> => {
    await warehouse.insertEvents(encoded(events));
    await recompute(warehouse, touchedBy(events));
  };
  const replay = async (events: readonly AnyEvent[], target: RebuildTarget): Promise<void> => {
    await target.insertEvents(encoded(events));
    await target.computeAllNights();
  };

  describe('the registers', () => {
    it('give the same row for every order of check-in, patch, check-out and cancel', async () => {
      const build = eventBuilders();
      const stay = { ref: 'R1', registrationNumber: 'LT0123456789ABCDEF' };
      const events = [build.checkedIn(stay), build.corrected({ ...stay, groups: { reason: 'work', room: '' } }), build.checkedOut(stay), build.cancelled(stay)];
      const orders = permutations(events);
      for (let step = 0; step < events.length; step += 1) {
        await project(orders.flatMap((order, index) => order.slice(step, step + 1).map((event) => ({ ...event, data: { ...event.data, facility: `f-${String(index)}` } }))));
      }
      const rows = await warehouse.query("SELECT DISTINCT * EXCEPT (facility_id) FROM stays WHERE startsWith(facility_id, 'f-')");
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ status: 'cancelled', reason: 'work', event_id: events[3]?.id });
      expect(await warehouse.query('SELECT count() AS n FROM stays')).toEqual([{ n: 24 }]);
      expect(await warehouse.query('SELECT count() AS n FROM stay_nights')).toEqual([{ n: 0 }]);
    });

    it('end at A after A, B, A, and at revision 2 after revisions 1, 2, 1', async () => {
      const build = eventBuilders();
      const at = (ref: string, revision: number, reason: string) => build.corrected({ ref, revision, groups: { reason } });
      await project([build.checkedIn({ ref: 'ABA' }), at('ABA', 0, 'work'), at('ABA', 0, 'visit'), at('ABA', 0, 'work')]);
      await project([build.checkedIn({ ref: '121' }), at('121', 1, 'work'), at('121', 2, 'visit'), at('121', 1, 'medical')]);
      expect(await warehouse.query('SELECT ref, reason FROM stays ORDER BY ref')).toEqual([{ ref: '121', reason: 'visit' }, { ref: 'ABA', reason: 'work' }]);
    });

    it('show a stay once its check-in is known, and let it yield what was told before', async () => {
      const build = eventBuilders();
      const early = build.checkedOut({ ref: 'R1' });
      await project([early]);
      expect(await warehouse.query('SELECT * FROM stays')).toEqual([]);
      await project([build.checkedIn({ ref: 'R1', yields: ['departure'] })]);
      expect(await warehouse.query('SELECT status FROM stays')).toEqual([{ status: 'closed' }]);
    });

    it('give the same by FINAL as by GROUP BY, also on parts that are not merged', async () => {
      await warehouse.query('SYSTEM STOP MERGES');
      const random = createRandom(5);
      for (const batch of cut(duplicated(randomLog({ seed: 5, events: 400 }).events, random), random, 100)) await project(batch);
      const columns = await warehouse.query<{ name: string; type: string }>("SELECT name, type FROM system.columns WHERE database = 'da06' AND table = 'raw_stays_v2' AND type LIKE 'SimpleAggregateFunction(m%' ORDER BY position");
      const grouped = columns.map(({ name, type }) => `${/\((\w+)/.exec(type)?.[1] ?? ''}(${name}) AS ${name}`).join(', ');
      const hash = `sum(cityHash64(facility_id, ref, ${columns.map(({ name }) => `toString(${name})`).join(', ')}))`;
      const [final] = await warehouse.query(`SELECT count() AS n, ${hash} AS h FROM raw_stays_v2 FINAL`);
      expect(await warehouse.query(`SELECT count() AS n, ${hash} AS h FROM (SELECT facility_id, ref, ${grouped} FROM (SELECT * FROM raw_stays_v2) GROUP BY facility_id, ref)`)).toEqual([final]);
      await warehouse.query('SYSTEM START MERGES');
      await warehouse.query('OPTIMIZE TABLE raw_stays_v2 FINAL');
      expect(await warehouse.query(`SELECT count() AS n, ${hash} AS h FROM raw_stays_v2 FINAL`)).toEqual([final]);
    });
  });

  describe('an insert', () => {
    it('that the engine refuses is not to be tried again', async () => {
      const [row = Buffer.alloc(0)] = encoded([eventBuilders().checkedIn()]);
      await expect(warehouse.insertEvents([row.subarray(0, -9)])).rejects.toMatchObject({ code: 'warehouse.rejected', retryable: false });
      expect(await warehouse.query('SELECT * FROM events')).toEqual([]);
      // The views write side by side: what those beside the one that refuses have written stays, and is written again when the event is redriven.
      await expect(warehouse.insertEvents(encoded([eventBuilders().facilityRegistered({ validFrom: 'yesterday' })]))).rejects.toMatchObject({ code: 'warehouse.rejected', retryable: false });
      expect(await warehouse.query('SELECT * FROM facilities')).toEqual([]);
    });

    it('takes fields that it does not know, and events that no table needs', async () => {
      const build = eventBuilders();
      const event = build.checkedIn({ ref: 'R1' });
      await project([{ ...event, unknown: 1, data: { ...event.data, more: { a: [1] } } } as AnyEvent, build.keyIssued(), build.identityRead()]);
      expect(await warehouse.query('SELECT count() AS n FROM stays')).toEqual([{ n: 1 }]);
      expect(await warehouse.query('SELECT count() AS n FROM events')).toEqual([{ n: 3 }]);
    });

    it('repeated changes no view', async () => {
      const { events } = randomLog({ seed: 7, events: 300 });
      await project(events);
      const before = await warehouse.contentHashes();
      await project(events.slice(0, 150));
      await project(events);
      expect(await warehouse.contentHashes()).toEqual(before);
    });
  });

  describe('a rebuild', () => {
    it('gives the same hashes from the same events in another order, and other ones from other events', async () => {
      const { events } = randomLog({ seed: 9, events: 300 });
      await project(events);
      const target = await warehouse.openRebuild();
      await replay([...events].reverse(), target);
      expect(await target.contentHashes()).toEqual(await warehouse.contentHashes());
      await replay([eventBuilders({ seed: 99 }).checkedIn()], target);
      expect(await target.contentHashes()).not.toEqual(await warehouse.contentHashes());
      await target.drop();
    });

    it('is put in place without a query that fails, and takes what comes after', async () => {
      const build = eventBuilders();
      const events = Array.from({ length: 50 }, () => build.checkedIn());
      await project(events);
      let asked = 0;
      const failed: unknown[] = [];
      const done = { now: false };
      const asking = Promise.all(
        ['SELECT count() AS n FROM stays', 'SELECT count() AS n FROM stay_nights', 'SELECT count() AS n FROM events'].map(async (sql) => {
          while (!done.now && failed.length === 0) {
            await warehouse.personQuery({ sql, format: 'TSV' }).catch((error: unknown) => failed.push(error));
            const [row] = await warehouse.query<{ n: number }>(sql).catch((error: unknown) => (failed.push(error), []));
            if (row?.n === 0) failed.push(`${sql}: nothing`);
            asked += 1;
          }
        }),
      );
      try {
        for (let round = 0; round < 3; round += 1) {
          const target = await warehouse.openRebuild();
          await replay(events, target);
          await target.exchange();
          await target.drop();
        }
      } finally {
        done.now = true;
        await asking;
      }
      expect(failed).toEqual([]);
      expect(asked).toBeGreaterThan(10);
      await project([build.checkedIn()]);
      expect(await warehouse.query('SELECT count() AS n FROM stays')).toEqual([{ n: 51 }]);
      expect(await warehouse.query("SELECT count() AS n FROM da06_previous.raw_events_v2")).toEqual([{ n: 50 }]);
    });
  });
});
