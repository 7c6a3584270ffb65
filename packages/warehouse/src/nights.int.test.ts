import { eventBuilders, randomLog, createRandom, cut } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type Backend } from './backends.fixture.ts';
import { figureSteps, figureWorkTables, fillDays } from './figures.ts';
import { recomputeSteps, takeGeneration, workTables } from './nights.ts';
import { revisionSteps, revisionWorkTables } from './revisions.ts';
import { encoded } from './rows/encoded.fixture.ts';
import { recompute, touchedBy } from './touched.fixture.ts';

describe.each(backends)('two recomputers at once $where', ({ start }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
    await backend.warehouse.migrate();
  });
  afterAll(() => backend.stop());

  it('give the nights, figures and conflicts of a rebuild in the end, whichever event each of them has read', async () => {
    const { warehouse } = backend;
    const other = await backend.another();
    const { events } = randomLog({ seed: 21, events: 300 });
    const batches = cut(events, createRandom(21), 75);
    // Each is told of every batch as soon as it is in; the second is always late, like an owner that does not know yet that it is none.
    const late: Promise<unknown>[] = [];
    for (const batch of batches) {
      await warehouse.insertEvents(encoded(batch));
      late.push(recompute(other, touchedBy(batch)));
      await recompute(warehouse, touchedBy(batch));
    }
    await Promise.all(late);
    await other.close();
    const target = await warehouse.openRebuild();
    await target.insertEvents(encoded(events));
    await target.computeAllNights();
    const nights = (hashes: readonly { view: string; rows: string }[]) => hashes.filter(({ view, rows }) => ['stay_nights', 'facility_figures', 'conflict_nights'].includes(view) && rows !== '0');
    expect(nights(await warehouse.contentHashes())).toHaveLength(3);
    expect(nights(await warehouse.contentHashes())).toEqual(nights(await target.contentHashes()));
    await target.drop();
  });

  it('one that began earlier and writes last does not undo the nights of the other', async () => {
    const { warehouse } = backend;
    const build = eventBuilders({ seed: 22 });
    const stays = Array.from({ length: 10 }, (_, at) => ({ facility: 'zombie', ref: `r${String(at)}` }));
    const arrivals = stays.map((stay) => build.checkedIn(stay));
    const nights = () => warehouse.query<{ n: number }>("SELECT count() AS n FROM raw_stay_days_v1 FINAL WHERE facility_id = 'zombie' AND night");
    await warehouse.insertEvents(encoded(arrivals));
    await warehouse.recomputeNights(touchedBy(arrivals));
    const [before] = await nights();
    expect(before?.n).toBeGreaterThan(0);
    // It has taken its number and read the stays, and now waits for its turn on a busy machine.
    await warehouse.query(takeGeneration.claim);
    const [early] = await warehouse.query<{ generation: string }>(takeGeneration.read);
    await warehouse.insertEvents(encoded(stays.map((stay) => build.cancelled(stay))));
    await warehouse.recomputeNights(touchedBy(arrivals));
    expect(await nights()).toEqual([{ n: 0 }]);
    await warehouse.query(`INSERT INTO raw_stay_days_v1 SELECT * EXCEPT (is_deleted, generation), 0, ${String(early?.generation)} FROM raw_stay_days_v1 WHERE facility_id = 'zombie'`);
    expect(await nights()).toEqual([{ n: 0 }]);
  });

  it('number themselves upwards, also when a number of the future was written by a clock set wrong', async () => {
    const { warehouse } = backend;
    const highest = async (): Promise<bigint> => BigInt((await warehouse.query<{ generation: string }>(takeGeneration.read))[0]?.generation ?? '0');
    const future = 4_000_000_000_000_000_000n;
    await warehouse.query(`INSERT INTO raw_recomputes_v1 VALUES (0, ${String(future)})`);
    await warehouse.recomputeNights([{ facility: 'f', ref: 'r', person: '' }]);
    await warehouse.recomputeNights([{ facility: 'f', ref: 'r', person: '' }]);
    expect(await highest()).toBe(future + 2n);
  });
});

it('no statement of the recomputes sets a setting of the connection or reads a file', () => {
  for (const statement of [...workTables, ...figureWorkTables, ...revisionWorkTables, takeGeneration.claim, takeGeneration.read, fillDays(1, 2), ...[...recomputeSteps('1'), ...figureSteps('1'), ...revisionSteps('1')].map(({ sql }) => sql)]) {
    expect(statement.trim()).toMatch(/^(CREATE TEMPORARY TABLE IF NOT EXISTS|TRUNCATE TABLE work_|INSERT INTO (work_|raw_)|SELECT)/);
    expect(statement).not.toMatch(/\bfile\s*\(|\bdefault\./);
  }
});
