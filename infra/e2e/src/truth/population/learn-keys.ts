import type { Warehouse } from '@da06/warehouse';
import type { Pseudonyms } from '../pseudonyms.ts';
import type { Facts } from './facts.ts';
import { lifeAsKnown, type Spell } from './spells.ts';

/** Learns who and which household the keys of the views stand for, from spells that name the record that began them, and gives rows these names. */
export const learnKeys = async (facts: Facts, knownAt: string, { query }: Pick<Warehouse, 'query'>, { persons, households }: { readonly persons: Pseudonyms; readonly households: Pseudonyms }): Promise<(row: object) => object> => {
  const { permanent, temporary, absent, deaths, work } = lifeAsKnown(facts, knownAt);
  const residents = new Map<string, Spell>([...permanent, ...temporary, ...absent, ...deaths].map((spell) => [spell.told.ref, spell]));
  const workers = new Map<string, Spell>(work.map((spell) => [spell.told.ref, spell]));
  const learn = (spells: ReadonlyMap<string, Spell>, { ref, person_key: key, household = '' }: { readonly ref: string; readonly person_key: string; readonly household?: string }): void => {
    const spell = spells.get(ref);
    if (spell === undefined) return;
    persons.learn(key, spell.person);
    if (household !== '') households.learn(household, spell.told.household);
  };
  for (const row of await query<{ ref: string; person_key: string; household: string }>(`SELECT ref, person_key, household FROM da06.resident_spells WHERE known_from <= '${knownAt}' AND '${knownAt}' < known_until`)) learn(residents, row);
  for (const row of await query<{ ref: string; person_key: string }>(`SELECT ref, person_key FROM da06.worker_spells WHERE known_from <= '${knownAt}' AND '${knownAt}' < known_until`)) learn(workers, row);
  return (row) => ({
    ...row,
    ...('person_key' in row ? { person_key: persons.personOf(String(row.person_key)) } : {}),
    ...('household' in row ? { household: households.personOf(String(row.household)) } : {}),
  });
};
