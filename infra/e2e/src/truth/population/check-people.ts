import type { Warehouse } from '@da06/warehouse';
import { createPseudonyms, type Pseudonyms } from '../pseudonyms.ts';
import { checkPopulation } from './check-population.ts';
import type { Asked, Facts } from './facts.ts';
import { learnKeys } from './learn-keys.ts';

/** Moments at which a view must say something else than it does now: on old boundaries, as known when half was told, and both at the end of the first day. */
const momentsOf = ({ told, newest }: Facts): Asked[] => {
  const days = told.map(({ recordedOn }) => recordedOn).sort();
  const [first = newest, half = newest] = [days[0], days[Math.floor(days.length * 0.9)]];
  return [{ asOf: newest, boundary: '2025-06-30', knownAt: newest }, { asOf: half, boundary: '2025-07-01', knownAt: half }, { asOf: first, boundary: '2025-06-30', knownAt: half }];
};

/** Holds every view of population and labour against its truth, now and at other moments, where persons and households are keyed hashes. `persons` also knows those of other views. */
export const checkPeople = async (facts: Facts, { query }: Pick<Warehouse, 'query'>, persons: Pseudonyms): Promise<{ rows: Record<string, number>; differences: string[] }> => {
  const households = createPseudonyms();
  const check = async (asked: Asked | 'newest'): ReturnType<typeof checkPopulation> => {
    const named = await learnKeys(facts, asked === 'newest' ? facts.newest : asked.knownAt, { query }, { persons, households });
    return checkPopulation(facts, asked, { query }, { named });
  };
  const { rows, differences } = await check('newest');
  for (const moment of momentsOf(facts)) differences.push(...(await check(moment)).differences);
  return { rows, differences: [...differences, ...households.broken.map((text) => `household: ${text}`)] };
};
