import { monthOf, monthsBetween } from './days.ts';
import { isClosed } from './expected-change.ts';
import type { Asked, Facts, Told } from './facts.ts';
import { hiddenPlaces, persons } from './figures.ts';
import { placesAt, type Part } from './places.ts';
import { lifeAsKnown } from './spells.ts';
import { isFew, plus, rounded, type Amount } from './tables.ts';

const flows = ['entered', 'left', 'hired', 'lost'] as const;
type Flow = (typeof flows)[number];

/** Rows of the view `labour_change`: every month from the first with any flow to that of `asOf`, at every place with any. */
export const expectedLabourChange = (facts: Facts, { asOf, boundary, knownAt }: Asked): object[] => {
  const places = placesAt(facts, boundary);
  const seen = new Map<string, Pick<Part, 'kind' | 'place'>>();
  const tables = new Map<string, Map<string, Amount>>();
  const add = (month: string, flow: Flow, { kind, place, share, exact }: Part): void => {
    const [table, key] = [`${month} ${flow}`, `${kind} ${place}`];
    seen.set(key, { kind, place });
    const own = tables.get(table) ?? new Map<string, Amount>();
    const held = own.get(key);
    own.set(key, held === undefined ? { amount: share, exact } : plus(held, { amount: share, exact }));
    tables.set(table, own);
  };
  const addAll = (day: string, flow: Flow, told: Told): void => {
    for (const part of places.partsOf(told)) add(monthOf(day), flow, part);
  };
  for (const { from, until, told, before, after } of lifeAsKnown(facts, knownAt).work) {
    if (from > asOf) continue;
    if (before === undefined) addAll(from, 'entered', told);
    else {
      for (const [flow, part] of movesOf(places.partsOf(before), places.partsOf(told))) add(monthOf(from), flow, part);
      if (told.status === 'employed' && before.status !== 'employed') addAll(from, 'hired', told);
      if (told.status === 'unemployed' && before.status === 'employed') addAll(from, 'lost', told);
    }
    if (until <= asOf && after === undefined) addAll(until, 'left', told);
  }
  const [first] = [...tables.keys()].map((table) => table.slice(0, 7)).sort();
  if (first === undefined) return [];
  return monthsBetween(first, monthOf(asOf)).flatMap((month) => {
    const hidden = new Map(flows.map((flow) => [flow, hiddenAt(tables.get(`${month} ${flow}`) ?? new Map<string, Amount>())]));
    return [...seen].map(([key, { kind, place }]) => {
      const amounts = flows.map((flow) => ({ flow, amount: tables.get(`${month} ${flow}`)?.get(key), left: hidden.get(flow)?.has(key) === true }));
      return {
        month: `${month}-01`, ...places.named(kind, place), ...Object.fromEntries(amounts.map(({ flow, amount, left }) => [flow, left ? null : amount === undefined ? 0 : rounded(persons(amount))])),
        closed: isClosed(month, asOf) ? 1 : 0, exact: amounts.every(({ amount }) => amount?.exact ?? true) ? 1 : 0, suppressed: amounts.some(({ left }) => left) ? 1 : 0, as_of: asOf, boundary,
      };
    });
  });
};

/** From place to place: what a place wins entered, what it loses left. */
const movesOf = (before: readonly Part[], after: readonly Part[]): (readonly [Flow, Part])[] => {
  const keyed = (parts: readonly Part[]): Map<string, Part> => new Map(parts.map((part) => [`${part.kind} ${part.place}`, part]));
  const [from, to] = [keyed(before), keyed(after)];
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((key) => {
    const [lost, won] = [from.get(key), to.get(key)];
    const part = won ?? lost;
    const gain = (won?.share ?? 0) - (lost?.share ?? 0);
    if (part === undefined || gain === 0) return [];
    return [[gain > 0 ? 'entered' : 'left', { ...part, share: Math.abs(gain), exact: (won?.exact ?? true) && (lost?.exact ?? true) }] as const];
  });
};

/** Places of so few, of units one more where the sum would tell, and areas where a unit is one of few: an area adds units up by their shares. */
const hiddenAt = (at: ReadonlyMap<string, Amount>): ReadonlySet<string> => {
  const hidden = hiddenPlaces(at);
  if ([...at].some(([key, amount]) => key.startsWith('unit ') && isFew(amount))) for (const key of at.keys()) if (key.startsWith('area ')) hidden.add(key);
  return hidden;
};
