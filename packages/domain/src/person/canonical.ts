/** A link of two papers of one person, as `person.linked` tells it. */
export type Link = { readonly cmndKey: string; readonly cccdKey: string };

/**
 * The person behind each paper: a star of depth one (architecture.md, Identities). A CMND that was seen with exactly one CCCD is that person's; one that
 * was seen with several is ambiguous and stands for itself alone, as any other paper does. Order-free.
 */
export const canonicalOf = (links: Iterable<Link>): ((person: string) => string) => {
  const cardsOf = new Map<string, Set<string>>();
  for (const { cmndKey, cccdKey } of links) cardsOf.set(cmndKey, (cardsOf.get(cmndKey) ?? new Set()).add(cccdKey));
  return (person) => {
    const [card, another] = cardsOf.get(person) ?? [];
    return card !== undefined && another === undefined ? card : person;
  };
};
