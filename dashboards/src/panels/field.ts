import { FieldColorModeId, MappingType, SpecialValueMatch, ThresholdsConfigBuilder, ThresholdsMode, type DynamicConfigValue, type ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Say, Text } from '../text.ts';
import type { Column, Shown, Threshold } from './spec.ts';

/** What stands where a figure would tell of too few: not 0, and not "no data". */
const hidden: Text = { vi: 'đã che', en: 'left out' };

/** Codes as people read them; a NaN is a figure that is left out. */
export const mappings = (values: readonly Shown[], say: Say): ValueMapping[] => [
  ...(values.length === 0 ? [] : [{ type: MappingType.ValueToText as const, options: Object.fromEntries(values.map(({ value, text, color }, index) => [String(value), { text: say(text), index, ...(color !== undefined && { color }) }])) }]),
  { type: MappingType.SpecialValue, options: { match: SpecialValueMatch.NotANumber, result: { text: say(hidden), index: values.length } } },
];

export const thresholds = (steps: readonly Threshold[]): ThresholdsConfigBuilder =>
  new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps.map(({ from, color }) => ({ value: from, color })));

/** What is set for one column alone. */
export const propertiesOf = ({ unit, decimals, thresholds: steps, values, color, width, cell, link }: Column, say: Say): DynamicConfigValue[] => [
  ...(unit === undefined ? [] : [{ id: 'unit', value: unit }]),
  ...(decimals === undefined ? [] : [{ id: 'decimals', value: decimals }]),
  ...(steps === undefined ? [] : [{ id: 'thresholds', value: thresholds(steps).build() as unknown }, { id: 'color', value: { mode: 'thresholds' } }]),
  ...(values === undefined ? [] : [{ id: 'mappings', value: mappings(values, say) }]),
  ...(color === undefined ? [] : [{ id: 'color', value: { mode: FieldColorModeId.Fixed, fixedColor: color } }]),
  ...(width === undefined ? [] : [{ id: 'custom.width', value: width }]),
  ...(cell === undefined ? [] : [{ id: 'custom.cellOptions', value: cell === 'gauge' ? { type: 'gauge', mode: 'basic', valueDisplayMode: 'text' } : { type: 'color-background', mode: 'basic' } }]),
  ...(link === undefined ? [] : [{ id: 'links', value: [{ title: say(link.title), url: link.url }] }]),
];
