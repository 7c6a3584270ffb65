import { holding } from './expected-persons.ts';
import type { Asked, Facts } from './facts.ts';
import { placesAt, whole } from './places.ts';
import { lifeAsKnown } from './spells.ts';
import { isFew, nothing, plus, rounded, type Amount } from './tables.ts';

/** Households, and permanent residents who told one, by place: `kind place`. A household is at a place with the largest share that any of its members has there. */
export const householdsAt = (facts: Facts, { asOf, boundary, knownAt }: Asked): Map<string, { readonly households: Amount; readonly persons: Amount }> => {
  const places = placesAt(facts, boundary);
  const persons = new Map<string, Amount>();
  const members = new Map<string, Map<string, Amount>>();
  for (const { told } of holding(lifeAsKnown(facts, knownAt), asOf).permanent) {
    if (told.household === '') continue;
    for (const { kind, place, share, exact } of places.partsOf(told)) {
      const key = `${kind} ${place}`;
      persons.set(key, plus(persons.get(key) ?? nothing, { amount: share, exact }));
      const own = members.get(key) ?? new Map<string, Amount>();
      const held = own.get(told.household) ?? nothing;
      members.set(key, own.set(told.household, { amount: Math.max(held.amount, share), exact: held.exact && exact }));
    }
  }
  return new Map([...persons].map(([key, amount]) => [key, { persons: amount, households: [...(members.get(key)?.values() ?? [])].reduce(plus, nothing) }]));
};

/** Places at which there are so few households that they are not shown; of units a second one, where it would be one alone. */
const hiddenPlaces = (at: ReadonlyMap<string, { readonly households: Amount }>): Set<string> => {
  const hidden = new Set([...at].filter(([, { households }]) => isFew(households)).map(([key]) => key));
  const units = [...at].filter(([key]) => key.startsWith('unit ')).sort(([a, { households: one }], [b, { households: other }]) => one.amount - other.amount || (a < b ? -1 : 1));
  const second = units.find(([key]) => !hidden.has(key));
  if (second !== undefined && units.filter(([key]) => hidden.has(key)).length === 1) hidden.add(second[0]);
  return hidden;
};

/** Rows of the view `households`. */
export const expectedHouseholds = (facts: Facts, asked: Asked): object[] => {
  const places = placesAt(facts, asked.boundary);
  const at = householdsAt(facts, asked);
  const hidden = hiddenPlaces(at);
  return [...at].map(([key, { households, persons }]) => {
    const told = ({ amount }: Amount): number | null => (hidden.has(key) ? null : rounded(amount / whole));
    return { ...places.namedBy(key), households: told(households), persons: told(persons), suppressed: hidden.has(key), exact: households.exact && persons.exact, as_of: asked.asOf, boundary: asked.boundary };
  });
};
