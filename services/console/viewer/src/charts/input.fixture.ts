import { FieldColorModeId, type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { AnswerField, PanelAnswer } from '@da06/console/api';
import '../frames/test-navigator.ts';
import { framesOf, themeOf } from '../frames/index.ts';
import type { PanelInput } from '../panels/renderer.ts';

type Asked = {
  readonly type: string;
  readonly fields: readonly AnswerField[];
  readonly unit?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly defaults?: Readonly<Record<string, unknown>>;
  readonly marks?: PanelInput['marks'];
  readonly size?: { readonly width: number; readonly height: number };
  readonly mode?: 'light' | 'dark';
  readonly range?: PanelInput['range'];
};

/** Midnight of a day in Vietnam, Unix milliseconds. */
export const midnight = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) - 7 * 3_600_000;

const overTime = ['timeseries', 'heatmap', 'state-timeline', 'status-history'];

/** A panel and its answer as they come from the server, for tests. */
export const inputOf = ({ type, fields, unit = 'locale', options = {}, custom = {}, defaults = {}, marks = [], size = { width: 900, height: 300 }, mode = 'light', range = { from: midnight(2026, 11, 1), to: midnight(2026, 11, 11) } }: Asked): PanelInput => {
  const panel: Panel = { type, title: 'Tên bảng', options, fieldConfig: { defaults: { unit, custom, noValue: 'chưa có dữ liệu', color: { mode: FieldColorModeId.PaletteClassicByName }, ...defaults }, overrides: [] } };
  const answer: PanelAnswer = { format: overTime.includes(type) ? 0 : 1, fields, rows: fields[0]?.values.length ?? 0, readRows: 0, readBytes: 0, ms: 0 };
  const theme = themeOf(mode);
  return { panel, frames: framesOf(answer, panel, { theme, language: 'vi', range, variables: {} }), ...size, theme, language: 'vi', range, marks, follow: () => undefined };
};
