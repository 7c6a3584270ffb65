import { describe, expect, it } from 'vitest';
import { heatmapOption } from './heatmap.ts';
import { inputOf, midnight } from './input.fixture.ts';

const weeks = [midnight(2026, 11, 2), midnight(2026, 11, 9)];
const fields = [{ name: 'time', type: 'time', values: weeks }, { name: 'Chủ nhật', type: 'number', values: [5, null] }, { name: 'Thứ hai', type: 'number', values: [0, 20] }] as const;

describe('a heat map', () => {
  it('has a line for each column, the first one lowest, and a column for each instant', () => {
    const option = heatmapOption(inputOf({ type: 'heatmap', fields }));
    expect(option).toMatchObject({ yAxis: { data: ['Chủ nhật', 'Thứ hai'], inverse: false }, xAxis: { data: ['02/11', '09/11'] } });
    expect(option).toMatchObject({ series: [{ data: [{ value: [0, 0, 5] }, { value: [0, 1, 0] }, { value: [1, 1, 20] }] }] });
  });
  it('tells by a scale what its colours mean', () => {
    expect(heatmapOption(inputOf({ type: 'heatmap', fields, unit: 'percent' }))).toMatchObject({ visualMap: { min: 0, max: 20, text: ['20%', '0%'] } });
  });
  it('is nothing without a figure', () => {
    expect(heatmapOption(inputOf({ type: 'heatmap', fields: [fields[0], { ...fields[1], values: [null, null] }] }))).toBeUndefined();
  });
});
