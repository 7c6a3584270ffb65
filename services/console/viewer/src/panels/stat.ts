import { FieldType, formattedValueToString, getFieldDisplayName, type DisplayValue, type Field } from '@grafana/data';
import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { fitted, lineHeight } from './fit.ts';
import { linked } from './links.ts';
import { measureOf, type Measure } from './measure.ts';
import type { PanelInput } from './renderer.ts';
import { textSetting } from './settings.ts';
import { drawnBy, noRows } from './template.ts';
import { inkOn, readable, toneOf } from './tone.ts';

/** One figure of a stat. */
export type Figure = { readonly name: string; readonly shown: DisplayValue; readonly field: Field; readonly row: number; readonly tone: string | undefined };

/** The last value that is there, of each column that is no time; of a column without any, what stands for nothing. */
export const figuresOf = ({ frames, theme }: Pick<PanelInput, 'frames' | 'theme'>): readonly Figure[] =>
  frames.flatMap((frame) => frame.fields.filter(({ type }) => type !== FieldType.time).map((field): Figure => {
    const values: readonly unknown[] = field.values;
    const row = Math.max(0, values.findLastIndex((value) => value !== null && value !== undefined));
    const shown = field.display?.(values[row]) ?? { text: '', numeric: NaN };
    return { name: getFieldDisplayName(field, frame, [...frames]), shown, field, row, tone: toneOf(field, values[row], shown, theme) };
  }));

const pad = 8;
const nameSize = 14;

type Layout = { readonly columns: number; readonly size: number };

/** A unit in words stands smaller behind its number, as in `20,8 giờ`. */
const suffixScale = 0.6;

const sizeOf = ({ shown }: Figure, box: { readonly width: number; readonly height: number }, measure: Measure): number => {
  const limits = { least: 11, most: Math.min(120, box.height / lineHeight) };
  const isWords = Number.isNaN(shown.numeric);
  if (isWords) return fitted(formattedValueToString(shown), box, measure, { ...limits, most: Math.min(limits.most, Math.max(16, box.height * 0.34)) });
  const width = measure(`${shown.prefix ?? ''}${shown.text}`) + measure(shown.suffix ?? '') * (shown.suffix?.startsWith(' ') === true ? suffixScale : 1);
  const alone = Math.floor(Math.min(limits.most, box.width / width));
  return Math.max(limits.least, shown.text.includes(' ') ? fitted(shown.text, box, measure, limits) : alone);
};

/** Figures in a row or below each other, whichever lets them be larger; all of one size. */
export const layoutOf = (figures: readonly Figure[], { width, height }: { readonly width: number; readonly height: number }, named: boolean, measure: Measure): Layout => {
  const layouts = [figures.length, 1].map((columns): Layout => {
    const rows = Math.ceil(figures.length / columns);
    const box = { width: width / columns - 2 * pad, height: (height / rows - 2 * pad / rows - (named ? nameSize * 1.3 : 0)) * (figures.length > 1 ? 0.8 : 0.74) };
    return { columns, size: Math.min(...figures.map((figure) => sizeOf(figure, box, measure))) };
  });
  return layouts.reduce((best, one) => (one.size > best.size ? one : best));
};

const number = ({ shown }: Figure): TemplateResult => {
  const { prefix, text, suffix } = shown;
  const spoken = suffix?.startsWith(' ') === true;
  return html`${prefix ?? nothing}${text}${suffix === undefined ? nothing : html`<span class=${spoken ? 'stat-unit' : ''}>${spoken ? `\u00A0${suffix.trim()}` : suffix}</span>`}`;
};

const figure = (one: Figure, size: number, named: boolean, { theme, panel, follow }: PanelInput, colorMode: string): TemplateResult => {
  const { tone, name, shown } = one;
  const colours = tone === undefined || colorMode === 'none' ? {}
    : colorMode.startsWith('background') ? { background: tone, color: inkOn(tone) } : { color: readable(tone, theme) };
  const title = panel.title ?? '';
  const label = `${title}: ${formattedValueToString(shown)}${named && name !== title ? ` ${name}` : ''}`;
  return html`<figure class="stat-figure" aria-label=${label} style=${styleMap(colours)}>
    <div class="stat-value ${Number.isNaN(shown.numeric) ? 'words' : ''}" style=${styleMap({ fontSize: `${size}px` })}>${linked(number(one), one.field, one.row, follow)}</div>
    ${named ? html`<figcaption class="stat-name">${name}</figcaption>` : nothing}
  </figure>`;
};

export const stat = drawnBy((input) => {
  const figures = figuresOf(input);
  if (figures.length === 0 || input.frames.every(({ length }) => length === 0)) return noRows(input.language);
  const colorMode = textSetting(input.panel.options, 'colorMode', 'value');
  const textMode = textSetting(input.panel.options, 'textMode', 'auto');
  const named = textMode === 'value_and_name' || textMode === 'name' || (textMode === 'auto' && figures.length > 1);
  const { columns, size } = layoutOf(figures, input, named, measureOf(600));
  return html`<div class="stat" style=${styleMap({ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` })}>
    ${figures.map((one) => figure(one, size, named, input, colorMode))}
  </div>`;
});
