import { expand, generatedBoards, type View } from '@da06/dashboards';
import { z } from 'zod';

const target = z.object({ rawSql: z.string() });
const panel = z.object({ id: z.number(), title: z.string().default(''), type: z.string(), interval: z.string().optional(), targets: z.array(target).default([]) });
const item = panel.extend({ panels: z.array(panel).default([]) });
const variable = z.object({ name: z.string(), type: z.string(), query: z.unknown(), multi: z.boolean().default(false), current: z.object({ value: z.unknown() }).default({ value: '' }) });
const board = z.object({ uid: z.string(), title: z.string(), panels: z.array(item).default([]), templating: z.object({ list: z.array(variable).default([]) }).default({ list: [] }) });

/** A panel of a dashboard's JSON: what it asks. */
export type Panel = z.infer<typeof panel>;
export type Board = { readonly uid: string; readonly title: string; readonly panels: readonly Panel[]; /** Statements of its variables: first column the value. `several`: all at first; else one, at first this. */ readonly variables: readonly { readonly name: string; readonly sql: string; readonly several: boolean; readonly first: string }[] };

/** Every dashboard, Vietnamese, by uid. @throws when one has not the shape that is read here. */
export const readBoards = (): readonly Board[] =>
  generatedBoards()
    .map((generated) => board.parse(generated))
    .filter(({ uid }) => !uid.endsWith('-en'))
    .sort((a, b) => (a.uid < b.uid ? -1 : 1))
    .map(({ uid, title, panels, templating }) => ({
      uid, title, panels: panels.flatMap(({ panels: inner, ...outer }) => [outer, ...inner]).filter(({ type, targets }) => type !== 'row' && targets.length > 0),
      variables: templating.list.flatMap(({ name: of, type, query, multi, current: { value } }) => (type === 'query' && typeof query === 'string' ? [{ name: of, sql: query, several: multi, first: typeof value === 'string' ? value : '' }] : [])),
    }));

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Steps a chart of usual width shows. */
const points = 1_000;

/** The width of a step, as Grafana takes it: the range by the points shown, not below the panel's own least. */
const stepOf = ({ interval }: Panel, range: number): number => {
  const [, count = '1', unit = 's'] = /^(\d+)([smhd])$/.exec(interval ?? '') ?? [];
  return Math.max(Math.ceil(range / points / 1_000) * 1_000, Number(count) * (units[unit] ?? 1_000));
};

/** The statements a panel sends for a range and choices. */
export const statementsOf = (of: Panel, { from, to, variables }: Omit<View, 'interval'>): readonly string[] => of.targets.map(({ rawSql }) => expand(rawSql, { from, to, variables, interval: stepOf(of, to - from) }));
