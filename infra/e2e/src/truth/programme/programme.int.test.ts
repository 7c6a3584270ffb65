import { createRandom, type AnyEvent } from '@da06/testkit';
import { createEmbeddedWarehouse, createRowEncoder, type Warehouse } from '@da06/warehouse';
import type { Envelope } from '@da06/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tempFolder } from '../../harness/temp.ts';
import { day, dayNumber, midnight } from '../local-time.ts';
import { checkProgramme } from './check-programme.ts';
import { endOf } from './facts.ts';
import { playProgramme } from './play-programme.ts';

const folder = tempFolder('programme');
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path: folder.path, readers: 1 });
  await warehouse.migrate();
});
afterAll(async () => {
  await warehouse.close();
  folder.remove();
});

const encoder = createRowEncoder();
const empty = async (): Promise<void> => {
  for (const { name } of await warehouse.query<{ name: string }>("SELECT name FROM system.tables WHERE database = 'da06' AND name LIKE 'raw\\_%' AND engine LIKE '%MergeTree'")) await warehouse.query(`TRUNCATE TABLE da06.${name}`);
};
const insert = (events: readonly AnyEvent[]): Promise<void> => warehouse.insertEvents(events.map((event) => encoder.of(event as Envelope)?.row ?? new Uint8Array()));

describe('the views of a programme that lives through the reform of its units', () => {
  it.each([1, 2, 3])('are what plain functions make of what was sent, now and at any instant: seed %i', async (seed) => {
    await empty();
    const facts = playProgramme({ seed, from: '2025-04-03', days: 140, events: 500 });
    await insert(createRandom(seed).shuffled(facts));
    const moments = facts.map(({ recordedtime }) => Date.parse(recordedtime));
    const newest = Math.max(...moments);
    const { rows, differences } = await checkProgramme(facts, { newest }, warehouse);
    expect(differences.slice(0, 5)).toEqual([]);
    expect(Math.min(...Object.values(rows))).toBeGreaterThanOrEqual(10);
    const random = createRandom(seed);
    const deadlines = facts.flatMap(({ data }) => ['deadline', 'dueOn'].flatMap((name) => (typeof (data as Record<string, unknown>)[name] === 'string' ? [endOf(String((data as Record<string, unknown>)[name]))] : [])));
    const edges = [...random.shuffled(deadlines).slice(0, 3), endOf('2025-06-30'), endOf('2025-07-05'), midnight(dayNumber(random.pick(moments))), random.pick(moments), newest + 90 * day];
    for (const edge of edges) {
      for (const at of [edge - 1, edge, edge + 1]) {
        const then = await checkProgramme(facts, { at }, warehouse);
        expect(then.differences.slice(0, 5), new Date(at).toISOString()).toEqual([]);
      }
    }
  }, 60_000);
});
