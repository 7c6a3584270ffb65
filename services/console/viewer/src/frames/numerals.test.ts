import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grouped, numeral } from './numerals.ts';

const reading = { vi: (text: string) => Number(text.replaceAll('.', '').replace(',', '.')), en: (text: string) => Number(text.replaceAll(',', '')) };

test('what is written can be read back, in both languages', () => {
  fc.assert(fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.constantFrom('vi', 'en'), fc.boolean(), (thousandths, language, always) => {
    const value = thousandths / 1_000;
    expect(reading[language](numeral(String(value), language, always))).toBe(value);
    expect(reading[language](grouped(value, undefined, language))).toBe(value);
  }));
});

test('a text that is no plain number stays as it is', () => {
  for (const text of ['1e+21', 'NaN', '5/5', '', '1,5']) expect(numeral(text, 'vi')).toBe(text);
});
