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

/** Thousands apart; as many places after the point as are asked for, at most three and none that is idle where none are. */
export const grouped = (value: number, decimals: number | undefined, language: Language): string => {
  const plain = value.toFixed(decimals ?? 3);
  const text = decimals === undefined ? plain.replace(/\.?0+$/, '') : plain;
  return numeral(/^-[0.]+$/.test(text) ? text.slice(1) : text, language, true);
};
