import { dayAfter, lastDayOf, monthOf, monthPlus } from './days.ts';
import { flowsOf, isClosed, type Flow } from './expected-change.ts';
import { householdsAt } from './expected-households.ts';
import { holding } from './expected-persons.ts';
import { ageOf } from './expected-population.ts';
import type { Asked, Facts } from './facts.ts';
import { createTally, figureRow, persons, quotient, stockOf, type ByPlace, type Figure } from './figures.ts';
import { placesAt, whole, type Part } from './places.ts';
import { lifeAsKnown, type Spell } from './spells.ts';
import { isFew, nothing, plus, type Amount } from './tables.ts';

const model = 37;

/** Shares of the persons of spells at each place. */
const tallied = (spells: readonly Spell[], partsOf: (spell: Spell) => readonly Part[]): ByPlace => {
  const tally = createTally();
  for (const spell of spells) tally.add(partsOf(spell));
  return tally.amounts;
};

/** Figures of the day `asOf`. */
const stocks = (facts: Facts, asked: Asked): Figure[] => {
  const { asOf, boundary } = asked;
  const places = placesAt(facts, boundary);
  const now = holding(lifeAsKnown(facts, asked.knownAt), asOf);
  const partsOf = ({ told }: Spell): Part[] => places.partsOf(told);
  const permanent = tallied(now.permanent, partsOf);
  const temporary = tallied(now.temporary, partsOf);
  const absent = tallied(now.absent, partsOf);
  const guests = createTally();
  for (const { night, unit } of facts.nights) if (night === asOf) guests.add(places.partsOf({ unit, formerUnit: '' }));
  const of = (counts: (spell: Spell) => boolean): ByPlace => tallied(now.permanent.filter(counts), partsOf);
  const aged = (from: number, to: number): ByPlace => of((spell) => ageOf(spell, asOf) >= from && ageOf(spell, asOf) <= to);
  const [men, women, young, middle, old, sixty] = [of(({ told }) => told.sex === 'M'), of(({ told }) => told.sex === 'F'), aged(0, 14), aged(15, 64), aged(65, 999), aged(60, 999)];
  const households = householdsAt(facts, asked);
  const urban = tallied(now.permanent, (spell) => {
    const units = partsOf(spell).filter(({ kind }) => kind === 'unit');
    const town = units.filter(({ place }) => places.unit(place)?.urban === true);
    const share = town.reduce((sum, part) => sum + part.share, 0);
    return [...town, ...partsOf(spell).filter(({ kind }) => kind !== 'unit').map((part) => ({ ...part, share: (part.share * share) / whole, exact: part.exact && units.every(({ exact }) => exact) }))];
  });
  const at = (amounts: ByPlace, place: string): Amount => amounts.get(place) ?? nothing;
  return [...new Set(['all ', ...permanent.keys(), ...temporary.keys(), ...absent.keys(), ...guests.amounts.keys()])].flatMap((place) => {
    const figure = (code: string, own: Parameters<typeof stockOf>[4]): Figure => stockOf(asOf, code, model, place, own);
    const count = (code: string, amount: Amount): Figure => figure(code, { value: persons(amount), count: persons(amount), base: null, exact: amount.exact, hides: isFew(amount) });
    const ratio = (code: string, part: Amount, base: Amount, times: number): Figure =>
      figure(code, { value: quotient(part.amount, base.amount, times), count: persons(part), base: persons(base), exact: part.exact && base.exact, hides: isFew(part) || isFew(base) });
    const [here, guest, away] = [at(permanent, place), at(temporary, place), at(absent, place)];
    const home = households.get(place) ?? { households: nothing, persons: nothing };
    const present = [here, guest, at(guests.amounts, place)].reduce(plus, nothing);
    const area = place.startsWith('all') ? allArea(permanent, places) : places.unit(place.split(' ')[1] ?? '')?.areaKm2 ?? 0;
    return [
      count('dc.permanent', here), count('dc.temporary', guest), count('dc.absent', away), count('dc.present', { amount: present.amount - away.amount, exact: present.exact && away.exact }),
      count('dc.households', home.households), ratio('dc.household-size', home.persons, home.households, 1),
      figure('dc.density', { value: quotient(persons(here), area), count: persons(here), base: area === 0 ? null : area, exact: here.exact, hides: isFew(here) }),
      ratio('dc.sex-ratio', at(men, place), at(women, place), 100), ratio('dc.urban-share', at(urban, place), here, 100), ratio('dc.dependency', plus(at(young, place), at(old, place)), at(middle, place), 100),
      ratio('dc.dependency-young', at(young, place), at(middle, place), 100), ratio('dc.dependency-old', at(old, place), at(middle, place), 100), ratio('dc.ageing', at(sixty, place), at(young, place), 100),
    ];
  });
};

