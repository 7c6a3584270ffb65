import type { Envelope } from '@da06/events';
import type { AnyEvent } from '@da06/testkit';
import { createRowEncoder, type TouchedRecord, type Warehouse } from '@da06/warehouse';
import { factsOf } from './facts.ts';

const encoder = createRowEncoder();

/** Puts events into the tables in batches, each with the recompute that follows it. */
export const playFacts = async (warehouse: Pick<Warehouse, 'insertEvents' | 'recomputeSpells'>, batches: readonly (readonly AnyEvent[])[]): Promise<void> => {
  for (const events of batches) {
    await warehouse.insertEvents(events.map((event) => encoder.of(event as Envelope)?.row ?? new Uint8Array()));
    await warehouse.recomputeSpells(touchedBy(events));
  }
};

/** Records, and persons whose papers were linked: a recompute starts from both. */
const touchedBy = (events: readonly AnyEvent[]): TouchedRecord[] => {
  const { told, links } = factsOf(events);
  return [...told.map(({ register, ref }) => ({ register, ref, person: '' })), ...links.flatMap(({ cmnd, cccd }) => [cmnd, cccd].map((person) => ({ register: '', ref: '', person })))];
};

/** Everything that was put in, forgotten. */
export const emptyTables = async (warehouse: Pick<Warehouse, 'query'>): Promise<void> => {
  for (const { name } of await warehouse.query<{ name: string }>("SELECT name FROM system.tables WHERE database = 'da06' AND name LIKE 'raw\\_%' AND engine LIKE '%MergeTree'")) await warehouse.query(`TRUNCATE TABLE da06.${name}`);
};

/** Events cut into batches of one to `most`. */
export const inBatches = <T>(events: readonly T[], random: { readonly below: (bound: number) => number }, most: number): T[][] => {
  const batches: T[][] = [];
  for (let at = 0; at < events.length; ) {
    const size = 1 + random.below(most);
    batches.push(events.slice(at, at + size));
    at += size;
  }
  return batches;
};
