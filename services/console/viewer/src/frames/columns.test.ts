import { FieldType } from '@grafana/data';
import { expect, test } from 'vitest';
import { seriesFrames, tableFrame } from './columns.ts';
import { answerOf, framesIn, panelOf, shownIn } from './test-frames.ts';

const time = (...values: readonly number[]) => ({ name: 'time', type: 'time', values } as const);

test('rows of time, text and number become one series for each text, by name, over the same times', () => {
  const frames = seriesFrames([time(1, 1, 2, 3), { name: 'Loại', type: 'string', values: ['Nữ', 'Nam', 'Nam', 'Nữ'] }, { name: 'Số', type: 'number', values: [10, 20, 21, 12] }]);
  expect(frames.map(({ fields }) => fields.map(({ name, values, labels }) => ({ name, values, labels })))).toEqual([
    [{ name: 'time', values: [1, 2, 3], labels: undefined }, { name: 'Nam', values: [20, 21, null], labels: { 'Loại': 'Nam' } }],
    [{ name: 'time', values: [1, 2, 3], labels: undefined }, { name: 'Nữ', values: [10, null, 12], labels: { 'Loại': 'Nữ' } }],
  ]);
});

test('several numbers beside a text give a series each, called by both', () => {
  const frames = seriesFrames([time(1), { name: 'Loại', type: 'string', values: ['Nam'] }, { name: 'a', type: 'number', values: [1] }, { name: 'b', type: 'number', values: [2] }]);
  expect(frames.map(({ fields }) => fields[1]?.name)).toEqual(['a Nam', 'b Nam']);
});

test('names are ordered as numbers are, where they begin with one', () => {
  const frames = seriesFrames([time(1, 1, 1), { name: 'm', type: 'string', values: ['10 c', '9 b', '1 a'] }, { name: 'n', type: 'number', values: [1, 2, 3] }]);
  expect(frames.map(({ fields }) => fields[1]?.name)).toEqual(['1 a', '9 b', '10 c']);
});

test('columns beside a time become a series each, in the order of the answer', () => {
  const frames = seriesFrames([time(1, 2), { name: 'Sinh', type: 'number', values: [3, 'nan'] }, { name: 'Chết', type: 'number', values: [null, '5'] }]);
  expect(frames.map(({ fields }) => [fields[1]?.name, fields[1]?.values])).toEqual([['Sinh', [3, NaN]], ['Chết', [null, 5]]]);
});

test('texts over time, with no number beside them, are states: series of texts', () => {
  expect(seriesFrames([time(1), { name: 'Tình trạng', type: 'string', values: ['mở'] }]).map(({ fields }) => fields[1]?.type)).toEqual([FieldType.string]);
});

test('an answer without a time is a table whatever it was asked as', () => {
  expect(seriesFrames([{ name: 'a', type: 'number', values: [1, 2] }])).toEqual([tableFrame([{ name: 'a', type: 'number', values: [1, 2] }])]);
});

test('no rows give series without points, or none', () => {
  expect(seriesFrames([time(), { name: 'Số', type: 'number', values: [] }]).map(({ length }) => length)).toEqual([0]);
  expect(seriesFrames([time(), { name: 'm', type: 'string', values: [] }, { name: 'n', type: 'number', values: [] }])).toEqual([]);
});

test('names that a statement gives for itself are not shown', () => {
  expect(shownIn(framesIn('en', answerOf([time(Date.UTC(2026, 9, 31, 17)), { name: 'Births', type: 'number', values: [1] }], 0), panelOf({})))).toEqual([{ Time: ['2026-11-01'], Births: ['1'] }]);
  expect(shownIn(framesIn('vi', answerOf([{ name: 'value', type: 'number', values: [1] }]), panelOf({}, { title: 'Số vụ' })))).toEqual([{ 'Số vụ': ['1'] }]);
});
