import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { PanelInput } from '../panels/renderer.ts';
import { chartWords } from '../words/charts.ts';
import { inkOf } from './ink.ts';
import { legendFor } from './legend.ts';
import { dateText } from './moments.ts';
import { rowAxis, rowGrid, stretchItem } from './rows.ts';
import { linkOf, seriesOf } from './series.ts';
import { statesOf, stretchesOf } from './states.ts';
import { common, tooltipBox } from './style.ts';
import { timeAxis } from './time-axis.ts';
import { hitsOf, tooltipText } from './tooltip.ts';

/** A line for each text, coloured by the state that it is in from one change to the next. Undefined when there is nothing to draw. */
export const stateTimelineOption = (input: PanelInput): EChartsOption | undefined => {
  const { frames, theme, language, width, height, range } = input;
  const rows = seriesOf(frames);
  const stretches = stretchesOf(rows, range.to);
  if (stretches.length === 0) return undefined;
  const names = rows.map(({ name }) => name);
  const states = statesOf(rows, inkOf(theme).faint);
  const { below, beside, legend } = legendFor(states.map(({ text, color }) => ({ name: text, color })), input, theme);
  const of = states.map(({ value }) => stretches.filter((stretch) => stretch.value === value));
  const span = { from: Math.min(range.from, ...stretches.map(({ from }) => from)), to: range.to };
  return {
    ...common(theme),
    grid: rowGrid({ below, beside }),
    legend,
    xAxis: timeAxis({ ...input, width: width - beside - Math.floor(width * 0.25) }, span),
    yAxis: rowAxis(names, { width, height: height - below, theme, firstOnTop: true }),
    tooltip: {
      ...tooltipBox(theme), trigger: 'item',
      formatter: (params) => {
        const [hit] = hitsOf(params);
        const stretch = of[hit?.series ?? -1]?.[hit?.index ?? -1];
        if (stretch === undefined) return '';
        return tooltipText(input, { header: names[stretch.row] ?? '', rows: [{ marker: hit?.marker ?? '', name: '', value: states[hit?.series ?? -1]?.text ?? '' }], notes: [`${dateText(stretch.from)} ${chartWords[language].until} ${dateText(stretch.to)}`] });
      },
    },
    series: states.map(({ text, color }, index): CustomSeriesOption => ({
      type: 'custom', name: text, color, itemStyle: { color }, renderItem: stretchItem(color), clip: true, encode: { x: [1, 2], y: 0 },
      data: (of[index] ?? []).map(({ row, from, to, point }) => {
        const field = rows[row]?.field;
        const link = field === undefined ? undefined : linkOf(field, point);
        return { value: [row, from, to], ...(link !== undefined && { link }) };
      }),
    })),
  };
};
