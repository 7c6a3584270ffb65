import { holding } from './expected-persons.ts';
import type { Asked, Facts } from './facts.ts';
import { placesAt } from './places.ts';
import { lifeAsKnown } from './spells.ts';
import { nothing, plus, type Amount } from './tables.ts';

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
