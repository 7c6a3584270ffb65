import { init, setPlatformAPI, use, type EChartsCoreOption } from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { barLines, shortSize, type BoardBars, type Change, type Line, type Stack } from './series.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, LabelLayout, SVGRenderer]);

export type Scheme = 'light' | 'dark';
const inks = {
  light: { text: '#1f2933', faint: '#5b6875', line: '#d5dbe1', bar: '#c02626', colours: ['#2563eb', '#d97706', '#0d9488', '#7c3aed', '#be185d', '#4d7c0f', '#0369a1', '#92400e', '#475569', '#a21caf', '#15803d', '#b45309'] },
  dark: { text: '#e6eaee', faint: '#a3afba', line: '#3a4550', bar: '#ff7b72', colours: ['#6ea8fe', '#f5b041', '#4fd1c5', '#b794f6', '#f687b3', '#a3d65c', '#63c5f0', '#e0a877', '#a9b6c4', '#e08af0', '#6ddc8b', '#f2c078'] },
} as const;

const width = 920;
/** Without a browser the renderer knows no widths of letters: a wide font's, so that no name runs into the next. */
const letter = 6.9;
setPlatformAPI({ measureText: (text, style) => ({ width: text.length * letter * (Number(/(\d+(?:\.\d+)?)px/.exec(style ?? '')?.[1] ?? 12) / 12) }) });
const font = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const rounded = (value: number): string => (value >= 100 ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : value.toPrecision(2));
const cut = (name: string, most: number): string => (name.length > most ? `${name.slice(0, most - 1)}…` : name);

const draw = (option: EChartsCoreOption, height: number, scheme: Scheme): string => {
  const { text, colours } = inks[scheme];
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, backgroundColor: 'transparent', color: [...colours], textStyle: { fontFamily: font, color: text }, ...option });
  const svg = chart.renderToSVGString({ useViewBox: true });
  chart.dispose();
  return svg;
};

const axis = (scheme: Scheme, more: Record<string, unknown>): Record<string, unknown> => ({
  axisLabel: { color: inks[scheme].text, fontSize: 12 }, axisLine: { lineStyle: { color: inks[scheme].faint } }, splitLine: { lineStyle: { color: inks[scheme].line } },
  nameTextStyle: { color: inks[scheme].faint, fontSize: 12 }, nameLocation: 'middle', nameGap: 30, ...more,
});
/** A legend of so many names takes so many rows: it lies above the chart, which begins below it. */
const legend = (scheme: Scheme, names: readonly string[]): { readonly option: Record<string, unknown>; readonly rows: number } => {
  let rows = 1;
  let used = 0;
  for (const name of names) {
    const wide = name.length * letter + 46;
    if (used > 0 && used + wide > width - 20) { rows += 1; used = 0; }
    used += wide;
  }
  return { option: { data: [...names], top: 0, left: 0, right: 0, icon: 'roundRect', textStyle: { color: inks[scheme].text, fontSize: 12 } }, rows };
};
const top = (rows: number): number => 18 + rows * 24;

/** Values against size, both logarithmic: a level line is a cost that does not grow. */
export const growth = (lines: readonly Line[], unit: string, scheme: Scheme): string => {
  const { option, rows } = legend(scheme, lines.map(({ name }) => name));
  return draw({
    legend: option, grid: { left: 66, right: 30, top: top(rows), bottom: 52 },
    xAxis: axis(scheme, { type: 'category', name: 'kích thước (sự kiện) · size (events)', data: sizesOf(lines).map(shortSize), axisTick: { alignWithLabel: true } }),
    yAxis: axis(scheme, { type: 'value', name: unit, nameGap: 46, min: 0 }),
    series: lines.map(({ name, points }) => ({
      name, type: 'line', symbolSize: 8, labelLayout: { moveOverlap: 'shiftY' }, connectNulls: true, data: sizesOf(lines).map((size) => points.find(([at]) => at === size)?.[1] ?? null),
      label: { show: lines.length <= 4, position: 'top', color: inks[scheme].text, formatter: ({ value }: { value: number | null }) => (value === null ? '' : rounded(value)) },
    })),
  }, 340 + rows * 24, scheme);
};
const sizesOf = (lines: readonly Line[]): number[] => [...new Set(lines.flatMap(({ points }) => points.map(([size]) => size)))].sort((a, b) => a - b);

