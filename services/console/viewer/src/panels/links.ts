import type { Field } from '@grafana/data';
import { html, type TemplateResult } from 'lit';

type Follow = (url: string) => void;

/** A click with a key held opens a tab, as everywhere. */
const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean => button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/** What is shown, as the field's first link in this row; itself where there is none. A path is followed within the console, an address opens beside it. */
export const linked = (content: TemplateResult | string, field: Field, row: number, follow: Follow): TemplateResult | string => {
  const link = field.getLinks?.({ valueRowIndex: row })[0];
  if (link === undefined || link.href === '') return content;
  const { href, title } = link;
  if (!href.startsWith('/')) return html`<a class="panel-link" href=${href} title=${title} target="_blank" rel="noopener noreferrer">${content}</a>`;
  const go = (event: MouseEvent): void => {
    if (!isPlain(event)) return;
    event.preventDefault();
    follow(href);
  };
  return html`<a class="panel-link" href=${href} title=${title} @click=${go}>${content}</a>`;
};
