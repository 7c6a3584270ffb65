import { loadLocality } from '@da06/reference';
import type { Text } from '../text.ts';

const defined = new Map(loadLocality().indicatorDefinitions.map((definition) => [definition.code, definition]));

/** Sentences as one: the description of a tile is one sentence. */
const joined = (text: string): string => `${text.trim().replace(/\.$/, '').replaceAll(/[.?!]\s+/g, '; ')}.`;

/** What an indicator means, from the definitions that the view `indicator_definitions` shows, with its unit of counting. @throws RangeError for a code that is not defined. */
export const definitionOf = (code: string): Text => {
  const found = defined.get(code);
  if (found === undefined) throw new RangeError(`${code} is not defined.`);
  return { vi: joined(found.definitionVi), en: joined(found.definitionEn === '' ? found.en : found.definitionEn) };
};

/** The name of an indicator. @throws RangeError for a code that is not defined. */
export const nameOfIndicator = (code: string): Text => {
  const found = defined.get(code);
  if (found === undefined) throw new RangeError(`${code} is not defined.`);
  return { vi: found.vi, en: found.en };
};
