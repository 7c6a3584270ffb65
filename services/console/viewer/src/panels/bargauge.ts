import { FieldType, formattedValueToString, getFieldDisplayName, type DataFrame } from '@grafana/data';
import { html, type TemplateResult } from 'lit';
import { measureOf, pageSize } from './measure.ts';
import type { PanelInput } from './renderer.ts';
import { numberSetting, setting } from './settings.ts';
import { styled } from './styled.ts';
import { drawnBy, noRows } from './template.ts';
import { toneOf } from './tone.ts';

export type Bar = { readonly name: string; readonly text: string; readonly part: number; readonly tone: string | undefined };

/** One bar for each row of a table (the first text is its name) or, without `values`, for the last value of each column. */
const pointsOf = (frame: DataFrame, { everyRow, limit }: { readonly everyRow: boolean; readonly limit: number }) => {
  const numbers = frame.fields.filter(({ type }) => type === FieldType.number);
  const names = frame.fields.find(({ type }) => type === FieldType.string);
  if (!everyRow) return numbers.map((field) => ({ name: getFieldDisplayName(field, frame), field, value: (field.values as readonly unknown[]).at(-1) }));
  return Array.from({ length: Math.min(frame.length, limit) }, (_, row) => numbers.map((field) => {
    const own = getFieldDisplayName(field, frame);
    const name = names?.display?.(names.values[row]).text;
    return { name: name === undefined ? own : numbers.length > 1 ? `${name}, ${own}` : name, field, value: (field.values as readonly unknown[])[row] };
  })).flat();
};

/** Bars of a panel: `part` of the longest, from the least bound (0, unless the panel sets another). */
export const barsOf = ({ frames, panel, theme }: Pick<PanelInput, 'frames' | 'panel' | 'theme'>): readonly Bar[] => {
  const reduce = setting(panel.options, 'reduceOptions');
  const rows = { everyRow: setting(reduce, 'values') === true, limit: numberSetting(reduce, 'limit') ?? 25 };
  const points = frames.flatMap((frame) => pointsOf(frame, rows));
  const known = points.map(({ value }) => value).filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
  return points.map(({ name, field, value }) => {
    const shown = field.display?.(value) ?? { text: '', numeric: NaN };
    const least = field.config.min ?? Math.min(0, ...known);
    const most = field.config.max ?? Math.max(0, ...known);
    const part = typeof value === 'number' && Number.isFinite(value) && most > least ? (value - least) / (most - least) : 0;
    return { name, text: formattedValueToString(shown), part: Math.min(1, Math.max(0, part)), tone: toneOf(field, value, shown, theme) };
  });
};

const row = ({ name, text, part, tone }: Bar): TemplateResult => html`<tr>
  <th scope="row" class="bar-name"><span title=${name}>${name}</span></th>
  <td class="bar-cell"><div class="bar" ${styled({ width: `${part * 100}%`, ...(tone === undefined ? {} : { background: tone }) })}></div></td>
  <td class="bar-value">${text}</td>
</tr>`;

export const bargauge = drawnBy((input) => {
  const bars = barsOf(input);
  if (bars.length === 0) return noRows(input.language);
  const measure = measureOf(400);
  const size = pageSize() * 0.93;
  const names = Math.min(input.width * 0.45, Math.max(...bars.map(({ name }) => measure(name))) * size + size);
  const values = Math.max(...bars.map(({ text }) => measure(text))) * size + 1.4 * size;
  const height = Math.min(4 * size, Math.max(1.7 * size, (input.height - 8) / bars.length));
  return html`<div class="panel-fill panel-scroll" tabindex="0" role="region" aria-label=${input.panel.title ?? ''}>
    <table class="bars" ${styled({ 'font-size': `${size}px`, '--bar-row': `${height}px` })}>
      <caption class="sr">${input.panel.title ?? ''}</caption>
      <colgroup><col ${styled({ width: `${names}px` })}><col><col ${styled({ width: `${values}px` })}></colgroup>
      <tbody>${bars.map(row)}</tbody>
    </table>
  </div>`;
});
