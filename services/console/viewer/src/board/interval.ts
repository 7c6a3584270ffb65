import { dateTime, rangeUtil } from '@grafana/data';
import type { Range } from './time-range.ts';

/** Width of a step in milliseconds, as Grafana takes it: as many points as the panel is wide, never finer than the panel allows. */
export const intervalOf = ({ from, to }: Range, width: number, panel: { readonly interval?: string; readonly maxDataPoints?: number }): number => {
  const [start, end] = [dateTime(from), dateTime(to)];
  const points = panel.maxDataPoints ?? Math.max(100, Math.round(width));
  return Math.max(1000, rangeUtil.calculateInterval({ from: start, to: end, raw: { from: start, to: end } }, points, panel.interval).intervalMs);
};
