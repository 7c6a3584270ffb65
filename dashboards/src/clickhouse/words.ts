import type { Shown } from '../panels/spec.ts';
import type { Say, Text } from '../text.ts';

/** A text inside a statement. */
export const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** A code as people read it; one that the list does not have stays as it is, and an empty one is `unknown`. */
export const inWords = (say: Say, column: string, list: readonly Shown[], unknown: Text = { vi: 'không rõ', en: 'unknown' }): string =>
  `transform(toString(${column}), ['', ${list.map(({ value }) => quoted(String(value))).join(', ')}], [${[unknown, ...list.map(({ text }) => text)].map((text) => quoted(say(text))).join(', ')}], toString(${column}))`;
