import type { LiveLine } from '@da06/console/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { LiveState } from '../api/live.ts';
import type { Language } from '../panels/renderer.ts';
import { shell } from '../words/shell.ts';
import { asOfText, lightOf } from './light.ts';


/** Light and time as they stand in the header. */
export const liveLight = (line: LiveLine | undefined, state: LiveState, language: Language): TemplateResult => {
  const { colour, text } = lightOf(line, state, language);
  return html`<span class="light ${colour}" title=${text}></span><span class="sr">${text}.</span>
    ${colour === 'good' ? nothing : html`<span class="state">${text}</span>`}
    ${line?.asOf == null ? nothing : html`<span>${shell.asOf[language]} <time datetime=${new Date(line.asOf).toISOString()}>${asOfText(line.asOf, line.at)}</time></span>`}`;
};
