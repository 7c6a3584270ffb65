import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { html, nothing, render, type TemplateResult } from 'lit';
import { ApiProblem } from '../api/problem.ts';
import type { App } from '../app/app.ts';
import { asOfText } from '../app/light.ts';
import type { Glance } from '../glance/glance.ts';
import type * as Views from '../glance/views.ts';
import { health as words, panelNames } from '../words/health.ts';
import { heardOf, verdictOf, type Heard } from './readiness.ts';
import './health.css';

/** How often the server is asked whether it is ready, and how often the tables at most. */
const [readyEvery, tablesEvery] = [5_000, 15_000];
/** Panels by board: large figures and tables. */
const figures = [['suc-khoe-du-lieu', 41], ['suc-khoe-du-lieu', 51], ['suc-khoe-du-lieu', 61], ['suc-khoe-du-lieu', 2]] as const;
const tables = [['tong-quan', 31], ['suc-khoe-du-lieu', 43]] as const;

/** `/health`: whether it is ready and why not, how fresh it is, what was put aside, and when each source was last heard. */
export const open = (host: HTMLElement, app: App): (() => void) => {
  const { language } = app;
  const say = (name: keyof typeof words): string => words[name][language];
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB');
  const asking = new AbortController();
  const boards = new Map<string, Dashboard>();
  let heard: Heard | undefined;
  let at = 0;
  let shown: { readonly views: typeof Views; readonly figures: readonly Glance[]; readonly tables: readonly Glance[] } | undefined;
  let failed = false;
  let busy = false;

  const uidOf = (uid: string): string => (language === 'vi' ? uid : `${uid}-en`);
  const mayOpen = (uid: string): boolean => app.boards.some((board) => board.uid === uidOf(uid));
  const draw = (): void => {
    if (!asking.signal.aborted) render(view(), host);
  };

  const askReady = async (): Promise<void> => {
    try {
      const answer: unknown = await (await app.api.send('/readyz', { signal: asking.signal, quiet: true })).json();
      heard = heardOf(answer);
    } catch (error) {
      if (asking.signal.aborted) return;
      if (!(error instanceof ApiProblem)) throw error;
      heard = heardOf(error);
    }
    at = Date.now();
    draw();
  };

  const boardOf = async (uid: string): Promise<Dashboard> => {
    const board = boards.get(uid) ?? await app.api.board(uid, asking.signal);
    boards.set(uid, board);
    return board;
  };
  const askTables = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      const [{ glanceAt }, views] = await Promise.all([import('../glance/glance.ts'), import('../glance/views.ts')]);
      const at = async (panels: readonly (readonly [uid: string, id: number])[]): Promise<readonly Glance[]> =>
        (await Promise.all(panels.filter(([uid]) => mayOpen(uid)).map(async ([uid, id]) => await glanceAt(app, uidOf(uid), { board: await boardOf(uidOf(uid)), id }, asking.signal)))).filter((one) => one !== undefined);
      const [large, listed] = await Promise.all([at(figures), at(tables)]);
      [shown, failed] = [{ views, figures: large, tables: listed }, false];
    } catch (error) {
      if (asking.signal.aborted) return;
      if (!(error instanceof ApiProblem)) throw error;
      failed = true;
    } finally {
      busy = false;
    }
    draw();
  };

  const verdictView = (): TemplateResult => {
    if (heard === undefined) return html`<p>${say('asking')}</p>`;
    const { tone, title, reasons } = verdictOf(heard, (value) => number.format(value));
    const live = app.live.now();
    const fact = (value: string, name: string): TemplateResult => html`<div><dd>${value}</dd><dt>${name}</dt></div>`;
    return html`
      <section class=${`card verdict ${tone}`} role="status">
        <div><h2>${title[language]}</h2>${reasons.map((reason) => html`<p>${reason[language]}</p>`)}</div>
        <dl>
          ${heard.state === 'unreachable' ? nothing : html`${fact(number.format(heard.readiness.lag), say('lag'))}`}
          ${live?.asOf == null ? nothing : fact(asOfText(live.asOf, at), say('asOf'))}
          ${heard.state === 'unreachable' ? nothing : fact(heard.readiness.demonstration === 'off' ? say('none') : say('loaded'), say('demonstration'))}
          ${fact(asOfText(at, at), say('asked'))}
        </dl>
      </section>`;
  };

  const tablesView = (): TemplateResult => {
    const told = shown;
    return html`
      ${mayOpen('suc-khoe-du-lieu') ? nothing : html`<p class="message">${say('closed')}</p>`}
      ${failed ? html`<p class="message bad" role="alert">${say('failed')}</p>` : nothing}
      ${told === undefined ? (failed ? nothing : html`<p>${say('waiting')}</p>`) : html`
        <div class="figures">${told.figures.map((glance) => told.views.figureView(glance, { href: `/d/${uidOf('suc-khoe-du-lieu')}`, name: panelNames[glance.id]?.[language] }))}</div>
        <div class="tables">${told.tables.map((glance) => told.views.tableView(glance, { name: panelNames[glance.id]?.[language], empty: say('noRows'), most: 20 }))}</div>`}`;
  };

  const view = (): TemplateResult => html`
    <div class="health">
      <h1>${say('title')}</h1>
      ${verdictView()}
      ${tablesView()}
      <section><h2>${say('links')}</h2>
        <ul class="card links">
          ${mayOpen('suc-khoe-du-lieu') ? html`<li><a href=${`/d/${uidOf('suc-khoe-du-lieu')}`}>/d/${uidOf('suc-khoe-du-lieu')}</a> ${say('board')}</li>` : nothing}
          <li><a href="/metrics">/metrics</a> ${say('metrics')}</li>
          <li><a href="/readyz">/readyz</a> ${say('readyz')}</li>
          <li><a href="/v1/errors">/v1/errors</a> ${say('errors')}</li>
          <li>${say('redrive')} <code>npm run -s da06 -- dead-letters redrive</code></li>
        </ul></section>
    </div>`;

  const timers = [setInterval(() => void askReady(), readyEvery), setInterval(() => void askTables(), tablesEvery)];
  const stops = [app.mode.watch(() => void askTables()), app.live.watch(draw)];
  app.title(say('title'));
  draw();
  void askReady();
  void askTables();
  return () => {
    asking.abort();
    for (const timer of timers) clearInterval(timer);
    for (const stop of stops) stop();
  };
};
