import type { App } from '../app/app.ts';
import { nextOf, rotationOf, rotationUrl, screensOf } from './rotation.ts';

export type WallOptions = { readonly app: App; readonly uid: string };

/** How long the pointer lies still before it is hidden, and the shortest time for one screen of a tall board, in milliseconds. */
const stillFor = 3_000;
const shortestScreen = 8_000;

/** Keeps the screen awake where the browser can; asked again when the page comes back, as the system takes it away with the page. */
const stayAwake = (signal: AbortSignal): void => {
  if (!('wakeLock' in navigator)) return;
  let lock: WakeLockSentinel | undefined;
  const ask = (): void => {
    if (document.visibilityState !== 'visible' || signal.aborted) return;
    // A machine on its last battery may refuse: the wall goes dark as it would have without.
    navigator.wakeLock.request('screen').then((given) => {
      lock = given;
      if (signal.aborted) void given.release();
    }, () => undefined);
  };
  ask();
  document.addEventListener('visibilitychange', ask, { signal });
  signal.addEventListener('abort', () => void lock?.release());
};

const hideStillPointer = (root: HTMLElement, signal: AbortSignal): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const moved = (): void => {
    root.removeAttribute('data-still');
    clearTimeout(timer);
    timer = setTimeout(() => root.setAttribute('data-still', ''), stillFor);
  };
  moved();
  addEventListener('pointermove', moved, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    root.removeAttribute('data-still');
  });
};

/** A board without chrome, shown screen after screen if it is taller than one; then the next of the rotation. Returns how it ends. */
export const startWall = ({ app, uid }: WallOptions): (() => void) => {
  const ending = new AbortController();
  const { signal } = ending;
  const root = document.documentElement;
  const query = app.location.now().searchParams;
  const rotation = rotationOf(query, app.boards.map((board) => board.uid));

  stayAwake(signal);
  hideStillPointer(root, signal);

  const pages = setTimeout(() => {
    const screens = screensOf(root.scrollHeight, innerHeight);
    const every = rotation === undefined ? shortestScreen * 2 : Math.max(shortestScreen, (rotation.every * 1_000) / screens.length);
    let at = 0;
    const turn = setInterval(() => {
      at += 1;
      if (at >= screens.length && rotation !== undefined) {
        app.navigate(rotationUrl(nextOf(rotation, uid), app.location.now().searchParams), 'replace');
        return;
      }
      scrollTo({ top: screens[at % screens.length] ?? 0, behavior: 'instant' });
    }, every);
    signal.addEventListener('abort', () => clearInterval(turn));
  }, 0);

  return () => {
    clearTimeout(pages);
    ending.abort();
  };
};
