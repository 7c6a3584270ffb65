import { createRandom, cut, eventBuilders } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type Backend } from '../backends.fixture.ts';
import { takeGeneration } from '../nights.ts';
import { encoded } from '../rows/encoded.fixture.ts';
import { recordsTouchedBy } from '../touched.fixture.ts';
import { randomRecords } from './random-records.fixture.ts';
import { spellSteps, spellWorkTables } from './spells.ts';

describe.each(backends)('two recomputers of spells at once $where', ({ start }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
    await backend.warehouse.migrate();
  });
  afterAll(() => backend.stop());

  it('give the spells of a rebuild in the end, whichever event each of them has read', async () => {
    const { warehouse } = backend;
    const other = await backend.another();
    const events = randomRecords(31, 240);
    const late: Promise<void>[] = [];
    for (const batch of cut(events, createRandom(31), 80)) {
      await warehouse.insertEvents(encoded(batch));
      // The second is always late, like an owner that does not know yet that it is none.
      late.push(other.recomputeSpells(recordsTouchedBy(batch)));
      await warehouse.recomputeSpells(recordsTouchedBy(batch));
    }
    await Promise.all(late);
    await other.close();
    const target = await warehouse.openRebuild();
    await target.insertEvents(encoded(events));
    await target.computeAllSpells();
    const spells = (hashes: readonly { view: string; rows: string }[]) => hashes.filter(({ view }) => ['resident_spells', 'worker_spells', 'residents', 'workers'].includes(view));
    const rebuilt = spells(await target.contentHashes());
    expect(spells(await warehouse.contentHashes())).toEqual(rebuilt);
    expect(rebuilt.every(({ rows }) => Number(rows) > 0)).toBe(true);
    await target.drop();
  });

  it('one that began earlier and writes last does not undo the spells of the other', async () => {
    const { warehouse } = backend;
    const build = eventBuilders({ seed: 32 });
    const told = build.residenceRegistered({ on: '2026-02-01' });
    const { personKey, ref } = told.data;
    const spells = () => warehouse.query<{ n: number }>(`SELECT toUInt32(count()) AS n FROM resident_spells WHERE person_key = '${personKey}'`);
    await warehouse.insertEvents(encoded([told]));
    await warehouse.recomputeSpells(recordsTouchedBy([told]));
    expect(await spells()).toEqual([{ n: 1 }]);
    await warehouse.query(takeGeneration.claim);
    const [early] = await warehouse.query<{ generation: string }>(takeGeneration.read);
    const withdrawn = build.recordWithdrawn({ ref });
    await warehouse.insertEvents(encoded([withdrawn]));
    await warehouse.recomputeSpells(recordsTouchedBy([withdrawn]));
    expect(await spells()).toEqual([{ n: 0 }]);
    await warehouse.query(`INSERT INTO raw_resident_spells_v1 SELECT * EXCEPT (is_deleted, generation), 0, ${String(early?.generation)} FROM raw_resident_spells_v1 WHERE person_key = '${personKey}'`);
    expect(await spells()).toEqual([{ n: 0 }]);
  });
});

it('no statement of the recompute sets a setting of the connection or reads a file', () => {
  for (const statement of [...spellWorkTables, ...spellSteps('1').map(({ sql }) => sql)]) {
    expect(statement.trim()).toMatch(/^(CREATE TEMPORARY TABLE IF NOT EXISTS|TRUNCATE TABLE work_|INSERT INTO (work_|raw_))/);
    expect(statement).not.toMatch(/\bfile\s*\(|\bdefault\./);
  }
});
