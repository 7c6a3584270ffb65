import type { Envelope } from '@da06/events';
import { createRandom, removeFolder, tempFolder, type AnyEvent } from '@da06/testkit';
import { createEmbeddedWarehouse, createRowEncoder, type Warehouse } from '@da06/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyTables, inBatches } from '../population/play-facts.ts';
import { createPseudonyms } from '../pseudonyms.ts';
import { checkDays, checkMonths } from './check-tourism.ts';
import { randomTourism } from './random-tourism.ts';

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
/** Puts events in as the projector does: each batch with the recomputes that follow it. */
const play = async (events: readonly AnyEvent[]): Promise<void> => {
  await warehouse.insertEvents(events.map((event) => encoder.of(event as Envelope)?.row ?? new Uint8Array()));
  const touched = events.filter(({ type }) => type.startsWith('vn.da06.stay.')).map(({ data }) => ({ ...(data as { readonly facility: string; readonly ref: string }), person: '' })).map(({ facility, ref, person }) => ({ facility, ref, person }));
  if (touched.length > 0) await warehouse.recomputeFigures(await warehouse.recomputeNights(touched));
};

describe('the views of tourism and compliance', () => {
  it.each([
    { seed: 1, from: '2025-06-16', days: 30, guests: 120 },
    { seed: 2, from: '2025-06-28', days: 6, guests: 60 },
    { seed: 3, from: '2026-02-10', days: 45, guests: 200 },
  ])('are what plain functions make of guests and houses that get in each other’s way, in whatever order they are told: seed $seed', async ({ seed, ...options }) => {
    await emptyTables(warehouse);
    const { events, facts, knownAt } = randomTourism({ seed, ...options });
    const random = createRandom(seed);
    for (const batch of inBatches(random.shuffled(events), random, events.length / 4)) await play(batch);
    const { rows, differences } = await checkDays(facts, createPseudonyms(), warehouse);
    expect([...differences.slice(0, 4), ...differences.slice(-4)]).toEqual([]);
    const months = await checkMonths(knownAt, { first: options.from, newest: facts.asOf }, warehouse);
    expect([...months.differences.slice(0, 4), ...months.differences.slice(-4)]).toEqual([]);
    expect(months.rows['tourism_revisions']).toBeGreaterThan(5);
    for (const view of ['conflict_nights', 'tourism_origin', 'compliance_delays']) expect(rows[view]).toBeGreaterThan(5);
  }, 240_000);
});
