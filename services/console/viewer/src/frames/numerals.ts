import type { Language } from '../panels/renderer.ts';

const marks = { vi: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;

/**
 * A number as programs write it (`-1234.5`) the way people write it: `-1.234,5` in Vietnamese, `-1,234.5` in English. Anything else stays.
 * Four digits without a fraction stay together, for they may be a year; `always` parts them too.
 */
export const numeral = (text: string, language: Language, always = false): string => {
  const parts = /^([-+]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return text;
  const [, sign = '', whole = '', fraction] = parts;
  const { group, point } = marks[language];
  const apart = always || fraction !== undefined || whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, group) : whole;
  return `${sign}${apart}${fraction === undefined ? '' : point + fraction}`;
};

/** Without idle zeros after the point: `7.80` is `7.8`, `3.0` is `3`. */
export const trimmed = (text: string): string => (/^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text);

/** Thousands apart, at most `decimals` places after the point (three if none are given) and none that is idle. */
export const grouped = (value: number, decimals: number | undefined, language: Language): string => {
  const text = trimmed(value.toFixed(decimals ?? 3));
  return numeral(text === '-0' ? '0' : text, language, true);
};
