import type { VariableModel } from '@grafana/grafana-foundation-sdk/dashboard';
import { describe, expect, it } from 'vitest';
import { allowed, choicesOf, found, listedOptions, textOf, toggled, valuesOf, variablesOf, type Variable } from './variables.ts';

const unit: Variable = { name: 'unit', label: 'Đơn vị', description: undefined, kind: 'asked', several: true, withAll: true, shown: true, options: [], first: 'all', firstText: 'Tất cả' };
const boundary: Variable = { ...unit, name: 'boundary', several: false, withAll: false, first: ['each'], firstText: 'từng thời điểm' };
const options = [{ value: 'A', text: 'Tân Khai' }, { value: 'B', text: 'Đồng Nơ' }, { value: 'C', text: 'An Khương' }];

describe('the choices above a board', () => {
  it('are those of its JSON, without the data source', () => {
    const list = JSON.parse(JSON.stringify([
      { type: 'datasource', name: 'datasource', current: { text: 'DA06', value: 'x' } },
      { type: 'query', name: 'unit', label: 'Đơn vị', multi: true, includeAll: true, current: { text: 'Tất cả', value: '$__all' } },
      { type: 'custom', name: 'size', query: 'nhỏ : s, lớn : l', hide: 2 },
      { type: 'textbox', name: 'text', query: 'abc' },
    ])) as VariableModel[];
    expect(variablesOf({ templating: { list } }).map(({ name, kind, several, shown, first }) => [name, kind, several, shown, first]))
      .toEqual([['unit', 'asked', true, true, 'all'], ['size', 'listed', false, false, ['s']], ['text', 'typed', false, true, ['abc']]]);
  });
  it('that stand in the JSON keep commas of their own', () => {
    expect(listedOptions('a, b : 2, c\\, d')).toEqual([{ value: 'a', text: 'a' }, { value: '2', text: 'b' }, { value: 'c, d', text: 'c, d' }]);
  });
  it('are taken from the address, else as the board begins', () => {
    expect(choicesOf([unit, boundary], { variables: { unit: ['A', 'B'], boundary: ['2025', '2024'] } })).toEqual({ unit: ['A', 'B'], boundary: ['2025'] });
    expect(choicesOf([unit, boundary], { variables: { unit: ['$__all'] } })).toEqual({ unit: 'all', boundary: ['each'] });
    expect(valuesOf('all')).toEqual(['$__all']);
  });
  it('give up what there is no longer', () => {
    expect(allowed(unit, ['A', 'gone'], options)).toEqual(['A']);
    expect(allowed(unit, ['gone'], options)).toBe('all');
    expect(allowed(boundary, ['gone'], options)).toEqual(['A']);
    expect(allowed(unit, 'all', options)).toBe('all');
  });
  it('are told by their texts, before the options are there by the board’s own', () => {
    expect(textOf(unit, ['A', 'B'], options, 'Tất cả')).toBe('Tân Khai, Đồng Nơ');
    expect(textOf(boundary, ['each'], [], 'Tất cả')).toBe('từng thời điểm');
    expect(textOf(unit, 'all', options, 'Tất cả')).toBe('Tất cả');
  });
  it('begin with the one that is ticked, and are all when none or all are', () => {
    expect(toggled(unit, 'all', 'B', options)).toEqual(['B']);
    expect(toggled(unit, ['C'], 'A', options)).toEqual(['A', 'C']);
    expect(toggled(unit, ['A'], 'A', options)).toBe('all');
    expect(toggled(unit, ['A', 'B'], 'C', options)).toBe('all');
  });
  it('are found without accents', () => {
    expect(found(options, 'dong no').map(({ value }) => value)).toEqual(['B']);
    expect(found(options, 'KHAI').map(({ value }) => value)).toEqual(['A']);
    expect(found(options, ' ')).toHaveLength(3);
  });
});
