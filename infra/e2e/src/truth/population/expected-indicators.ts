import { lastDayOf, monthOf, monthPlus } from './days.ts';
import { flowsOf, isClosed, type Flow } from './expected-change.ts';
import { householdsAt } from './expected-households.ts';
import { holding } from './expected-persons.ts';
import { cellsOf, type Cell } from './expected-population.ts';
import type { Asked, Facts } from './facts.ts';
import { createTally, figureRow, hiddenPlaces, persons, quotient, stockOf, type ByPlace, type Figure } from './figures.ts';
import { placesAt, whole, type Part } from './places.ts';
import { lifeAsKnown, type Spell } from './spells.ts';
import { nothing, type Amount } from './tables.ts';

const model = 37;

/** Shares of the persons of spells at each place. */
const tallied = (spells: readonly Spell[], partsOf: (spell: Spell) => readonly Part[]): ByPlace => {
  const tally = createTally();
  for (const spell of spells) tally.add(partsOf(spell));
  return tally.amounts;
};

/** A number that is shown, or null; nothing follows from what is not. */
type Shown = number | null;
const all = (numbers: readonly Shown[]): Shown => (numbers.includes(null) ? null : numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0));

/** Figures of the day `asOf`, of the cubes as they are shown. */
const stocks = (facts: Facts, asked: Asked): Figure[] => {
  const { asOf, boundary } = asked;
  const places = placesAt(facts, boundary);
  const cells = cellsOf(facts, asked);
  const guests = guestsAt(facts, asked);
  const here = [...new Set(cells.map(({ kind, place }) => `${kind} ${place}`))];
  const areas = here.filter((place) => place.startsWith('unit ')).map((place) => places.unit(place.slice('unit '.length))?.areaKm2 ?? 0);
  return here.flatMap((place) => {
    const own = cells.filter((cell) => `${cell.kind} ${cell.place}` === place);
    const of = (status: string, cube: Cell['cube'], counts: (cell: Cell) => boolean = () => true): Shown =>
      all(own.filter((cell) => cell.status === status && cell.cube === cube && counts(cell)).map(({ amount, suppressed }) => (suppressed ? null : persons(amount))));
    const isExact = (status: string): boolean => own.every((cell) => cell.status !== status || cell.amount.exact);
    const aged = (from: number, to: number): Shown => of('permanent', 'age', ({ group }) => Number(group.slice(0, 2)) >= from && Number(group.slice(0, 2)) <= to);
    const [permanent, temporary, absent] = [of('permanent', 'total'), of('temporary', 'total'), of('absent', 'total')];
    const [young, middle, old] = [aged(0, 14), aged(15, 64), aged(65, 85)];
    const guest = guests.get(place) ?? { staying: 0, exact: true };
    const km2 = place === 'all ' ? (areas.includes(0) ? 0 : all(areas)) : places.unit(place.split(' ')[1] ?? '')?.areaKm2 ?? 0;
    const exact = isExact('permanent');
    const count = (code: string, value: Shown, isTold: boolean): Figure => stockOf(asOf, code, model, place, { value, count: value, base: null, exact: isTold, suppressed: value === null });
    const ratio = (code: string, part: Shown, base: Shown, times: number): Figure =>
      stockOf(asOf, code, model, place, { value: part === null || base === null ? null : quotient(part, base, times), count: part, base, exact, suppressed: part === null || base === null });
    return [
      count('dc.permanent', permanent, exact), count('dc.temporary', temporary, isExact('temporary')), count('dc.absent', absent, isExact('absent')),
      count('dc.present', all([permanent, temporary, absent === null ? null : -absent, guest.staying]), exact && isExact('temporary') && isExact('absent') && guest.exact),
      ratio('dc.density', permanent, km2, 1), ratio('dc.sex-ratio', of('permanent', 'sex', ({ sex }) => sex === 'M'), of('permanent', 'sex', ({ sex }) => sex === 'F'), 100),
      ratio('dc.dependency', all([young, old]), middle, 100), ratio('dc.dependency-young', young, middle, 100), ratio('dc.dependency-old', old, middle, 100), ratio('dc.ageing', aged(60, 85), young, 100),
      ...(place === 'all ' ? [ratio('dc.urban-share', of('permanent', 'zone', ({ group }) => group === 'urban'), permanent, 100)] : []),
    ];
  });
};

/** Figures of households of the day `asOf`. */
const households = (facts: Facts, asked: Asked): Figure[] => {
  const { asOf } = asked;
  const homes = householdsAt(facts, asked);
  const hidden = hiddenPlaces(new Map([...homes].map(([place, { households: counted }]) => [place, counted])));
  return [...homes].flatMap(([place, { households: counted, persons: people }]) => {
    const told = (amount: Amount): Shown => (hidden.has(place) ? null : persons(amount));
    const exact = counted.exact && people.exact;
    const common = { count: told(counted), exact, suppressed: hidden.has(place) };
    return [
      stockOf(asOf, 'dc.households', model, place, { ...common, value: told(counted), base: null }),
      stockOf(asOf, 'dc.household-size', model, place, { ...common, value: hidden.has(place) ? null : quotient(people.amount, counted.amount), count: told(people), base: told(counted) }),
    ];
  });
};

