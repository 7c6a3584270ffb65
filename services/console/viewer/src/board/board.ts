import type { Choice } from '@da06/console/api';
import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { html, nothing, render } from 'lit';
import type { App } from '../app/app.ts';
import type { Mark } from '../panels/renderer.ts';
import { choicesState } from './choices.ts';
import type { BoardContext, BoardView } from './context.ts';
import { openExplanation } from './explanation.ts';
import { fitRows } from './fit.ts';
import { gridOf } from './grid.ts';
import { sectionsOf } from './layout.ts';
import { linksOf } from './links.ts';
import { askMarks } from './marks.ts';
import type { PanelFrame } from './panel-frame.ts';
import { createBoardPanels } from './panels.ts';
import { createQuestions, type AtOnce } from './questions.ts';
import { slowRank } from './rank.ts';
import { createRounds } from './rounds.ts';
import { refreshMs } from './refresh.ts';
import { resolve, type RawRange } from './time-range.ts';
import { toolbarOf } from './toolbar.ts';
import { readUrl, writeUrl, type UrlState } from './url-state.ts';
import { valuesOf } from './variables.ts';
import { startWall } from './wall.ts';

export type OpenBoard = { readonly host: HTMLElement; readonly app: App; readonly uid: string; readonly board: Dashboard };

/** Questions under way at once: more would not be answered sooner, and the browser's few connections are also wanted for the live lines. */
const atOnce: AtOnce = { all: 4, slow: 2, slowFrom: slowRank };

