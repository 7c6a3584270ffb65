import type { Text } from '../text.ts';

/** A colour of Grafana's palette. */
export type Color = 'green' | 'yellow' | 'orange' | 'red' | 'blue' | 'purple' | 'gray' | 'text' | 'transparent';

/** From `from` on the value has this colour; the first has no bound. */
export type Threshold = { readonly from: number | null; readonly color: Color };

/** How a value is shown: a code becomes a text people read, and may have a colour. */
export type Shown = { readonly value: string | number; readonly text: Text; readonly color?: Color };

/** What differs for one column of a result; it must be a column of the result, by the text that people see. */
export type Column = {
  readonly name: Text;
  readonly unit?: string;
  readonly decimals?: number;
  readonly thresholds?: readonly Threshold[];
  readonly values?: readonly Shown[];
  /** Charts only: the colour of the series, where its meaning has one. */
  readonly color?: Color;
  /** Tables only: pixels. */
  readonly width?: number;
  /** Tables only: colour the cell by thresholds or values, or draw a bar in it. */
  readonly cell?: 'background' | 'gauge';
  /** Tables only: where a click leads; `${__data.fields["Column"]}` and `${__value.raw}` stand for values of the row. */
  readonly link?: { readonly title: Text; readonly url: string };
};

type Titled = {
  /** Stays the same for ever: links and alerts name it. */
  readonly id: number;
  readonly title: Text;
  /** The definition of the figure, in one sentence. */
  readonly description: Text;
  readonly at: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
};

type Asking = Titled & {
  /** A unit of Grafana; `none` for text and tables of several units. */
  readonly unit: string;
  readonly decimals?: number;
  readonly sql: string;
  readonly thresholds?: readonly Threshold[];
  readonly columns?: readonly Column[];
  /** Codes of every column. */
  readonly values?: readonly Shown[];
};

/** A panel, whichever kind. Each kind says what its statement must answer. */
export type PanelSpec =
  /** One row: each column a value; `named` writes the columns' names beside the values. */
  | (Asking & { readonly kind: 'stat'; readonly named?: true })
  | (Asking & { readonly kind: 'table' })
  /** `time`, then numbers, or one text and one number for each point: a series for each text. Sorted by time. Bars are stacked. */
  | (Asking & { readonly kind: 'bars' | 'lines'; readonly interval?: string })
  /** A text, then numbers: a group of bars for each row. */
  | (Asking & { readonly kind: 'bar-chart'; readonly horizontal?: true; readonly stacked?: true })
  /** A text and a number: a slice, or a bar, for each row. */
  | (Asking & { readonly kind: 'pie' | 'bar-gauge' })
  /** `time`, then a number for each line of the map, from the lowest line up. Sorted by time. */
  | (Asking & { readonly kind: 'heatmap' })
  /** `time`, one text and one number for each change of state (`timeline`) or each cell (`grid`): a line for each text; `values` tells what the numbers mean. Sorted by time. */
  | (Asking & { readonly kind: 'timeline' | 'grid'; readonly values: readonly Shown[] })
  /** `lat`, `lon`, and the columns that `label` and `size` name: a marker for each row, without a map behind it (no tiles from the internet). */
  | (Asking & { readonly kind: 'map'; readonly label: Text; readonly size: Text })
  /** Asks nothing: Markdown. */
  | (Titled & { readonly kind: 'text'; readonly content: Text });

/** A panel that asks the engine. */
export type AskingSpec = Exclude<PanelSpec, { readonly kind: 'text' }>;
