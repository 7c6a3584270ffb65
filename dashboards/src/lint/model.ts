import { VariableType, type Dashboard, type Panel, type RowPanel, type VariableModel } from '@grafana/grafana-foundation-sdk/dashboard';

/** A finding: the rule, the dashboard's uid, where, what. */
export type Finding = { readonly rule: string; readonly uid: string; readonly where: string; readonly says: string };

/** A rule looks at one dashboard, knowing all. */
export type Rule = (board: Dashboard, all: readonly Dashboard[]) => readonly Omit<Finding, 'rule' | 'uid'>[];

export const isRow = (panel: Panel | RowPanel): panel is RowPanel => panel.type === 'row';
export const itemsOf = (board: Dashboard): readonly (Panel | RowPanel)[] => (board.panels ?? []).flatMap((panel) => (isRow(panel) ? [panel, ...panel.panels] : [panel]));
export const panelsOf = (board: Dashboard): readonly Panel[] => itemsOf(board).filter((item): item is Panel => !isRow(item));
export const variablesOf = (board: Dashboard): readonly VariableModel[] => board.templating?.list ?? [];

/** Panels that ask the engine: all but texts. */
export const askingOf = (board: Dashboard): readonly Panel[] => panelsOf(board).filter(({ type }) => type !== 'text');

/** The statement and the way its answer is read: a series over time (0) or a table (1). */
export type Asked = { readonly rawSql: string; readonly format: 0 | 1; readonly datasource?: { readonly uid?: string } };
export const askedOf = ({ targets }: { readonly targets?: readonly unknown[] }): readonly Asked[] => (targets ?? []) as readonly Asked[];
const annotationsOf = (board: Dashboard): readonly { readonly name: string; readonly asked: Asked }[] =>
  (board.annotations?.list ?? []).flatMap(({ name, target }) => askedOf({ targets: target === undefined ? [] : [target] }).map((asked) => ({ name, asked })));

/** A variable that asks: what it begins with, and whether any number can be chosen, then all at first. */
export type Choosable = { readonly name: string; readonly several: boolean; readonly first: string; readonly sql: string };
export const choosableOf = (board: Dashboard): readonly Choosable[] =>
  variablesOf(board).flatMap((variable) => (variable.type === VariableType.Query && typeof variable.query === 'string' ? [{ name: variable.name, several: variable.multi === true, first: String(variable.current?.value), sql: variable.query }] : []));

/** The SQL of every query of a dashboard: panels, variables, annotations. */
export const queriesOf = (board: Dashboard): readonly { readonly where: string; readonly sql: string }[] => [
  ...panelsOf(board).flatMap((panel) => askedOf(panel).map(({ rawSql }) => ({ where: nameOf(panel), sql: rawSql }))),
  ...choosableOf(board).map(({ name, sql }) => ({ where: `variable ${name}`, sql })),
  ...annotationsOf(board).map(({ name, asked }) => ({ where: `annotation ${name}`, sql: asked.rawSql })),
];

export const nameOf = (item: Panel | RowPanel): string => `panel ${item.id ?? '?'} "${item.title ?? ''}"`;

/** Every text of a JSON value. */
export const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsOf) : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)]) : [];
