import type { OverviewAnswer } from '@da06/console/api';
import { html, nothing, render, type TemplateResult } from 'lit';
import { ApiProblem } from '../api/problem.ts';
import { asOfText } from '../app/light.ts';
import type { App } from '../app/app.ts';
import { doors, overview as words, questions } from '../words/overview.ts';
import { createFigures } from './figures.ts';
import './overview.css';

/** How long the state is not asked for again while events arrive. */
const patience = 3_000;

/** `/`: what this is, how it stands, and where to go. */
export const open = (host: HTMLElement, app: App): (() => void) => {
  const { language } = app;
  const say = (name: keyof typeof words): string => words[name][language];
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB');
  const asking = new AbortController();
  let answer: OverviewAnswer | undefined;
  let problem: ApiProblem | undefined;

  const draw = (): void => {
    if (!asking.signal.aborted) render(view(), host);
  };
  const figures = createFigures(app, draw);
  const ask = async (): Promise<void> => {
    try {
      [answer, problem] = [await app.api.get<OverviewAnswer>('/console/overview', asking.signal), undefined];
    } catch (error) {
      if (asking.signal.aborted) return;
      if (!(error instanceof ApiProblem)) throw error;
      problem = error;
    }
    draw();
  };

  const count = (value: string, name: string): TemplateResult => html`<div><dd>${value}</dd><dt>${name}</dt></div>`;
  const stateView = ({ facilities, stays, lag, asOf }: OverviewAnswer): TemplateResult => html`
    <dl class="state" aria-label=${say('state')}>
      ${count(number.format(facilities), say('facilities'))}${count(number.format(stays), say('stays'))}
      ${lag === null ? nothing : count(number.format(lag), say('lag'))}
      ${count(asOf === null ? '–' : asOfText(asOf, Date.now()), asOf === null ? say('nothingYet') : say('asOf'))}
    </dl>`;
  const markView = ({ simulated }: OverviewAnswer): TemplateResult | typeof nothing => simulated === null ? nothing : html`
    <aside class="message note mark" role="note">
      <p><b>${simulated.mark[language]}</b> ${simulated.state === 'loading' ? say('simulatedLoading') : nothing} ${number.format(simulated.facilities)} ${say('simulatedText')}</p>
      <p>${say('remove')}: <code>${simulated.remove}</code> ${say('without')}: <code>${simulated.without}</code></p>
    </aside>`;
  const nextView = ({ nextSteps }: OverviewAnswer): TemplateResult | typeof nothing => nextSteps === null ? nothing : html`
    <section aria-label=${say('next')}><h2>${say('next')}</h2><p>${say('nextText')}</p><pre class="card" tabindex="0">${nextSteps}</pre></section>`;

  const boardsView = (): TemplateResult | typeof nothing => {
    const boards = app.boards.filter((board) => board.language === language);
    return boards.length === 0 ? nothing : html`
      <section aria-label=${say('boards')}><h2>${say('boards')}</h2>
        <ul class="cards">${boards.map(({ uid, title, description }) => html`
          <li><a class="card" href=${`/d/${uid}`} title=${description}><b>${title}</b><span>${questions[uid.replace(/-en$/, '')]?.[language] ?? description}</span></a></li>`)}</ul></section>`;
  };
  const waysView = ({ links, addresses: { clickhouse } }: OverviewAnswer): TemplateResult => {
    const wall = app.boards.find(({ uid }) => uid === (language === 'vi' ? 'tong-quan' : 'tong-quan-en'));
    return html`
    <section aria-label=${say('ways')}><h2>${say('ways')}</h2>
      <ul class="cards">${Object.entries(doors).map(([href, { title, text }]) => html`<li><a class="card" href=${href}><b>${title[language]}</b><span>${text[language]}</span></a></li>`)}</ul>
      <dl class="card addresses">
        <div><dt>${say('sql')}</dt><dd>${clickhouse === null ? say('sqlOff') : html`<code>${clickhouse}</code> ${say('sqlOr')}`} <code>npm run -s da06 -- sql "SHOW TABLES"</code></dd></div>
        ${wall === undefined ? nothing : html`<div><dt>${say('wall')}</dt><dd><a href=${`/d/${wall.uid}?kiosk`}>/d/${wall.uid}?kiosk</a></dd></div>`}
        ${links.filter(({ href }) => !href.startsWith('/d/') && doors[href] === undefined).map(({ href, vi, en }) => html`<div><dt><a href=${href}>${href}</a></dt><dd>${language === 'vi' ? vi : en}</dd></div>`)}
      </dl></section>`;
  };

  const view = (): TemplateResult => html`
    <div class="overview">
      <header><div><h1>DA06: ${say('name')}</h1><p>${say('about')}</p></div>${answer === undefined ? nothing : stateView(answer)}</header>
      ${problem === undefined ? nothing : html`<p class="message bad" role="alert">${say('failed')}: ${problem[language]} <button class="button" type="button" @click=${() => void ask()}>${say('retry')}</button></p>`}
      ${answer === undefined ? nothing : html`${markView(answer)}${nextView(answer)}`}
      ${figures.view()}
      ${boardsView()}
      ${answer === undefined ? html`<p>${problem === undefined ? say('loading') : ''}</p>` : waysView(answer)}
    </div>`;

  let soon: ReturnType<typeof setTimeout> | undefined;
  const stops = [
    app.mode.watch(() => figures.ask()),
    app.live.watch(() => {
      soon ??= setTimeout(() => {
        soon = undefined;
        void ask();
        figures.ask();
      }, patience);
    }),
  ];
  app.title(say('title'));
  draw();
  void ask();
  figures.ask();
  return () => {
    clearTimeout(soon);
    asking.abort();
    for (const stop of [...stops, figures.close]) stop();
  };
};
