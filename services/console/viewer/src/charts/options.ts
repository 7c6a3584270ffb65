import type { EChartsOption } from 'echarts';
import type { PanelInput } from '../panels/renderer.ts';
import { barchartOption, isHorizontal } from './barchart.ts';
import { geomapOption } from './geomap.ts';
import { heatmapOption } from './heatmap.ts';
import { piechartOption } from './piechart.ts';
import { seriesOf, tableOf } from './series.ts';
import { stateTimelineOption } from './state-timeline.ts';
import { statusHistoryOption } from './status-history.ts';
import { timeseriesOption } from './timeseries.ts';

/** From what a panel shows to what ECharts draws; undefined when there is nothing to draw. */
type OptionOf = (input: PanelInput) => EChartsOption | undefined;
/** `leastHeight`: pixels below which the names of rows would have to be left out; a panel that is lower scrolls. */
export type Chart = { readonly option: OptionOf; readonly leastHeight: (input: PanelInput) => number };

const anyHeight = (): number => 0;
/** Pixels of a row, and of axis and legend. */
const [row, around] = [15, 76];
const heightOfRows = ({ frames }: PanelInput): number => seriesOf(frames).length * row + around;
const heightOfBars = (input: PanelInput): number => (isHorizontal(input) ? tableOf(input.frames).rows.length * row + around : 0);

export const charts = {
  timeseries: { option: timeseriesOption, leastHeight: anyHeight },
  barchart: { option: barchartOption, leastHeight: heightOfBars },
  piechart: { option: piechartOption, leastHeight: anyHeight },
  heatmap: { option: heatmapOption, leastHeight: heightOfRows },
  'state-timeline': { option: stateTimelineOption, leastHeight: heightOfRows },
  'status-history': { option: statusHistoryOption, leastHeight: heightOfRows },
  geomap: { option: geomapOption, leastHeight: anyHeight },
} satisfies Readonly<Record<string, Chart>>;

export type ChartType = keyof typeof charts;
