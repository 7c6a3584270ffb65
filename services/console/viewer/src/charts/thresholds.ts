import type { Field, GrafanaTheme2 } from '@grafana/data';
import type { LineSeriesOption } from 'echarts';
import { settingsOf } from './settings.ts';

type MarkLine = Exclude<LineSeriesOption['markLine'], undefined>;

/** Lines at the thresholds of a column whose panel shows them. */
export const thresholdLines = ({ config }: Field, theme: GrafanaTheme2): MarkLine => {
  const mode = settingsOf(settingsOf(config.custom)['thresholdsStyle'])['mode'] ?? 'off';
  const steps = mode === 'off' ? [] : (config.thresholds?.steps ?? []).filter(({ value }) => Number.isFinite(value));
  return {
    silent: true, symbol: 'none', label: { show: false },
    data: steps.map(({ value, color }) => ({ yAxis: value, lineStyle: { color: theme.visualization.getColorByName(color), type: mode === 'line' ? 'solid' : 'dashed', width: 1 } })),
  };
};
