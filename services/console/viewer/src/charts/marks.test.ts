import { describe, expect, it } from 'vitest';
import { marksAt, namedMarks } from './marks.ts';

const mark = (from: number, to: number, text: string) => ({ from, to, text, color: 'purple' });

describe('names of marked times', () => {
  it('are written whole, the longest time first, and left to the tooltip where they would touch', () => {
    const named = namedMarks([mark(100, 110, 'Giỗ Tổ Hùng Vương'), mark(112, 140, 'Giải phóng miền Nam'), mark(900, 910, 'Quốc khánh')], { from: 0, to: 1000 }, 600);
    expect(named.map(({ label }) => label)).toEqual(['', 'Giải phóng miền Nam', 'Quốc khánh']);
  });
  it('stay above the chart at its edges', () => {
    const [first] = namedMarks([mark(0, 10, 'Ngày Nhà giáo Việt Nam')], { from: 0, to: 1000 }, 600);
    expect(first?.shift).toBeGreaterThan(0);
  });
  it('are left out where the span is longer than about a year', () => {
    const year = 366 * 86_400_000;
    expect([year, 2 * year].map((to) => namedMarks([mark(0, 86_400_000, 'Quốc khánh')], { from: 0, to }, 600).length)).toEqual([1, 0]);
  });
  it('are those of the span alone', () => {
    expect(namedMarks([mark(0, 10, 'trước'), mark(2000, 2010, 'sau')], { from: 10, to: 1000 }, 600)).toEqual([]);
  });
  it('belong to every instant from their beginning to before their end', () => {
    const marks = [mark(0, 10, 'A'), mark(5, 20, 'B')];
    expect([0, 5, 10, 20].map((time) => marksAt(marks, time))).toEqual([['A'], ['A', 'B'], ['B'], []]);
  });
});
