import type { Field, GrafanaTheme2 } from '@grafana/data';
import { textOf } from './series.ts';
import { axisText, faintLine } from './style.ts';

const [minute, hour, day] = [60, 3_600, 86_400];
/** Steps of durations in seconds that people count in: 2,5 hours apart would read badly. */
const durations = [1, 5, 15, 30, minute, 5 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 30 * day];

type Extent = { readonly least: number; readonly most: number };
type Bounds = { readonly min?: number; readonly max?: number; readonly interval?: number; readonly minInterval?: number };
type Wishes = { readonly near: boolean; readonly written?: (value: number) => string };

/** Least and greatest of the figures, with 0 where there are none. */
export const extentOf = (values: readonly (number | null)[]): Extent => {
  const figures = values.filter((value) => value !== null);
  return figures.length === 0 ? { least: 0, most: 0 } : { least: figures.reduce((a, b) => Math.min(a, b)), most: figures.reduce((a, b) => Math.max(a, b)) };
};

const whole: Readonly<Record<string, number>> = { percent: 100, percentunit: 1 };

/** Bounds and steps by the unit: shares end at 100 %, durations are counted in minutes, hours and days, whole numbers have no halves. */
const boundsOf = (field: Field, values: readonly (number | null)[], { least, most }: Extent): Bounds => {
  const { unit = '', min, max } = field.config;
  const given = { ...(typeof min === 'number' && { min }), ...(typeof max === 'number' && { max }) };
  const all = whole[unit];
  if (all !== undefined) return { ...(most <= all && most > all * 0.6 && { max: all, interval: all / 4 }), ...given };
  if (unit === 's') {
    const interval = durations.find((step) => most / step <= 5) ?? Math.ceil(most / 5 / (30 * day)) * 30 * day;
    return { interval, max: Math.max(1, Math.ceil(most / interval)) * interval, ...given };
  }
  const integers = values.every((value) => value === null || Number.isInteger(value));
  return { ...(integers && { minInterval: 1 }), ...(least === 0 && most === 0 && { max: 1 }), ...given };
};

/** An axis of figures, written as its column writes them. `near`: it may begin above 0 when the figures differ little. */
export const valueAxis = (field: Field, values: readonly (number | null)[], theme: GrafanaTheme2, { near, written = (value) => textOf(field, value) }: Wishes) => {
  const extent = extentOf(values);
  const narrow = near && extent.least > 0 && extent.most - extent.least < extent.most / 5 && whole[field.config.unit ?? ''] === undefined && field.config.unit !== 's';
  return {
    type: 'value' as const, scale: narrow, splitNumber: 4, ...boundsOf(field, values, extent),
    axisLabel: { ...axisText(theme), hideOverlap: true, formatter: written },
    axisLine: { show: false }, axisTick: { show: false }, splitLine: faintLine(theme),
    axisPointer: { show: false },
  };
};
