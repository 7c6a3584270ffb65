import { formattedValueToString, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import type { Dashboard, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { App } from '../app/app.ts';
import { framesOf, themeOf } from '../frames/index.ts';

const week = 7 * 86_400_000;

/** A panel of a board, also one inside a closed row. */
const panelIn = (board: Dashboard, id: number): Panel | undefined => {
  for (const one of board.panels ?? []) {
    if (one.id === id && one.type !== 'row') return one;
    const inside = 'panels' in one ? one.panels.find((panel) => panel.id === id) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
};

/** A panel's title, what it means, and its answer as frames; undefined where the board has no such panel. */
export type Glance = { readonly id: number; readonly title: string; readonly description: string; readonly frames: readonly DataFrame[] };

/** Asks one panel for the last seven days, everything chosen, as who looks at the board first sees it. */
export const glanceAt = async ({ api, language, mode }: Pick<App, 'api' | 'language' | 'mode'>, uid: string, { board, id }: { readonly board: Dashboard; readonly id: number }, signal: AbortSignal): Promise<Glance | undefined> => {
  const panel = panelIn(board, id);
  if (panel === undefined) return undefined;
  const to = Date.now();
  const names = (board.templating?.list ?? []).filter(({ type }) => String(type) === 'query').map(({ name }) => name);
  const variables = Object.fromEntries(names.map((name) => [name, 'all'] as const));
  const answer = await api.panel({ uid, panel: id, from: to - week, to, interval: 3_600_000, variables }, signal);
  return { id, title: panel.title ?? '', description: panel.description ?? '', frames: framesOf(answer, panel, { theme: themeOf(mode.now()), language, variables, range: { from: 'now-7d', to: 'now' } }) };
};

export type Shown = { readonly text: string; readonly color: string | undefined; readonly numeric: number };
/** A value as its field displays it. */
export const shownAt = (field: Field, row: number): Shown => {
  const value: unknown = field.values[row];
  const display = field.display?.(value);
  return display === undefined ? { text: typeof value === 'string' ? value : '', color: undefined, numeric: Number.NaN } : { text: formattedValueToString(display), color: display.color, numeric: display.numeric };
};

export const nameOf = (field: Field, frame: DataFrame): string => getFieldDisplayName(field, frame);
