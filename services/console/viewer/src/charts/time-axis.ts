import type { XAXisComponentOption } from 'echarts';
import type { PanelInput } from '../panels/renderer.ts';
import { inkOf } from './ink.ts';
import { tickText } from './moments.ts';
import { axisText, faintLine } from './style.ts';
import { day, floorTo, hour, startOfMonth, wallOf } from './zone.ts';

const minute = 60_000;
const steps = [minute, 5 * minute, 15 * minute, 30 * minute, hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day];
/** Beyond this, months are easier to find one's way by than weeks. */
const longest = 120 * day;
const months = [1, 2, 3, 6, 12, 24, 60, 120];

const monthly = (from: number, to: number, every: number): readonly number[] => {
  const first = wallOf(from).year * 12;
  const start = (index: number): number => startOfMonth(Math.floor(index / 12), (index % 12) + 1);
  const ticks: number[] = [];
  for (let index = first - (first % every); start(index) <= to; index += every) if (start(index) >= from) ticks.push(start(index));
  return ticks;
};

/** At most `most` instants between `from` and `to` at which hours, days, weeks or months begin in Vietnam. */
export const ticksOf = (from: number, to: number, most: number): readonly number[] => {
  const step = to - from > longest ? undefined : steps.find((candidate) => (to - from) / candidate <= most);
  if (step === undefined) {
    const choices = months.map((every) => monthly(from, to, every));
    return choices.find((ticks) => ticks.length <= most) ?? choices.at(-1) ?? [];
  }
  const ticks: number[] = [];
  for (let at = floorTo(from + step - 1, step); at <= to; at += step) ticks.push(at);
  return ticks;
};

/** Pixels from one tick to the next, so that `Thg 10` and `26/11` stand apart. */
const apart = 54;

type Span = { readonly from: number; readonly to: number };

/** An axis of time in Vietnam's days, whatever the zone of the browser: ECharts' own ticks would follow the browser's. */
export const timeAxis = ({ theme, language, width }: PanelInput, { from, to }: Span): XAXisComponentOption => {
  const ticks = [...ticksOf(from, to, Math.max(2, Math.floor((width - 60) / apart)))];
  return {
    type: 'time', min: from, max: to,
    axisLine: { show: true, lineStyle: { color: inkOf(theme).line } },
    axisTick: { show: true, customValues: ticks, lineStyle: { color: inkOf(theme).line } },
    axisLabel: { ...axisText(theme), customValues: ticks, hideOverlap: true, formatter: (time: number) => tickText(time, language) },
    splitLine: { ...faintLine(theme), show: false },
    axisPointer: { label: { show: false } },
  };
};
