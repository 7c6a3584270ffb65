import type { LineSeriesOption } from 'echarts';
import type { Mark, PanelInput } from '../panels/renderer.ts';
import { shorten, widthOf } from './measure.ts';
import { axisText } from './style.ts';

/** Height of the line above a chart that the names of marked times stand in. */
export const marksHeight = 18;

type Span = { readonly from: number; readonly to: number };
/** A marked time and the name to write above it, moved by `shift` pixels to stay above the chart; an empty name is left to the tooltip. */
export type Named = Mark & { readonly label: string; readonly shift: number };

/** Over more than about a year marked times are hairlines, and their names repeat. */
const longest = 400 * 86_400_000;

/** The marked times of a span. The longest ones' names are placed first; a name that would touch another is left out. */
export const namedMarks = (marks: readonly Mark[], { from, to }: Span, pixels: number): readonly Named[] => {
  const seen = to - from > longest ? [] : marks.filter((mark) => mark.to > from && mark.from < to);
  const placed = new Map<Mark, { readonly label: string; readonly shift: number; readonly start: number; readonly end: number }>();
  const length = (mark: Mark): number => Math.min(mark.to, to) - Math.max(mark.from, from);
  for (const mark of [...seen].sort((a, b) => length(b) - length(a))) {
    const label = shorten(mark.text, pixels / 2);
    const half = widthOf(label) / 2;
    const middle = ((Math.max(mark.from, from) + length(mark) / 2 - from) / (to - from)) * pixels;
    const at = Math.max(half, Math.min(pixels - half, middle));
    const [start, end] = [at - half - 4, at + half + 4];
    if ([...placed.values()].every((other) => other.end <= start || other.start >= end)) placed.set(mark, { label, shift: at - middle, start, end });
  }
  return seen.map((mark) => ({ ...mark, label: placed.get(mark)?.label ?? '', shift: placed.get(mark)?.shift ?? 0 }));
};

/** Marked times as areas across the chart: a series of its own, so that hiding another in the legend does not hide them. */
export const markSeries = (marks: readonly Named[], { from, to }: Span, theme: PanelInput['theme']): LineSeriesOption => ({
  type: 'line', data: [], silent: true, tooltip: { show: false },
  markArea: {
    silent: true, label: { ...axisText(theme), position: 'top', distance: 3 },
    data: marks.map(({ from: start, to: end, label, shift, color }) => [
      { name: label, label: { offset: [shift, 0] }, xAxis: Math.max(start, from), itemStyle: { color: theme.visualization.getColorByName(color), opacity: 0.18 } },
      { xAxis: Math.min(Math.max(end, start + (to - from) / 400), to) },
    ]),
  },
});

/** Names of the marked times that an instant lies in. */
export const marksAt = (marks: readonly Mark[], time: number): readonly string[] => marks.filter(({ from, to }) => time >= from && time < Math.max(to, from + 1)).map(({ text }) => text);
