import type { Envelope } from '@da06/events';
import { createRandom, removeFolder, tempFolder } from '@da06/testkit';
import { createEmbeddedWarehouse, createRowEncoder, type Warehouse } from '@da06/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyTables, inBatches } from '../population/play-facts.ts';
import { checkIncidents } from './check-incidents.ts';
import { randomIncidents } from './random-incidents.ts';

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

describe('the views of incidents', () => {
  it.each([
    { seed: 1, from: '2024-11-20', days: 420, incidents: 700 },
    { seed: 2, from: '2025-06-28', days: 6, incidents: 60 },
    { seed: 3, from: '2023-12-01', days: 100, incidents: 120 },
  ])('are what plain functions make of what was told, in whatever order it comes in: seed $seed', async ({ seed, ...options }) => {
    await emptyTables(warehouse);
    const { events, facts } = randomIncidents({ seed, ...options });
    const random = createRandom(seed);
    for (const batch of inBatches(random.shuffled(events), random, events.length / 4)) await warehouse.insertEvents(batch.map((event) => encoder.of(event as Envelope)?.row ?? new Uint8Array()));
    const { rows, differences } = await checkIncidents(facts, warehouse);
    expect([...differences.slice(0, 4), ...differences.slice(-4)]).toEqual([]);
    expect(rows['incidents']).toBeGreaterThan(options.incidents / 2);
    expect(rows['incident_rates']).toBeGreaterThan(20);
  }, 120_000);
});
