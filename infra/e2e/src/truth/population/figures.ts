import { monthOf } from './days.ts';
import { isClosed } from './expected-change.ts';
import type { Asked, Facts } from './facts.ts';
import { placesAt, whole, type Part } from './places.ts';
import { isFew, plus, rounded, type Amount } from './tables.ts';

/** What a figure is made of, by place: shares of persons in billionths, under the key `kind place`. */
export type ByPlace = ReadonlyMap<string, Amount>;

/** Adds up shares by place. */
export const createTally = () => {
  const amounts = new Map<string, Amount>();
  return {
    add: (parts: readonly Part[]): void => {
      for (const { kind, place, share, exact } of parts) {
        const key = `${kind} ${place}`;
        const held = amounts.get(key);
        const amount = { amount: share, exact };
        amounts.set(key, held === undefined ? amount : plus(held, amount));
      }
    },
    amounts,
  };
};

/** A row of the views of indicators, as its parts give it. */
export type Figure = {
  readonly code: string; readonly model: number; readonly place: string; readonly month: string; readonly value: number | null; readonly count: number | null; readonly sum12: number | null; readonly base: number | null;
  readonly exact: boolean; readonly suppressed: boolean;
};

/** Places of so few that they are not shown; of units a second one, where it would be one alone. */
export const hiddenPlaces = (at: ByPlace): Set<string> => {
  const hidden = new Set([...at].filter(([, amount]) => isFew(amount)).map(([place]) => place));
  const units = [...at].filter(([place, { amount }]) => place.startsWith('unit ') && amount > 0).sort(([a, { amount: one }], [b, { amount: other }]) => one - other || (a < b ? -1 : 1));
  const second = units.find(([place]) => !hidden.has(place));
  if (second !== undefined && units.filter(([place]) => hidden.has(place)).length === 1) hidden.add(second[0]);
  return hidden;
};

/** Persons of an amount. */
export const persons = ({ amount }: Amount): number => amount / whole;

/** A quotient, none where there is nothing to divide by. */
export const quotient = (count: number, base: number, times = 1): number | null => (base === 0 ? null : (count / base) * times);

/** The row that the view has of a figure. */
export const figureRow = (facts: Facts, { asOf, boundary }: Asked) => {
  const places = placesAt(facts, boundary);
  return ({ code, model, place, month, value, count, sum12, base, exact, suppressed }: Figure): object => {
    return {
      code, model, ...places.namedBy(place), month: `${month}-01`, value: rounded(value), count: rounded(count), sum_12m: rounded(sum12), base: rounded(base), exact: exact ? 1 : 0, suppressed: suppressed ? 1 : 0, closed: isClosed(month, asOf) ? 1 : 0,
      as_of: asOf, boundary,
    };
  };
};

/** Figures of a moment stand in its month. */
export const stockOf = (asOf: string, code: string, model: number, place: string, own: Pick<Figure, 'value' | 'count' | 'base' | 'exact' | 'suppressed'>): Figure => ({ code, model, place, month: monthOf(asOf), sum12: null, ...own });
