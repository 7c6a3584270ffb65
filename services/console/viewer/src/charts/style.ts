import type { GrafanaTheme2 } from '@grafana/data';
import type { EChartsOption, TooltipComponentOption } from 'echarts';
import { inkOf } from './ink.ts';
import { fontFamily, fontSize, lineHeight } from './measure.ts';

export const axisText = (theme: GrafanaTheme2): { readonly color: string; readonly fontSize: number; readonly fontFamily: string; readonly lineHeight: number } => ({ color: inkOf(theme).soft, fontSize, fontFamily, lineHeight });

export const faintLine = (theme: GrafanaTheme2): { readonly lineStyle: { readonly color: string; readonly width: number } } => ({ lineStyle: { color: inkOf(theme).hair, width: 1 } });

/** What every chart has in common. Nothing moves: a figure that changes is read at once, on a wall and by who asked for less motion alike. */
export const common = (theme: GrafanaTheme2): EChartsOption => ({
  animation: false,
  backgroundColor: 'transparent',
  textStyle: { fontFamily, fontSize, color: inkOf(theme).text },
});

/** Pixels from line to line of a tooltip. */
export const tooltipLine = lineHeight + 5;

/** Drawn into the canvas: an element of HTML would need inline styles, and names of facilities would be read as markup. */
export const tooltipBox = (theme: GrafanaTheme2): TooltipComponentOption => ({
  renderMode: 'richText', confine: true, padding: [6, 10],
  backgroundColor: inkOf(theme).raised, borderColor: inkOf(theme).line, borderWidth: 1,
  textStyle: { color: inkOf(theme).text, fontFamily, fontSize, lineHeight: tooltipLine },
});
