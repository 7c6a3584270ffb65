import { FieldType, formattedValueToString, type DisplayValue, type Field, type GrafanaTheme2 } from '@grafana/data';
import { html, type TemplateResult } from 'lit';
import { mappedText } from '../frames/mapping.ts';
import { linked } from './links.ts';
import type { PanelInput } from './renderer.ts';
import { setting, textSetting } from './settings.ts';
import { styled } from './styled.ts';
import { inkOn, readable, toneOf } from './tone.ts';

/** How the cells of a column are drawn. */
export type CellStyle = { readonly kind: string; readonly align: string };

/** A number stands at the right, so that its places stand below each other; one that a mapping turns into words does not. */
const alignOf = (field: Field, align: string): string => {
  if (align !== 'auto') return align;
  const values: readonly unknown[] = field.values;
  return field.type === FieldType.number && !values.some((value) => typeof value === 'number' && !Number.isNaN(value) && mappedText(field.config.mappings, value) !== undefined) ? 'right' : 'left';
};

export const cellStyle = (field: Field): CellStyle => {
  const custom: unknown = field.config.custom;
  return { kind: textSetting(setting(custom, 'cellOptions'), 'type', 'auto'), align: alignOf(field, textSetting(custom, 'align', 'auto')) };
};

const bounds: Readonly<Record<string, readonly [number, number]>> = { percentunit: [0, 1], percent: [0, 100] };

/** Part of a gauge that is filled: between the bounds the board sets; of a percentage between nothing and all; else up to the largest value of the column. */
const partOf = (field: Field, value: unknown): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 0;
  const [low, high] = bounds[field.config.unit ?? ''] ?? [0, Math.max(...(field.values as readonly unknown[]).filter((one): one is number => typeof one === 'number' && Number.isFinite(one)))];
  const [least, most] = [field.config.min ?? low, field.config.max ?? high];
  return most > least ? Math.min(1, Math.max(0, (value - least) / (most - least))) : 0;
};

const gauge = (field: Field, value: unknown, content: TemplateResult | string, tone: string | undefined): TemplateResult => html`<div class="cell-gauge">
  <div class="cell-track"><div class="cell-bar" ${styled({ width: `${partOf(field, value) * 100}%`, ...(tone === undefined ? {} : { background: tone }) })}></div></div><span>${content}</span>
</div>`;

/** Whether a cell has nothing to show: no value, and no mapping that says what its absence means. */
export const isAbsent = (field: Field, value: unknown): boolean => (value === null || value === undefined || value === '') && mappedText(field.config.mappings, value) === undefined;

/** A cell without a value has a dash for who sees it and words for who listens. */
const dash = ({ text }: DisplayValue): TemplateResult => html`<span class="sr">${text}</span><span class="cell-absent" aria-hidden="true">–</span>`;

const colours = (kind: string, tone: string | undefined, theme: GrafanaTheme2): Readonly<Record<string, string>> => {
  if (tone === undefined) return {};
  if (kind === 'color-background') return { background: tone, color: inkOn(tone) };
  return kind === 'color-text' ? { color: readable(tone, theme) } : {};
};

type CellInput = { readonly field: Field; readonly row: number; readonly style: CellStyle; readonly isHeading: boolean; readonly input: Pick<PanelInput, 'theme' | 'follow'> };

/** One cell of a table; that of the first column names its row. */
export const cell = ({ field, row, style: { kind, align }, isHeading, input: { theme, follow } }: CellInput): TemplateResult => {
  const value: unknown = (field.values as readonly unknown[])[row];
  const shown = field.display?.(value) ?? { text: '', numeric: NaN };
  const absent = isAbsent(field, value);
  const tone = absent ? undefined : toneOf(field, value, shown, theme);
  const content = absent ? dash(shown) : linked(formattedValueToString(shown), field, row, follow);
  const body = kind === 'gauge' && !absent ? gauge(field, value, content, tone) : content;
  const style = styled(colours(kind, tone, theme));
  return isHeading ? html`<th scope="row" class="cell ${align}" ${style}>${body}</th>` : html`<td class="cell ${align}" ${style}>${body}</td>`;
};

