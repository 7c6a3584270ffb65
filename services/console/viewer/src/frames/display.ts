import { FieldType, type DisplayProcessor, type DisplayValue, type Field } from '@grafana/data';
import type { Language } from '../panels/renderer.ts';
import { mappedText } from './mapping.ts';
import { grouped, numeral, trimmed } from './numerals.ts';
import { dateText, grainOf, isDates, timeText } from './times.ts';
import { suffixIn } from './units.ts';

const yesNo = { vi: ['có', 'không'], en: ['yes', 'no'] } as const;

const isTimeUnit = (unit: string | undefined): boolean => unit?.startsWith('dateTime') === true || unit?.startsWith('time:') === true;

const withoutAffixes = ({ prefix: _prefix, suffix: _suffix, ...rest }: DisplayValue, text: string): DisplayValue => ({ ...rest, text });

/** `short` is for what is long: a thousand is written out (`1.064` is shorter than `1,06 nghìn`, and exact). */
const isWhole = (unit: string | undefined, value: number): boolean => unit === 'locale' || (unit === 'short' && Math.abs(value) >= 1_000 && Math.abs(value) < 1_000_000);

/** The text of a number that Grafana has scaled and rounded, in the marks and words of a language. */
const spoken = (shown: DisplayValue, { config }: Field, language: Language): DisplayValue => {
  const { unit, decimals } = config;
  if (isWhole(unit, shown.numeric)) return withoutAffixes(shown, grouped(shown.numeric, decimals ?? (unit === 'short' ? 0 : undefined), language));
  const text = numeral(decimals === undefined || decimals === null ? trimmed(shown.text) : shown.text, language);
  return shown.suffix === undefined ? { ...shown, text } : { ...shown, text, suffix: suffixIn(language, unit, shown.suffix) };
};

/**
 * A field's display in a language: what a mapping says stays; numbers, days and times are written as people write them; a text stays text,
 * also where it looks like a number ("00").
 */
export const displayIn = (language: Language, field: Field): DisplayProcessor => {
  const base = field.display;
  if (base === undefined) throw new TypeError('A field is displayed after its settings are applied.');
  const asTime = field.type === FieldType.time || isTimeUnit(field.config.unit);
  const grain = field.type === FieldType.time ? grainOf(field.values) : 'second';
  const asDates = field.type === FieldType.string && isDates(field.values);
  const empty = (shown: DisplayValue): DisplayValue => withoutAffixes(shown, field.config.noValue ?? '');

  return (value, decimals) => {
    const shown = base(value, decimals);
    if (mappedText(field.config.mappings, value) !== undefined) return shown;
    if (value === null || value === undefined || value === '') return empty(shown);
    if (asTime && typeof value === 'number') return Number.isFinite(value) ? withoutAffixes(shown, timeText(value, language, grain)) : empty(shown);
    if (typeof value === 'boolean') return withoutAffixes(shown, yesNo[language][value ? 0 : 1]);
    if (typeof value === 'string') return { ...withoutAffixes(shown, asDates ? dateText(value, language) : value), numeric: NaN };
    return Number.isFinite(shown.numeric) ? spoken(shown, field, language) : shown;
  };
};