/** Microseconds an event by stage, one bar a run. */
export const stacked = (all: readonly Stack[], scheme: Scheme): string => {
  const stages = [...new Set(all.flatMap((stack) => [...stack.stages.keys()]))];
  const { option, rows } = legend(scheme, stages);
  return draw({
    legend: option, grid: { left: Math.min(330, 24 + Math.max(...all.map(({ name }) => Math.min(46, name.length))) * letter), right: 30, top: top(rows), bottom: 52 },
    xAxis: axis(scheme, { type: 'value', name: 'µs mỗi sự kiện · µs an event' }),
    yAxis: axis(scheme, { type: 'category', inverse: true, data: all.map(({ name }) => cut(name, 46)), axisTick: { show: false } }),
    series: stages.map((stage) => ({ name: stage, type: 'bar', stack: 'stages', barMaxWidth: 26, data: all.map((stack) => stack.stages.get(stage) ?? 0) })),
  }, top(rows) + 70 + all.length * 40, scheme);
};

/** A dashboard's panels by size, with what is allowed as lines. Logarithmic: 10 ms and 500 ms are both seen. */
export const panels = (bars: BoardBars, field: 'ms' | 'megabytes', scheme: Scheme): string => {
  const { option, rows } = legend(scheme, bars.sizes.map(({ size }) => shortSize(size)));
  const lines = bars.sizes.some(({ size }) => size > 10_000_000) ? barLines[field] : barLines[field].slice(0, 1);
  // From 1 on, as a bar of a logarithmic axis begins at 1: kilobytes then.
  const scale = field === 'ms' ? 1 : 1_000;
  const written = (value: number): string => (field === 'ms' ? `${rounded(value)} ms` : value < 1 ? '< 1 kB' : value >= 1_000 ? `${rounded(value / 1_000)} MB` : `${rounded(value)} kB`);
  return draw({
    legend: option, grid: { left: 300, right: 64, top: top(rows) + 16, bottom: 52 },
    xAxis: axis(scheme, { type: 'log', min: 1, name: `${field === 'ms' ? 'thời gian · time' : 'dữ liệu đọc · data read'}, thang lôga · log scale`, axisLabel: { color: inks[scheme].text, fontSize: 12, formatter: written } }),
    yAxis: axis(scheme, { type: 'category', inverse: true, data: bars.panels.map((name) => cut(name, 42)), axisTick: { show: false } }),
    series: bars.sizes.map((at, index) => ({
      name: shortSize(at.size), type: 'bar', barMaxWidth: 11, barGap: '10%', data: at[field].map((value) => (value === null ? null : Math.max(value * scale, 1.02))),
      label: { show: true, position: 'right', color: inks[scheme].faint, fontSize: 10, formatter: ({ dataIndex }: { dataIndex: number }) => { const value = at[field][dataIndex]; return value == null ? '' : written(value * scale); } },
      ...(index === 0 && { markLine: { symbol: 'none', silent: true, lineStyle: { color: inks[scheme].bar, type: 'dashed', width: 1.5 }, label: { color: inks[scheme].bar, position: 'start', formatter: ({ value }: { value: number }) => written(value) }, data: lines.map((line, place) => ({ xAxis: line * scale, label: { align: lines.length === 1 ? 'center' : place === 0 ? 'right' : 'left' } })) } }),
    })),
  }, top(rows) + 90 + bars.panels.length * (10 + 13 * bars.sizes.length), scheme);
};

/** As far to the left as to the right of 1, with room for what the bars say. */
const around = (all: readonly Change[]): { min: number; max: number } => {
  const far = 1.6 * Math.max(2, ...all.map(({ ratio }) => Math.max(ratio, 1 / ratio)));
  return { min: 1 / far, max: far };
};

/** After against before, 1 = the same; the colour says whether the change is for the better. */
export const compared = (all: readonly Change[], scheme: Scheme): string =>
  draw({
    grid: { left: 430, right: 70, top: 12, bottom: 52 },
    xAxis: axis(scheme, { type: 'log', ...around(all), name: 'sau ÷ trước, thang lôga · after ÷ before, log scale', axisLabel: { color: inks[scheme].text, fontSize: 12, formatter: (value: number) => `×${rounded(value)}` } }),
    yAxis: axis(scheme, { type: 'category', inverse: true, data: all.map(({ name }) => cut(name, 62)), axisTick: { show: false } }),
    series: [{
      type: 'bar', barMaxWidth: 14, data: all.map(({ ratio, better }) => ({ value: ratio, label: { position: ratio < 1 ? 'left' : 'right' }, itemStyle: { color: Math.abs(ratio - 1) < 0.05 ? inks[scheme].faint : (better === 'less') === (ratio < 1) ? inks[scheme].colours[2] : inks[scheme].bar } })),
      label: { show: true, color: inks[scheme].text, fontSize: 11, formatter: ({ value }: { value: number }) => `×${rounded(value)}` },
      markLine: { symbol: 'none', silent: true, lineStyle: { color: inks[scheme].faint, type: 'solid' }, label: { show: false }, data: [{ xAxis: 1 }] },
    }],
  }, 80 + all.length * 24, scheme);
