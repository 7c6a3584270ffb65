import { describe, expect, it } from 'vitest';
import { shorten, widthOf, wrap } from './measure.ts';

const name = 'Phòng Cảnh sát quản lý hành chính về trật tự xã hội';

describe('texts of a chart', () => {
  it('stay whole where there is room', () => {
    expect(shorten(name, widthOf(name) + 1)).toBe(name);
    expect(wrap(name, 1000, 1)).toBe(name);
  });
  it('end with an ellipsis within the room there is', () => {
    const short = shorten(name, 100);
    expect(short).toMatch(/^Phòng .*…$/);
    expect(widthOf(short)).toBeLessThanOrEqual(100);
  });
  it('break between words, and only the last line is shortened', () => {
    const lines = wrap(name, 120, 2).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).not.toContain('…');
    expect(lines[1]).toContain('…');
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(120);
  });
});
