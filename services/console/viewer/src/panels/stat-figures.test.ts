import { formattedValueToString } from '@grafana/data';
import type { AnswerField } from '@da06/console/api';
import { describe, expect, test } from 'vitest';
import { answerOf, framesIn, panelOf } from '../frames/test-frames.ts';
import { themeOf } from '../frames/theme.ts';
import { figuresOf, layoutOf, type Figure } from './stat-figures.ts';

const figures = (fields: readonly AnswerField[]): readonly Figure[] => figuresOf({ frames: framesIn('vi', answerOf(fields), panelOf({ noValue: 'chưa có dữ liệu' })), theme: themeOf('dark') });
const number = (name: string, ...values: AnswerField['values']): AnswerField => ({ name, type: 'number', values });
const read = (all: readonly Figure[]) => all.map(({ name, shown, change }) => [name, formattedValueToString(shown), ...(change === undefined ? [] : [formattedValueToString(change.shown)])]);

describe('figures of a stat', () => {
  test('each column gives one: the last value that is there', () => {
    expect(read(figures([number('Chết', 1, 0, null), number('Bị thương', 54)]))).toEqual([['Chết', '0'], ['Bị thương', '54']]);
  });
  test('a column without values reads as the board says', () => {
    expect(read(figures([number('Số vụ', null)]))).toEqual([['Số vụ', 'chưa có dữ liệu']]);
  });
  test('a difference belongs to the figure before it, with its sign', () => {
    expect(read(figures([number('người', 4441), number('so với tuần trước', 2)]))).toEqual([['người', '4441', '+2']]);
    expect(read(figures([number('people', 10), number('against last week', -3)]))).toEqual([['people', '10', '-3']]);
    expect(read(figures([number('x', 1), number('so với tuần trước', 0)]))).toEqual([['x', '1', '0']]);
  });
  test('a difference of nothing is a figure of its own', () => {
    expect(read(figures([number('so với tuần trước', 2)]))).toEqual([['so với tuần trước', '2']]);
  });
});

describe('how large they are', () => {
  const type = { measure: (text: string) => text.length * 0.6, page: 14 };
  const two = figures([number('Chết', 0), number('Bị thương', 54)]);
  test('side by side in a wide place, below each other in a narrow one', () => {
    expect([layoutOf(two, { width: 600, height: 120 }, true, type).columns, layoutOf(two, { width: 80, height: 400 }, true, type).columns]).toEqual([2, 1]);
  });
  test('a longer number is smaller, so that it stands in its place', () => {
    const size = (value: number): number => layoutOf(figures([number('x', value)]), { width: 200, height: 200 }, false, type).size;
    expect(size(1_234_567)).toBeLessThan(size(1));
    expect(type.measure('1.234.567') * size(1_234_567)).toBeLessThanOrEqual(200 - 16);
  });
  test('words are never as large as figures', () => {
    const words = figures([{ name: 'Nguồn', type: 'string', values: ['Sổ'] }]);
    expect(layoutOf(words, { width: 400, height: 150 }, false, type).size).toBeLessThan(layoutOf(figures([number('x', 1)]), { width: 400, height: 150 }, false, type).size / 2);
  });
});
