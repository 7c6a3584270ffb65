import { formattedValueToString, type DataFrame } from '@grafana/data';
import { html, nothing, type TemplateResult } from 'lit';
import { sideBySide } from '../frames/joined.ts';
import { panels } from '../words/panels.ts';
import type { Language } from './renderer.ts';

/** As many rows as somebody may listen to; the file has all. */
const most = 100;

/** What a chart shows, as a table that is read out and not seen. Several series stand side by side over their times; of long ones the newest rows. */
export const hiddenTable = (frames: readonly DataFrame[], { caption, language }: { readonly caption: string; readonly language: Language }): TemplateResult => {
  const columns = sideBySide(frames);
  const rows = columns[0]?.values.length ?? 0;
  const first = Math.max(0, rows - most);
  const text = (column: number, row: number): string => {
    const { field, values } = columns[column] ?? {};
    const shown = field?.display?.(values?.[row]);
    return shown === undefined ? '' : formattedValueToString(shown);
  };
  return html`<div class="sr"><table>
    <caption>${caption}${first > 0 ? html` (+ ${first} ${panels.more[language]})` : nothing}</caption>
    <thead><tr>${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${Array.from({ length: rows - first }, (_, index) => html`<tr>${columns.map((_column, column) =>
      column === 0 ? html`<th scope="row">${text(column, first + index)}</th>` : html`<td>${text(column, first + index)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
};
