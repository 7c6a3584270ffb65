import { panelBars } from '../dashboards.ts';
import type { BenchFigure, BenchReport } from '../schema.ts';

/** Microseconds an event by size, a line of the chart of growth. */
export type Line = { readonly name: string; readonly points: readonly (readonly [size: number, value: number])[] };

const perSecond = /, (?:stays|events|rows)\/s$/;
const stage = /^(?:(.*): )?(?:from Kafka, )?µs an? \w+: (.+)$/;

/** A stage's name if the figure is the cost of one. */
const stageOf = ({ name }: BenchFigure): string | undefined => stage.exec(name)?.[2];

const lines = (figures: readonly BenchFigure[], nameOf: (figure: BenchFigure) => string | undefined, valueOf: (figure: BenchFigure) => number): Line[] => {
  const found = new Map<string, [number, number][]>();
  for (const figure of figures) {
    const name = nameOf(figure);
    if (name === undefined || figure.value === null || figure.size === null) continue;
    found.set(name, [...(found.get(name) ?? []), [figure.size, valueOf(figure)]]);
  }
  return [...found].map(([name, points]) => ({ name, points: points.sort(([a], [b]) => a - b) }));
};

/** Counts in names differ with the size: without them a figure has one name at all sizes. */
const plain = (name: string): string => name.replace(/^\d[\d,]* events, batches of [\d,]+: /, '').replace(/ of \d+ events, s$/, '');

/** What an event costs in all, by size: of figures that say events a second, and of rebuilds. */
export const costLines = ({ figures }: BenchReport): Line[] => [
  ...lines(figures, ({ section, name }) => (perSecond.test(name) ? `${section}: ${plain(name).replace(perSecond, '')}` : undefined), ({ value }) => 1e6 / (value ?? 1)),
  ...lines(figures, ({ name }) => (/^rebuild of \d+ events, s$/.test(name) ? 'rebuild' : undefined), ({ value, size }) => ((value ?? 0) * 1e6) / (size ?? 1)),
];

/** Memory in MiB by size. */
export const memoryLines = ({ figures }: BenchReport): Line[] => lines(figures, ({ section, name }) => (/MiB$/.test(name) && /memory/.test(name) ? `${section}: ${name.replace(/, MiB$/, '')}` : undefined), ({ value }) => value ?? 0);

/** A bar of stacked stages: which run, and microseconds an event by stage. */
export type Stack = { readonly name: string; readonly stages: ReadonlyMap<string, number> };

export const stacks = ({ figures }: BenchReport): Stack[] => {
  const found = new Map<string, Map<string, number>>();
  for (const figure of figures) {
    const of = stageOf(figure);
    if (of === undefined || figure.value === null) continue;
    const way = stage.exec(figure.name)?.[1];
    const name = `${figure.section}${way === undefined ? '' : ` (${way})`}${figure.size === null ? '' : ` ${shortSize(figure.size)}`}`;
    found.set(name, (found.get(name) ?? new Map<string, number>()).set(of, figure.value));
  }
  return [...found].map(([name, stages]) => ({ name, stages }));
};

export const shortSize = (size: number): string => (size >= 1e6 ? `${size / 1e6} M` : size >= 1e3 ? `${size / 1e3} k` : String(size));

/** A dashboard's panels: the slowest choice of each at each size, in milliseconds, and the most it read, in MB. */
export type BoardBars = { readonly board: string; readonly panels: readonly string[]; readonly sizes: readonly { readonly size: number; readonly ms: readonly (number | null)[]; readonly megabytes: readonly (number | null)[] }[] };

export const boardBars = ({ dashboards }: BenchReport): BoardBars[] => {
  const boards = [...new Set(dashboards.flatMap(({ panels }) => panels.map(({ board }) => board)))];
  return boards.map((board) => {
    const of = (size: number) => dashboards.find(({ stays }) => stays === size)?.panels.filter((cost) => cost.board === board) ?? [];
    const panels = [...new Map(dashboards.flatMap((all) => all.panels.filter((cost) => cost.board === board).map(({ panel, title }) => [panel, board === 'views' ? title : `${panel} ${title}`] as const)))];
    const most = (size: number, panel: string, field: 'ms' | 'bytes'): number | null => {
      const costs = of(size).filter((cost) => cost.panel === panel);
      return costs.length === 0 || costs.some((cost) => cost.failed !== null) ? null : Math.max(...costs.map((cost) => cost[field] ?? 0));
    };
    return {
      board, panels: panels.map(([, title]) => title),
      sizes: dashboards.map(({ stays: size }) => ({
        size, ms: panels.map(([panel]) => most(size, panel, 'ms')), megabytes: panels.map(([panel]) => { const bytes = most(size, panel, 'bytes'); return bytes === null ? null : bytes / 1e6; }),
      })),
    };
  });
};

/** The bars as lines of the charts: up to 10 million, and above. */
export const barLines = { ms: [panelBars.panelMs, 2 * panelBars.panelMs], megabytes: [panelBars.panelBytes / 1e6, (2 * panelBars.panelBytes) / 1e6] } as const;

export type Change = { readonly name: string; readonly before: BenchFigure; readonly after: BenchFigure; /** After divided by before. */ readonly ratio: number; /** Whether less is better; undefined = neither is. */ readonly better: 'less' | 'more' };

const key = ({ section, name, size }: BenchFigure): string => `${section}${size === null ? '' : ` ${shortSize(size)}`}: ${plain(name).replace(/ \((?:24h|30d), [^)]*\)$/, '')}`;

/** Figures that both files have, by name and size. */
export const changes = (before: BenchReport, after: BenchReport): Change[] => {
  const old = new Map(before.figures.map((figure) => [key(figure), figure]));
  return after.figures.flatMap((figure) => {
    const was = old.get(key(figure));
    if (was?.value == null || figure.value === null || was.value === 0 || figure.value === 0) return [];
    return [{ name: key(figure), before: was, after: figure, ratio: figure.value / was.value, better: /\/s(?: sent)?$|against/.test(figure.name) ? 'more' as const : 'less' as const }];
  });
};
