import { describe, expect, it } from 'vitest';
import { csvName } from './file-name.ts';
import { intervalOf } from './interval.ts';
import { rankOf } from './rank.ts';
import { refreshMs, refreshText } from './refresh.ts';

const day = 86_400_000;

describe('the width of a step', () => {
  it('grows with the range and shrinks with the width, in round numbers', () => {
    expect(intervalOf({ from: 0, to: 30 * day }, 900, {})).toBe(3_600_000);
    expect(intervalOf({ from: 0, to: day }, 900, {})).toBe(120_000);
  });
  it('is never finer than the panel allows', () => {
    expect(intervalOf({ from: 0, to: day }, 900, { interval: '24h' })).toBe(day);
  });
});

describe('what is asked first', () => {
  it('is figures, then lists, then pictures, the upper before the lower', () => {
    const panels = [['timeseries', 0], ['table', 1], ['stat', 9], ['stat', 2]] as const;
    expect([...panels].sort((a, b) => rankOf(a[0], a[1]) - rankOf(b[0], b[1])).map(([type, place]) => `${type} ${place}`)).toEqual(['stat 2', 'stat 9', 'table 1', 'timeseries 0']);
  });
});

describe('an interval of refresh', () => {
  it('is read as Grafana writes it, never under 5 s', () => {
    expect([refreshMs('5m'), refreshMs('1s'), refreshMs(''), refreshMs('0s'), refreshMs('soon')]).toEqual([300_000, 5_000, undefined, undefined, undefined]);
  });
  it('is shown in the words of the reader', () => {
    expect([refreshText('5m', 'vi'), refreshText('30s', 'vi'), refreshText('1h', 'en'), refreshText('soon', 'vi')]).toEqual(['5 phút', '30 giây', '1 h', 'soon']);
  });
});

describe('a file of a panel', () => {
  it('is named without accents by board, title and range', () => {
    expect(csvName('du-lich', 'Lượt khách: thứ trong tuần × tuần', { from: Date.parse('2026-10-28T00:00:00+07:00'), to: Date.parse('2026-11-27T03:48:00+07:00') })).toBe('du-lich-luot-khach-thu-trong-tuan-tuan-2026-10-28-2026-11-27.csv');
  });
});
