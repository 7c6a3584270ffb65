import { foldName } from '@da06/domain';

/** The values a field may have, and the Vietnamese words that people write for them, folded. */
export type Choices = { readonly allowed: readonly string[]; readonly words: ReadonlyMap<string, string> };

/** Values with the words for each. @throws TypeError for a word of two values. */
export const choices = (values: Readonly<Record<string, readonly string[]>>): Choices => {
  const words = new Map<string, string>();
  for (const [value, ofValue] of Object.entries(values)) {
    for (const word of ofValue.map(foldName)) {
      if (words.has(word)) throw new TypeError(`"${word}" would mean two values.`);
      words.set(word, value);
    }
  }
  return { allowed: Object.keys(values), words };
};