/** Runs a board that has been loaded: its choices, its panels, its rounds of questions. Returns how it is closed. */
export const openBoard = ({ host, app, uid, board }: OpenBoard): (() => void) => {
  const own: RawRange = { from: board.time?.from ?? 'now-7d', to: board.time?.to ?? 'now' };
  const sections = sectionsOf(board);
  const closed = new Set(sections.filter((section) => section.collapsed).map(({ id }) => id));
  const questions = createQuestions(atOnce);
  const choices = choicesState({ app, uid, board });
  let url: UrlState = readUrl(app.location.now().searchParams);
  let view: BoardView = viewNow();
  let marks: readonly Mark[] = [];
  let timer: ReturnType<typeof setInterval> | undefined;
  let endWall: (() => void) | undefined;
  let closeDrawer = (): void => undefined;

  function rawNow(): RawRange {
    const asked = { from: url.from ?? own.from, to: url.to ?? own.to };
    return resolve(asked, Date.now()) === undefined ? own : asked;
  }
  function viewNow(): BoardView {
    const raw = rawNow();
    return { raw, range: resolve(raw, Date.now()) ?? { from: Date.now() - 86_400_000, to: Date.now() }, choices: choices.of(url) };
  }

  const go = (change: Partial<UrlState>, how: 'push' | 'replace' = 'push'): void => {
    const query = writeUrl(app.location.now().searchParams, change).toString();
    app.navigate(`/d/${uid}${query === '' ? '' : `?${query}`}`, how);
  };
  const chooseInstead = (name: string, choice: Choice): void => go({ variables: { [name]: valuesOf(choice) } }, 'replace');
  /** Options matter at once where some are chosen; else they may come after the figures. */
  const followChoices = (): void => {
    const follow = (): void => choices.follow(view, chooseInstead, drawToolbar);
    if (Object.values(view.choices).every((choice) => choice === 'all' || choice.length < 2)) void questions.settled().then(follow);
    else follow();
  };

  const context: BoardContext = {
    app, uid, questions,
    view: () => view,
    marks: () => marks,
    explain: (panel, opener) => {
      closeDrawer = openExplanation(panel, opener, context);
    },
    enlarge: (panel) => go({ viewPanel: panel?.id }),
    enlarged: () => url.viewPanel,
  };

  const panels = createBoardPanels(sections, context);
  /** Everything that can be seen is asked again, for one moment. */
  const askAll = (quietly: boolean, asked: readonly PanelFrame[] = panels.all): void => {
    view = viewNow();
    for (const frame of asked) frame.ask(quietly);
  };
  const askForMarks = (): void => askMarks(context, board, (next) => {
    marks = next;
    for (const frame of panels.all) frame.redraw();
  });

  const rounds = createRounds(panels.lanes((asked) => askAll(true, asked)));

  const drawGrid = (): void => {
    const grid = host.querySelector<HTMLElement>('.board');
    if (grid !== null) render(gridOf({ sections, frames: panels.placed, closed, viewed: url.viewPanel, toggle: ({ id }) => {
      if (!closed.delete(id)) closed.add(id);
      drawGrid();
    } }), grid);
  };

  const print = (): void => {
    for (const frame of panels.all) frame.askNow();
    void questions.settled().then(() => requestAnimationFrame(() => setTimeout(() => globalThis.print(), 50)));
  };

  const isKiosk = (): boolean => app.location.now().searchParams.has('kiosk');
  const drawToolbar = (): void => {
    const bar = host.querySelector<HTMLElement>('.toolbar');
    if (bar === null) return;
    const around = { raw: view.raw, choices: view.choices };
    render(isKiosk() ? html`<div class="title"><h1>${board.title}</h1></div>` : toolbarOf({
      board,
      pickers: choices.pickers(view, (name, choice) => go({ variables: { [name]: valuesOf(choice) } })),
      time: { raw: view.raw, language: app.language, now: Date.now, choose: ({ from, to }) => go({ from, to }) },
      refresh: url.refresh ?? (typeof board.refresh === 'string' ? board.refresh : ''),
      chooseRefresh: (refresh) => go({ refresh }),
      refreshNow: () => askAll(false),
      links: (board.links ?? []).map((link) => ({ title: link.title, entries: linksOf([link], uid, app.boards, around) })).filter(({ entries }) => entries.length > 0),
      wall: () => {
        const query = writeUrl(app.location.now().searchParams, {}).toString();
        app.navigate(`/d/${uid}?${query === '' ? '' : `${query}&`}kiosk`);
      },
      print,
      back: url.viewPanel === undefined ? undefined : () => go({ viewPanel: undefined }),
    }), bar);
  };

  const setTimer = (): void => {
    clearInterval(timer);
    const every = refreshMs(url.refresh ?? (typeof board.refresh === 'string' ? board.refresh : ''));
    timer = every === undefined ? undefined : setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      rounds.tell();
      askForMarks();
    }, every);
  };

  const fitting = fitRows(host, sections.reduce((sum, section) => sum + section.rows + (section.title === undefined ? 0 : 1), 0), isKiosk);
  const setWall = (): void => {
    endWall?.();
    endWall = isKiosk() ? startWall({ app, uid }) : undefined;
  };

  const arrive = (): void => {
    const before = { url, view };
    url = readUrl(app.location.now().searchParams);
    view = viewNow();
    drawToolbar();
    drawGrid();
    setTimer();
    setWall();
    fitting.fit();
    const asksAnother = JSON.stringify([before.view.raw, before.view.choices]) !== JSON.stringify([view.raw, view.choices]);
    if (asksAnother) {
      questions.clear();
      askAll(false);
      askForMarks();
      followChoices();
    }
    if (before.url.viewPanel !== url.viewPanel) panels.show(url.viewPanel, before.url.viewPanel);
  };

  const onKey = ({ key, target }: KeyboardEvent): void => {
    if (key !== 'Escape' || document.querySelector('dialog[open], .popover:popover-open') !== null || target instanceof HTMLInputElement) return;
    if (url.viewPanel !== undefined) go({ viewPanel: undefined });
    else if (isKiosk()) app.navigate(`/d/${uid}`);
  };

  render(html`<div class="toolbar"></div><div class="board"></div>${nothing}`, host);
  drawToolbar();
  drawGrid();
  setTimer();
  setWall();
  fitting.fit();
  panels.watch();
  askAll(false);
  askForMarks();
  followChoices();

  const drawAll = (): void => {
    for (const frame of panels.all) frame.draw();
  };
  // The first line tells how things stand, which is what has just been asked.
  let heard = app.live.now() !== undefined;
  const hear = (): void => {
    if (heard) rounds.tell();
    heard = true;
  };
  document.addEventListener('keydown', onKey);
  // After the theme, which lays the page out for paper.
  for (const event of ['beforeprint', 'afterprint']) addEventListener(event, drawAll);
  const stops = [app.location.watch(arrive), app.live.watch(hear), app.mode.watch(drawAll)];
  return () => {
    rounds.end();
    for (const stop of stops) stop();
    document.removeEventListener('keydown', onKey);
    for (const event of ['beforeprint', 'afterprint']) removeEventListener(event, drawAll);
    clearInterval(timer);
    endWall?.();
    fitting.end();
    closeDrawer();
    questions.clear();
    panels.destroy();
    render(nothing, host);
  };
};
