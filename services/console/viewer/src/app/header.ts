import type { BoardListed } from '@da06/console/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../panels/renderer.ts';
import { shell } from '../words/shell.ts';
import { languageOfUid, routeOf, uidIn } from './route.ts';
import { wishes, type Wish } from './theme.ts';
import './header.css';

export type HeaderState = {
  readonly language: Language;
  readonly boards: readonly BoardListed[];
  readonly path: string;
  readonly wish: Wish;
  /** Whether a key is at hand that can be put away. */
  readonly signedIn: boolean;
  readonly switchLanguage: () => void;
  readonly chooseTheme: (wish: Wish) => void;
  readonly signIn: () => void;
  readonly signOut: () => void;
};

type Entry = { readonly href: string; readonly text: string; readonly external?: true };

const entriesOf = ({ language, boards }: HeaderState): readonly Entry[] => [
  { href: '/', text: shell.overview[language] },
  ...boards.filter((board) => board.language === language).map(({ uid, title }) => ({ href: `/d/${uid}`, text: title })),
  { href: '/programme', text: shell.programme[language] },
  { href: '/desk', text: shell.desk[language], external: true },
  { href: '/health', text: shell.health[language] },
];

/** The address that is open, in the words of the navigation: an English board is its own entry. */
const isHere = (href: string, path: string): boolean => {
  const [here, there] = [routeOf(path), routeOf(href)];
  return here.page === there.page && (here.page !== 'board' || (there.page === 'board' && here.uid === there.uid));
};

const link = (entry: Entry, path: string): TemplateResult =>
  html`<li><a href=${entry.href} ?data-external=${entry.external === true} aria-current=${isHere(entry.href, path) && entry.external !== true ? 'page' : nothing}>${entry.text}</a></li>`;

const themeChoice = (state: HeaderState): TemplateResult => html`
  <label class="theme"><span class="sr">${shell.theme[state.language]}</span>
    <select class="input" @change=${({ currentTarget }: Event) => {
      const wish = currentTarget instanceof HTMLSelectElement ? wishes.find((known) => known === currentTarget.value) : undefined;
      if (wish !== undefined) state.chooseTheme(wish);
    }}>
      ${wishes.map((wish) => html`<option value=${wish} ?selected=${wish === state.wish}>${shell[wish][state.language]}</option>`)}
    </select>
  </label>`;

const menuButton = (): HTMLElement | null => document.querySelector('header.shell .menu');
const setMenu = (opened: boolean): void => {
  document.querySelector('#pages')?.classList.toggle('open', opened);
  menuButton()?.setAttribute('aria-expanded', String(opened));
};
const toggleMenu = (): void => setMenu(menuButton()?.getAttribute('aria-expanded') !== 'true');
const closeMenu = (): void => setMenu(false);

/** What stands above each page. `#live` is kept by the live light, the menu opens the entries on a narrow screen. */
export const headerOf = (state: HeaderState): TemplateResult => {
  const other: Language = state.language === 'vi' ? 'en' : 'vi';
  return html`
    <header class="shell">
      <a class="product" href="/">DA06 <span>${shell.product[state.language]}</span></a>
      <button class="button quiet menu" type="button" aria-expanded="false" aria-controls="pages" @click=${toggleMenu}>${shell.menu[state.language]}</button>
      <nav id="pages" aria-label=${shell.navigation[state.language]} @click=${closeMenu}><ul>${entriesOf(state).map((entry) => link(entry, state.path))}</ul></nav>
      <div class="live" id="live"></div>
      <div class="tools">
        <button class="button quiet" type="button" lang=${other} @click=${state.switchLanguage}>${shell.otherLanguage[state.language]}</button>
        ${themeChoice(state)}
        ${state.signedIn
          ? html`<button class="button quiet" type="button" @click=${state.signOut}>${shell.signOut[state.language]}</button>`
          : html`<button class="button quiet" type="button" @click=${state.signIn}>${shell.signIn[state.language]}</button>`}
      </div>
    </header>`;
};

/** Where the other language of this page is: a board has an address of its own for each, undefined for a page that has one address for both. */
export const inOtherLanguage = (url: URL, boards: readonly BoardListed[]): string | undefined => {
  const route = routeOf(url.pathname);
  if (route.page !== 'board') return undefined;
  const uid = uidIn(route.uid, languageOfUid(route.uid) === 'vi' ? 'en' : 'vi');
  return boards.some((board) => board.uid === uid) ? `/d/${uid}${url.search}` : undefined;
};
