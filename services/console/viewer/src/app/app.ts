import type { BoardListed, LiveLine } from '@da06/console/api';
import type { Api } from '../api/client.ts';
import type { Language } from '../panels/renderer.ts';
import type { Watched } from './watched.ts';

export type Mode = 'light' | 'dark';

/** What a page is given of the shell around it. A page is opened anew when the path or the language changes, never for another query. */
export type App = {
  readonly api: Api;
  readonly language: Language;
  /** Role of the key, `admin`, `wall` …; what this machine reads without a key is told by the server too. */
  readonly role: string;
  /** Whether a key is at hand: on the machine itself much is read without one, nothing is written. */
  readonly signedIn: boolean;
  /** Asks for a key; the page is opened anew with it. */
  readonly signIn: () => void;
  /** Boards that may be opened, in both languages. */
  readonly boards: readonly BoardListed[];
  /** What is shown now, the system's wish already decided. */
  readonly mode: Watched<Mode>;
  /** How fresh the figures are; undefined until the server has told. Changes only when there is something newer to ask for. */
  readonly live: Watched<LiveLine | undefined>;
  readonly location: Watched<URL>;
  /** Opens an address of this console (`/d/dan-cu?from=…`). `replace` leaves no step for the back button. */
  readonly navigate: (url: string, how?: 'push' | 'replace') => void;
  /** Names the page in the window's title. */
  readonly title: (text: string) => void;
};

/** A page draws itself into the host and returns how it is closed: timers, questions and listeners end with it. */
export type Page = { readonly open: (host: HTMLElement, app: App) => () => void };
