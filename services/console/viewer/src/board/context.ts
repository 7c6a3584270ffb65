import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { App } from '../app/app.ts';
import type { Mark } from '../panels/renderer.ts';
import type { Questions } from './questions.ts';
import type { Range, RawRange } from './time-range.ts';
import type { Choices } from './variables.ts';

/** The view all panels are asked in. The range is what the raw one meant when this round began, so that all figures of a round are of one moment. */
export type BoardView = { readonly raw: RawRange; readonly range: Range; readonly choices: Choices };

/** What a panel's frame is given of the board around it. */
export type BoardContext = {
  readonly app: App;
  readonly uid: string;
  readonly questions: Questions;
  readonly view: () => BoardView;
  readonly marks: () => readonly Mark[];
  readonly explain: (panel: Panel, opener: HTMLElement) => void;
  /** Shows one panel alone, or all again. */
  readonly enlarge: (panel: Panel | undefined) => void;
  readonly enlarged: () => number | undefined;
};
