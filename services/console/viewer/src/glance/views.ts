import { FieldType, type Field } from '@grafana/data';
import { html, nothing, type TemplateResult } from 'lit';
import { nameOf, shownAt, type Glance } from './glance.ts';
import './glance.css';

/** One large figure, what it counts, and how it has changed where the panel tells. */
export const figureView = ({ title, description, frames }: Glance, { href, name = title }: { readonly href?: string; readonly name?: string | undefined } = {}): TemplateResult => {
  const [frame] = frames;
  const [first, ...others] = frame?.fields ?? [];
  const value = first === undefined || frame === undefined || frame.length === 0 ? undefined : { ...shownAt(first, frame.length - 1), name: nameOf(first, frame) };
  return html`
    <div class="card figure" title=${description}>
      <p class="name">${href === undefined ? name : html`<a href=${href}>${name}</a>`}</p>
      <p class="value"><b class=${toneOf(value?.color)}>${value?.text ?? '–'}</b>${value === undefined || value.name === title ? nothing : html` <span>${value.name}</span>`}</p>
      ${frame === undefined ? nothing : others.map((field) => {
        const { text, numeric, color } = shownAt(field, frame.length - 1);
        return Number.isNaN(numeric) ? nothing : html`<p class="change"><i class=${toneOf(color)}>${numeric > 0 ? '▲ +' : numeric < 0 ? '▼ ' : ''}${text}</i> ${nameOf(field, frame)}</p>`;
      })}
    </div>`;
};

/** A table of a few rows; a cell that the panel colours gets a light beside its words. */
export const tableView = ({ title: own, description, frames }: Glance, { name: title = own, empty, most }: { readonly name?: string | undefined; readonly empty: string; readonly most: number }): TemplateResult => {
  const [frame] = frames;
  const rows = Array.from({ length: Math.min(frame?.length ?? 0, most) }, (_, row) => row);
  return html`
    <section class="card glance-table" aria-label=${title}>
      <h2>${title}</h2><p class="soft">${description}</p>
      ${frame === undefined || rows.length === 0 ? html`<p>${empty}</p>` : html`
      <div class="scroll" role="region" aria-label=${title} tabindex="0"><table>
        <thead><tr>${frame.fields.map((field) => html`<th scope="col" class=${alignOf(field)}>${nameOf(field, frame)}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr>${frame.fields.map((field) => cellView(field, row))}</tr>`)}</tbody>
      </table></div>`}
    </section>`;
};

const alignOf = ({ type, config }: Field): string => (type === FieldType.number && !isColoured(config.custom) ? 'number' : '');

const cellView = (field: Field, row: number): TemplateResult => {
  const { text, color } = shownAt(field, row);
  // Set as a property: an attribute, which styleMap begins with, is refused by the page's policy.
  const lit = isColoured(field.config.custom) && color !== undefined;
  return html`<td class=${alignOf(field)}>${lit ? html`<span class="light" .style=${`background: ${color}`}></span> ` : nothing}${text}</td>`;
};

const isColoured = (custom: unknown): boolean => {
  const options: unknown = typeof custom === 'object' && custom !== null && 'cellOptions' in custom ? custom.cellOptions : undefined;
  return typeof options === 'object' && options !== null && 'type' in options && options.type !== 'auto';
};

/** The panel's colour for a change, as one that can be read on both grounds. */
const toneOf = (color: string | undefined): string => {
  const [red = 0, green = 0, blue = 0] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(color ?? '')?.slice(1).map((part) => Number.parseInt(part, 16)) ?? [];
  if (Math.max(red, green, blue) - Math.min(red, green, blue) < 60) return '';
  return red > green ? 'bad' : 'good';
};
