import { holding } from './expected-persons.ts';
import type { Asked, Facts } from './facts.ts';
import { hiddenPlaces } from './figures.ts';
import { placesAt, whole } from './places.ts';
import { lifeAsKnown } from './spells.ts';
import { nothing, plus, rounded, type Amount } from './tables.ts';

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

/** Rows of the view `households`. */
export const expectedHouseholds = (facts: Facts, asked: Asked): object[] => {
  const places = placesAt(facts, asked.boundary);
  const at = householdsAt(facts, asked);
  const hidden = hiddenPlaces(new Map([...at].map(([key, { households }]) => [key, households])));
  return [...at].map(([key, { households, persons }]) => {
    const told = ({ amount }: Amount): number | null => (hidden.has(key) ? null : rounded(amount / whole));
    return { ...places.namedBy(key), households: told(households), persons: told(persons), suppressed: hidden.has(key), exact: households.exact && persons.exact, as_of: asked.asOf, boundary: asked.boundary };
  });
};
