import { createRandom, removeFolder, tempFolder } from '@da06/testkit';
import { createEmbeddedWarehouse, type Warehouse } from '@da06/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPopulation } from './check-population.ts';
import { factsOf } from './facts.ts';
import { emptyTables, inBatches, playFacts } from './play-facts.ts';
import { randomFacts } from './random-facts.ts';

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

/** Days about which a view is asked: around the reform, a leap day, ends of months, and any at which something was told. */
const edges = ['2024-02-29', '2025-06-30', '2025-07-01', '2025-07-31', '2025-08-01', '2025-12-31'];

describe('the views of population and labour', () => {
  it.each([
    { seed: 1, persons: 8, records: 150, from: '2025-05-20', days: 60 },
    { seed: 2, persons: 8, records: 150, from: '2025-06-28', days: 4 },
    { seed: 3, persons: 120, records: 700, from: '2025-04-10', days: 150 },
  ])('are what plain functions make of records that get in each other’s way, now and for any days: seed $seed', async ({ seed, ...options }) => {
    await emptyTables(warehouse);
    const events = randomFacts({ seed, ...options });
    const random = createRandom(seed);
    await playFacts(warehouse, inBatches(random.shuffled(events), random, options.records / 4));
    const facts = factsOf(events);
    const newest = await checkPopulation(facts, 'newest', warehouse);
    expect(newest.differences.slice(0, 5)).toEqual([]);
    const days = [...edges, ...facts.told.map(({ recordedOn }) => recordedOn)];
    for (let count = 0; count < 2; count += 1) {
      const asked = { asOf: random.pick(days), boundary: random.pick([...edges, '2026-06-30']), knownAt: random.chance(0.5) ? facts.newest : random.pick(facts.told).recordedOn };
      const { differences } = await checkPopulation(facts, asked, warehouse);
      expect(differences.slice(0, 5), JSON.stringify(asked)).toEqual([]);
    }
  }, 120_000);
});
