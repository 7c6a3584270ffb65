import type { Envelope } from '@da06/events';
import { createRandom, removeFolder, tempFolder, type AnyEvent } from '@da06/testkit';
import { createEmbeddedWarehouse, createRowEncoder, type Warehouse } from '@da06/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, dayNumber, midnight } from '../local-time.ts';
import { checkProgramme } from './check-programme.ts';
import { endOf } from './facts.ts';
import { playProgramme } from './play-programme.ts';

const path = tempFolder();
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
});
afterAll(async () => {
  await warehouse.close();
  removeFolder(path);
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
    const edges = [...random.shuffled(deadlines).slice(0, 2), endOf('2025-06-30'), midnight(dayNumber(random.pick(moments))), random.pick(moments)];
    for (const edge of edges) {
      for (const at of [edge - 1, edge, edge + 1]) {
        const then = await checkProgramme(facts, { at }, warehouse);
        expect(then.differences.slice(0, 5), new Date(at).toISOString()).toEqual([]);
      }
    }
    const later = await checkProgramme(facts, { at: newest + 90 * day }, warehouse);
    expect(later.differences.slice(0, 5)).toEqual([]);
  }, 60_000);

  it('show a month on two dates different exactly by the reports and amendments that came between', async () => {
    await empty();
    const facts = playProgramme({ seed: 7, from: '2025-04-03', days: 140, events: 500 });
    await insert(facts);
    const period = '2025-05';
    const filed = facts.flatMap(({ id, type, recordedtime, data }) => ('period' in data && 'reporter' in data && data.period === period ? [{ id, type, at: Date.parse(recordedtime), reporter: String(data.reporter) }] : []));
    const [first = 0, second = 0] = ['2025-06-10T12:00:00+07:00', '2025-07-20T00:00:00+07:00'].map((at) => Date.parse(at));
    const between = filed.filter(({ at }) => at > first && at <= second);
    const known = async (view: string, columns: string, at: number): Promise<{ reporter: string; line: string }[]> => [
      ...(await warehouse.query<{ reporter: string; line: string }>(`SELECT reporter, toString(tuple(${columns})) AS line FROM da06.${view}_at(as_of = '${new Date(at).toISOString()}') WHERE period = '${period}' AND reporter != '' ORDER BY line`)),
    ];
    const ids = async (at: number): Promise<string[]> => (await known('reports', 'event_id', at)).map(({ line }) => line.slice(2, -2));
    const before = await ids(first);
    const after = await ids(second);
    expect(between.filter(({ type }) => type.includes('report.amended')).length).toBeGreaterThan(1);
    expect(before.length).toBeGreaterThan(1);
    expect(after.filter((id) => !before.includes(id)).sort()).toEqual(between.map(({ id }) => id).sort());
    expect(before.filter((id) => !after.includes(id))).toEqual([]);
    // What they say and count: only of those who filed or amended in between.
    const touched = new Set(between.map(({ reporter }) => reporter));
    for (const [view, columns] of [['report_texts', '* EXCEPT (current)'], ['indicator_values', '*']] as const) {
      const of = async (at: number): Promise<string[]> => (await known(view, columns, at)).filter(({ reporter }) => !touched.has(reporter)).map(({ line }) => line);
      expect(await of(second)).toEqual(await of(first));
    }
  });
});
