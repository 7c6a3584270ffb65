import type { BarSeriesOption, EChartsOption } from 'echarts';
import type { PanelInput } from '../panels/renderer.ts';
import { chartWords } from '../words/charts.ts';
import { categoryLabels, namesWidth } from './categories.ts';
import { coloursOf } from './colours.ts';
import { inkOf } from './ink.ts';
import { legendFor } from './legend.ts';
import { lineHeight, widthOf } from './measure.ts';
import { figure, linkOf, tableOf, textOf, type Table } from './series.ts';
import { settingsOf } from './settings.ts';
import { axisText, common, tooltipBox } from './style.ts';
import { hitsOf, tooltipText } from './tooltip.ts';
import { extentOf, valueAxis } from './value-axis.ts';

/** Contrast of a text to the bar that it stands on. */
const legible = 4.5;

type Column = Table['columns'][number];
type Way = { readonly horizontal: boolean; readonly stacked: boolean };

export const isHorizontal = ({ panel }: PanelInput): boolean => settingsOf(panel.options)['orientation'] === 'horizontal';
const wayOf = (input: PanelInput): Way => ({ horizontal: isHorizontal(input), stacked: settingsOf(input.panel.options)['stacking'] === 'normal' });

const valuesOf = ({ field }: Column, { rows }: Table): readonly (number | null)[] => rows.map(({ index }) => figure((field.values as readonly unknown[])[index]));

/** Two columns against each other, one below 0 and one above, are a pyramid: the sign tells the side alone, so it is not written. */
const isPyramid = (table: Table, { stacked }: Way): boolean => {
  const extents = table.columns.map((column) => extentOf(valuesOf(column, table)));
  return stacked && extents.some(({ least, most }) => least < 0 && most <= 0) && extents.some(({ least, most }) => most > 0 && least >= 0);
};

/** For each row the sums that its stacks reach, or its values when nothing is stacked. */
const reached = (table: Table, { stacked }: Way): readonly (number | null)[] => {
  const columns = table.columns.map((column) => valuesOf(column, table));
  if (!stacked) return columns.flat();
  const sums = (sign: 1 | -1): readonly number[] => table.rows.map((_, row) => columns.reduce((sum, values) => sum + Math.max(0, sign * (values[row] ?? 0)), 0) * sign);
  return [...columns.flat(), ...sums(1), ...sums(-1)];
};

/** Groups or stacks of bars for each row, upright or lying. Undefined when there is nothing to draw. */
export const barchartOption = (input: PanelInput): EChartsOption | undefined => {
  const { frames, theme, language, width, height } = input;
  const table = tableOf(frames);
  const { rows, columns } = table;
  const way = wayOf(input);
  const all = reached(table, way);
  const [first] = columns;
  if (first === undefined || all.every((value) => value === null)) return undefined;
  const pyramid = isPyramid(table, way);
  const written = (column: Column, value: number | null): string => textOf(column.field, pyramid && value !== null ? Math.abs(value) : value);
  const colours = coloursOf(columns, theme);
  const { below, beside, legend } = legendFor(columns.map(({ name }, index) => ({ name, color: colours[index] ?? '' })), { width, height }, theme);

  const names = rows.map(({ label }) => label);
  const along = way.horizontal ? height - below - 36 : width - beside - 80;
  const band = along / Math.max(1, rows.length);
  const labels = categoryLabels(names, way.horizontal ? { horizontal: true, band, width: namesWidth(names, width) } : { horizontal: false, band, width: band - 6 });
  const extent = extentOf([...all, 0]);
  const length = way.horizontal ? width - beside - namesWidth(names, width) - 50 : height - below - 50;
  const perUnit = length / Math.max(extent.most - extent.least, Number.EPSILON);
  const thick = band * 0.8 / (way.stacked ? 1 : columns.length);

  /** A value is written where its bar has room for it. */
  const fits = (text: string, value: number): boolean =>
    way.horizontal
      ? thick >= lineHeight - 3 && (!way.stacked || widthOf(text) + 6 <= Math.abs(value) * perUnit)
      : widthOf(text) + 2 <= thick * (way.stacked ? 1 : 1.15) && (!way.stacked || Math.abs(value) * perUnit >= lineHeight + 2);

  const figures = { ...valueAxis(first.field, all, theme, { near: false, written: (value) => written(first, value) }), ...(!way.stacked && { boundaryGap: ['0%', way.horizontal ? '9%' : '4%'] satisfies [string, string] }) };
  const categories = {
    type: 'category' as const, data: names, inverse: way.horizontal,
    axisLabel: { ...axisText(theme), ...labels }, axisTick: { show: false }, axisLine: { show: !pyramid, onZero: !way.horizontal, lineStyle: { color: inkOf(theme).line } },
  };
  return {
    ...common(theme),
    grid: { left: 8, right: 20 + beside, top: 16, bottom: below + 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend,
    ...(way.horizontal ? { xAxis: figures, yAxis: categories } : { xAxis: categories, yAxis: figures }),
    tooltip: {
      ...tooltipBox(theme), trigger: 'axis', axisPointer: { type: 'shadow' },
      formatter: (params) => {
        const hits = hitsOf(params);
        const row = hits[0]?.index ?? 0;
        const lines = hits.flatMap(({ series, marker }) => {
          const column = columns[series];
          return column === undefined ? [] : [{ marker, name: column.name, value: written(column, valuesOf(column, table)[row] ?? null) }];
        });
        const sum = columns.reduce((total, column) => total + Math.abs(valuesOf(column, table)[row] ?? 0), 0);
        const total = way.stacked && columns.length > 1 ? { name: chartWords[language].total, value: written(first, sum) } : undefined;
        return tooltipText(input, { header: names[row] ?? '', rows: lines, total });
      },
    },
    series: columns.map((column, index): BarSeriesOption => ({
      type: 'bar', name: column.name, color: colours[index] ?? '', ...(way.stacked && { stack: 'all' }), barMaxWidth: 48, barCategoryGap: pyramid ? '8%' : '20%', barGap: '5%', emphasis: { disabled: true },
      data: valuesOf(column, table).map((value, row) => {
        const text = written(column, value);
        const link = linkOf(column.field, rows[row]?.index ?? row);
        const show = value !== null && (value !== 0 || !way.stacked) && fits(text, value);
        const inside = theme.colors.getContrastText(colours[index] ?? '', legible) ?? inkOf(theme).text;
        return {
          value: value ?? '-', ...(link !== undefined && { link }),
          label: { show, formatter: () => text, fontSize: 11, position: way.stacked ? 'inside' : way.horizontal ? 'right' : 'top', distance: 3, color: way.stacked ? inside : inkOf(theme).text },
        };
      }),
    })),
  };
};
