import { createCurrentRecords, openEnd, spellsOf, suppress, type Cell, type SpellFact } from '@da06/domain';
import { personLinkedType, type Envelope, type PersonLinked } from '@da06/events';
import type { AnyEvent } from '@da06/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encoded } from '../rows/encoded.fixture.ts';
import { recordsTouchedBy } from '../touched.fixture.ts';
import { startCubes, type Cubes, type CubePeople } from './cubes.fixture.ts';
import { randomRecords } from './random-records.fixture.ts';

/** Two rules stand in the domain, for what reads envelopes, and in SQL, for the tables: they must be one. */
let cubes: Cubes;
beforeAll(async () => {
  cubes = await startCubes();
});
afterAll(() => cubes.stop());

/** A spell as text: whose, on which track, from when to when, where, and by which record. */
type Row = { readonly person: string; readonly track: string; readonly from: string; readonly until: string; readonly unit: string; readonly ref: string };
const asText = ({ person, track, from, until, unit, ref }: Row): string => `${person} ${track} ${from} ${until} ${unit} ${ref}`;

/** Each paper's person: the card of an old paper that was seen with one card alone, else the paper itself. */
const personsBy = (events: readonly AnyEvent[]): ((paper: string) => string) => {
  const cards = new Map<string, Set<string>>();
  for (const { type, data } of events) {
    if (type !== personLinkedType) continue;
    const { cmndKey, cccdKey } = data as PersonLinked['data'];
    cards.set(cmndKey, (cards.get(cmndKey) ?? new Set()).add(cccdKey));
  }
  return (paper) => {
    const [card = paper, another] = cards.get(paper) ?? [];
    return another === undefined ? card : paper;
  };
};

/** From when to when everybody was where, as the domain has it. */
const domainRows = (events: readonly AnyEvent[]): string[] => {
  const current = createCurrentRecords<string>();
  for (const event of events) current.add(event as Envelope, 'ref' in event.data ? String(event.data.ref) : '');
  const personOf = personsBy(events);
  const facts = new Map<string, SpellFact[]>();
  const refs = new Map<string, string>();
  for (const { fact, personKey, place } of current.all().values()) {
    if (fact === undefined) continue;
    facts.set(personOf(personKey), [...(facts.get(personOf(personKey)) ?? []), fact]);
    refs.set(fact.id, place);
  }
  return [...facts].flatMap(([person, all]) => spellsOf(all).map(({ track, from, until, unit, id }) => asText({ person, track, from, until: until === openEnd ? '2299-12-31' : until, unit, ref: refs.get(id) ?? '' }))).sort();
};

/** The same as the tables have it. A death is a spell there: here it only cuts the others. */
const tableRows = async (prefix: string): Promise<string[]> => {
  const of = (table: string, track: string): string => `SELECT person_key AS person, ${track} AS track, toString(from_day) AS from, toString(until_day) AS until, unit_uid AS unit, ref FROM ${table} FINAL WHERE known_until = '2149-06-06' AND startsWith(ref, '${prefix}')`;
  const rows = await cubes.warehouse.query<Row>(`${of('raw_resident_spells_v1', 'toString(track)')} AND track != 'death' UNION ALL ${of('raw_worker_spells_v1', "'work'")}`);
  return rows.map(asText).sort();
};

it.each(Array.from({ length: 12 }, (_, at) => at + 1))('the tables have the spells of all persons that the domain makes of their records, whatever was told in which order: %i', async (seed) => {
  const events = randomRecords(seed, 240);
  await cubes.warehouse.insertEvents(encoded(events));
  await cubes.warehouse.recomputeSpells(recordsTouchedBy(events));
  const expected = domainRows(events);
  expect(expected.length).toBeGreaterThan(15);
  expect(await tableRows(`records-${seed}-`)).toEqual(expected);
});

const ages = [['05-09', 2021], ['30-34', 1996], ['40-44', 1986], ['70-74', 1956]] as const;
const sexes = ['M', 'F', 'X'] as const;
const tracks = ['permanent', 'temporary'] as const;
/** Few different counts, so that many are small and many are equal. */
const table = fc.array(fc.array(fc.constantFrom(0, 0, 1, 4, 5, 6, 9), { minLength: sexes.length, maxLength: sexes.length }), { minLength: ages.length, maxLength: ages.length });
type Counts = readonly (readonly number[])[];

const cellsOf = (counts: Counts): Cell[] => ages.flatMap(([row], a) => sexes.map((column, s) => ({ row, column, persons: counts[a]?.[s] ?? 0 }))).filter(({ persons }) => persons > 0);
const shownByDomain = (status: string, counts: Counts): string[] => {
  const cells = cellsOf(counts);
  if (cells.length === 0) return [];
  const shown = suppress(cells);
  const line = (age: string, sex: string, persons: number | null): string => `${status} ${age} ${sex} ${persons ?? '-'}`;
  return [...shown.cells.map(({ row, column, persons }) => line(row, column, persons)), ...[...shown.rows].map(([row, persons]) => line(row, '', persons)), ...[...shown.columns].map(([column, persons]) => line('', column, persons)), line('', '', shown.total)];
};
const peopleOf = (tables: readonly Counts[]): NonNullable<CubePeople['residents']> =>
  tables.flatMap((counts, at) => ages.flatMap(([, born], a) => sexes.flatMap((sex, s) => {
    const persons = counts[a]?.[s] ?? 0;
    return persons === 0 ? [] : [[persons, { track: tracks[at] ?? 'permanent', unit: 'A', born, sex, from: '2024-01-01' }] as const];
  })));

/** Who is absent is a resident too, so that people of one status alone are drawn. Of all places at once more is left out, where tables of the same persons share a margin. A comparison area has one table a status. */
it('a table of one area leaves out what the domain leaves out of it', async () => {
  for (const tables of fc.sample(fc.array(table, { minLength: tracks.length, maxLength: tracks.length }), { numRuns: 8, seed: 7 })) {
    await cubes.people({ residents: peopleOf(tables) });
    const shown = await cubes.lines("SELECT status, age_group, sex, persons FROM population_at(as_of = '2026-11-30', boundary = '2025-06-30', known_at = '') WHERE place = 'D'");
    expect(shown).toEqual(tracks.flatMap((status, at) => shownByDomain(status, tables[at] ?? [])).sort());
  }
}, 180_000);
