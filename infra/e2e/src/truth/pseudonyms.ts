/**
 * Person keys are keyed hashes that no truth can compute; what must hold is that each stands for one person and each person has one.
 * Learns which key stands for whom from rows that name both, and tells where that breaks.
 */
export const createPseudonyms = () => {
  const personOfKey = new Map<string, string>();
  const keyOfPerson = new Map<string, string>();
  const broken: string[] = [];
  return {
    learn: (key: string, person: string): void => {
      const knownPerson = personOfKey.get(key);
      const knownKey = keyOfPerson.get(person);
      if (knownPerson === undefined && knownKey === undefined) {
        personOfKey.set(key, person);
        keyOfPerson.set(person, key);
      } else if (knownPerson !== person || knownKey !== key) broken.push(`${key} stands for ${knownPerson ?? 'nobody'} and for ${person}, who has ${knownKey ?? 'no key'}`);
    },
    /** The person behind a key, or the key itself where nobody was learnt. */
    personOf: (key: string): string => personOfKey.get(key) ?? key,
    broken,
  };
};
export type Pseudonyms = ReturnType<typeof createPseudonyms>;
