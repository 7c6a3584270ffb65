/** What the viewer and its server tell each other: types alone, for both sides. */

/** What is chosen of one variable. */
export type Choice = readonly string[] | 'all';
/** The view a panel is asked in: times in Unix milliseconds, the width of a step in milliseconds. */
export type ViewAsked = { readonly from: number; readonly to: number; readonly interval: number; readonly variables: Readonly<Record<string, Choice>> };

/** `POST /console/panel`. The English board is asked by its own uid (`…-en`). */
export type PanelQuestion = ViewAsked & { readonly uid: string; readonly panel: number };
/** `POST /console/variable`: options of one variable. */
export type VariableQuestion = ViewAsked & { readonly uid: string; readonly name: string };
/** `POST /console/annotation`. */
export type AnnotationQuestion = ViewAsked & { readonly uid: string; readonly name: string };

export type Value = number | string | boolean | null;
export type AnswerField = { readonly name: string; readonly type: 'time' | 'number' | 'string' | 'boolean'; readonly values: readonly Value[] };
/** Columns; times in Unix milliseconds. `format` 0: a series over time, 1: a table. */
export type PanelAnswer = { readonly format: 0 | 1; readonly fields: readonly AnswerField[]; readonly rows: number; readonly readRows: number; readonly readBytes: number; readonly ms: number };
export type VariableAnswer = { readonly options: readonly { readonly value: string; readonly text: string }[] };

/** `GET /console/boards`: those that who asks may open. */
export type BoardListed = { readonly uid: string; readonly title: string; readonly description: string; readonly language: 'vi' | 'en'; readonly tags: readonly string[] };
export type BoardsAnswer = { readonly role: string; readonly boards: readonly BoardListed[] };
/** `GET /console/boards/:uid`: the generated JSON of a dashboard without any SQL. */
