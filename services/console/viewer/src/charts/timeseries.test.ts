import { describe, expect, it } from 'vitest';
import { inputOf, midnight } from './input.fixture.ts';
import { timeseriesOption } from './timeseries.ts';

const days = [midnight(2026, 11, 1), midnight(2026, 11, 2), midnight(2026, 11, 3)];
const day = 86_400_000;
const bars = { drawStyle: 'bars', stacking: { mode: 'normal' } };

describe('lines over time', () => {
  it('draws each column of numbers as a line, and leaves a gap where there is no figure', () => {
    const option = timeseriesOption(inputOf({ type: 'timeseries', fields: [
      { name: 'time', type: 'time', values: days },
      { name: 'Phòng', type: 'number', values: [1, null, 3] },
      { name: 'Giường', type: 'number', values: [4, 5, 6] },
    ] }));
    expect(option).toMatchObject({
      series: [
        { type: 'line', name: 'Phòng', connectNulls: false, data: [{ value: [days[0], 1] }, { value: [days[1], '-'] }, { value: [days[2], 3] }] },
        { type: 'line', name: 'Giường', data: [{ value: [days[0], 4] }, { value: [days[1], 5] }, { value: [days[2], 6] }] },
        { type: 'line', data: [] },
      ],
    });
  });
  it('marks with a dot a figure that stands between two gaps, also among many', () => {
    const many = Array.from({ length: 60 }, (_, index) => midnight(2026, 9, 1) + index * day);
    const values = many.map((_, index) => (index === 1 ? null : index));
    const points = [timeseriesOption(inputOf({ type: 'timeseries', fields: [{ name: 'time', type: 'time', values: many }, { name: 'Số', type: 'number', values }] }))?.series].flat()[0]?.data;
    expect(points).toMatchObject({ 0: { symbol: 'circle' } });
    expect(points).not.toMatchObject({ 4: { symbol: 'circle' } });
  });
  it('names several lines in a legend, and a single one not', () => {
    const time = { name: 'time', type: 'time', values: days } as const;
    const [one, two] = ['Một', 'Hai'].map((name) => ({ name, type: 'number', values: [1, 2, 3] }) as const);
    if (one === undefined || two === undefined) throw new TypeError('Two columns.');
    expect(timeseriesOption(inputOf({ type: 'timeseries', fields: [time, one] }))).toMatchObject({ legend: { show: false } });
    expect(timeseriesOption(inputOf({ type: 'timeseries', fields: [time, one, two] }))).toMatchObject({ legend: { show: true, data: [{ name: 'Một' }, { name: 'Hai' }] } });
  });
  it('draws nothing where there is no figure at all', () => {
    expect(timeseriesOption(inputOf({ type: 'timeseries', fields: [{ name: 'time', type: 'time', values: days }, { name: 'Số', type: 'number', values: [null, null, null] }] }))).toBeUndefined();
    expect(timeseriesOption(inputOf({ type: 'timeseries', fields: [] }))).toBeUndefined();
  });
  it('draws the thresholds of a panel that shows them', () => {
    const fields = [{ name: 'time', type: 'time', values: days }, { name: 'Số', type: 'number', values: [1, 2, 3] }] as const;
    const thresholds = { mode: 'absolute', steps: [{ value: null, color: 'green' }, { value: 2, color: 'red' }] };
    expect(timeseriesOption(inputOf({ type: 'timeseries', fields, defaults: { thresholds, custom: { thresholdsStyle: { mode: 'line' } } } }))).toMatchObject({ series: [{ markLine: { data: [{ yAxis: 2, lineStyle: { type: 'solid' } }] } }, {}] });
    expect(timeseriesOption(inputOf({ type: 'timeseries', fields, defaults: { thresholds } }))).toMatchObject({ series: [{ markLine: { data: [] } }, {}] });
  });
});

describe('bars over time', () => {
  it('stand over the time that they count, and are stacked over the same days whichever a series has', () => {
    const option = timeseriesOption(inputOf({ type: 'timeseries', custom: bars, fields: [
      { name: 'time', type: 'time', values: [days[0] ?? 0, days[0] ?? 0, days[1] ?? 0] },
      { name: 'Loại', type: 'string', values: ['Ma túy', 'Kinh tế', 'Kinh tế'] },
      { name: 'Số vụ', type: 'number', values: [1, 2, 3] },
    ] }));
    const middle = days.map((time) => time + day / 2);
    expect(option).toMatchObject({
      series: [
        { type: 'bar', name: 'Kinh tế', stack: 'all', data: [{ value: [middle[0], 2] }, { value: [middle[1], 3] }] },
        { type: 'bar', name: 'Ma túy', stack: 'all', data: [{ value: [middle[0], 1] }, { value: [middle[1], '-'] }] },
        {},
      ],
    });
  });
  it('have room at both ends of the axis', () => {
    const range = { from: midnight(2026, 11, 1) + 3_600_000, to: midnight(2026, 11, 3) + 3_600_000 };
    const option = timeseriesOption(inputOf({ type: 'timeseries', custom: bars, range, fields: [{ name: 'time', type: 'time', values: days }, { name: 'Số', type: 'number', values: [1, 2, 3] }] }));
    expect(option).toMatchObject({ xAxis: { min: days[0], max: midnight(2026, 11, 4) } });
  });
});

describe('marked times', () => {
  it('are areas across the chart in their colour, with their name above', () => {
    const marks = [{ from: midnight(2026, 11, 2), to: midnight(2026, 11, 3), text: 'Ngày lễ', color: 'purple' }];
    const option = timeseriesOption(inputOf({ type: 'timeseries', marks, fields: [{ name: 'time', type: 'time', values: days }, { name: 'Số', type: 'number', values: [1, 2, 3] }] }));
    expect(option).toMatchObject({ series: [{}, { markArea: { data: [[{ name: 'Ngày lễ', xAxis: days[1] }, { xAxis: days[2] }]] } }] });
  });
});
