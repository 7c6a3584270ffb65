import { canonicalOf, type Link } from '@da06/domain';

/** All papers of the persons behind some papers: themselves, the cards of old ones, and every old paper of these cards. Order-free. */
export const withAliases = (persons: Iterable<string>, links: Iterable<Link>): ReadonlySet<string> => {
  const known = [...links];
  const canonical = canonicalOf(known);
  const named = new Set(persons);
  const all = new Set([...named].flatMap((person) => [person, canonical(person)]));
  for (const { cmndKey } of known) if (all.has(canonical(cmndKey))) all.add(cmndKey);
  return all;
};
