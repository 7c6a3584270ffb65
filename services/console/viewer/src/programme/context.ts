import type { App } from '../app/app.ts';
import type { Language } from '../panels/renderer.ts';
import type { programme } from '../words/programme.ts';
import type { Ask } from './ask.ts';

/** What each part of the page is given. */
export type Context = {
  readonly app: App;
  readonly ask: Ask;
  readonly language: Language;
  readonly say: (name: keyof typeof programme) => string;
  /** Draws the page anew. */
  readonly draw: () => void;
  /** Changes the query of the address; an empty value takes its name out. */
  readonly go: (changes: Readonly<Record<string, string>>, how?: 'push' | 'replace') => void;
  /** The address with other values in its query, for a link. */
  readonly href: (changes: Readonly<Record<string, string>>) => string;
};

/** Who carries models out, and who files reports; that it is the right agency, the server sees. */
export const mayRoll = ({ role, signedIn }: Pick<App, 'role' | 'signedIn'>): boolean => signedIn && ['officer', 'standing', 'admin'].includes(role);
export const mayReport = ({ role, signedIn }: Pick<App, 'role' | 'signedIn'>): boolean => signedIn && ['officer', 'commune', 'standing', 'admin'].includes(role);
