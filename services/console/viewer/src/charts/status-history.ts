import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { PanelInput } from '../panels/renderer.ts';
import { inkOf } from './ink.ts';
import { legendFor } from './legend.ts';
import { momentText, tickText } from './moments.ts';
import { cellItem, columnAxis, rowAxis, rowGrid } from './rows.ts';
import { linkOf, seriesOf, stepOf, timesOf } from './series.ts';
import { statesOf } from './states.ts';
import { common, tooltipBox } from './style.ts';
import { hitsOf, tooltipText } from './tooltip.ts';
import { day } from './zone.ts';

/** A line for each text with a cell for each period, in the colour of its state. Undefined when there is nothing to draw. */
export const statusHistoryOption = (input: PanelInput): EChartsOption | undefined => {
  const { frames, theme, language, width, height } = input;
  const rows = seriesOf(frames);
  const states = statesOf(rows, inkOf(theme).faint);
  if (states.length === 0) return undefined;
  const times = timesOf(rows);
  const columns = new Map(times.map((time, index) => [time, index]));
  const step = stepOf(times) ?? day;
  const names = rows.map(({ name }) => name);
  const { below, beside, legend } = legendFor(states.map(({ text, color }) => ({ name: text, color })), input, theme);
  const cells = states.map((state) => rows.flatMap(({ points }, row) => points.filter(({ value }) => value === state.value).map(({ time, row: point }) => ({ row, time, point }))));
  return {
    ...common(theme),
    grid: rowGrid({ below, beside }),
    legend,
    xAxis: columnAxis(times.map((time) => tickText(time, language)), theme),
    yAxis: rowAxis(names, { width, height: height - below, theme, firstOnTop: true }),
    tooltip: {
      ...tooltipBox(theme), trigger: 'item',
      formatter: (params) => {
        const [hit] = hitsOf(params);
        const cell = cells[hit?.series ?? -1]?.[hit?.index ?? -1];
        if (cell === undefined) return '';
        return tooltipText(input, { header: names[cell.row] ?? '', rows: [{ marker: hit?.marker ?? '', name: momentText(cell.time, step, language), value: states[hit?.series ?? -1]?.text ?? '' }] });
      },
    },
    series: states.map(({ text, color }, index): CustomSeriesOption => ({
      type: 'custom', name: text, color, itemStyle: { color }, renderItem: cellItem(color), encode: { x: 1, y: 0 },
      data: (cells[index] ?? []).map(({ row, time, point }) => {
        const field = rows[row]?.field;
        const link = field === undefined ? undefined : linkOf(field, point);
        return { value: [row, columns.get(time) ?? 0], ...(link !== undefined && { link }) };
      }),
    })),
  };
};
