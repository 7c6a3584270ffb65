import { describe, expect, it } from 'vitest';
import { inputOf, midnight } from './input.fixture.ts';
import { summaryOf } from './summary.ts';

describe('what is read out for a chart', () => {
  it('is its kind, title and span, and the newest figure of each series', () => {
    const input = inputOf({ type: 'timeseries', fields: [{ name: 'time', type: 'time', values: [midnight(2026, 11, 1), midnight(2026, 11, 2)] }, { name: 'Phòng', type: 'number', values: [1234, null] }, { name: 'Giường', type: 'number', values: [1, 2] }] });
    expect(summaryOf(input, false)).toBe('Biểu đồ theo thời gian: Tên bảng, từ 01/11/2026 đến 11/11/2026; mới nhất: Phòng 1.234; Giường 2.');
  });
  it('is its rows, and how many more there are', () => {
    const input = inputOf({ type: 'piechart', fields: [{ name: 'Loại', type: 'string', values: Array.from({ length: 8 }, (_, index) => `L${index}`) }, { name: 'Số', type: 'number', values: Array.from({ length: 8 }, (_, index) => index) }] });
    expect(summaryOf(input, false)).toBe('Biểu đồ tròn: Tên bảng; L0 0; L1 1; L2 2; L3 3; L4 4; L5 5; và 2 mục khác.');
  });
  it('says that there is nothing', () => {
    expect(summaryOf(inputOf({ type: 'barchart', fields: [] }), true)).toBe('Biểu đồ cột: Tên bảng, không có dữ liệu.');
  });
});
