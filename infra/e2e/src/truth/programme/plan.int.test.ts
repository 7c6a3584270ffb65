import type { Envelope } from '@da06/events';
import { loadLocality } from '@da06/reference';
import { eventBuilders, fixedClock, removeFolder, tempFolder } from '@da06/testkit';
import { createEmbeddedWarehouse, createRowEncoder, type Warehouse } from '@da06/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkProgramme } from './check-programme.ts';

const path = tempFolder();
const clock = fixedClock('2026-11-20T08:00:00+07:00');
const build = eventBuilders({ clock });
const { programme } = loadLocality();
const events = [
  ...programme.models.map((model) => build.modelScheduled({ ...model, envelope: { streamversion: 1 } })),
  ...programme.reporters.map((reporter, index) => build.reporterAssigned({ ...reporter, envelope: { streamversion: programme.reporters.slice(0, index + 1).filter((one) => one.reporter === reporter.reporter).length } })),
];
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
  const encoder = createRowEncoder();
  await warehouse.insertEvents(events.map((event) => encoder.of(event as Envelope)?.row ?? new Uint8Array()));
});
afterAll(async () => {
  await warehouse.close();
  removeFolder(path);
});

/** What is asked of an empty system into which the plan was loaded. The counts are those of the plan's reading: 43 models, of which two are without a text. */
const figures = [
  { name: 'models', sql: 'SELECT count() FROM models', is: 43 },
  { name: 'steps', sql: 'SELECT count() FROM model_steps', is: 128 },
  { name: 'steps, as models count them', sql: 'SELECT sum(steps) FROM models', is: 128 },
  { name: 'deadlines', sql: "SELECT countIf(deadline > '1970-01-01') FROM models", is: 39 },
  { name: 'born overdue', sql: 'SELECT countIf(born_overdue) FROM models', is: 14 },
  { name: 'annex I: at once', sql: "SELECT countIf(annex = 'I') FROM models", is: 24 },
  { name: 'annex II: waits for C06', sql: "SELECT countIf(annex = 'II') FROM models", is: 4 },
  { name: 'annex III: a unit is to be chosen', sql: "SELECT countIf(annex = 'III') FROM models", is: 13 },
  { name: 'continuous', sql: 'SELECT countIf(continuous) FROM models', is: 26 },
  { name: 'not deployable, no subject, not mentioned', sql: "SELECT countIf(standing != 'deployable') FROM models", is: 4 },
] as const;

describe('the plan, loaded into an empty system', () => {
  it.each(figures)('holds $is $name', async ({ sql, is }) => {
    expect(Object.values((await warehouse.query<object>(sql))[0] ?? {}).map(Number)).toEqual([is]);
  });

  it('stands in every view as the pack has it', async () => {
    const { rows, differences } = await checkProgramme(events, { newest: clock.now() }, warehouse);
    expect(differences.slice(0, 5)).toEqual([]);
    expect(rows['report_duty']).toBeGreaterThan(100);
  });
});
