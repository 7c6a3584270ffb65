import type { BoardsAnswer } from '@da06/console/api';
import { html, nothing, render } from 'lit';
import { createApi } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Language } from '../panels/renderer.ts';
import { shell } from '../words/shell.ts';
import type { App, Page } from './app.ts';
import { headerOf, inOtherLanguage } from './header.ts';
import { asOfText } from './light.ts';
import { createLiveFeed } from './live-feed.ts';
import { liveLight } from './live-light.ts';
import { languageOfUid, routeOf, type Route } from './route.ts';
import { showSignIn } from './sign-in.ts';
import { stored, storedKey } from './stored.ts';
import { createTheme } from './theme.ts';
import { watched } from './watched.ts';

export type ShellOptions = {
  readonly host: HTMLElement;
  /** Loads the page of a route; undefined for one that does not exist. */
  readonly load: (route: Route) => Promise<Page> | undefined;
};

/** Runs the viewer in one element: signs in, keeps the header, opens the page that the address names, and goes along with the back button. */
export const startShell = ({ host, load }: ShellOptions): void => {
  const key = storedKey('da06.console.key');
  const languages = stored('da06.console.language');
  const here = watched(new URL(location.href));
  let announced = 0;
  const theme = createTheme(document.documentElement, here.now().searchParams.get('theme'));
  let known: BoardsAnswer | undefined;
  let close = (): void => undefined;
  let opened: string | undefined;
  let turn = 0;

  const languageNow = (): Language => {
    const route = routeOf(here.now().pathname);
    if (route.page === 'board') return languageOfUid(route.uid);
    return languages.read() === 'en' ? 'en' : 'vi';
  };
  const say = (name: keyof typeof shell): string => shell[name][languageNow()];

  const api = createApi({
    key: key.read,
    refused: () => signIn(key.read() !== undefined),
  });

  const signIn = (refused: boolean): void => {
    leave();
    known = undefined;
    feed.stop();
    document.title = `${say('signInTitle')} · DA06`;
    showSignIn(host, { language: languageNow(), refused, enter: (given, onDevice) => {
      key.keep(given, onDevice);
      void open();
    } });
  };

  /** The light moves with every line; a screen reader is told once a minute. */
  const drawLight = (): void => {
    const { line, state } = feed.last();
    const place = host.querySelector<HTMLElement>('#live');
    if (place !== null) render(liveLight(line, state, languageNow()), place);
    const spoken = host.querySelector<HTMLElement>('#live-spoken');
    if (spoken === null || line?.asOf == null || Date.now() - announced < 60_000) return;
    announced = Date.now();
    spoken.textContent = `${say('asOf')} ${asOfText(line.asOf, line.at)}`;
  };
  const feed = createLiveFeed(api.send, drawLight);

  const leave = (): void => {
    turn += 1;
    close();
    close = () => undefined;
    opened = undefined;
  };

  const navigate: App['navigate'] = (url, how = 'push') => {
    const next = new URL(url, location.href);
    if (next.origin !== location.origin || routeOf(next.pathname).page === 'missing') {
      location.assign(next);
      return;
    }
    if (next.pathname !== location.pathname) scrollTo({ top: 0, behavior: 'instant' });
    if (how === 'push' && next.href !== location.href) history.pushState(null, '', next);
    else history.replaceState(null, '', next);
    arrive();
  };

  const arrive = (): void => {
    here.set(new URL(location.href));
    if (opened === undefined || opened !== `${languageNow()} ${here.now().pathname}`) void open();
    else drawFrame();
  };

  const switchLanguage = (): void => {
    const board = inOtherLanguage(here.now(), known?.boards ?? []);
    languages.write(languageNow() === 'vi' ? 'en' : 'vi');
    if (board === undefined) void open();
    else navigate(board);
  };

  const drawFrame = (): HTMLElement => {
    const url = here.now();
    const kiosk = url.searchParams.has('kiosk');
    document.documentElement.lang = languageNow();
    document.documentElement.toggleAttribute('data-kiosk', kiosk);
    render(html`
      <a class="skip" href="#main">${say('skip')}</a>
      ${kiosk ? html`<div class="wall-live"><div class="live" id="live"></div></div>` : headerOf({
        language: languageNow(), boards: known?.boards ?? [], path: url.pathname, wish: theme.wish(), signedIn: key.read() !== undefined, switchLanguage,
        chooseTheme: theme.choose,
        signIn: () => signIn(false),
        signOut: () => {
          key.forget();
          known = undefined;
          void open();
        },
      })}
      <div class="sr" id="live-spoken" aria-live="polite"></div>
      <main id="main" tabindex="-1"></main>`, host);
    const main = host.querySelector<HTMLElement>('#main');
    if (main === null) throw new TypeError('The frame has a place for its page.');
    drawLight();
    return main;
  };

  const told = (title: string, text: string, retry: boolean): void => {
    const main = drawFrame();
    document.title = `${title} · DA06`;
    render(html`<section class="card told"><h1>${title}</h1><p>${text}</p>${retry ? html`<button class="button main" type="button" @click=${() => void open()}>${say('retry')}</button>` : nothing}</section>`, main);
  };

  const open = async (): Promise<void> => {
    leave();
    const mine = turn;
    try {
      const route = routeOf(here.now().pathname);
      const page = load(route);
      const [module, boards] = await Promise.all([page, known ?? api.boards()]);
      if (mine !== turn) return;
      known = boards;
      feed.listen();
      opened = `${languageNow()} ${here.now().pathname}`;
      if (module === undefined || (route.page === 'board' && !boards.boards.some(({ uid }) => uid === route.uid))) {
        told(say('missingTitle'), say('missingText'), false);
        return;
      }
      const main = drawFrame();
      // The page has a place of its own, so that nothing of the page before is left in it.
      const place = document.createElement('div');
      place.className = 'page';
      main.replaceChildren(place);
      close = module.open(place, {
        api, role: boards.role, boards: boards.boards, language: languageNow(), signedIn: key.read() !== undefined, signIn: () => signIn(false), mode: theme.mode, live: feed.news, location: here, navigate,
        title: (text) => {
          document.title = `${text} · DA06`;
        },
      });
    } catch (error) {
      if (mine !== turn || (error instanceof ApiProblem && error.status === 401)) return;
      told(say('failedTitle'), error instanceof ApiProblem ? error[languageNow()] : String(error), true);
      // A wall has nobody who would try again.
      if (error instanceof ApiProblem && error.code === 'network') {
        setTimeout(() => {
          if (mine === turn) void open();
        }, 10_000);
      }
    }
  };

  addEventListener('popstate', arrive);
  // Small windows and drawers lie outside the host.
  document.addEventListener('click', (event) => {
    const url = followed(event);
    if (url === undefined) return;
    event.preventDefault();
    navigate(url);
  });
  void open();
};

/** The address of a plain click on a link of this console; everything else (new tab, download, another site) stays the browser's. */
const followed = (event: MouseEvent): string | undefined => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.target !== '' || link.hasAttribute('download') || link.hasAttribute('data-external') || link.origin !== location.origin || link.getAttribute('href')?.startsWith('#') === true) return undefined;
  return routeOf(link.pathname).page === 'missing' ? undefined : link.href;
};
