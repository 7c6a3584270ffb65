import { describe, expect, it } from 'vitest';
import { numberIn, numberText, typed } from './numbers.ts';

describe('a number as people write it', () => {
  it.each([['1.234', 1234], ['1.234.567', 1_234_567], ['1.234,5', 1234.5], ['12,5', 12.5], ['12.5', 12.5], ['1234', 1234], [' 1 234 ', 1234], ['0', 0], ['-3', -3], ['1.2345', 1.2345]])('%s is %d', (text, value) => expect(numberIn(text)).toBe(value));
  it.each(['', 'abc', '1,2,3', '1.23.456', '12a', '--1', '1,'])('%j is none', (text) => expect(numberIn(text)).toBeUndefined());
  it('is read back as it was typed', () => {
    for (const value of [0, 12.5, 1234, 0.001]) expect(numberIn(typed(value))).toBe(value);
    expect(typed(null)).toBe('');
  });
  it('is shown with its language’s marks', () => expect([numberText(1234.5, 'vi'), numberText(1234.5, 'en')]).toEqual(['1.234,5', '1,234.5']));
});
