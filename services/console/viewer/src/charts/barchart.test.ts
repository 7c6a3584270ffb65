import type { EChartsOption } from 'echarts';
import { describe, expect, it } from 'vitest';
import { barchartOption } from './barchart.ts';
import { inputOf } from './input.fixture.ts';

const sexes = [{ name: 'Nhóm tuổi', type: 'string', values: ['85+', '00-04'] }, { name: 'Nam', type: 'number', values: [-3, -168] }, { name: 'Nữ', type: 'number', values: [7, 152] }] as const;
const lying = { orientation: 'horizontal', stacking: 'normal' };

/** What the axis of figures writes at -200. */
const lowest = (option: EChartsOption | undefined): unknown => {
  const axis = [option?.xAxis].flat()[0];
  const write = axis?.type === 'value' ? axis.axisLabel?.formatter : undefined;
  return typeof write === 'function' ? write(-200, 0, undefined) : undefined;
};

describe('bars for rows', () => {
  it('stand in groups, one for each column of numbers', () => {
    const option = barchartOption(inputOf({ type: 'barchart', options: { orientation: 'vertical', stacking: 'none' }, fields: [{ name: 'Giờ', type: 'string', values: ['00', '01'] }, { name: 'Số vụ', type: 'number', values: [1, null] }, { name: 'Số tin', type: 'number', values: [3, 4] }] }));
    expect(option).toMatchObject({ xAxis: { type: 'category', data: ['00', '01'] }, yAxis: { type: 'value' }, series: [{ name: 'Số vụ', data: [{ value: 1 }, { value: '-' }] }, { name: 'Số tin', data: [{ value: 3 }, { value: 4 }] }] });
    expect([option?.series].flat()[0]).not.toHaveProperty('stack');
  });
  it('lie stacked, the first row on top', () => {
    const option = barchartOption(inputOf({ type: 'barchart', options: lying, fields: sexes }));
    expect(option).toMatchObject({ yAxis: { type: 'category', data: ['85+', '00-04'], inverse: true }, xAxis: { type: 'value' }, series: [{ stack: 'all' }, { stack: 'all' }] });
  });
  it('are written as their column writes values, where there is room for it', () => {
    const fields = [{ name: 'Tháng', type: 'string', values: ['10/2026'] }, { name: 'Tỷ lệ', type: 'number', values: [0.25] }] as const;
    const option = barchartOption(inputOf({ type: 'barchart', unit: 'percentunit', fields }));
    const [series] = [option?.series].flat();
    expect(series).toMatchObject({ data: [{ label: { show: true } }] });
    const narrow = barchartOption(inputOf({ type: 'barchart', fields: [{ name: 'Giờ', type: 'string', values: Array.from({ length: 60 }, (_, at) => String(at)) }, { name: 'Số', type: 'number', values: Array.from({ length: 60 }, () => 12_345) }] }));
    expect([narrow?.series].flat()[0]).toMatchObject({ data: { 0: { label: { show: false } } } });
  });
  it('are nothing when no row has a figure', () => {
    expect(barchartOption(inputOf({ type: 'barchart', fields: [{ name: 'Giờ', type: 'string', values: ['00'] }, { name: 'Số', type: 'number', values: [null] }] }))).toBeUndefined();
    expect(barchartOption(inputOf({ type: 'barchart', options: lying, fields: [{ name: 'Giờ', type: 'string', values: ['00'] }, { name: 'Số', type: 'number', values: [null] }] }))).toBeUndefined();
    expect(barchartOption(inputOf({ type: 'barchart', fields: [] }))).toBeUndefined();
  });
});

describe('a pyramid', () => {
  it('has one column to the left, and writes its numbers without the sign that tells the side', () => {
    const option = barchartOption(inputOf({ type: 'barchart', options: lying, fields: sexes, size: { width: 900, height: 500 } }));
    expect(lowest(option)).toBe('200');
    expect(option).toMatchObject({ series: [{ data: [{ value: -3 }, { value: -168 }] }, { data: [{ value: 7 }, { value: 152 }] }] });
  });
  it('is no pyramid when both columns go the same way: the sign stays', () => {
    const option = barchartOption(inputOf({ type: 'barchart', options: lying, fields: [{ name: 'Đơn vị', type: 'string', values: ['A', 'B'] }, { name: 'Đến', type: 'number', values: [-3, 2] }, { name: 'Đi', type: 'number', values: [1, 2] }] }));
    expect(lowest(option)).toBe('-200');
  });
});
