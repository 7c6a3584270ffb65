import type { GrafanaTheme2 } from '@grafana/data';
import type { BarSeriesOption, EChartsOption, TooltipComponentFormatterCallbackParams } from 'echarts';
import type { PanelInput } from '../panels/renderer.ts';
import { chartWords } from '../words/charts.ts';
import { barRoom, thickest, type BarRoom } from './bar-room.ts';
import { categoryLabels, namesWidth } from './categories.ts';
import { coloursOf } from './colours.ts';
import { inkOf } from './ink.ts';
import { legendFor } from './legend.ts';
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

type Drawn = { readonly table: Table; readonly way: Way; readonly written: (column: Column, value: number | null) => string };

/** What the columns have in a row; of stacks also the sum. */
const tooltipAt = (input: PanelInput, { table, way, written }: Drawn, params: TooltipComponentFormatterCallbackParams): string => {
  const hits = hitsOf(params);
  const row = hits[0]?.index ?? 0;
  const told = hits.flatMap(({ series, marker }) => {
    const column = table.columns[series];
    const value = column === undefined ? null : (valuesOf(column, table)[row] ?? null);
    return column === undefined ? [] : [{ marker, name: column.name, value: written(column, value), weight: Math.abs(value ?? 0), column }];
  });
  const [head] = told;
  const total = head === undefined || !way.stacked || told.length < 2 ? undefined : { name: chartWords[input.language].total, value: written(head.column, told.reduce((sum, { weight }) => sum + weight, 0)) };
  return tooltipText(input, { header: table.rows[row]?.label ?? '', rows: told, total });
};

type Look = { readonly color: string; readonly theme: GrafanaTheme2; readonly gap: string; readonly fits: BarRoom['fits'] };

const bars = (column: Column, { table, way, written }: Drawn, { color, theme, gap, fits }: Look): BarSeriesOption => ({
  type: 'bar', name: column.name, color, ...(way.stacked && { stack: 'all' }), barMaxWidth: thickest, barCategoryGap: gap, barGap: '5%', emphasis: { disabled: true },
  data: valuesOf(column, table).map((value, row) => {
    const text = written(column, value);
    const link = linkOf(column.field, table.rows[row]?.index ?? row);
    return {
      value: value ?? '-', ...(link !== undefined && { link }),
      label: {
        show: value !== null && (value !== 0 || !way.stacked) && fits(text, value), formatter: () => text, fontSize: 11, distance: 3,
        ...(way.stacked ? { position: 'inside', color: theme.colors.getContrastText(color, legible) ?? inkOf(theme).text } : { position: way.horizontal ? 'right' : 'top', color: inkOf(theme).text }),
      },
    };
  }),
});

/** Groups or stacks of bars for each row, upright or lying. Undefined when there is nothing to draw. */
export const barchartOption = (input: PanelInput): EChartsOption | undefined => {
  const { theme, width, height } = input;
  const table = tableOf(input.frames);
  const { rows, columns } = table;
  const way = wayOf(input);
  const [first] = columns;
  if (first === undefined || columns.every((column) => valuesOf(column, table).every((value) => value === null))) return undefined;
  const all = reached(table, way);
  const pyramid = isPyramid(table, way);
  const drawn: Drawn = { table, way, written: ({ field }, value) => textOf(field, pyramid && value !== null ? Math.abs(value) : value) };
  const colours = coloursOf(columns, theme);
  const { below, beside, legend } = legendFor(columns.map(({ name }, index) => ({ name, color: colours[index] ?? '' })), input, theme);
  const names = rows.map(({ label }) => label);
  const { band, fits } = barRoom({ ...way, names, columns: columns.length, reached: all, width: width - beside, height: height - below });
  const figures = { ...valueAxis(first.field, all, theme, { near: false, written: (value) => drawn.written(first, value) }), ...(!way.stacked && { boundaryGap: ['0%', way.horizontal ? '9%' : '4%'] satisfies [string, string] }) };
  const categories = {
    type: 'category' as const, data: names, inverse: way.horizontal,
    axisLabel: { ...axisText(theme), ...categoryLabels(names, { horizontal: way.horizontal, band, width: way.horizontal ? namesWidth(names, width) : band - 6 }) },
    axisTick: { show: false }, axisLine: { show: !pyramid, onZero: !way.horizontal, lineStyle: { color: inkOf(theme).line } },
  };
  return {
    ...common(theme),
    grid: { left: 8, right: 20 + beside, top: 16, bottom: below + 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend,
    ...(way.horizontal ? { xAxis: figures, yAxis: categories } : { xAxis: categories, yAxis: figures }),
    tooltip: { ...tooltipBox(theme), trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: (params) => tooltipAt(input, drawn, params) },
    series: columns.map((column, index) => bars(column, drawn, { color: colours[index] ?? '', theme, gap: pyramid ? '8%' : '20%', fits })),
  };
};
