import { MappingType } from '@grafana/grafana-foundation-sdk/dashboard';
import { describe, expect, test } from 'vitest';
import { answerOf, framesIn, panelOf } from '../frames/test-frames.ts';
import { folded, rowsOf, type Sorting } from './table-order.ts';

const fields = framesIn('vi', answerOf([
  { name: 'Đơn vị', type: 'string', values: ['Xã Tân Hưng', 'Phường Bình Long', 'Xã An Lộc', ''] },
  { name: 'Số', type: 'number', values: [10, null, 9, 'nan'] },
  { name: 'Ngày', type: 'string', values: ['2026-02-01', '2025-12-31', '2026-01-15', null] },
]), panelOf({}))[0]?.fields ?? [];

const sorted = (sorting?: Sorting): readonly number[] => rowsOf(fields, { filter: '', sorting });

describe('sorting', () => {
  test('without a wish rows stand as the answer has them', () => {
    expect(sorted()).toEqual([0, 1, 2, 3]);
  });
  test('numbers by size; what is missing comes last both ways', () => {
    expect([sorted({ column: 1, direction: 'ascending' }), sorted({ column: 1, direction: 'descending' })]).toEqual([[2, 0, 1, 3], [0, 2, 1, 3]]);
  });
  test('texts as Vietnamese orders them', () => {
    expect(sorted({ column: 0, direction: 'ascending' })).toEqual([1, 2, 0, 3]);
  });
  test('days by time, though they read day first', () => {
    expect(sorted({ column: 2, direction: 'descending' })).toEqual([0, 2, 1, 3]);
  });
  test('codes that a mapping turns into words, by the words', () => {
    const mapped = framesIn('vi', answerOf([{ name: 'x', type: 'string', values: ['a', 'b'] }]), panelOf({ mappings: [{ type: MappingType.ValueToText, options: { a: { text: 'z' }, b: { text: 'y' } } }] }))[0]?.fields ?? [];
    expect(rowsOf(mapped, { filter: '', sorting: { column: 0, direction: 'ascending' } })).toEqual([1, 0]);
  });
  test('equal rows stay in their order', () => {
    const equal = framesIn('vi', answerOf([{ name: 'x', type: 'number', values: [1, 0, 1, 0] }]), panelOf({}))[0]?.fields ?? [];
    expect(rowsOf(equal, { filter: '', sorting: { column: 0, direction: 'descending' } })).toEqual([0, 2, 1, 3]);
  });
});

describe('filtering', () => {
  const found = (filter: string): readonly number[] => rowsOf(fields, { filter, sorting: undefined });
  test('marks and capitals need not be typed', () => {
    expect([found('binh long'), found('BÌNH'), folded('Đường Độc Lập')]).toEqual([[1], [1], 'duong doc lap']);
  });
  test('every word is found somewhere in the row, as it is shown', () => {
    expect([found('xa 15/01'), found('xa 31/12'), found('  ')]).toEqual([[2], [], [0, 1, 2, 3]]);
  });
});
