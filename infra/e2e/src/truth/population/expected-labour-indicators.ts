import { durationOf, expectedLabour } from './expected-labour.ts';
import { holding } from './expected-persons.ts';
import { ageOf } from './expected-population.ts';
import type { Asked, Facts } from './facts.ts';
import { createTally, figureRow, persons, quotient, stockOf, type ByPlace, type Figure } from './figures.ts';
import { placesAt } from './places.ts';
import { lifeAsKnown, type Spell } from './spells.ts';
import { isFew, least, nothing, plus, type Amount } from './tables.ts';

const model = 38;
const trained = new Set(['certificate', 'elementary', 'intermediate', 'college', 'university', 'postgraduate']);

/** Whole years of the age of retirement in a year (Labour Code 2019, article 169; before 2021 60 and 55). */
export const retirementAge = (year: number, sex: string): number => {
  const months = sex === 'F' ? (year < 2021 ? 660 : Math.min(720, 664 + 4 * (year - 2021))) : year < 2021 ? 720 : Math.min(744, 723 + 3 * (year - 2021));
  return Math.floor(months / 12);
};

const coverage = 'ld.coverage';

/** Rows of the view `labour_indicators`. */
export const expectedLabourIndicators = (facts: Facts, asked: Asked): object[] => labourFigures(facts, asked).filter(({ code }) => code !== coverage).map(figureRow(facts, asked));

/** Rows of the view `labour_coverage`. */
export const expectedCoverage = (facts: Facts, asked: Asked): object[] => labourFigures(facts, asked).filter(({ code }) => code === coverage).map(figureRow(facts, asked));

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
  const onRecord = new Set(now.work.filter(isAdult).map(({ person }) => person));
  const parts = {
    records: of(now.work), adults: of(now.work.filter(isAdult)), employed: of(status('employed')), unemployed: of(status('unemployed')), inactive: of(status('inactive')), active: of(active), activeAdults: of(active.filter(isAdult)),
    residents: of(residents), covered: of(residents.filter(({ person }) => onRecord.has(person))), working: of(now.work.filter((spell) => isAdult(spell) && ageOf(spell, asOf) <= retirementAge(Number(asOf.slice(0, 4)), spell.told.sex))),
    trained: of(active.filter(({ told }) => trained.has(told.training))), social: of(status('employed').filter(({ told }) => ['compulsory', 'voluntary'].includes(told.socialInsurance))),
    insured: of(status('employed').filter(({ told }) => told.unemploymentInsurance === 'yes')), under: without('under-3'), between: without('3-12'), over: without('over-12'),
  };
  const left = leftOut(facts, { asOf, boundary, knownAt });
  const shares = [
    ['ld.records', 'records', []], [coverage, 'covered', ['residents']], ['ld.employed', 'employed', []], ['ld.unemployed', 'unemployed', []], ['ld.inactive', 'inactive', []], ['ld.participation', 'activeAdults', ['adults']],
    ['ld.without-work-share', 'unemployed', ['employed', 'unemployed']], ['ld.working-age', 'working', []], ['ld.trained-share', 'trained', ['active']], ['ld.social-insurance-share', 'social', ['employed']],
    ['ld.unemployment-insurance-share', 'insured', ['employed']], ['ld.without-work-under-3', 'under', []], ['ld.without-work-3-12', 'between', []], ['ld.without-work-over-12', 'over', []],
  ] as const satisfies readonly (readonly [string, keyof typeof parts, readonly (keyof typeof parts)[]])[];
  return shares.flatMap(([code, name, bases]) => {
    // Coverage is told where residents are, what workers do where workers are.
    const here = [...parts[code === coverage ? 'residents' : 'records'].keys()];
    const at = (place: string, from: keyof typeof parts): Amount => parts[from].get(place) ?? nothing;
    const baseOf = (place: string): Amount => bases.map((base) => at(place, base)).reduce(plus, nothing);
    // Neither the part nor the whole nor the rest of it may be few.
    const few = new Set(here.filter((place) => isFew(at(place, name)) || isFew(baseOf(place)) || isFew({ amount: baseOf(place).amount - at(place, name).amount, exact: true })));
    const units = here.filter((place) => place.startsWith('unit ')).sort((a, b) => at(a, name).amount - at(b, name).amount || (a < b ? -1 : 1));
    const second = units.filter((place) => few.has(place)).length === 1 ? units.find((place) => at(place, name).amount >= least && !few.has(place)) : undefined;
    return here.map((place) => {
      const suppressed = few.has(place) || place === second || left.has(`${code} ${place}`);
      const [part, base] = [at(place, name), baseOf(place)];
      const value = bases.length === 0 ? persons(part) : quotient(part.amount, base.amount, 100);
      return stockOf(asOf, code, model, place, { value: suppressed ? null : value, count: suppressed ? null : persons(part), base: suppressed || bases.length === 0 ? null : persons(base), exact: part.exact && base.exact, suppressed });
    });
  });
};

/** Figures that stand in a cube too and are left out there: `code kind place`. */
const leftOut = (facts: Facts, asked: Asked): Set<string> =>
  new Set(
    expectedLabour(facts, asked).flatMap(({ cube, place_kind: kind, place, a, b, suppressed }) => {
      if (suppressed === 0 || b !== '') return [];
      const whole = a === '' ? [] : cube === 'training×sex' ? ['ld.trained-share'] : cube === 'insurance×sex' ? ['ld.social-insurance-share'] : cube === 'duration×sex' ? [`ld.without-work-${a}`] : [];
      const ofStatus = a === '' ? ['ld.records'] : [`ld.${a}`, ...(a === 'inactive' ? [] : ['ld.without-work-share'])];
      return [...whole, ...(cube === 'status×sex' || cube === 'unit×status' ? ofStatus : [])].map((code) => `${code} ${kind} ${place}`);
    }),
  );
