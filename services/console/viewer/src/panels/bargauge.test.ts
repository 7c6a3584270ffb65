import type { AnswerField } from '@da06/console/api';
import { describe, expect, test } from 'vitest';
import { answerOf, framesIn, panelOf } from '../frames/test-frames.ts';
import { themeOf } from '../frames/theme.ts';
import { barsOf } from './bargauge.ts';

const bars = (fields: readonly AnswerField[], reduceOptions: object = { values: true, limit: 60 }, defaults: object = {}) => {
  const panel = panelOf(defaults, { type: 'bargauge', options: { reduceOptions } });
  return barsOf({ frames: framesIn('vi', answerOf(fields), panel), panel, theme: themeOf('dark') }).map(({ name, text, part }) => [name, text, part]);
};
const stages: readonly AnswerField[] = [{ name: 'Giai đoạn', type: 'string', values: ['Trong kế hoạch', 'Đã đạt đích', 'Khác'] }, { name: 'Số', type: 'number', values: [40, 10, null] }];

describe('bars', () => {
  test('each row has one, a part of the longest', () => {
    expect(bars(stages)).toEqual([['Trong kế hoạch', '40', 1], ['Đã đạt đích', '10', 0.25], ['Khác', '', 0]]);
  });
  test('bounds of the board hold', () => {
    expect(bars(stages, { values: true }, { min: 0, max: 80 }).map(([, , part]) => part)).toEqual([0.5, 0.125, 0]);
  });
  test('no more than the board wants', () => {
    expect(bars(stages, { values: true, limit: 1 })).toHaveLength(1);
  });
  test('without rows of its own each column has one, for its last value', () => {
    expect(bars([{ name: 'a', type: 'number', values: [1, 2] }, { name: 'b', type: 'number', values: [3, 4] }], { values: false })).toEqual([['a', '2', 0.5], ['b', '4', 1]]);
  });
  test('zeros alone are no bars', () => {
    expect(bars([{ name: 'a', type: 'string', values: ['x'] }, { name: 'b', type: 'number', values: [0] }])).toEqual([['x', '0', 0]]);
  });
});
