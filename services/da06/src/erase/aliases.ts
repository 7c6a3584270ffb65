/** A link of two papers of one person, as `person.linked` tells it. */
export type Link = { readonly cmndKey: string; readonly cccdKey: string };

/**
 * The other papers of persons: a star of depth one (architecture.md, Identities). A CMND that was seen with exactly one CCCD is the same
 * person; one that was seen with several is ambiguous and stands for itself alone. Order-free.
 */
export const withAliases = (persons: Iterable<string>, links: Iterable<Link>): ReadonlySet<string> => {
  const cccdsOf = new Map<string, Set<string>>();
  for (const { cmndKey, cccdKey } of links) {
    const known = cccdsOf.get(cmndKey);
    if (known === undefined) cccdsOf.set(cmndKey, new Set([cccdKey]));
    else known.add(cccdKey);
  }
  const only = (cmnd: string): string | undefined => {
    const cccds = [...(cccdsOf.get(cmnd) ?? [])];
    return cccds.length === 1 ? cccds[0] : undefined;
  };
  const named = new Set(persons);
  const all = new Set([...named].flatMap((person) => [person, only(person) ?? person]));
  for (const cmnd of cccdsOf.keys()) if (all.has(only(cmnd) ?? '')) all.add(cmnd);
  return all;
};
