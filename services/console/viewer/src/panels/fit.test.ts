import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitted, lineHeight } from './fit.ts';
import type { Measure } from './measure.ts';

/** Every letter is half as wide as it is high. */
const measure: Measure = (text) => text.length / 2;
const limits = { least: 10, most: 100 };

test('a word is as large as the box is wide', () => {
  expect(fitted('abcd', { width: 100, height: 1_000 }, measure, limits)).toBe(50);
});
test('a word is as large as the box is high', () => {
  expect(fitted('abcd', { width: 1_000, height: 46 }, measure, limits)).toBe(40);
});
test('words stand on several lines where they are larger so', () => {
  expect(fitted('abcd efgh', { width: 100, height: 115 }, measure, limits)).toBe(50);
});
test('nothing is larger than what is allowed, nor smaller than what can be read', () => {
  expect(fitted('a', { width: 9_000, height: 9_000 }, measure, limits)).toBe(100);
  expect(fitted('abcdefghijklmnop', { width: 10, height: 10 }, measure, limits)).toBe(10);
  expect(fitted('', { width: 10, height: 10 }, measure, limits)).toBe(100);
});

/** Lines as a browser breaks them. */
const lines = (text: string, room: number): number => text.split(' ').reduce<readonly number[]>((all, word) => {
  const last = all.at(-1) ?? 0;
  return last > 0 && last + 0.5 + measure(word) <= room ? [...all.slice(0, -1), last + 0.5 + measure(word)] : [...all, measure(word)];
}, []).length;

test('what was fitted stands in its box, and one pixel more would not', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(words, fc.integer({ min: 60, max: 800 }), fc.integer({ min: 20, max: 400 }), (parts, width, height) => {
    const text = parts.join(' ');
    const size = fitted(text, { width, height }, measure, limits);
    const stands = (at: number): boolean => Math.max(...parts.map(measure)) * at <= width && lines(text, width / at) * at * lineHeight <= height;
    if (size > limits.least) expect(stands(size)).toBe(true);
    if (size < limits.most) expect(stands(size + 1)).toBe(false);
  }));
});