/** All of the area of the units in which somebody is counted, 0 if that of one is not known. */
const allArea = (permanent: ByPlace, places: ReturnType<typeof placesAt>): number => {
  const areas = [...permanent.keys()].filter((place) => place.startsWith('unit ')).map((place) => places.unit(place.slice('unit '.length))?.areaKm2 ?? 0);
  return areas.includes(0) ? 0 : areas.reduce((sum, area) => sum + area, 0);
};

const counted = [['dc.births', 'births'], ['dc.deaths', 'deaths'], ['dc.in', 'in'], ['dc.out', 'out']] as const satisfies readonly (readonly [string, Flow])[];

/** Figures of each month. */
const monthly = (facts: Facts, asked: Asked): Figure[] => {
  const { asOf, boundary, knownAt } = asked;
  const places = placesAt(facts, boundary);
  const known = lifeAsKnown(facts, knownAt);
  const rows = flowsOf(facts, asked);
  const byKey = new Map(rows.map((row) => [`${row.month} ${row.kind} ${row.place}`, row]));
  const first = rows[0]?.month ?? monthOf(asOf);
  const stockAt = new Map<string, ByPlace>();
  const stock = (day: string): ByPlace => {
    const held = stockAt.get(day) ?? tallied(holding(known, day).permanent, ({ told }) => places.partsOf(told));
    stockAt.set(day, held);
    return held;
  };
  return rows.flatMap(({ month, kind, place: own, amounts, exact }) => {
    const place = `${kind} ${own}`;
    const over = (months: number) => Array.from({ length: months }, (_, back) => byKey.get(`${monthPlus(month, -back)} ${place}`));
    const year = over(12);
    const isExact = year.every((row) => row?.exact ?? true);
    const sumOf = (window: readonly (typeof rows[number] | undefined)[], flow: Flow): number => window.reduce((sum, row) => sum + (row?.amounts[flow] ?? 0), 0) / whole;
    const before = stock(lastDayOf(monthPlus(month, -12))).get(place) ?? nothing;
    const after = stock(isClosed(month, asOf) ? lastDayOf(month) : asOf).get(place) ?? nothing;
    const average = { amount: (before.amount + after.amount) / 2, exact: before.exact && after.exact };
    const figure = (code: string, figures: Omit<Figure, 'code' | 'model' | 'place' | 'month'>): Figure => ({ code, model, place, month, ...figures });
    const flow = (code: string, count: number, sum12: number): Figure => figure(code, { value: count, count, sum12, base: null, exact, hides: false });
    const rate = (code: string, count: number, sum12: number): Figure =>
      figure(code, { value: quotient(sum12, persons(average), 1000), count, sum12, base: persons(average), exact: isExact && average.exact, hides: false });
    const [births, deaths, into, outOf] = counted.map(([, name]) => ({ count: amounts[name] / whole, sum: sumOf(year, name) }));
    const none = { count: 0, sum: 0 };
    const difference = (a = none, b = none) => ({ count: a.count - b.count, sum: a.sum - b.sum });
    const pairs = { births: births ?? none, deaths: deaths ?? none, natural: difference(births, deaths), in: into ?? none, out: outOf ?? none, net: difference(into, outOf) };
    const hasThreeYears = monthPlus(first, 35) <= month && dayAfter(lastDayOf(month)) <= dayAfter(asOf);
    const srb = pairs.births.sum >= 1000 ? year : hasThreeYears ? over(36) : undefined;
    return [
      figure('dc.average', { value: persons(average), count: null, sum12: null, base: null, exact: average.exact, hides: isFew(average) }),
      ...Object.entries(pairs).map(([name, { count, sum }]) => flow(`dc.${name}`, count, sum)),
      ...([['dc.cbr', 'births'], ['dc.cdr', 'deaths'], ['dc.natural-rate', 'natural'], ['dc.in-rate', 'in'], ['dc.out-rate', 'out'], ['dc.net-rate', 'net']] as const).map(([code, name]) => rate(code, pairs[name].count, pairs[name].sum)),
      figure('dc.srb', {
        value: srb === undefined ? null : quotient(sumOf(srb, 'births_m'), sumOf(srb, 'births_f'), 100), count: pairs.births.count, sum12: pairs.births.sum, base: srb === undefined ? null : sumOf(srb, 'births_f'),
        exact: (srb ?? year).every((row) => row?.exact ?? true), hides: false,
      }),
    ];
  });
};

/** Rows of the view `population_indicators`. */
export const expectedIndicators = (facts: Facts, asked: Asked): object[] => [...stocks(facts, asked), ...monthly(facts, asked)].map(figureRow(facts, asked));
