import type { EChartsOption } from 'echarts';
import type { PanelInput } from '../panels/renderer.ts';
import { barchartOption } from './barchart.ts';
import { piechartOption } from './piechart.ts';
import { timeseriesOption } from './timeseries.ts';

/** From what a panel shows to what ECharts draws; undefined when there is nothing to draw. */
export type OptionOf = (input: PanelInput) => EChartsOption | undefined;

export const options = {
  timeseries: timeseriesOption,
  barchart: barchartOption,
  piechart: piechartOption,
} satisfies Readonly<Record<string, OptionOf>>;

export type ChartType = keyof typeof options;
