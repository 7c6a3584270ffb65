import { formattedValueToString } from '@grafana/data';
import { html, nothing, type TemplateResult } from 'lit';
import { linked } from './links.ts';
import { measureOf, pageSize } from './measure.ts';
import type { PanelInput } from './renderer.ts';
import { textSetting } from './settings.ts';
import { figuresOf, layoutOf, type Figure, type Layout, type Value } from './stat-figures.ts';
import { styled } from './styled.ts';
import { drawnBy, noRows } from './template.ts';
import { inkOn, readable } from './tone.ts';

type Look = { readonly colorMode: string; readonly named: boolean; readonly layout: Layout };

/** Words that a line is never broken within, also where they hold a dash (`299/KH-UBND`). */
const unbroken = (text: string): TemplateResult[] => text.split(' ').map((word, place) => html`${place > 0 ? ' ' : nothing}<span class="stat-word">${word}</span>`);

const written = ({ shown }: Value): TemplateResult => {
  const { prefix = '', text, suffix = '' } = shown;
  if (Number.isNaN(shown.numeric)) return html`${unbroken(formattedValueToString(shown))}`;
  return html`${prefix}${text}${suffix.startsWith(' ') ? html`<span class="stat-unit">${`\u00A0${suffix.trim()}`}</span>` : suffix}`;
};

const colours = (tone: string | undefined, colorMode: string, theme: PanelInput['theme']): Readonly<Record<string, string>> => {
  if (tone === undefined || colorMode === 'none') return {};
  return colorMode.startsWith('background') ? { background: tone, color: inkOn(tone) } : { color: readable(tone, theme) };
};

const change = (value: Value, { colorMode, layout }: Look, { theme }: PanelInput): TemplateResult => html`<div class="stat-change" ${styled({ 'font-size': `${layout.nameSize}px` })}>
  <span class="stat-word" ${styled(colours(value.tone, colorMode.startsWith('background') ? 'none' : colorMode, theme))}>${formattedValueToString(value.shown)}</span> <span>${value.name}</span>
</div>`;

const told = ({ shown, name }: Value, named: boolean): string => `${formattedValueToString(shown)}${named ? ` ${name}` : ''}`;

const figure = (one: Figure, look: Look, input: PanelInput): TemplateResult => {
  const { layout, named, colorMode } = look;
  const label = [`${input.panel.title ?? ''}: ${told(one, named)}`, ...(one.change === undefined ? [] : [told(one.change, true)])].join(', ');
  return html`<figure class="stat-figure" aria-label=${label} ${styled(colours(one.tone, colorMode, input.theme))}>
    <div class="stat-value ${Number.isNaN(one.shown.numeric) ? 'words' : ''}" ${styled({ 'font-size': `${layout.size}px` })}>${linked(written(one), one.field, one.row, input.follow)}</div>
    ${named ? html`<figcaption class="stat-name" ${styled({ 'font-size': `${layout.nameSize}px` })}>${one.name}</figcaption>` : nothing}
    ${one.change === undefined ? nothing : change(one.change, look, input)}
  </figure>`;
};

/** One or several large figures, as large as their place allows; coloured by thresholds as the board wants it. */
export const stat = drawnBy((input) => {
  const figures = figuresOf(input);
  if (figures.length === 0 || input.frames.every(({ length }) => length === 0)) return noRows(input.language);
  const textMode = textSetting(input.panel.options, 'textMode', 'auto');
  const named = textMode === 'value_and_name' || textMode === 'name' || (textMode === 'auto' && figures.length > 1);
  const look = { colorMode: textSetting(input.panel.options, 'colorMode', 'value'), named, layout: layoutOf(figures, input, named, { measure: measureOf(600), page: pageSize() }) };
  return html`<div class="stat" ${styled({ 'grid-template-columns': `repeat(${look.layout.columns}, minmax(0, 1fr))` })}>${figures.map((one) => figure(one, look, input))}</div>`;
});
