import { dayBefore, endless, noDay } from './days.ts';
import type { Asked, Facts } from './facts.ts';
import { holdingAt, lifeAsKnown, type Known, type Spell } from './spells.ts';

/** Spells that hold at the end of a day, by track. */
export const holding = (known: Known, asOf: string) => ({
  permanent: holdingAt(known.permanent, asOf), temporary: holdingAt(known.temporary, asOf), absent: holdingAt(known.absent, asOf), work: holdingAt(known.work, asOf),
});

const byPerson = (spells: readonly Spell[]): Map<string, Spell> => new Map(spells.map((spell) => [spell.person, spell]));

/** Rows of the view `residents`: what the permanent residence says of a person goes before the temporary one. */
export const expectedResidents = (facts: Facts, { asOf, knownAt }: Asked): object[] => {
  const now = holding(lifeAsKnown(facts, knownAt), asOf);
  const permanent = byPerson(now.permanent);
  const temporary = byPerson(now.temporary);
  const absent = byPerson(now.absent);
  return [...new Set([...permanent.keys(), ...temporary.keys()])].map((person) => {
    const home = permanent.get(person);
    const guest = temporary.get(person);
    const told = (home ?? guest)?.told;
    return {
      person_key: person, sex: told?.sex, birth_year: told?.birthYear, nationality: told?.nationality, permanent_unit_uid: home?.told.unit ?? '', temporary_unit_uid: guest?.told.unit ?? '', absent: absent.has(person) ? 1 : 0,
      permanent_since: home?.from ?? noDay, temporary_until: guest === undefined ? noDay : guest.until === endless ? endless : dayBefore(guest.until), household: told?.household, relation: told?.relation,
    };
  });
};

/** Rows of the view `workers`. */
export const expectedWorkers = (facts: Facts, { asOf, knownAt }: Asked): object[] =>
  holding(lifeAsKnown(facts, knownAt), asOf).work.map(({ person, from, told }) => ({
    person_key: person, unit_uid: told.unit, sex: told.sex, birth_year: told.birthYear, status: told.status, position: told.position, occupation_group: told.occupation.slice(0, 1), section_2018: told.section2018,
    section_2025: told.section2025, contract: told.contract, social_insurance: told.socialInsurance, unemployment_insurance: told.unemploymentInsurance, training: told.training,
    unemployed_since: told.unemployedSince === '' ? endless : told.unemployedSince, since: from,
  }));
