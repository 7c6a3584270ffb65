import type { GrafanaTheme2 } from '@grafana/data';
import type { BarSeriesOption, EChartsOption, LineSeriesOption, TooltipComponentFormatterCallbackParams } from 'echarts';
import type { PanelInput } from '../panels/renderer.ts';
import { chartWords } from '../words/charts.ts';
import { coloursOf } from './colours.ts';
import { legendFor } from './legend.ts';
import { markSeries, marksAt, marksHeight, namedMarks } from './marks.ts';
import { momentText } from './moments.ts';
import { linkOf, seriesOf, stepOf, textOf, timesOf, type Point, type Series } from './series.ts';
import { settingsOf } from './settings.ts';
import { common, tooltipBox } from './style.ts';
import { thresholdLines } from './thresholds.ts';
import { timeAxis } from './time-axis.ts';
import { hitsOf, tooltipText } from './tooltip.ts';
import { valueAxis } from './value-axis.ts';
import { day } from './zone.ts';

type Shape = { readonly bars: boolean; readonly stacked: boolean };

const shapeOf = ({ field }: Series): Shape => {
  const { drawStyle, stacking } = settingsOf(field.config.custom);
  return { bars: drawStyle === 'bars', stacked: settingsOf(stacking)['mode'] === 'normal' };
};

const linkItem = ({ field }: Series, { row }: Point): { readonly link?: string } => {
  const link = linkOf(field, row);
  return link === undefined ? {} : { link };
};

/** A point between two gaps would be no line at all, and few points are told apart by dots. */
const line = (series: Series, color: string, theme: GrafanaTheme2): LineSeriesOption => ({
  type: 'line', name: series.name, color, symbol: 'none', symbolSize: 5, lineStyle: { width: 2 }, connectNulls: false, emphasis: { disabled: true },
  data: series.points.map((point, index, all) => {
    const alone = (all[index - 1]?.value ?? null) === null && (all[index + 1]?.value ?? null) === null;
    return { value: [point.time, point.value ?? '-'], ...linkItem(series, point), ...((alone || all.length <= 40) && { symbol: 'circle' }) };
  }),
  markLine: thresholdLines(series.field, theme),
});

type Bars = { readonly times: readonly number[]; readonly step: number; readonly stacked: boolean };

/** A bar stands over the time that it counts, from its instant to the next. Bars of a stack need the same instants. */
const bar = (series: Series, color: string, theme: GrafanaTheme2, { times, step, stacked }: Bars): BarSeriesOption => {
  const points = new Map(series.points.map((point) => [point.time, point]));
  return {
    type: 'bar', name: series.name, color, ...(stacked && { stack: 'all' }), barMaxWidth: 48, barCategoryGap: times.length > 200 ? '0%' : '12%', emphasis: { disabled: true },
    data: times.map((time) => {
      const point = points.get(time);
      return { value: [time + step / 2, point?.value ?? '-'], ...(point !== undefined && linkItem(series, point)) };
    }),
    markLine: thresholdLines(series.field, theme),
  };
};

/** Sums of stacked values, for the extent of the axis. */
const stackedSums = (all: readonly Series[]): readonly number[] => {
  const sums = new Map<number, number>();
  for (const { time, value } of all.flatMap(({ points }) => points)) sums.set(time, (sums.get(time) ?? 0) + (value ?? 0));
  return [...sums.values()];
};

type Drawn = { readonly all: readonly Series[]; readonly times: readonly number[]; readonly step: number; readonly shape: Shape };

/** The moment that the pointer is at, what each series has there, and the marked times that it lies in. */
const tooltipAt = (input: PanelInput, { all, times, step, shape: { bars, stacked } }: Drawn, params: TooltipComponentFormatterCallbackParams): string => {
  const shown = hitsOf(params).flatMap(({ series: at, index, marker }) => {
    const series = all[at];
    const point = bars ? series?.points.find(({ time }) => time === times[index]) : series?.points[index];
    return series === undefined || point === undefined ? [] : [{ marker, name: series.name, value: textOf(series.field, point.value), weight: point.value ?? 0, time: point.time, field: series.field }];
  });
  const [head] = shown;
  if (head === undefined) return '';
  const total = stacked && shown.length > 1 ? { name: chartWords[input.language].total, value: textOf(head.field, shown.reduce((sum, { weight }) => sum + weight, 0)) } : undefined;
  return tooltipText(input, { header: momentText(head.time, step, input.language), rows: shown, total, notes: marksAt(input.marks, head.time) });
};

/** Lines, or bars (stacked if the panel says so), over time; null is a gap. Undefined when there is nothing to draw. */
export const timeseriesOption = (input: PanelInput): EChartsOption | undefined => {
  const { frames, theme, width, range, marks } = input;
  const all = seriesOf(frames);
  const [first] = all;
  if (first === undefined || all.every(({ points }) => points.every(({ value }) => value === null))) return undefined;
  const times = timesOf(all);
  const step = stepOf(times) ?? day;
  const shape = shapeOf(first);
  const span = { from: Math.min(range.from, times[0] ?? range.from), to: Math.max(range.to, (times.at(-1) ?? range.to) + (shape.bars ? step : 0)) };
  const colours = coloursOf(all, theme);
  const { below, beside, legend } = legendFor(all.map(({ name }, index) => ({ name, color: colours[index] ?? '' })), input, theme);
  const seen = namedMarks(marks, span, width - beside - 70);
  const own = all.flatMap(({ points }) => points.map(({ value }) => value));
  const series = all.map((one, index) => (shape.bars ? bar(one, colours[index] ?? '', theme, { times, step, stacked: shape.stacked }) : line(one, colours[index] ?? '', theme)));
  return {
    ...common(theme),
    grid: { left: 8, right: 16 + beside, top: seen.some(({ label }) => label !== '') ? 8 + marksHeight : 12, bottom: below + 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend,
    xAxis: timeAxis({ ...input, width: width - beside }, span),
    yAxis: valueAxis(first.field, shape.stacked ? [...own, ...stackedSums(all)] : own, theme, { near: !shape.bars }),
    tooltip: { ...tooltipBox(theme), trigger: 'axis', axisPointer: { type: shape.bars ? 'shadow' : 'line' }, formatter: (params) => tooltipAt(input, { all, times, step, shape }, params) },
    series: [...series, markSeries(seen, span, theme)],
  };
};
