import type { TooltipComponentFormatterCallbackParams } from 'echarts';
import type { Language } from '../panels/renderer.ts';
import { chartWords } from '../words/charts.ts';
import { plainly, wrap } from './measure.ts';
import { tooltipLine } from './style.ts';

type TooltipRow = { readonly marker?: string; readonly name: string; readonly value: string; readonly weight?: number };

type Size = { readonly width: number; readonly height: number; readonly language: Language };
type Told = { readonly header: string; readonly rows: readonly TooltipRow[]; readonly total?: TooltipRow | undefined; readonly notes?: readonly string[] };

const line = ({ marker = '', name, value }: TooltipRow, width: number): string => `${marker}${plainly(wrap(name === '' ? value : `${name}: ${value}`, width, 9))}`;

/** The rows that a canvas is high enough for: of too many, those that weigh most, in their own order. */
const fitting = (rows: readonly TooltipRow[], most: number): readonly TooltipRow[] => {
  if (rows.length <= most) return rows;
  const kept = new Set([...rows].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0)).slice(0, Math.max(1, most - 1)));
  return rows.filter((row) => kept.has(row));
};

/** Text of a tooltip. Long names break over several lines, and nothing of them is left out; the box stays within the canvas. */
export const tooltipText = ({ width, height, language }: Size, { header, rows, total, notes = [] }: Told): string => {
  const room = Math.min(360, width - 60);
  const shown = fitting(rows, Math.floor((height - 24) / tooltipLine) - 1 - notes.length - (total === undefined ? 0 : 1));
  return [
    plainly(wrap(header, room, 9)),
    ...shown.map((row) => line(row, room)),
    shown.length < rows.length ? chartWords[language].and(rows.length - shown.length) : '',
    total === undefined ? '' : line(total, room),
    ...notes.map((note) => plainly(wrap(note, room, 9))),
  ].filter((text) => text !== '').join('\n');
};

type Hit = { readonly series: number; readonly index: number; readonly marker: string };

/** What the pointer is over: numbers of series and of data within them. */
export const hitsOf = (params: TooltipComponentFormatterCallbackParams): readonly Hit[] =>
  [params].flat().map(({ seriesIndex, dataIndex, marker }) => ({ series: seriesIndex ?? 0, index: dataIndex, marker: typeof marker === 'string' ? marker : '' }));