/** Guests staying overnight, by place, few of them left out. */
const guestsAt = (facts: Facts, { asOf, boundary }: Asked): ReadonlyMap<string, { readonly staying: Shown; readonly exact: boolean }> => {
  const places = placesAt(facts, boundary);
  const tally = createTally();
  for (const { night, unit } of facts.nights) if (night === asOf) tally.add(places.partsOf({ unit, formerUnit: '' }));
  const hidden = hiddenPlaces(tally.amounts);
  return new Map([...tally.amounts].map(([place, amount]) => [place, { staying: hidden.has(place) ? null : persons(amount), exact: amount.exact }]));
};

/** Figures of each month. */
const monthly = (facts: Facts, asked: Asked): Figure[] => {
  const { asOf, boundary, knownAt } = asked;
  const places = placesAt(facts, boundary);
  const known = lifeAsKnown(facts, knownAt);
  const rows = flowsOf(facts, asked);
  const byKey = new Map(rows.map((row) => [`${row.month} ${row.kind} ${row.place}`, row]));
  const first = rows[0]?.month ?? monthOf(asOf);
  const stockAt = new Map<string, { readonly at: ByPlace; readonly hidden: ReadonlySet<string> }>();
  const stock = (month: string): { readonly at: ByPlace; readonly hidden: ReadonlySet<string> } => {
    const at = stockAt.get(month)?.at ?? tallied(holding(known, isClosed(month, asOf) ? lastDayOf(month) : asOf).permanent, ({ told }) => places.partsOf(told));
    const held = stockAt.get(month) ?? { at, hidden: hiddenPlaces(at) };
    stockAt.set(month, held);
    return held;
  };
  return rows.flatMap(({ month, kind, place: own }) => {
    const place = `${kind} ${own}`;
    const over = (months: number, names: readonly Flow[]): { readonly sum: number; readonly exact: boolean } => {
      const window = Array.from({ length: months }, (_, back) => byKey.get(`${monthPlus(month, -back)} ${place}`));
      return { sum: window.reduce((sum, row) => sum + names.reduce((own, name) => own + (row?.amounts[name] ?? 0), 0), 0) / whole, exact: window.every((row) => names.every((name) => row?.estimated.has(name) !== true)) };
    };
    const [then, now] = [stock(monthPlus(month, -12)), stock(month)];
    const [before, after] = [then.at.get(place) ?? nothing, now.at.get(place) ?? nothing];
    const average = (persons(before) + persons(after)) / 2;
    const isExact = before.exact && after.exact;
    const hides = then.hidden.has(place) || now.hidden.has(place);
    const figure = (code: string, figures: Omit<Figure, 'code' | 'model' | 'place' | 'month'>): Figure => ({ code, model, place, month, ...figures });
    const flow = (name: string, more: readonly Flow[], less: readonly Flow[], rate: string): Figure[] => {
      const count = over(1, more).sum - over(1, less).sum;
      const sum12 = over(12, more).sum - over(12, less).sum;
      const both = [...more, ...less];
      return [
        figure(`dc.${name}`, { value: count, count, sum12, base: null, exact: over(1, both).exact, suppressed: false }),
        figure(`dc.${rate}`, { value: hides ? null : quotient(sum12, average, 1000), count, sum12, base: hides ? null : average, exact: isExact && over(12, both).exact, suppressed: hides }),
      ];
    };
    const births = over(12, ['births']);
    const months = births.sum >= 1000 ? 12 : monthPlus(first, 35) <= month && isClosed(month, asOf) ? 36 : 0;
    const girls = over(months, ['births_f']).sum;
    return [
      figure('dc.average', { value: hides ? null : average, count: hides ? null : persons(after), sum12: null, base: null, exact: isExact, suppressed: hides }),
      ...flow('births', ['births'], [], 'cbr'), ...flow('deaths', ['deaths'], [], 'cdr'), ...flow('natural', ['births'], ['deaths'], 'natural-rate'), ...flow('in', ['in'], [], 'in-rate'), ...flow('out', ['out'], [], 'out-rate'),
      ...flow('net', ['in'], ['out'], 'net-rate'),
      figure('dc.srb', { value: quotient(over(months, ['births_m']).sum, girls, 100), count: over(months, ['births_m']).sum, sum12: births.sum, base: girls, exact: over(births.sum >= 1000 ? 12 : 36, ['births']).exact, suppressed: false }),
    ];
  });
};

/** Rows of the view `population_indicators`. */
export const expectedIndicators = (facts: Facts, asked: Asked): object[] => stocks(facts, asked).map(figureRow(facts, asked));

/** Rows of the view `household_indicators`. */
export const expectedHouseholdIndicators = (facts: Facts, asked: Asked): object[] => households(facts, asked).map(figureRow(facts, asked));

/** Rows of the view `population_rates`. */
export const expectedRates = (facts: Facts, asked: Asked): object[] => monthly(facts, asked).map(figureRow(facts, asked));
