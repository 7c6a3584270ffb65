import { formattedValueToString, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import type { AnswerField, PanelAnswer } from '@da06/console/api';
import type { FieldConfig, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Language } from '../panels/renderer.ts';
import { framesOf, type FrameOptions } from './frames.ts';
import './test-navigator.ts';
import { themeOf } from './theme.ts';

export const answerOf = (fields: readonly AnswerField[], format: 0 | 1 = 1): PanelAnswer => ({ format, fields, rows: fields[0]?.values.length ?? 0, readRows: 0, readBytes: 0, ms: 0 });

export const panelOf = (defaults: FieldConfig, rest: Partial<Panel> = {}): Panel => ({ type: 'table', fieldConfig: { defaults, overrides: [] }, ...rest });

export const optionsIn = (language: Language): FrameOptions => ({ theme: themeOf('dark'), language, variables: {}, range: { from: 'now-7d', to: 'now' } });

/** Frames of an answer as a dark page in a language shows them. */
export const framesIn = (language: Language, answer: PanelAnswer, panel: Panel): DataFrame[] => framesOf(answer, panel, optionsIn(language));

/** Texts of a field's values as they stand on the page. */
export const textsOf = (field: Field | undefined): readonly string[] => (field?.values ?? []).map((value: unknown) => {
  const shown = field?.display?.(value);
  return shown === undefined ? '' : formattedValueToString(shown);
});

/** One number in a unit, as it is read. */
export const readAs = (value: number, unit: string, language: Language, decimals?: number): string | undefined =>
  textsOf(framesIn(language, answerOf([{ name: 'x', type: 'number', values: [value] }]), panelOf({ unit, ...(decimals === undefined ? {} : { decimals }) }))[0]?.fields[0])[0];

/** What each frame shows: its columns by name. */
export const shownIn = (frames: readonly DataFrame[]): readonly Readonly<Record<string, readonly string[]>>[] =>
  frames.map((frame) => Object.fromEntries(frame.fields.map((field) => [getFieldDisplayName(field, frame, [...frames]), textsOf(field)])));
