import type { AnswerField } from '@da06/console/api';
import { MappingType, SpecialValueMatch, ThresholdsMode, type FieldConfig } from '@grafana/grafana-foundation-sdk/dashboard';
import { describe, expect, test } from 'vitest';
import type { Language } from '../panels/renderer.ts';
import { themeOf } from './theme.ts';
import { answerOf, framesIn, panelOf, textsOf } from './test-frames.ts';

const noValue = 'chưa có dữ liệu';
const hidden: FieldConfig['mappings'] = [{ type: MappingType.SpecialValue, options: { match: SpecialValueMatch.NotANumber, result: { text: 'đã che', index: 0 } } }];

const texts = (column: Omit<AnswerField, 'name'>, defaults: FieldConfig = {}, language: Language = 'vi'): readonly string[] =>
  textsOf(framesIn(language, answerOf([{ name: 'x', ...column }]), panelOf(defaults))[0]?.fields[0]);

const colours = (values: readonly number[], defaults: FieldConfig): readonly (string | undefined)[] => {
  const field = framesIn('vi', answerOf([{ name: 'x', type: 'number', values }]), panelOf(defaults))[0]?.fields[0];
  return values.map((value) => field?.display?.(value).color);
};

const named = (...names: readonly string[]): readonly string[] => names.map((name) => themeOf('dark').visualization.getColorByName(name));

describe('what is not there', () => {
  test('a figure that is left out and a figure that is missing are told apart', () => {
    expect(texts({ type: 'number', values: ['nan', 'NaN', null] }, { noValue, mappings: hidden })).toEqual(['đã che', 'đã che', noValue]);
  });
  test('an empty text reads as the panel says', () => {
    expect(texts({ type: 'string', values: ['', null, 'Kiosk'] }, { noValue })).toEqual([noValue, noValue, 'Kiosk']);
  });
  test('null is mapped where a mapping names it, alone or with what is not a number', () => {
    const match = (special: SpecialValueMatch): FieldConfig => ({ mappings: [{ type: MappingType.SpecialValue, options: { match: special, result: { text: 'trống' } } }] });
    expect(texts({ type: 'number', values: [null, 1] }, match(SpecialValueMatch.Null))).toEqual(['trống', '1']);
    expect(texts({ type: 'number', values: [null, 'nan', 1] }, match(SpecialValueMatch.NullAndNan))).toEqual(['trống', 'trống', '1']);
    expect(texts({ type: 'string', values: ['', 'a'] }, match(SpecialValueMatch.Empty))).toEqual(['trống', 'a']);
    expect(texts({ type: 'boolean', values: [true, false] }, match(SpecialValueMatch.True))).toEqual(['trống', 'không']);
  });
});

describe('mappings', () => {
  const status: FieldConfig['mappings'] = [
    { type: MappingType.ValueToText, options: { 0: { text: 'tươi', color: 'green', index: 0 }, 2: { text: 'im lặng', color: 'red', index: 1 } } },
    { type: MappingType.RangeToText, options: { from: 10, to: null, result: { text: 'từ 10', color: 'purple', index: 2 } } },
  ];
  test('a value becomes its text, one without a mapping stays a number', () => {
    expect(texts({ type: 'number', values: [0, 2, 5, 1234.5, 9.5] }, { mappings: status })).toEqual(['tươi', 'im lặng', '5', 'từ 10', '9,5']);
  });
  test('a value takes the colour of its mapping', () => {
    expect(colours([0, 2, 10], { mappings: status })).toEqual(named('green', 'red', 'purple'));
  });
});

describe('thresholds', () => {
  const steps: FieldConfig = { thresholds: { mode: ThresholdsMode.Absolute, steps: [{ value: null, color: 'red' }, { value: 0, color: 'green' }, { value: 0.5, color: 'blue' }] } };
  test('a step begins at its value; the first has no bound below', () => {
    expect(colours([-7, -0.001, 0, 0.49, 0.5, 100], steps)).toEqual(named('red', 'red', 'green', 'green', 'blue', 'blue'));
  });
});

describe('texts, days and times', () => {
  test('a text stays a text, also where it looks like a number and the column has a unit', () => {
    expect(texts({ type: 'string', values: ['00', '01', '5/5', '1234567'] }, { unit: 'locale' })).toEqual(['00', '01', '5/5', '1234567']);
  });
  test('columns of days and months are written as people write them, others stay', () => {
    expect(texts({ type: 'string', values: ['2026-11-26', ''] })).toEqual(['26/11/2026', '']);
    expect(texts({ type: 'string', values: ['2026-10'] })).toEqual(['10/2026']);
    expect(texts({ type: 'string', values: ['2026-09-08 09:00'] })).toEqual(['08/09/2026 09:00']);
    expect(texts({ type: 'string', values: ['2026-10', 'cả năm'] })).toEqual(['2026-10', 'cả năm']);
    expect(texts({ type: 'string', values: ['2026-11-26'] }, {}, 'en')).toEqual(['2026-11-26']);
  });
  test('times are those of Vietnam, no finer than the column needs', () => {
    const midnight = Date.UTC(2026, 10, 25, 17);
    expect(texts({ type: 'time', values: [midnight, null] }, { noValue })).toEqual(['26/11/2026', noValue]);
    expect(texts({ type: 'time', values: [midnight, midnight + 60_000] })).toEqual(['26/11/2026 00:00', '26/11/2026 00:01']);
    expect(texts({ type: 'time', values: [midnight + 1_000] })).toEqual(['26/11/2026 00:00:01']);
    expect(texts({ type: 'time', values: [midnight] }, {}, 'en')).toEqual(['2026-11-26']);
  });
  test('yes and no are words', () => {
    expect([texts({ type: 'boolean', values: [true, false] }), texts({ type: 'boolean', values: [true, false] }, {}, 'en')]).toEqual([['có', 'không'], ['yes', 'no']]);
  });
  test('a script in a name is the name', () => {
    expect(texts({ type: 'string', values: ['<script>alert(1)</script>'] })).toEqual(['<script>alert(1)</script>']);
  });
});
