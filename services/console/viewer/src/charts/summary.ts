import type { PanelInput } from '../panels/renderer.ts';
import { chartWords } from '../words/charts.ts';
import { dateText } from './moments.ts';
import { seriesOf, tableOf, textOf } from './series.ts';

/** Named one by one up to here. */
const most = 6;

/** What a chart shows, in one sentence for who does not see it: kind, title, and what was drawn with its newest or only values. */
export const summaryOf = ({ panel, frames, language, range }: PanelInput, empty: boolean): string => {
  const words = chartWords[language];
  const head = `${words.kinds[panel.type] ?? ''}: ${panel.title ?? ''}`;
  if (empty) return `${head}, ${words.noData}.`;
  const series = seriesOf(frames);
  const { rows, columns } = tableOf(frames);
  const parts = series.length > 0
    ? series.map(({ name, field, points }) => {
      const last = points.findLast(({ value }) => value !== null);
      return last === undefined ? name : `${name} ${textOf(field, last.value)}`;
    })
    : rows.map(({ label, index }) => `${label} ${columns.map(({ field }) => textOf(field, (field.values as readonly unknown[])[index])).join(' / ')}`);
  const named = [...parts.slice(0, most), ...(parts.length > most ? [words.and(parts.length - most)] : [])].join('; ');
  return series.length > 0 ? `${head}, ${words.between(dateText(range.from), dateText(range.to))}; ${words.latest}: ${named}.` : `${head}; ${named}.`;
};
