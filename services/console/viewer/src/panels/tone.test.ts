import { colorManipulator, type Field } from '@grafana/data';
import { MappingType, ThresholdsMode, type FieldConfig } from '@grafana/grafana-foundation-sdk/dashboard';
import { describe, expect, test } from 'vitest';
import { answerOf, framesIn, panelOf } from '../frames/test-frames.ts';
import { themeOf } from '../frames/theme.ts';
import { groundOf, inkOn, readable, toneOf } from './tone.ts';

const toneIn = (defaults: FieldConfig, value: number): string | undefined => {
  const field: Field | undefined = framesIn('vi', answerOf([{ name: 'x', type: 'number', values: [value] }]), panelOf(defaults))[0]?.fields[0];
  const shown = field?.display?.(value);
  return field === undefined || shown === undefined ? 'none' : toneOf(field, value, shown, themeOf('dark'));
};

describe('what a value is coloured by', () => {
  const steps = (...colors: readonly string[]): FieldConfig => ({ thresholds: { mode: ThresholdsMode.Absolute, steps: colors.map((color, place) => ({ value: place === 0 ? null : place, color })) } });
  test('thresholds', () => {
    expect(toneIn(steps('green', 'red'), 1)).toBe(themeOf('dark').visualization.getColorByName('red'));
  });
  test('nothing where the board says nothing', () => {
    expect(toneIn({}, 1)).toBeUndefined();
  });
  test('nothing where the board says that it is neither good nor bad', () => {
    expect(toneIn(steps('text', 'red'), 0)).toBeUndefined();
  });
  test('a mapping, though there are no thresholds', () => {
    expect(toneIn({ mappings: [{ type: MappingType.ValueToText, options: { 3: { text: 'chưa có', color: 'gray' } } }] }, 3)).toBe('#808080');
  });
});

describe('colours can be read', () => {
  const names = ['green', 'yellow', 'red', 'blue', 'orange', 'purple', 'gray', 'super-light-green', 'dark-red'];
  for (const mode of ['light', 'dark'] as const) {
    const theme = themeOf(mode);
    test(`a text in a colour of a board holds 4.5 : 1 on a ${mode} panel`, () => {
      for (const name of names) expect(colorManipulator.getContrastRatio(readable(theme.visualization.getColorByName(name), theme), groundOf(theme)), name).toBeGreaterThanOrEqual(4.5);
    });
    test(`a text on a colour of a board holds 4.5 : 1 in the ${mode} theme`, () => {
      for (const name of names) {
        const ground = theme.visualization.getColorByName(name);
        expect(colorManipulator.getContrastRatio(inkOn(ground), ground), name).toBeGreaterThanOrEqual(4.5);
      }
    });
  }
});
