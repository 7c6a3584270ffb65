import type { Shown } from '../panels/spec.ts';
import type { Say, Text } from '../text.ts';

/** A text inside a statement. */
export const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** A code as people read it; one that the list does not have stays as it is, and an empty one is `unknown`. */
export const inWords = (say: Say, column: string, list: readonly Shown[], unknown: Text = { vi: 'không rõ', en: 'unknown' }): string =>
  `transform(toString(${column}), ['', ${list.map(({ value }) => quoted(String(value))).join(', ')}], [${[unknown, ...list.map(({ text }) => text)].map((text) => quoted(say(text))).join(', ')}], toString(${column}))`;

/** A whole number inside a text, its digits in groups of three: `23.207`, in English `23,207`. */
export const grouped = (say: Say, count: string): string => {
  const mark = say({ vi: '.', en: ',' });
  return `reverse(trim(TRAILING '${mark}' FROM replaceRegexpAll(reverse(toString(${count})), '([0-9]{3})', '\\\\1${mark}')))`;
};
