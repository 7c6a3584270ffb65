import type { EChartsOption } from 'echarts';
import { color } from 'echarts/core';
import type { PanelInput } from '../panels/renderer.ts';
import { inkOf } from './ink.ts';
import { fontSize, lineHeight, widthOf } from './measure.ts';
import { momentText, tickText } from './moments.ts';
import { columnAxis, rowAxis, rowGrid } from './rows.ts';
import { linkOf, seriesOf, stepOf, textOf, timesOf } from './series.ts';
import { axisText, common, tooltipBox } from './style.ts';
import { hitsOf, tooltipText } from './tooltip.ts';
import { extentOf } from './value-axis.ts';
import { day } from './zone.ts';

/** From few to many: the colour moves away from that of the panel. */
const ramps = { light: ['#fdeedd', '#fd8d3c', '#8a2d04'], dark: ['#3b2414', '#d9601a', '#ffdcb8'] };

const scaleHeight = 26;
/** Contrast of a text to what it stands on. */
const legible = 4.5;

/** A line for each column of numbers, the first one lowest, with a cell for each instant: the more, the further its colour is from the panel's. Undefined when there is nothing to draw. */
export const heatmapOption = (input: PanelInput): EChartsOption | undefined => {
  const { frames, theme, language, width, height } = input;
  const rows = seriesOf(frames);
  const [first] = rows;
  const times = timesOf(rows);
  const columns = new Map(times.map((time, index) => [time, index]));
  const cells = rows.flatMap((series, row) => series.points.flatMap(({ time, value, row: point }) => (value === null ? [] : [{ series, row, column: columns.get(time) ?? 0, time, value, point }])));
  if (first === undefined || cells.length === 0) return undefined;
  const step = stepOf(times) ?? day;
  const names = rows.map(({ name }) => name);
  const { least, most } = extentOf(cells.map(({ value }) => value));
  const ramp = theme.isDark ? ramps.dark : ramps.light;
  const room = { width: (width - 110) / times.length, height: (height - scaleHeight - 44) / rows.length };
  return {
    ...common(theme),
    grid: rowGrid({ below: scaleHeight, beside: 0 }),
    xAxis: columnAxis(times.map((time) => tickText(time, language)), theme),
    yAxis: rowAxis(names, { width, height: height - scaleHeight, theme, firstOnTop: false }),
    visualMap: {
      type: 'continuous', min: least, max: most === least ? least + 1 : most, calculable: false, dimension: 2, inRange: { color: ramp },
      orient: 'horizontal', left: 'center', bottom: 0, itemWidth: 10, itemHeight: Math.min(220, width / 2), padding: 0, textGap: 8, textStyle: axisText(theme),
      text: [textOf(first.field, most), textOf(first.field, least)], hoverLink: false,
    },
    tooltip: {
      ...tooltipBox(theme), trigger: 'item',
      formatter: (params) => {
        const [hit] = hitsOf(params);
        const cell = cells[hit?.index ?? -1];
        return cell === undefined ? '' : tooltipText(input, { header: momentText(cell.time, step, language), rows: [{ marker: hit?.marker ?? '', name: cell.series.name, value: textOf(cell.series.field, cell.value) }] });
      },
    },
    series: [{
      type: 'heatmap', itemStyle: { borderColor: inkOf(theme).ground, borderWidth: 1 }, emphasis: { disabled: true },
      data: cells.map(({ series, row, column, value, point }) => {
        const text = textOf(series.field, value);
        const fill = color.lerp(most === least ? 0 : (value - least) / (most - least), ramp);
        const link = linkOf(series.field, point);
        return {
          value: [column, row, value], ...(link !== undefined && { link }),
          label: { show: widthOf(text, fontSize) + 6 <= room.width && room.height >= lineHeight, formatter: () => text, color: theme.colors.getContrastText(typeof fill === 'string' ? fill : '', legible) ?? inkOf(theme).text, fontSize },
        };
      }),
    }],
  };
};
