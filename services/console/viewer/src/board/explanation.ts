import type { ExplanationAnswer } from '@da06/console/api';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { html, nothing, render, type TemplateResult } from 'lit';
import { ApiProblem } from '../api/problem.ts';
import type { Language } from '../panels/renderer.ts';
import { board as words } from '../words/board.ts';
import type { BoardContext } from './context.ts';
import { intervalOf } from './interval.ts';
import { dayText, describe } from './time-range.ts';

const numeral = (language: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat => new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', options);

const lateText = ({ by, late, of }: ExplanationAnswer['late'], language: Language): string => {
  if (of === 0) return words.none[language];
  const share = numeral(language, { style: 'percent', maximumFractionDigits: 1 }).format(late / of);
  return `${share} · ${numeral(language).format(late)} ${words.of[language]} ${numeral(language).format(of)} (${words[by === 'deadline' ? 'lateDeadline' : 'lateDay'][language]})`;
};

const copy = ({ currentTarget }: Event, text: string, done: string): void => {
  if (!(currentTarget instanceof HTMLElement)) return;
  const button = currentTarget;
  // Without leave to write to the clipboard the text is still there to be marked by hand.
  void navigator.clipboard.writeText(text).then(() => {
    button.textContent = done;
  }, () => undefined);
};

const facts = (answer: ExplanationAnswer, rangeText: string, language: Language): TemplateResult => {
  const say = (name: keyof typeof words): string => words[name][language];
  const format = (count: number): string => numeral(language).format(count);
  return html`
    <p class="definition">${answer.definition}</p>
    ${answer.indicators.length === 0 ? nothing : html`<h3>${say('indicators')}</h3><ul class="indicators">${answer.indicators.map(({ id, name, unit, definition }) => html`<li><b>${name}</b> (${unit}) <code>${id}</code><br>${definition}</li>`)}</ul>`}
    <dl>
      <dt>${say('range')}</dt><dd>${rangeText}</dd>
      <dt>${say('lastData')}</dt><dd>${answer.lastData === null ? say('none') : dayText(answer.lastData, true)}</dd>
      <dt>${say('events')}</dt><dd>${answer.events === 0 ? say('eventsNone') : html`${format(answer.events)}
        <ul class="types">${answer.types.map(({ type, events }) => html`<li><code>${type}</code> <span>${format(events)}</span></li>`)}</ul>`}</dd>
      <dt>${say('late')}</dt><dd>${lateText(answer.late, language)}</dd>
      ${answer.views.length === 0 ? nothing : html`<dt>${say('views')}</dt><dd>${answer.views.map((view, index) => html`${index === 0 ? '' : ', '}<code>${view}</code>`)}</dd>`}
      <dt>${say('readRows')}</dt><dd>${format(answer.readRows)}</dd>
    </dl>
    ${answer.sql === '' ? nothing : html`<div class="sql"><h3>${say('sql')}</h3><button class="button" type="button" @click=${(event: Event) => copy(event, answer.sql, say('copied'))}>${say('copy')}</button></div><pre tabindex="0">${answer.sql}</pre>`}`;
};

/** Opens what stands behind a panel: definition, statement, events counted, late share, last data. Esc and the button close it; the opener gets the focus back. */
export const openExplanation = (panel: Panel, opener: HTMLElement, { app, uid, view }: Pick<BoardContext, 'app' | 'uid' | 'view'>): (() => void) => {
  const { language } = app;
  const { raw, range, choices } = view();
  const asking = new AbortController();
  const dialog = document.createElement('dialog');
  dialog.className = 'drawer';
  dialog.setAttribute('aria-labelledby', 'drawer-title');
  document.body.append(dialog);
  const draw = (content: TemplateResult): void => void render(html`
    <header><div><p class="hint">${words.explain[language]}</p><h2 id="drawer-title">${panel.title}</h2></div><button class="button" type="button" autofocus @click=${() => dialog.close()}>${words.close[language]}</button></header>
    <div class="content">${content}</div>`, dialog);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    asking.abort();
    dialog.remove();
    opener.focus();
  });
  const ask = (): void => {
    draw(html`<p class="definition">${panel.description ?? ''}</p><p class="hint" role="status">${words.loading[language]}…</p>`);
    app.api.explanation({ uid, panel: panel.id ?? 0, ...range, interval: intervalOf(range, 800, panel), variables: choices }, asking.signal).then(
      (answer) => draw(facts(answer, describe(raw, language, Date.now()), language)),
      (error: unknown) => {
        if (asking.signal.aborted) return;
        const text = error instanceof ApiProblem ? html`${error[language]} <code>${error.code}</code>` : String(error);
        draw(html`<p class="definition">${panel.description ?? ''}</p><div class="message bad" role="alert"><p>${text}</p><button class="button" type="button" @click=${ask}>${words.retry[language]}</button></div>`);
      });
  };
  ask();
  dialog.showModal();
  return () => dialog.close();
};
