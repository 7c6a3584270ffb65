import { FieldType } from '@grafana/data';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthsOf, type Shown } from './table-widths.ts';

const measures = { cell: (text: string) => text.length / 2, header: (text: string) => text.length / 2, size: 10 };
const column = (name: string, texts: readonly string[], width?: number): Shown => ({ name, texts, beside: 0, field: { name, type: FieldType.string, values: [], config: width === undefined ? {} : { custom: { width } } } });
const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

describe('columns of a table', () => {
  test('room to spare goes to columns that the board leaves free', () => {
    const [fixed, free] = widthsOf([column('a', ['b'], 100), column('c', ['d'])], 500, measures);
    expect([fixed, free]).toEqual([100, 400]);
  });
  test('where the board sets all, all grow alike', () => {
    expect(widthsOf([column('a', ['b'], 100), column('c', ['d'], 300)], 800, measures)).toEqual([200, 600]);
  });
  test('a column set wider than what it shows gives way before a sentence is broken', () => {
    const sentence = 'một câu dài hơn một cột hẹp';
    const [fixed, free] = widthsOf([column('a', ['b'], 300), column('c', [sentence])], 300, measures);
    expect(free).toBe((sentence.length / 2 + 1.4) * 10);
    expect(fixed).toBeCloseTo(300 - (sentence.length / 2 + 1.4) * 10);
  });
  test('in too narrow a room no word is cut: the table is wider', () => {
    const [width] = widthsOf([column('x', ['W25326@2025'])], 10, measures);
    expect(width).toBeGreaterThanOrEqual('W25326@2025'.length / 2 * 10);
  });
  test('where the table scrolls anyway, a sentence has room to be read', () => {
    const sentence = 'một câu rất dài mà người đọc cần đọc được trên điện thoại';
    expect(widthsOf([column('x', [sentence])], 10, measures)).toEqual([200]);
  });
  test('the room is filled, and exactly where the columns fit, whatever they are', () => {
    const any = fc.array(fc.record({ name: fc.stringMatching(/^[a-z ]{1,20}$/), texts: fc.array(fc.stringMatching(/^[a-z ]{0,60}$/), { maxLength: 4 }), width: fc.option(fc.integer({ min: 40, max: 400 }), { nil: undefined }) }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(any, fc.integer({ min: 300, max: 2_000 }), (shown, room) => {
      const widths = widthsOf(shown.map(({ name, texts, width }) => column(name, texts, width)), room, measures);
      expect(widths.every((width) => width > 0)).toBe(true);
      expect(sum(widths)).toBeGreaterThan(room - 0.001);
      const scrolling = widthsOf(shown.map(({ name, texts, width }) => column(name, texts, width)), 0, measures);
      if (sum(scrolling) <= room) expect(sum(widths)).toBeCloseTo(room);
    }));
  });
});
