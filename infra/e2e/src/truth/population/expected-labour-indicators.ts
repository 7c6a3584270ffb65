import { durationOf } from './expected-labour.ts';
import { holding } from './expected-persons.ts';
import { ageOf } from './expected-population.ts';
import type { Asked, Facts } from './facts.ts';
import { createTally, figureRow, persons, quotient, stockOf, type ByPlace, type Figure } from './figures.ts';
import { placesAt } from './places.ts';
import { lifeAsKnown, type Spell } from './spells.ts';
import { isFew, nothing, plus, type Amount } from './tables.ts';

const model = 38;
const trained = new Set(['certificate', 'elementary', 'intermediate', 'college', 'university', 'postgraduate']);

/** Whole years of the age of retirement in a year (Labour Code 2019, article 169; before 2021 60 and 55). */
export const retirementAge = (year: number, sex: string): number => {
  const months = sex === 'F' ? (year < 2021 ? 660 : Math.min(720, 664 + 4 * (year - 2021))) : year < 2021 ? 720 : Math.min(744, 723 + 3 * (year - 2021));
  return Math.floor(months / 12);
};

/** Rows of the view `labour_indicators`. */
export const expectedLabourIndicators = (facts: Facts, asked: Asked): object[] => labourFigures(facts, asked).map(figureRow(facts, asked));

const labourFigures = (facts: Facts, { asOf, boundary, knownAt }: Asked): Figure[] => {
  const places = placesAt(facts, boundary);
  const now = holding(lifeAsKnown(facts, knownAt), asOf);
  const of = (spells: readonly Spell[]): ByPlace => {
    const tally = createTally();
    for (const { told } of spells) tally.add(places.partsOf(told));
    return tally.amounts;
  };
  const isAdult = (spell: Spell): boolean => ageOf(spell, asOf) >= 15;
  const status = (...names: readonly string[]): Spell[] => now.work.filter(({ told }) => names.includes(told.status));
  const active = status('employed', 'unemployed');
  const without = (length: string): ByPlace => of(status('unemployed').filter(({ told }) => durationOf(told.unemployedSince, asOf) === length));
  const permanent = new Set(now.permanent.map(({ person }) => person));
  const residents = [...now.permanent, ...now.temporary.filter(({ person }) => !permanent.has(person))].filter(isAdult);
  const onRecord = new Set(now.work.map(({ person }) => person));
  const parts = {
    records: of(now.work), adults: of(now.work.filter(isAdult)), employed: of(status('employed')), unemployed: of(status('unemployed')), inactive: of(status('inactive')), active: of(active), activeAdults: of(active.filter(isAdult)),
    residents: of(residents), covered: of(residents.filter(({ person }) => onRecord.has(person))), working: of(now.work.filter((spell) => isAdult(spell) && ageOf(spell, asOf) <= retirementAge(Number(asOf.slice(0, 4)), spell.told.sex))),
    trained: of(active.filter(({ told }) => trained.has(told.training))), social: of(status('employed').filter(({ told }) => ['compulsory', 'voluntary'].includes(told.socialInsurance))),
    insured: of(status('employed').filter(({ told }) => told.unemploymentInsurance === 'yes')), under: without('under-3'), between: without('3-12'), over: without('over-12'),
  };
  return [...new Set(['all ', ...parts.records.keys(), ...parts.residents.keys()])].flatMap((place) => {
    const at = (name: keyof typeof parts): Amount => parts[name].get(place) ?? nothing;
    const figure = (code: string, own: Parameters<typeof stockOf>[4]): Figure => stockOf(asOf, code, model, place, own);
    const count = (code: string, amount: Amount): Figure => figure(code, { value: persons(amount), count: persons(amount), base: null, exact: amount.exact, hides: isFew(amount) });
    const share = (code: string, part: Amount, base: Amount): Figure => figure(code, { value: quotient(part.amount, base.amount, 100), count: persons(part), base: persons(base), exact: part.exact && base.exact, hides: isFew(part) || isFew(base) });
    return [
      count('ld.records', at('records')), share('ld.coverage', at('covered'), at('residents')), count('ld.employed', at('employed')), count('ld.unemployed', at('unemployed')), count('ld.inactive', at('inactive')),
      share('ld.participation', at('activeAdults'), at('adults')), share('ld.without-work-share', at('unemployed'), plus(at('employed'), at('unemployed'))), count('ld.working-age', at('working')),
      share('ld.trained-share', at('trained'), at('active')), share('ld.social-insurance-share', at('social'), at('employed')), share('ld.unemployment-insurance-share', at('insured'), at('employed')),
      count('ld.without-work-under-3', at('under')), count('ld.without-work-3-12', at('between')), count('ld.without-work-over-12', at('over')),
    ];
  });
};
