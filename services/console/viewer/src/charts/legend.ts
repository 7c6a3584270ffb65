import type { GrafanaTheme2 } from '@grafana/data';
import type { LegendComponentOption } from 'echarts';
import { inkOf } from './ink.ts';
import { shorten, widthOf } from './measure.ts';
import { axisText } from './style.ts';

/** Pixels: of an icon, between entries, from row to row. ECharts has one gap for both ways, so the rest of that between entries belongs to their texts. */
const [icon, gap, row] = [12, 14, 21];
const between = 6;

type Legend = { readonly below: number; readonly beside: number; readonly legend: LegendComponentOption };
type Entry = { readonly name: string; readonly color: string };

/** Rows that the entries take when each row is `width` wide. */
const rowsOf = (names: readonly string[], width: number): number => {
  let [rows, used] = [1, 0];
  for (const name of names) {
    const needs = icon + 5 + widthOf(name) + gap;
    if (used > 0 && used + needs > width) [rows, used] = [rows + 1, 0];
    used += needs;
  }
  return rows;
};

/**
 * A legend below the chart, or on its right when it would take more than a third of the height; `below` and `beside` are the pixels that it
 * takes. One series needs none: the panel's title names it. Boards leave `showLegend` at the generator's default, false, yet several colours
 * without names say nothing.
 */
export const legendFor = (entries: readonly Entry[], size: { readonly width: number; readonly height: number }, theme: GrafanaTheme2): Legend => {
  if (entries.length < 2) return { below: 0, beside: 0, legend: { show: false } };
  const ink = inkOf(theme);
  const shared = {
    show: true, itemWidth: icon, itemHeight: 8, itemGap: between, icon: 'roundRect', padding: [2, 0], inactiveColor: ink.faint,
    data: entries.map(({ name, color }) => ({ name, itemStyle: { color } })),
    textStyle: { ...axisText(theme), padding: [0, gap - between, 0, 0] },
  };
  const width = size.width - 16;
  const longest = width - icon - gap - 5;
  const rows = rowsOf(entries.map(({ name }) => shorten(name, longest)), width);
  if (rows * row <= size.height / 3) return { below: rows * row + 4, beside: 0, legend: { ...shared, type: 'plain', bottom: 0, left: 8, width, formatter: (name: string) => shorten(name, longest) } };
  const names = Math.min(Math.max(...entries.map(({ name }) => widthOf(name))), Math.floor(size.width * 0.32));
  const beside = icon + 5 + names + gap;
  const visible = Math.max(1, Math.floor((size.height - 40) / row));
  return {
    below: 0, beside,
    legend: {
      ...shared, type: 'scroll', orient: 'vertical', align: 'left', left: size.width - beside, top: 8, height: entries.length > visible ? visible * row : size.height - 16,
      formatter: (name: string) => shorten(name, names),
      pageTextStyle: { color: ink.soft }, pageIconColor: ink.soft, pageIconInactiveColor: ink.faint,
    },
  };
};
