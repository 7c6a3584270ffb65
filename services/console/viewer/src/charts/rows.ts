import type { GrafanaTheme2 } from '@grafana/data';
import type { CustomSeriesOption, GridComponentOption, YAXisComponentOption } from 'echarts';
import { categoryLabels, namesWidth } from './categories.ts';
import { inkOf } from './ink.ts';
import { axisText } from './style.ts';

export const rowGrid = ({ below, beside }: { readonly below: number; readonly beside: number }): GridComponentOption => ({ left: 8, right: 16 + beside, top: 10, bottom: below + 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' });

type Rows = { readonly width: number; readonly height: number; readonly theme: GrafanaTheme2; readonly firstOnTop: boolean };

/** A line for each name. */
export const rowAxis = (names: readonly string[], { width, height, theme, firstOnTop }: Rows): YAXisComponentOption => ({
  type: 'category', data: [...names], inverse: firstOnTop,
  axisLabel: { ...axisText(theme), ...categoryLabels(names, { horizontal: true, band: (height - 40) / Math.max(1, names.length), width: namesWidth(names, width) }) },
  axisTick: { show: false }, axisLine: { show: false },
});

type RenderItem = Exclude<CustomSeriesOption['renderItem'], undefined>;

const rectangle = (left: number, middle: number, size: { readonly width: number; readonly height: number }, fill: string): ReturnType<RenderItem> => ({
  type: 'rect', shape: { x: left, y: middle - size.height / 2, width: Math.max(1, size.width), height: Math.max(1, size.height) }, style: { fill },
});

const numbers = (value: unknown): readonly number[] => (Array.isArray(value) ? value.map(Number) : [Number(value)]);

/** Values are `[row, from, to]`: a bar in its row from one instant to another. */
export const stretchItem = (fill: string): RenderItem => (_params, api) => {
  const [row, from, to] = [Number(api.value(0)), Number(api.value(1)), Number(api.value(2))];
  const [left = 0, middle = 0] = api.coord([from, row]);
  const [right = left] = api.coord([to, row]);
  const [, height = 0] = numbers(api.size?.([0, 1]));
  return rectangle(left, middle, { width: right - left, height: height * 0.8 }, fill);
};

/** Values are `[row, column]`: a cell that leaves a little room around itself. */
export const cellItem = (fill: string): RenderItem => (_params, api) => {
  const [centre = 0, middle = 0] = api.coord([Number(api.value(1)), Number(api.value(0))]);
  const [width = 0, height = 0] = numbers(api.size?.([1, 1]));
  return rectangle(centre - width * 0.475, middle, { width: width * 0.95, height: height * 0.88 }, fill);
};

/** An axis of columns, each beginning at an instant. */
export const columnAxis = (texts: readonly string[], theme: GrafanaTheme2) => ({
  type: 'category' as const, data: [...texts],
  axisLabel: { ...axisText(theme), hideOverlap: true }, axisTick: { show: false }, axisLine: { show: true, lineStyle: { color: inkOf(theme).line } },
});
