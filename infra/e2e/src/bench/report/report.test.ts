import { describe, expect, it } from 'vitest';
import { readOptions } from '../options.ts';
import { pageOf } from './page.ts';
import { benchReport, type BenchFigure, type BenchReport } from '../schema.ts';
import { boardBars, changes, costLines, memoryLines, stacks } from './series.ts';

const figure = (section: string, name: string, value: number | null, size: number | null, ok: boolean | null = null): BenchFigure => ({ section, name, figure: value === null ? 'not taken: no such name' : String(value), value, bar: '', ok, size });
const report = (more: Partial<BenchReport> = {}): BenchReport => ({
  version: 1, at: '2026-11-20T12:00:00.000Z', machine: { cores: 2, processor: 'Mẫu', memoryMiB: 8_192, platform: 'linux x64', node: 'v20.19.0', engine: '26.7' }, options: { stays: '1000,2000' }, sections: ['take-in'],
  figures: [
    figure('take-in', 'batches of 5,000 stays, stays/s', 20_000, 1_000, true), figure('take-in', 'batches of 5,000 stays, stays/s', 10_000, 2_000, false),
    figure('take-in', 'µs a stay: prepare', 30, 1_000), figure('take-in', 'µs a stay: <sign>', 5, 1_000), figure('take-in', 'memory after it, MiB', 300, 1_000),
    figure('kafka', 'Kafka 4: µs a stay: prepare', 31, 1_000), figure('rebuild', 'rebuild of 1000 events, s', 0.02, 1_000), figure('demonstration', '', null, null, false),
  ],
  dashboards: [1_000, 100_000_000].map((stays) => ({
    stays, registers: true, events: 2 * stays, madeInS: 3, diskBytes: 1_000_000, boards: [],
    panels: [
      { board: 'mau', panel: '7', title: 'Ô mẫu', view: '24h', ms: 10, rows: 5, bytes: 2_000_000, failed: null }, { board: 'mau', panel: '7', title: 'Ô mẫu', view: '30d', ms: 40, rows: 5, bytes: 1_000_000, failed: null },
      { board: 'mau', panel: '8', title: 'Ô hỏng', view: '24h', ms: null, rows: null, bytes: null, failed: 'TIMEOUT_EXCEEDED' },
    ],
  })),
  ...more,
});

describe('the report of a benchmark', () => {
  it('keeps its shape through a file', () => {
    expect(benchReport.parse(JSON.parse(JSON.stringify(report())))).toEqual(report());
    expect(() => benchReport.parse({ ...report(), version: 2 })).toThrow();
  });
  it('turns rates and rebuilds into microseconds an event, by size', () => {
    expect(costLines(report())).toEqual([{ name: 'take-in: batches of 5,000 stays', points: [[1_000, 50], [2_000, 100]] }, { name: 'rebuild', points: [[1_000, 20]] }]);
    expect(memoryLines(report())).toEqual([{ name: 'take-in: memory after it', points: [[1_000, 300]] }]);
  });
  it('stacks stages by run, and each way of a run apart', () => {
    expect(stacks(report()).map(({ name, stages }) => [name, [...stages]])).toEqual([['take-in 1 k', [['prepare', 30], ['<sign>', 5]]], ['kafka (Kafka 4) 1 k', [['prepare', 31]]]]);
  });
  it('takes the slowest choice of a panel and the most it read, and nothing of a panel that failed', () => {
    expect(boardBars(report())).toEqual([{ board: 'mau', panels: ['7 Ô mẫu', '8 Ô hỏng'], sizes: [1_000, 100_000_000].map((size) => ({ size, ms: [40, null], megabytes: [2, null] })) }]);
  });
  it('compares figures of one name and size, also where the name counts events', () => {
    const before = report({ figures: [figure('rebuild', 'rebuild of 999 events, s', 0.04, 1_000), figure('take-in', 'batches of 5,000 stays, stays/s', 40_000, 2_000)] });
    expect(changes(before, report()).map(({ name, ratio, better }) => [name, ratio, better])).toEqual([['take-in 2 k: batches of 5,000 stays, stays/s', 0.25, 'more'], ['rebuild 1 k: rebuild', 0.5, 'less']]);
  });
});

describe('the page', () => {
  const page = pageOf(report(), report());
  it('stands by itself: nothing in it is asked of another address', () => {
    expect(page.match(/(?:src|href)=|url\((?!#)|@import|<script/g) ?? []).toEqual([]);
    expect([...page.matchAll(/https?:\/\/[^"'\s<)]+/g)].map(([url]) => url).filter((url) => !url.startsWith('http://www.w3.org/'))).toEqual([]);
  });
  it('draws every chart for light and for dark, and writes names as text', () => {
    const charts = page.match(/<svg /g)?.length ?? 0;
    expect(charts).toBeGreaterThanOrEqual(12);
    expect(page.match(/class="light"/g)).toHaveLength(charts / 2);
    expect(page).not.toContain('<sign>');
    for (const text of ['Chi phí mỗi sự kiện', 'Cost per event', '7 Ô mẫu', 'không đo được', 'Trước và sau', '1 trên 3 ngưỡng đạt']) expect(page).toContain(text);
  });
  it('is made of a report without a figure too', () => {
    expect(pageOf(report({ figures: [], dashboards: [] }))).toContain('0 trên 0');
  });
});

describe('the command line', () => {
  const known = ['take-in', 'put'];
  it('takes sections, sizes and files', () => {
    const options = readOptions(['take-in', '--stays', '10,20', '--json', 'a.json'], known);
    expect([options.names, options.sizes('stays', [5]), options.sizes('events', [7]), options.json, options.from]).toEqual([['take-in'], [10, 20], [7], 'a.json', undefined]);
    expect(readOptions(['--compare', 'old.json', '--json', 'new.json', '--page', 'p.html'], known)).toMatchObject({ from: 'new.json', compare: 'old.json', page: 'p.html' });
    expect(readOptions(['--from', 'new.json', '--page', 'p.html'], known)).toMatchObject({ from: 'new.json', compare: undefined });
  });
  it.each([[['nothing']], [['--stays', '1,x']], [['--stays', '0']], [['--compare', 'a.json', '--page', 'p']], [['--from', 'a.json']], [['--nothing']], [['--registers', 'maybe']]])('refuses %j', (argv) => {
    expect(() => readOptions(argv, known)).toThrow();
  });
});
