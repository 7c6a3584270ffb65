import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { html, render } from 'lit';
import type { App } from '../app/app.ts';
import { ApiProblem } from '../api/problem.ts';
import { routeOf } from '../app/route.ts';
import { board as words } from '../words/board.ts';
import { openBoard } from './board.ts';
import './board.css';
import './toolbar.css';

/** The page of one board: `/d/<uid>`. */
export const open = (host: HTMLElement, app: App): (() => void) => {
  const route = routeOf(app.location.now().pathname);
  const uid = route.page === 'board' ? route.uid : '';
  const asking = new AbortController();
  let close = (): void => asking.abort();

  const failed = (error: unknown): void => {
    if (asking.signal.aborted) return;
    const text = error instanceof ApiProblem ? html`${error[app.language]} <code>${error.code}</code>` : String(error);
    render(html`<div class="message bad" role="alert"><p>${text}</p><button class="button" type="button" @click=${start}>${words.retry[app.language]}</button></div>`, host);
  };
  const show = (board: Dashboard): void => {
    if (!asking.signal.aborted) close = openBoard({ host, app, uid, board });
  };
  const start = (): void => {
    render(html`<p class="sr" role="status">${words.loading[app.language]}…</p>`, host);
    app.title(app.boards.find((board) => board.uid === uid)?.title ?? uid);
    app.api.board(uid, asking.signal).then(show, failed);
  };
  start();
  return () => close();
};
