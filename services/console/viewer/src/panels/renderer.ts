import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';

export type Language = 'vi' | 'en';

/** A holiday or another marked time; instants in Unix milliseconds. */
export type Mark = { readonly from: number; readonly to: number; readonly text: string; readonly color: string };

/** Everything that a panel is drawn from. */
export type PanelInput = {
  readonly panel: Panel;
  /** Overrides applied, so that each field can display its values; a series over time has one frame for each series. */
  readonly frames: readonly DataFrame[];
  readonly width: number;
  readonly height: number;
  readonly theme: GrafanaTheme2;
  readonly language: Language;
  readonly range: { readonly from: number; readonly to: number };
  readonly marks: readonly Mark[];
  /** Opens a link of this console, with variables and range already written into it. */
  readonly follow: (url: string) => void;
};

/** Draws into one element, again whenever there is something new to draw. */
export type Drawing = { readonly draw: (input: PanelInput) => void; readonly destroy: () => void };
export type Renderer = (host: HTMLElement) => Drawing;
