import { endless } from './days.ts';
import type { Facts } from './facts.ts';
import { lifeAsKnown, type Spell } from './spells.ts';

/** Rows of the view `resident_spells` that are as known at the end of a day, without the days of that knowledge. */
export const expectedSpells = (facts: Facts, knownAt: string): object[] => {
  const { permanent, temporary, absent, deaths } = lifeAsKnown(facts, knownAt);
  const row = (track: string) => ({ person, from, until, told, openedBy, closedBy, before, after }: Spell): object => ({
    person_key: person, track, from_day: from, until_day: until, unit_uid: told.unit, former_unit_uid: told.formerUnit, sex: told.sex, birth_year: told.birthYear, nationality: told.nationality,
    household: told.household, relation: told.relation, opened_by: openedBy, closed_by: closedBy, unit_before: before?.unit ?? '', unit_after: after?.unit ?? '', ref: told.ref,
  });
  return [...permanent.map(row('permanent')), ...temporary.map(row('temporary')), ...absent.map(row('absence')), ...deaths.map(row('death'))];
};

/** Rows of the view `worker_spells` that are as known at the end of a day. */
export const expectedWorkSpells = (facts: Facts, knownAt: string): object[] =>
  lifeAsKnown(facts, knownAt).work.map(({ person, from, until, told }) => ({
    person_key: person, from_day: from, until_day: until, unit_uid: told.unit, former_unit_uid: told.formerUnit, sex: told.sex, birth_year: told.birthYear, status: told.status, position: told.position, occupation: told.occupation,
    section_2018: told.section2018, section_2025: told.section2025, section_exact: told.sectionExact, contract: told.contract, social_insurance: told.socialInsurance, unemployment_insurance: told.unemploymentInsurance, training: told.training, unemployed_since: told.unemployedSince === '' ? endless : told.unemployedSince, ref: told.ref,
  }));
