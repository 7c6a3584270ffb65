import { describe, expect, it } from 'vitest';
import { inputOf } from './input.fixture.ts';
import { piechartOption } from './piechart.ts';

const fields = [{ name: 'Lý do', type: 'string', values: ['Du lịch', 'Công tác', 'không rõ'] }, { name: 'Lượt', type: 'number', values: [1500, 500, null] }] as const;

describe('a pie', () => {
  it('has a slice for each row, in a colour of its own', () => {
    const option = piechartOption(inputOf({ type: 'piechart', fields }));
    expect(option).toMatchObject({ series: [{ type: 'pie', data: [{ name: 'Du lịch', value: 1500 }, { name: 'Công tác', value: 500 }, { name: 'không rõ', value: '-' }] }] });
    expect(new Set(JSON.stringify(option?.series).match(/"color":"[^"]+"/g)).size).toBe(3);
  });
  it('has a table beside it with each name, value and share', () => {
    const legend = [piechartOption(inputOf({ type: 'piechart', fields }))?.legend].flat()[0];
    const write = legend?.formatter;
    if (typeof write !== 'function') throw new TypeError('A legend writes its rows.');
    expect(write('Du lịch')).toBe('{name|Du lịch}{value|1.500}{share|75%}');
    expect(write('không rõ')).toBe('{name|không rõ}{value|chưa có dữ liệu}{share|}');
  });
  it('stands above its table where there is no room beside it', () => {
    const placeIn = (width: number): unknown => [piechartOption(inputOf({ type: 'piechart', fields, size: { width, height: 300 } }))?.legend].flat()[0]?.top;
    expect([placeIn(390), placeIn(900)]).toEqual([expect.any(Number), 'middle']);
  });
  it('is nothing when no row has a figure', () => {
    expect(piechartOption(inputOf({ type: 'piechart', fields: [{ name: 'Lý do', type: 'string', values: ['Du lịch'] }, { name: 'Lượt', type: 'number', values: [null] }] }))).toBeUndefined();
  });
});
