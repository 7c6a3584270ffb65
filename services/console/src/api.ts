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
/** Marked times behind charts: `to` is `from` for a moment. `tags` as the statement has it ("nghỉ lễ"), `color` as the board names it ("purple"). */
export type AnnotationAnswer = { readonly marks: readonly { readonly from: number; readonly to: number; readonly text: string; readonly tags: string; readonly color: string }[] };

/** `GET /console/boards`: those that who asks may open. `local`: asked on the machine itself, where no key is needed. */
export type BoardListed = { readonly uid: string; readonly title: string; readonly description: string; readonly language: 'vi' | 'en'; readonly tags: readonly string[] };
export type BoardsAnswer = { readonly role: string; readonly local: boolean; readonly boards: readonly BoardListed[] };
/** `GET /console/boards/:uid`: the generated JSON of a dashboard without any SQL. */

/** `GET /console/live`: a line of JSON (NDJSON) at once, another whenever newer events can be seen, and the same again every 15 s. Times in Unix milliseconds. */
export type LiveLine = {
  /** Highest time of receipt that can be seen; null while nothing is there. */
  readonly asOf: number | null;
  /** Events that are accepted and cannot be seen yet; null where this process cannot tell. */
  readonly lag: number | null;
  /** The server's clock when it said so. */
  readonly at: number;
};

/** `POST /console/explanation`: what stands behind a panel, asked as the panel is. */
export type ExplanationQuestion = PanelQuestion;
export type ExplanationAnswer = {
  readonly title: string;
  /** The panel's description: what the figure is. */
  readonly definition: string;
  /** Indicators of the locality pack that the description names; empty for most. */
  readonly indicators: readonly { readonly id: string; readonly name: string; readonly unit: string; readonly definition: string }[];
  /** The statement as the engine gets it; '' for a text panel. */
  readonly sql: string;
  /** Views of da06 that it reads. */
  readonly views: readonly string[];
  /** Events of the range that feed these views, of each type that has any; most first. */
  readonly types: readonly { readonly type: string; readonly events: number }[];
  /** Their sum. */
  readonly events: number;
  /** Late ones among `of`. `deadline`: notices of stays after their legal deadline. `day`: any event that was received more than 24 h after it happened. */
  readonly late: { readonly by: 'deadline' | 'day'; readonly late: number; readonly of: number };
  /** When the newest of these events was received, in Unix milliseconds; null without any. */
  readonly lastData: number | null;
  /** What the panel's own statement reads. */
  readonly readRows: number;
  readonly readBytes: number;
};

/** `GET /console/overview`: the first page as data. It needs no key: it has counts alone. */
export type OverviewAnswer = {
  readonly facilities: number;
  readonly stays: number;
  /** Events that are accepted and cannot be seen yet; null where this process cannot tell. */
  readonly lag: number | null;
  /** Unix milliseconds; null while nothing is there. */
  readonly asOf: number | null;
  /** Null where nothing of the demonstration is or comes. `mark` is to be shown whenever this is there. */
  readonly simulated: null | {
    readonly state: 'off' | 'loading' | 'loaded';
    readonly facilities: number;
    readonly mark: { readonly vi: string; readonly en: string };
    /** Commands: take it out; start without it. */
    readonly remove: string;
    readonly without: string;
  };
  /** What to type next in a terminal; null once a stay is there. */
  readonly nextSteps: string | null;
  /** `clickhouse` null: that interface is off. */
  readonly addresses: { readonly url: string; readonly clickhouse: string | null };
  /** Where to go: addresses of this host with what is there. */
  readonly links: readonly { readonly href: string; readonly vi: string; readonly en: string }[];
};
