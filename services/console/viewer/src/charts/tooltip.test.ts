import { describe, expect, it } from 'vitest';
import { tooltipText } from './tooltip.ts';

const size = { width: 400, height: 240, language: 'vi' } as const;

describe('a tooltip', () => {
  it('has a line for each row, the total and the marked times', () => {
    expect(tooltipText(size, { header: 'Tháng 11/2026', rows: [{ name: 'Ma túy', value: '3' }, { name: 'Kinh tế', value: '4' }], total: { name: 'Tổng', value: '7' }, notes: ['Quốc khánh'] })).toBe('Tháng 11/2026\nMa túy: 3\nKinh tế: 4\nTổng: 7\nQuốc khánh');
  });
  it('breaks long names and leaves nothing of them out', () => {
    const name = 'Phòng Cảnh sát quản lý hành chính về trật tự xã hội, Công an tỉnh Bình Phước và các đơn vị trực thuộc';
    expect(tooltipText(size, { header: name, rows: [] }).replaceAll('\n', ' ')).toBe(name);
  });
  it('shows mark-up in a name as text', () => {
    const text = tooltipText(size, { header: '<b>{a|b}</b>', rows: [{ marker: '{m|}', name: '{c|d}', value: '1' }] });
    expect(text.match(/\{\w+\|/g)).toEqual(['{m|']);
    expect(text.replaceAll('\u200b', '')).toBe('<b>{a|b}</b>\n{m|}{c|d}: 1');
  });
  it('keeps of too many rows those that weigh most, in their order, and says how many are left out', () => {
    const rows = Array.from({ length: 23 }, (_, index) => ({ name: `L${index}`, value: String(index), weight: index }));
    const lines = tooltipText(size, { header: 'H', rows }).split('\n');
    expect(lines.length * 20 + 20).toBeLessThanOrEqual(size.height);
    expect(lines.at(-2)).toBe('L22: 22');
    expect(lines.at(-1)).toBe(`và ${23 - (lines.length - 2)} mục khác`);
  });
});
